"""What is delivered follows contents.toml; nothing is lost or added silently."""

import ast
from collections.abc import Iterator

import pytest

from windows_build.contents import Wheel, read_contents, selected
from windows_build.errors import BuildError
from windows_build.inputs import locked_hashes
from windows_build.places import ROOT

NAMES = ["a/__init__.py", "a/a.pyd", "a/tests/x.py", "a/run.dll", "a-1.dist-info/METADATA", "a-1.dist-info/RECORD"]
NAMES += ["a-1.dist-info/licenses/LICENSE"]


def wheel(**changes: object) -> Wheel:
    given = {"name": "a", "into": "lib", "licence": "MIT", "keep": ("a/*.py", "a/*.pyd"), "drop": ("a/tests/*",)}
    return Wheel(**(given | changes))  # type: ignore[arg-type]


def imported() -> Iterator[str]:
    """Yields the modules that the program imports."""
    for path in (ROOT / "botilbud_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


def test_what_is_named_is_taken_with_the_licences_beside_it() -> None:
    assert selected(wheel(), NAMES) == {
        "a/__init__.py": "lib/a/__init__.py",
        "a/a.pyd": "lib/a/a.pyd",
        "a-1.dist-info/METADATA": "lib/a-1.dist-info/METADATA",
        "a-1.dist-info/licenses/LICENSE": "lib/a-1.dist-info/licenses/LICENSE",
    }


def test_pure_code_goes_into_the_archive_and_its_licence_stays_a_file() -> None:
    places = selected(wheel(into="lib.zip", keep=("a/__init__.py",), drop=()), NAMES)
    assert places["a/__init__.py"] == "lib.zip/a/__init__.py"
    assert places["a-1.dist-info/licenses/LICENSE"].startswith("lib/")


def test_a_file_can_get_another_place() -> None:
    assert selected(wheel(moved={"a/run.dll": "run.dll"}), NAMES)["a/run.dll"] == "run.dll"


@pytest.mark.parametrize("changes", [{"keep": ("b/*",)}, {"drop": ("b/*",)}, {"moved": {"b.dll": "b.dll"}}])
def test_what_matches_nothing_stops_the_build(changes: dict[str, object]) -> None:
    with pytest.raises(BuildError, match=r"a has nothing that matches b"):
        selected(wheel(**changes), NAMES)


def test_every_locked_package_has_its_entry() -> None:
    locked = locked_hashes((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert {entry.name for entry in read_contents().wheels} == set(locked)
    assert all(locked.values())


def test_the_promised_limits() -> None:
    assert (read_contents().limits.msi, read_contents().limits.installed) == (44_000_000, 100_000_000)


def test_each_part_of_qt_that_the_program_imports_is_delivered() -> None:
    kept = {name for entry in read_contents().wheels for name in entry.keep}
    used = {name for name in imported() if name.startswith("PySide6.")}
    assert {f"{name.replace('.', '/')}.pyd" for name in used} <= kept


def test_qt_s_danish_words_and_the_platform_of_windows_are_delivered() -> None:
    kept = {name for entry in read_contents().wheels for name in entry.keep}
    assert {"PySide6/translations/qtbase_da.qm", "PySide6/plugins/platforms/qwindows.dll"} <= kept


def test_the_machine_code_of_the_standard_library_that_the_program_imports_is_delivered() -> None:
    needs = {"sqlite3": "_sqlite3.pyd", "ctypes": "_ctypes.pyd", "decimal": "_decimal.pyd", "uuid": "_uuid.pyd"}
    needs |= {"unicodedata": "unicodedata.pyd", "xml.parsers.expat": "pyexpat.pyd", "ssl": "_ssl.pyd"}
    needs |= {
        "socket": "_socket.pyd",
        "lzma": "_lzma.pyd",
        "bz2": "_bz2.pyd",
        "multiprocessing": "_multiprocessing.pyd",
    }
    needs |= {"asyncio": "_asyncio.pyd", "zoneinfo": "_zoneinfo.pyd", "winsound": "winsound.pyd"}
    wanted = {needs[name] for name in imported() if name in needs}
    assert wanted <= set(read_contents().python.files)


def test_nothing_that_reaches_a_network_is_delivered_with_python() -> None:
    assert not {"_socket.pyd", "_ssl.pyd", "libssl-3.dll"} & set(read_contents().python.files)
