"""The window follows the round of the draft: a larger and a smaller round than the shipped one go the whole way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.help.letter_window import LetterWindow
from botilbud_desktop.ui.preview.preview import kinds_of
from tests import other_rounds
from tests.other_rounds import LARGER, OTHERS, SMALLER, draft_of, other_round
from tests.shipped_figures import shipped_in
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.test_approval import approve
from tests.ui.test_table_import import click, paste
from tests.ui.test_transfer import PanelUser, clipboard
from tests.ui.user import User, settle, step_names


@pytest.fixture
def library() -> FormLibrary:
    return other_rounds.library()


@pytest.fixture(params=OTHERS)
def form(request: pytest.FixtureRequest) -> Round:
    return other_round(request.param)


@pytest.fixture
def user(open_draft: OpenDraft, form: Round) -> User:
    """A user in a draft that can be approved."""
    return open_draft(draft_of(form.id))


def without(draft: Application) -> Application:
    """Returns a draft in which nothing is filled in but the rows."""
    projects = tuple(Project(id=project.id, places=project.places[:1]) for project in draft.projects)
    return Application(id=draft.id, round=draft.round, projects=projects)


@pytest.mark.parametrize("is_empty", [False, True], ids=["full", "empty"])
def test_no_page_shows_anything_of_the_shipped_round(open_draft: OpenDraft, form: Round, is_empty: bool) -> None:
    draft = draft_of(form.id)
    user = open_draft(without(draft) if is_empty else draft)
    for page in ("page.check", *step_names(user.application)):
        user.go_to(page)
        if page == "page.approve":
            user.click("approve.approve")
        settle()
        found = [words for text in set(texts_of(user.window)) for words in shipped_in(text)]
        assert found == [], page


def test_every_field_of_a_project_is_filled_in_with_keys_and_approved(
    open_draft: OpenDraft, form: Round, questions: RecordedQuestions
) -> None:
    full = draft_of(form.id)
    user = open_draft(Application(id=full.id, round=form.id))
    user.go_to("page.applicant")
    user.choose("applicant.municipality_code", "Thisted Kommune")
    for _project in full.projects:
        user.go_to("page.projects")
        user.click("projects.add")
    for index, project in enumerate(full.projects):
        _fill_in(user, f"projects.{index}", project, has_sheet=form.project_sheet is not None)
    user.go_to("page.description")
    user.area("description").setFocus()
    QApplication.clipboard().setText(full.description)
    user.control(Qt.Key.Key_V)
    user.go_to("page.contacts")
    user.write("contacts.names", full.contacts.names)
    user.write("contacts.phones", full.contacts.phones)
    user.write_and_leave("contacts.emails", "; ".join(full.contacts.emails))
    written = user.application
    assert [_without_ids(project) for project in written.projects] == [_without_ids(one) for one in full.projects]
    assert (written.description, written.contacts) == (full.description, full.contacts)
    approve(user, questions)
    assert user.view.status is Status.APPROVED


def _fill_in(user: User, path: str, project: Project, *, has_sheet: bool) -> None:
    user.go_to(f"page.{path.replace('projects', 'project')}")
    user.write(f"{path}.name", project.name)
    for year, amount in project.loan.items():
        user.write(f"{path}.loan.{year}", "" if amount is None else str(amount))
    for row, group in enumerate(project.places):
        user.click(f"{path}.places.add")
        user.choose(f"{path}.places.{row}.year", str(group.year))
        labels = {choice.code: choice.label for choice in user.controller.round.legal_bases}
        user.choose(f"{path}.places.{row}.legal_basis", labels[group.legal_basis])
        user.write(f"{path}.places.{row}.count", str(group.count))
    user.write(f"{path}.share_for_others", project.share_for_others or "")
    done = project.completion_date or date.min
    user.write(f"{path}.completion_date", f"{done.day}.{done.month}.{done.year}")
    user.write(f"{path}.gross_construction_cost", str(project.gross_construction_cost))
    user.write(f"{path}.places_closed_elsewhere", "0")
    user.choose(f"{path}.building", "Nybyggeri")
    user.choose(f"{path}.coordination", "I regi af KKR")
    user.write_and_leave(f"{path}.coordination_note", project.coordination_note)
    if has_sheet:
        user.area(f"{path}.description").setFocus()
        user.keys(project.description)


def _without_ids(project: Project) -> Project:
    """Returns what `_fill_in` types."""
    return replace(project, id="", daily_rates=(), cost_plan=None)


def test_the_table_of_projects_has_the_columns_of_the_round_and_all_can_be_seen(user: User, form: Round) -> None:
    user.go_to("page.projects")
    grid = user.widget("projects.table", QTableWidget)
    heads = [item.text() for column in range(grid.columnCount()) if (item := grid.horizontalHeaderItem(column))]
    assert [head.partition(".")[0] for head in heads] == [column.column for column in form.columns]
    assert grid.rowCount() == form.max_projects + 1
    total = sum(grid.columnWidth(column) for column in range(grid.columnCount()))
    bar = grid.horizontalScrollBar()
    assert total <= grid.viewport().width() + bar.maximum()


def test_vis_og_godkend_offers_the_project_sheets_only_where_the_round_has_them(user: User, form: Round) -> None:
    user.go_to("page.approve")
    names = {text for text in texts_of(user.page) if "som PDF" in text}
    assert ("Projektskemaer som PDF …" in names) is (form.project_sheet is not None)
    assert "Skemaet som PDF …" in names


def test_a_description_of_a_project_is_asked_for_only_where_the_round_has_the_field(user: User, form: Round) -> None:
    user.go_to("page.project.0")
    labels = [label.text().replace("&", "") for label in user.page.findChildren(QLabel) if label.isVisible()]
    assert any("Beskrivelse" in label for label in labels) is (form.project_sheet is not None)


def test_the_transfer_leads_through_all_fields_of_the_round(user: User, form: Round) -> None:
    there = PanelUser(user)
    wanted = [field for field in web_fields(user.application, form) if field.is_stated]
    assert there.panel.windowTitle() == f"Overfør til {form.site}"
    for field in wanted:
        there.enter()
        assert clipboard().text() == field.value
        assert [words for text in set(texts_of(there.panel)) for words in shipped_in(text)] == []
    assert there.counted == f"{len(wanted)} af {len(wanted)} felter er overført"


def test_the_table_is_copied_and_comes_back_through_the_import(open_draft: OpenDraft, form: Round) -> None:
    draft = draft_of(form.id)
    user = open_draft(draft)
    user.go_to("page.projects")
    user.page.focus_first()
    user.control(Qt.Key.Key_C)
    copied = QApplication.clipboard().text()
    first = copied.splitlines()[0].split("\t")
    assert [head[:1] for head in first] == [column.column for column in form.columns]
    for _project in draft.projects:
        user.click("projects.remove")
    dialog = paste(user, copied)
    assert [words for text in set(texts_of(dialog)) for words in shipped_in(text)] == []
    click(dialog.insert)
    settle()
    names = [project.name for project in user.application.projects]
    assert names == [project.name for project in draft.projects]
    loans = [{year: amount for year, amount in project.loan.items() if amount} for project in user.application.projects]
    assert loans == [{year: amount for year, amount in one.loan.items() if amount} for one in draft.projects]


def test_more_projects_than_the_round_has_room_for_are_a_problem(user: User, form: Round) -> None:
    user.go_to("page.projects")
    user.click("projects.add")
    user.go_to("page.check")
    shown = " ".join(texts_of(user.page))
    assert f"Der er kun plads til {form.max_projects} projekter, og kladden har {form.max_projects + 1}." in shown


def test_tall_and_small_differ_where_they_should() -> None:
    assert len(other_round(LARGER).columns) == 9
    assert len(other_round(SMALLER).columns) == 5


def test_the_letter_and_the_guide_are_those_of_the_round(user: User, form: Round) -> None:
    user.use_menu("Ministeriets &brev og vejledning")
    letter = user.window.findChild(LetterWindow)
    assert letter is not None
    shown = letter.page.toPlainText()
    assert form.letter[0].paragraphs[0] in shown
    assert shipped_in(shown) == []
    letter.close()
    user.use_menu("&Vejledning")
    guide = user.window.findChild(GuideWindow)
    assert guide is not None
    for topic in guide.topics:
        guide.page.go_to(topic)
        assert shipped_in(guide.page.toPlainText()) == [], topic
    guide.close()


def test_the_preview_shows_the_papers_that_the_round_has(user: User, form: Round) -> None:
    wanted = 3 if form.project_sheet is not None else 2
    assert len(kinds_of(user.view)) == wanted
    user.go_to("page.approve")
    user.click("approve.preview")
    settle()
    texts = [text for text in texts_of(user.window) if text]
    assert ("Projektskemaerne" in texts) is (wanted == 3)
