"""Only one module asks the drive about paths; everywhere else the bare calls are forbidden, in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import PACKAGE, parsed, position, sources

ROOM = f"{PACKAGE}/storage/files/path_calls.py"
FORBIDDEN = {
    *("absolute", "abspath", "access", "cwd", "exists", "expanduser", "getcwd", "getmtime", "getsize", "glob", "home"),
    *("is_block_device", "is_char_device", "is_dir", "is_fifo", "is_file", "is_mount", "is_socket", "is_symlink"),
    *("isdir", "isfile", "islink", "ismount", "iterdir", "lexists", "listdir", "lstat", "readlink"),
    *("realpath", "relpath", "resolve", "rglob", "samefile", "scandir", "stat", "walk", "statvfs", "disk_usage"),
}
BEFORE_THE_PACKAGE = {f"{PACKAGE}/code_archive.py": set[str](), f"{PACKAGE}/__main__.py": {"lexists"}}
"""What runs before anything is imported, with the calls that it may make: `lexists` never raises."""
ENTRIES = {"is_dir", "is_file", "is_junction", "is_symlink", "stat"}
"""Of a folder's entry (`os.DirEntry`), which the folder has answered already; in Python they are attributes of it."""
FOLDER_READERS = {
    "storage/attachments/reading.py",
    "storage/collection/draft_folder.py",
    "storage/draft/beside/copies_beside.py",
    "storage/draft/message.py",
    "storage/files/temporary_files.py",
    "storage/recovery/journal.py",
    "storage/rounds/folder_reader.py",
}
"""Where entries of a folder are looked at; each is called `entry`."""


def calls(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Yields the bare path calls in a module, also those that are passed on without being called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN and not _is_entry(node):
            yield node, node.attr
        elif isinstance(node, ast.ImportFrom) and node.module in ("os", "os.path", "glob", "shutil", "posixpath"):
            yield from ((node, alias.name) for alias in node.names if alias.name in FORBIDDEN)


def found(path: Path, tree: ast.AST) -> list[str]:
    """Returns the bare path calls of one module that it may not make."""
    name = path.as_posix()
    allowed = next((calls for end, calls in BEFORE_THE_PACKAGE.items() if name.endswith(end)), set[str]())
    return [f"{position(path, node)} {call}" for node, call in calls(tree) if call not in allowed]


def _is_entry(node: ast.Attribute) -> bool:
    return node.attr in ENTRIES and isinstance(node.value, ast.Name) and node.value.id == "entry"


def test_only_one_module_asks_the_drive_about_paths() -> None:
    modules = [path for path in sources() if not path.as_posix().endswith(ROOM)]
    assert [each for path in modules for each in found(path, parsed(path))] == []


def test_an_entry_is_looked_at_only_where_folders_are_read() -> None:
    for path in sources():
        entries = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute) and _is_entry(node)]
        assert not entries or any(path.as_posix().endswith(reader) for reader in FOLDER_READERS), position(path)


def test_each_way_of_asking_is_found() -> None:
    for source in ("path.resolve()", "os.path.realpath(path)", "ask = path.exists", "from os.path import isfile"):
        assert list(calls(ast.parse(source))), source
