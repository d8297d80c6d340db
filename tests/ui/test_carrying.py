"""»Ny kladde ud fra en tidligere«: what comes along is chosen, shown before the draft is made, and shares nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.carrying.carry_dialog import CarryDialog
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.other_rounds import LARGER, other_round
from tests.ui import drafts
from tests.ui.accessibility.world import above
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

COMMAND = "Ny kladde ud f&ra en tidligere …"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    path = tmp_path / "tidligere.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    return path


def asked(user: User, questions: RecordedQuestions, path: Path) -> CarryDialog:
    questions.will_answer(path)
    user.use_menu(COMMAND)
    dialog = above(user)
    assert isinstance(dialog, CarryDialog)
    return dialog


def told(dialog: CarryDialog) -> str:
    return "\n".join(label.text() for label in dialog.report)


def test_the_same_round_again_keeps_its_years_and_is_a_draft_of_its_own(
    open_window: OpenWindow, questions: RecordedQuestions, earlier: Path
) -> None:
    user, before = open_window(None), earlier.read_bytes()
    dialog = asked(user, questions, earlier)
    assert "• Lån og pladser i 2025" in dialog.report[0].text()
    assert "• Forventet afslutning og milepæle" in dialog.report[1].text()
    assert "halvt skrevet" not in told(dialog)
    dialog.create_button.click()
    settle()
    old = drafts.complete()
    assert user.application.id != old.id
    assert [project.loan for project in user.application.projects] == [project.loan for project in old.projects]
    assert user.application.projects[0].completion_date is None
    assert user.controller.location.path is None
    assert user.controller.editor.is_modified
    assert "ny og ikke gemt" in user.notice_text()
    assert earlier.read_bytes() == before


def test_what_is_chosen_is_shown_at_once_and_comes_along(
    open_window: OpenWindow, questions: RecordedQuestions, earlier: Path
) -> None:
    user = open_window(None)
    dialog = asked(user, questions, earlier)
    dialog.choices.projects.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.choices.parts["dates"].click()
    dialog.choices.parts["contacts"].click()
    assert "• Projekt 1: " in dialog.report[1].text()
    assert "• Forventet afslutning og milepæle" in dialog.report[0].text()
    assert "• Kontaktoplysninger" in dialog.report[1].text()
    dialog.create_button.click()
    settle()
    [project] = user.application.projects
    assert project.name == drafts.complete().projects[1].name
    assert project.completion_date == drafts.complete().projects[1].completion_date
    assert user.application.contacts.names == ""


def test_another_round_asks_about_every_year_and_moves_none_by_itself(
    open_window: OpenWindow,
    questions: RecordedQuestions,
    earlier: Path,
    library: FormLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds = {drafts.ROUND: library.round(drafts.ROUND), LARGER: other_round(LARGER)}
    monkeypatch.setattr(FormLibrary, "ids", lambda _library: tuple(rounds))
    monkeypatch.setattr(FormLibrary, "round", lambda _library, round_id: rounds[round_id])
    user = open_window(None)
    dialog = asked(user, questions, earlier)
    assert dialog.choices.chosen_round.id == LARGER, "the round that opens next comes first"
    assert "• Lån og pladser i 2025" in dialog.report[1].text()
    assert "• Lån og pladser i 2027, 2028 og 2029" in dialog.report[2].text()
    dialog.choices.year("2025").setCurrentIndex(1)
    assert "• Lån og pladser fra 2025, som nu står i 2027" in dialog.report[0].text()
    dialog.create_button.click()
    settle()
    assert user.application.round == LARGER
    assert user.application.projects[0].loan == {"2027": 22900, "2028": None, "2029": None}
    assert user.window.windowTitle().startswith(f"Aalborg – {rounds[LARGER].short_title}")


def test_two_years_in_one_are_refused_with_a_reason(
    open_window: OpenWindow, questions: RecordedQuestions, earlier: Path
) -> None:
    user = open_window(None)
    dialog = asked(user, questions, earlier)
    dialog.choices.year("2025").setCurrentIndex(2)
    assert dialog.notice.message.text() == (
        "Lån og pladser fra to år kan ikke begge stå i 2026. Vælg et andet år for det ene."
    )
    assert [label.text() for label in dialog.report] == ["Vises, når årene er rettet."] * 3
    dialog.create_button.click()
    settle()
    assert dialog.isVisible()
    assert user.window.controller is None
    dialog.choices.year("2026").setCurrentIndex(0)
    assert not dialog.notice.isVisible()
    assert "• Lån og pladser fra 2025, som nu står i 2026" in told(dialog)
    dialog.reject()


def test_the_open_draft_stays_when_the_user_cancels_or_the_file_is_none(
    complete: User, questions: RecordedQuestions, earlier: Path, tmp_path: Path
) -> None:
    controller = complete.controller
    asked(complete, questions, earlier).reject()
    damaged = tmp_path / "skadet.botilbud"
    damaged.write_bytes(b"{")
    questions.will_answer(damaged)
    complete.use_menu(COMMAND)
    assert complete.notice_text().startswith("Filen »skadet.botilbud« kan ikke åbnes: ")
    questions.will_answer(None)
    complete.use_menu(COMMAND)
    assert complete.controller is controller


def test_a_draft_too_large_for_the_form_is_refused(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    path = tmp_path / "stor.botilbud"
    path.write_bytes(draft_bytes(drafts.with_projects(MOST_PROJECTS + 1)))
    user = open_window(None)
    questions.will_answer(path)
    user.use_menu(COMMAND)
    page = user.window._start
    assert page is not None
    assert page.notice.message.text().startswith("Kladden er for stor til skemaet")


def test_what_is_half_typed_in_the_earlier_draft_is_said_not_to_come_along(
    complete: User, questions: RecordedQuestions
) -> None:
    path = complete.path
    assert path is not None
    complete.go_to("page.project.0")
    complete.write_and_leave("projects.0.loan.2025", "22x")
    complete.save()
    assert "• Det, der er halvt skrevet i et felt" in asked(complete, questions, path).report[1].text()


def test_names_of_projects_are_shown_on_one_line_without_invisible_characters(
    open_window: OpenWindow, questions: RecordedQuestions, earlier: Path
) -> None:
    draft = drafts.complete()
    hostile = replace(draft.projects[0], name="Hus\n\u202eto")
    earlier.write_bytes(draft_bytes(replace(draft, projects=(hostile, *draft.projects[1:]))))
    assert "Projekt 1: Hus \ufffdto" in told(asked(open_window(None), questions, earlier))


def test_it_is_offered_on_the_start_page(open_window: OpenWindow, questions: RecordedQuestions, earlier: Path) -> None:
    user = open_window(None)
    link = user.window.findChild(LinkButton, "start.carry")
    assert isinstance(link, LinkButton)
    questions.will_answer(earlier)
    user.click(link)
    dialog = above(user)
    assert isinstance(dialog, CarryDialog)
    assert QApplication.focusWidget() is dialog.choices.round
    dialog.reject()


def test_a_project_without_a_name_is_listed_by_its_number(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    path, draft = tmp_path / "uden navn.botilbud", drafts.complete()
    path.write_bytes(draft_bytes(replace(draft, projects=(replace(draft.projects[0], name=""),))))
    dialog = asked(open_window(None), questions, path)
    assert dialog.choices.projects.item(0).text() == "Projekt 1"
    dialog.reject()
