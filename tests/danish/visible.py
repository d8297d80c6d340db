"""Collects what users see: the program's strings, its own words in the forms, the guide, and the packages' texts."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "botilbud_desktop"
RECOGNISERS = (
    "domain/document_import",
    "domain/facts",
    "domain/table_import/headings.py",
    "rules/contradictions",
    "rules/description",
    "rules/round_file",
    "rules/weighting/asked.py",
)
"""What looks for words in texts that users or the ministry wrote: only the sentences there are the program's own."""

_PATTERN = re.compile(r"\\[bswdAZ]|\(\?|\[[a-zæøå^]|[a-zæøå]\|[a-zæøå]")
_NAME = re.compile(r"[a-z0-9_.\-]+")
_SEEN = re.compile(r"[a-zæøå]{2}", re.IGNORECASE)


class Visible(NamedTuple):
    """A text and where it stands."""

    place: str
    text: str


def visible_texts() -> Iterator[Visible]:
    """Yields every text that a user, or who installs the program, may see; not the ministry's own words."""
    for path in sorted(PROGRAM.rglob("*.py")):
        is_recogniser = path.relative_to(PROGRAM).as_posix().startswith(RECOGNISERS)
        yield from (found for found in program_texts(path) if not is_recogniser or _is_sentence(found.text))
    for path in sorted((ROOT / "forms").glob("*2*.json")):
        for text in _own_words(json.loads(path.read_text("utf-8"))):
            yield Visible(path.name, text)
    for path in sorted((ROOT / "resources" / "guide").glob("*.md")):
        if path.name != "README.md":
            yield from _lines(path, path.read_text("utf-8"))
    yield from _lines(ROOT / "README.md", _danish_part((ROOT / "README.md").read_text("utf-8")))
    yield from _installer_texts()


def _is_sentence(text: str) -> bool:
    return " " in text and "|" not in text and text.endswith((".", "?")) and (text[0].isupper() or text[0] in "»{")


def program_texts(path: Path) -> Iterator[Visible]:
    """Yields the strings of a module, with `{}` for what is put into them; no docstrings and no patterns."""
    for node in strings_of(ast.parse(path.read_text("utf-8"))):
        text = text_of(node)
        if _SEEN.search(text) and not _PATTERN.search(text) and not _NAME.fullmatch(text):
            yield Visible(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", text)


def strings_of(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yields the strings of code, those within f-strings only as parts of them."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, ast.JoinedStr):
            yield child
            for part in child.values:
                if isinstance(part, ast.FormattedValue):
                    yield from strings_of(part)
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        else:
            yield from strings_of(child)


def text_of(node: ast.Constant | ast.JoinedStr) -> str:
    """Returns a string as it is written, with `{}` for each value."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _own_words(value: Any) -> Iterator[str]:
    """Yields the labels and helps of a form; all else in it is the ministry's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"help", "label"} and isinstance(inner, str):
                yield inner
            else:
                yield from _own_words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _own_words(inner)


def _lines(path: Path, text: str) -> Iterator[Visible]:
    for number, line in enumerate(text.splitlines(), start=1):
        yield Visible(f"{path.relative_to(ROOT).as_posix()}:{number}", line)


def _danish_part(readme: str) -> str:
    return readme.partition("**På dansk.**")[2].partition("\n\n")[0]


def _installer_texts() -> Iterator[Visible]:
    windows = ROOT / "packaging" / "windows"
    for path in (windows / "README.md", windows / "product.toml", windows / "policies/da-DK/BotilbudDesktop.adml"):
        yield from _lines(path, path.read_text("utf-8"))
    launcher = windows / "launcher" / "launcher.c"
    for found in re.findall(r'L"((?:[^"\\]|\\.)*)"', launcher.read_text("utf-8")):
        yield Visible("launcher.c", found)
    made = ROOT / "resources" / "translations" / "qt_rest_da.ts"
    for found in re.findall(r"<translation>(.*?)</translation>", made.read_text("utf-8")):
        yield Visible(made.name, found)
