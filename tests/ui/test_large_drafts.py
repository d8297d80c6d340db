"""A draft that is too large for the form is opened for repair: nothing is laid out for it, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application, Contacts, DailyRate
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import LONGEST_LINE, LONGEST_TEXT, MOST_PROJECTS, MOST_ROWS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.pages.answer_list import MOST_AT_A_TIME as MOST_ANSWERS
from botilbud_desktop.ui.pages.answer_list import REST_IN_FIELD, AnswerList
from botilbud_desktop.ui.pages.finding_list import MOST_AT_A_TIME as MOST_FINDINGS
from botilbud_desktop.ui.pages.finding_list import FindingList, Line
from botilbud_desktop.ui.repair.repair_page import RepairPage
from botilbud_desktop.ui.repair.text_pages import PAGE
from botilbud_desktop.ui.style.states import State
from tests.storage.lock_holders import held_by
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.repairer import find, page, press, titles
from tests.ui.user import User, settle

MANY = 1_000
MOST_WIDGETS = 120
"""Of the window that shows a draft for repair, whatever the draft holds."""


def _rates(count: int) -> tuple[DailyRate, ...]:
    return tuple(DailyRate(label=f"Tilbud {number}", lowest=1, highest=2) for number in range(count))


def _in_first(**content: object) -> Application:
    draft = drafts.complete()
    first = replace(draft.projects[0], **content)
    return replace(draft, projects=(first, *draft.projects[1:]))


def _too_large() -> Iterator[tuple[str, Application]]:
    yield "projects", drafts.with_projects(MANY)
    yield "projects[0].daily_rates", _in_first(daily_rates=_rates(MANY))
    yield "projects[0].name", _in_first(name="a" * 200_000)
    yield "projects[0].description", _in_first(description="\u2192" * 200_000)
    yield "description", replace(drafts.complete(), description="a\n" * 100_000)
    yield "contacts.emails", replace(drafts.complete(), contacts=Contacts(emails=("a@b.dk",) * MANY))


_TOO_LARGE = [pytest.param(path, draft, id=path) for path, draft in _too_large()]


@pytest.mark.parametrize(
    ("path", "draft"), list(_too_large()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_it_is_shown_with_few_widgets_and_without_the_rules(
    open_draft: OpenDraft, path: str, draft: Application
) -> None:
    user = open_draft(draft)
    assert user.window.workspace is None
    controller = user.window.controller
    assert controller is not None
    assert [str(excess.path) for excess in controller.excesses] == [path]
    assert controller._view is None, "the rules have run"
    assert len(user.window.findChildren(QWidget)) < MOST_WIDGETS
    assert len(titles(user)) == 1


@pytest.mark.parametrize(
    ("path", "draft"), list(_too_large()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_saving_it_keeps_everything(open_draft: OpenDraft, library: FormLibrary, path: str, draft: Application) -> None:
    user = open_draft(draft)
    user.save()
    assert user.path is not None
    assert read_draft(user.path, library).application == draft, path


def test_projects_are_deleted_until_the_form_is_shown_and_undo_brings_them_back(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 3))
    projects = find(user, "repair.projects", QListWidget)
    assert not page(user).form_button.isEnabled()
    for row in (1, 5, 32):
        projects.item(row).setSelected(True)
    press(user, "repair.projects.delete")
    controller = user.window.controller
    assert controller is not None
    names = [project.name for project in controller.application.projects]
    kept = [number for number in range(1, MOST_PROJECTS + 4) if number not in (2, 6, 33)]
    assert names == [f"Projekt nummer {number}" for number in kept]
    user.undo()
    assert len(controller.application.projects) == MOST_PROJECTS + 3
    user.redo()
    press(user, "repair.form")
    assert user.workspace.isVisible()
    assert user.window.findChild(RepairPage) is None or not page(user).isVisible()
    user.go_to("page.check")
    assert user.view.assessment.findings


def test_projects_are_moved_to_a_draft_of_their_own(
    open_draft: OpenDraft, questions: RecordedQuestions, library: FormLibrary, tmp_path: Path, qtbot: QtBot
) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 2))
    projects = find(user, "repair.projects", QListWidget)
    for row in (3, 4):
        projects.item(row).setSelected(True)
    other = tmp_path / "nyt.botilbud"
    questions.will_answer(other)
    press(user, "repair.projects.split")
    controller = user.window.controller
    assert controller is not None
    qtbot.waitUntil(lambda: len(controller.application.projects) == MOST_PROJECTS)
    moved = read_draft(other, library).application
    assert [project.name for project in moved.projects] == ["Projekt nummer 4", "Projekt nummer 5"]
    assert moved.id != controller.application.id
    assert len(controller.application.projects) == MOST_PROJECTS
    assert not {"Projekt nummer 4", "Projekt nummer 5"} & {one.name for one in controller.application.projects}
    assert "2 projekter er flyttet til »nyt.botilbud«" in page(user).notice.message.text()
    user.undo()
    assert len(controller.application.projects) == MOST_PROJECTS + 2


def test_projects_stay_when_their_new_draft_cannot_be_written(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 2))
    taken = tmp_path / "findes.botilbud"
    taken.write_bytes(b"noget andet")
    find(user, "repair.projects", QListWidget).item(0).setSelected(True)
    questions.will_answer(taken)
    press(user, "repair.projects.split")
    qtbot.waitUntil(page(user).notice.isVisible)
    assert page(user).notice.message.text().startswith("Ingen projekter er flyttet. ")
    assert taken.read_bytes() == b"noget andet"
    assert user.window.controller is not None
    assert len(user.window.controller.application.projects) == MOST_PROJECTS + 2


def test_a_long_text_is_edited_in_parts_and_the_rest_of_it_is_kept(open_draft: OpenDraft) -> None:
    text = "".join(f"{number:09d} " for number in range(20_000))
    user = open_draft(replace(drafts.complete(), description=text))
    area = find(user, "repair.description", TextInput)
    assert area.text() == text[:PAGE]
    press(user, "repair.description.next")
    assert area.text() == text[PAGE : 2 * PAGE]
    area.setFocus()
    user.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    user.keys("her ")
    controller = user.window.controller
    assert controller is not None
    assert controller.application.description == f"{text[:PAGE]}her {text[PAGE:]}"
    user.undo()
    assert controller.application.description == text
    press(user, "repair.description.rest")
    assert controller.application.description == text[: 2 * PAGE]
    press(user, "repair.form")
    user.go_to("page.description")
    assert user.area("description").text() == text[: 2 * PAGE]


def test_the_whole_text_can_be_copied_before_it_is_shortened(open_draft: OpenDraft) -> None:
    text = "a\u00a0😀" * 30_000
    user = open_draft(replace(drafts.complete(), description=text))
    press(user, "repair.description.copy")
    assert QApplication.clipboard().text() == text


def test_what_is_pasted_beyond_the_form_is_kept_and_shown_for_repair(complete: User) -> None:
    complete.go_to("page.description")
    before = complete.application.description
    complete.click("description")
    complete.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    complete.paste("a" * (150_000 - len(before)))
    settle()
    controller = complete.window.controller
    assert controller is not None
    assert controller.application.description.startswith(before)
    assert len(controller.application.description) == 150_000
    assert complete.window.workspace is None
    assert titles(complete) == ["Samlet beskrivelse: 150.000 tegn"]
    complete.undo()
    press(complete, "repair.form")
    assert complete.application.description == before


def test_a_copy_that_is_too_large_is_not_compared_but_said_to_be(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(drafts.with_projects(2))
    other = tmp_path / "stor.botilbud"
    other.write_bytes(draft_bytes(drafts.with_projects(MANY)))
    assert user.window.workbench is not None
    user.window.workbench.comparisons(user.window).compare_with(other)
    assert user.notice_text().startswith("»stor.botilbud« er så stor, at den ikke kan sammenlignes eller flettes.")


def test_the_commands_of_the_form_are_not_offered_while_there_is_none(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 1))
    assert user.action("&Gem kladde").isEnabled()
    for words in ("&Søg …", "&Overførselspanelet", "&Udskriv …", "Skriv i hele &vinduet", "&5 Kontrol"):
        assert not user.action(words).isEnabled(), words


def test_a_draft_that_somebody_else_has_open_can_be_looked_at_only(open_draft: OpenDraft, tmp_path: Path) -> None:

    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.with_projects(MOST_PROJECTS + 1)))
    with held_by(Person("Åse Ørsted", "AAK-1"), path):
        user = open_draft(drafts.with_projects(MOST_PROJECTS + 1))
        find(user, "repair.projects", QListWidget).selectAll()
        assert not find(user, "repair.projects.delete", QPushButton).isEnabled()


def test_pages_of_many_projects_are_made_when_they_are_shown(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS))
    for _round in range(60):
        user.workspace._on_prepare()
    made = [step for step in range(MOST_PROJECTS) if user.workspace._pages.get(f"page.project.{step}")]
    assert made == list(range(6))
    user.go_to("page.project.20")
    assert user.line("projects.20.name").text() == "Projekt nummer 21"


@pytest.mark.parametrize("piece", ["a", "\u2192", "a\u00a0"])
def test_a_text_without_spaces_is_broken_anywhere(open_draft: OpenDraft, piece: str) -> None:
    text = (piece * LONGEST_TEXT)[: LONGEST_TEXT - 1]
    user = open_draft(replace(drafts.complete(), description=text))
    user.go_to("page.description")
    assert user.area("description").wordWrapMode() == user.area("description").wordWrapMode().WrapAnywhere
    user.click("description")
    user.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    user.keys("x")
    assert user.application.description == f"{text}x"


def test_a_line_of_the_longest_kind_is_shown_in_the_form(open_draft: OpenDraft) -> None:
    user = open_draft(_in_first(name="a" * LONGEST_LINE, daily_rates=_rates(MOST_ROWS)))
    assert user.line("projects.0.name").text() == "a" * LONGEST_LINE
    assert user.value(str(field_path("projects[0].name"))) == "a" * LONGEST_LINE


def test_of_many_answers_the_first_are_shown_and_the_others_when_they_are_asked_for(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS))
    user.go_to("page.approve")
    answers = user.page.findChild(AnswerList)
    assert isinstance(answers, AnswerList)
    first = len(answers.links)
    assert first <= MOST_ANSWERS
    total = sum(len(group.answers) for group in answers._shown[0])
    assert answers.more.text() == f"Vis flere svar (der er {total - first} endnu)"
    user.click(answers.more)
    assert first < len(answers.links) <= first + MOST_ANSWERS
    assert QApplication.focusWidget() is answers.links[first]
    while answers.more.isVisible():
        user.click(answers.more)
    assert len(answers.links) == total
    last = answers.links[-1]
    user.click(last)
    user.workspace.show_step(user.workspace.step)
    user.go_to("page.approve")
    assert answers.last_link() is last
    user.click(answers.links[0])
    user.write("projects.0.name" if user.page.objectName() == "page.project.0" else "case_number", "2026-7")
    user.go_to("page.approve")
    assert answers.last_link() is answers.links[0]
    assert len(answers.links) == first, "only as many are laid out again as lead back to the link"


def test_of_many_findings_the_first_are_shown_and_the_others_when_they_are_asked_for(qtbot: QtBot) -> None:
    findings = FindingList("Der er problemer", State.PROBLEM)
    qtbot.addWidget(findings)
    findings.show_lines(tuple(Line("projects[0].name", f"Linje {number}") for number in range(MOST_FINDINGS + 7)))
    findings.show()
    assert len(findings.links) == MOST_FINDINGS
    assert findings.more.text() == "Vis flere (der er 7 endnu)"
    assert findings.accessibleDescription() == f"{MOST_FINDINGS + 7} punkter"
    findings.more.click()
    assert len(findings.links) == MOST_FINDINGS + 7
    assert not findings.more.isVisible()
    findings.show_lines((Line("projects[0].name", "Den eneste"),))
    assert [link.words() for link in findings.links] == ["Projekt 1: Den eneste"]
    findings.hide()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a" * 10_000, None),
        ("a\n" * 499 + "b", None),
        ("a" * 10_001, "a" * 10_000),
        ("a\n" * 500 + "b", "\n".join("a" * 500)),
    ],
    ids=["just room", "lines that have room", "too much", "too many lines"],
)
def test_the_answer_of_a_text_that_is_far_too_long_is_its_beginning_and_says_so(
    text: str, shown: str | None, open_draft: OpenDraft
) -> None:
    user = open_draft(replace(drafts.complete(), description=text))
    user.go_to("page.approve")
    labels = [label.text() for label in user.page.findChildren(AnswerList)[0].findChildren(QLabel)]
    assert (text if shown is None else f"{shown} …\n({REST_IN_FIELD})") in labels
