"""Drafts are called what people call them: in the window's title and in the names that are proposed for files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import LONGEST_TITLE, Round
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.window.window_title import window_title
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions

AALBORG = "Aalborg – Lånepulje til botilbud 2025-26"


def test_a_draft_is_called_by_its_municipality_and_its_round(form: Round) -> None:
    assert form.draft_title("851") == AALBORG
    assert form.draft_title(None) == "Kladde – Lånepulje til botilbud 2025-26"
    assert form.draft_title("999") == "Kladde – Lånepulje til botilbud 2025-26"
    long = replace(form, short_title="Lånepulje " * 20).draft_title("851")
    assert len(long) == LONGEST_TITLE
    assert long.endswith("…")


def test_the_title_names_a_new_draft_and_follows_its_municipality(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, None)
    assert user.window.windowTitle() == "Kladde – Lånepulje til botilbud 2025-26[*] – Botilbud Desktop"
    user.go_to("page.applicant")
    municipality = user.widget("applicant.municipality_code", QComboBox)
    municipality.setFocus()
    user.keys("aal")
    assert user.window.windowTitle() == f"{AALBORG}[*] – Botilbud Desktop"


def test_the_first_save_proposes_the_words_of_the_municipality_that_is_chosen_then(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, None)
    user.go_to("page.applicant")
    user.widget("applicant.municipality_code", QComboBox).setFocus()
    user.keys("aal")
    questions.will_answer(tmp_path / "x.botilbud")
    user.save()
    suggested = questions.last.suggested
    assert suggested is not None
    assert suggested.name == f"{AALBORG}.botilbud"
    assert user.window.windowTitle() == f"{AALBORG} (x.botilbud)[*] – Botilbud Desktop"


def test_a_document_of_a_new_draft_is_named_like_it(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, "851")
    name = user.window.repository.documents.name(user.controller, DocumentKind.VIEW)
    assert name.startswith(f"{AALBORG} – ")


@pytest.mark.parametrize(
    ("title", "location", "shown"),
    [
        (AALBORG, DraftLocation(Path("kladde.botilbud")), f"{AALBORG} (kladde.botilbud)"),
        (AALBORG, DraftLocation(Path(f"{AALBORG}.botilbud")), AALBORG),
        (AALBORG, DraftLocation(Path(f"{AALBORG} til KKR.botilbud")), f"{AALBORG} til KKR"),
        (AALBORG, DraftLocation(suggested_name=f"{AALBORG} – kopi"), f"{AALBORG} – kopi"),
        ("Aalborg – Pulje: 1/2", DraftLocation().named("Aalborg – Pulje: 1/2"), "Aalborg – Pulje: 1/2"),
        ("A [*] B", DraftLocation(Path("x.botilbud")), "A [*][*] B (x.botilbud)"),
        ("A\u202eB\n", DraftLocation(Path("x\u202e\n.botilbud")), "A\ufffdB  (x\ufffd .botilbud)"),
    ],
)
def test_the_title_names_the_draft_and_its_file_once(title: str, location: DraftLocation, shown: str) -> None:
    assert window_title(title, location) == f"{shown}[*] – Botilbud Desktop"


def test_a_hostile_title_of_a_round_makes_a_plain_name_of_a_file(form: Round) -> None:
    hostile = replace(form, short_title="..\\..\\con: <x>|?*\u202e/etc")
    name = DraftLocation().named(hostile.draft_title("851")).stem
    assert name == safe_file_name(name)
    assert not set('<>:"/\\|?*\u202e') & set(name)
