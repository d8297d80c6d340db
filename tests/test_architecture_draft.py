"""The open draft has one owner: no other code writes the attributes of its controller."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.manager import DraftManager
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from tests.test_architecture import PACKAGE, ROOT, parsed, position, sources

OWNED = (DraftController, DraftManager, SaveService)
HOLDERS = {"controller", "_controller", "drafts", "_drafts", "saving", "_saving", "workbench", "location", "state"}
"""The names of variables and attributes that refer to an owner or to a record of its state."""


def attributes_written(path: Path) -> Iterator[ast.Attribute]:
    """Yields each attribute that is assigned, augmented or deleted in a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node


def own_attributes(kind: type) -> set[str]:
    """Returns the names of a class's properties."""
    return {name for name, member in vars(kind).items() if isinstance(member, property)}


@pytest.mark.parametrize("kind", OWNED)
def test_what_an_owner_knows_can_only_be_read(kind: type) -> None:
    path = next(path for path in sources("ui") if path.stem == kind.__module__.rpartition(".")[2])
    written = {node.attr for node in attributes_written(path) if ast.unparse(node.value) == "self"}
    assert written
    assert {name for name in written if not name.startswith("_")} == set()
    assert [name for name in own_attributes(kind) if vars(kind)[name].fset is not None] == []


def test_nobody_writes_an_attribute_of_the_controller_from_elsewhere() -> None:
    owners = {ROOT / PACKAGE / "ui" / "draft" / f"{kind.__module__.rpartition('.')[2]}.py" for kind in OWNED}
    wrong = [
        f"{position(path, node)} writes {ast.unparse(node)}"
        for path in sources()
        for node in attributes_written(path)
        if ast.unparse(node.value).rpartition(".")[2] in HOLDERS and not (path in owners and _is_self(node))
    ]
    assert wrong == []


def test_the_tests_write_no_attribute_of_the_controller_either() -> None:
    wrong = [
        f"{position(path, node)} writes {ast.unparse(node)}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in attributes_written(path)
        if ast.unparse(node.value).rpartition(".")[2] in HOLDERS
    ]
    assert wrong == []


def _is_self(node: ast.Attribute) -> bool:
    return ast.unparse(node.value) == "self"
