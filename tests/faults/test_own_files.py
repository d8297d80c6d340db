"""The kill runs know every file that the program keeps for its user, a new one too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from botilbud_desktop.storage.paths import OwnFile
from tests.faults.own_files import is_own
from tests.test_architecture import PACKAGE, ROOT, parsed, position, sources

_LOOKS_LIKE_A_FILE = re.compile(r"[\w.-]*\.(json|jsonl|ini|db|sqlite|journal|alive|lock|log|dat|txt)", re.IGNORECASE)
_OTHERS = {
    f"{PACKAGE}/storage/paths.py": "the list itself",
    f"{PACKAGE}/cli/self_test.py": "lists of words that it makes in a folder that goes",
    f"{PACKAGE}/storage/attachments/attachment_list.py": "the list beside the PDF files that are attached to a draft",
    f"{PACKAGE}/storage/rounds/form_library.py": "shipped forms",
    f"{PACKAGE}/storage/rounds/folder_reader.py": "rounds that others put there",
    f"{PACKAGE}/storage/rounds/round_files.py": "rounds that others put there",
    f"{PACKAGE}/storage/spelling/speller.py": "the shipped list of the domain's words",
    f"{PACKAGE}/ui/rounds/missing_round.py": "proposed for a file that the user saves",
    f"{PACKAGE}/ui/window/dropping.py": "the ending of a round's file",
    f"{PACKAGE}/ui/help/libraries.py": "shipped licences",
    f"{PACKAGE}/ui/help/log_dialog.py": "proposed for a file that the user saves",
    f"{PACKAGE}/ui/opening.py": "the endings of papers that other programs open",
    f"{PACKAGE}/ui/dialogs.py": "the endings that a file of the user's may have",
}
"""Modules that name other files, and which."""


def _named_files(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _LOOKS_LIKE_A_FILE.fullmatch(node.value):
            yield f"{position(path, node)}: {node.value}"


def test_no_other_module_names_a_file_that_the_program_keeps() -> None:
    named = {path: list(_named_files(path)) for path in sources()}
    others = {str(path.relative_to(ROOT)) for path, files in named.items() if files}
    assert others == set(_OTHERS), [file for files in named.values() for file in files]


def test_a_new_file_of_the_programs_own_is_known_at_once() -> None:
    assert not is_own("new.json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OwnFile, "NEW", "new.json", raising=False)
        assert is_own("new.json")


@pytest.mark.parametrize(
    "name", ["writing.json", "window.json", "transfer-window.json", "recent.json", "known.json", "settings.json"]
)
def test_what_the_program_remembers_is_known(name: str) -> None:
    assert is_own(name)


def test_files_named_after_a_draft_are_known_and_no_others() -> None:
    draft = "0f8fad5b-d9cb-469f-a165-70867728950e"
    assert is_own(f"{draft}.sqlite")
    assert is_own(f"{draft}.sqlite-journal")
    assert is_own(f"{draft}.json")
    assert is_own("0123456789abcdef.journal")
    assert is_own("0123456789abcdef.agenda")
    assert not is_own("draft.json")
    assert not is_own(f"{draft}.pdf")
    assert not is_own("writing.json.bak")
    assert not is_own(f"x{draft}.json")
