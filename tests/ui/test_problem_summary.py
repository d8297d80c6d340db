"""»Der er problemer« on Kontrol and on Vis og godkend (requirements 8 and 9)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.pages.approve import ApprovePage
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.pages.finding_list import FindingList
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, is_in_view, said_in

WHERE = ["page.check", "page.approve"]
AT_NO_FIELD = {"loan.missing"}
"""Findings about both years' loans together; see the test that is expected to fail."""


def ask(user: User, page: str) -> FindingList:
    """Opens the problems on the check page, or by pressing »Godkend«."""
    user.go_to(page)
    if page == "page.approve":
        user.click("approve.approve")
    return summary(user)


def summary(user: User) -> FindingList:
    page = user.page
    assert isinstance(page, CheckPage | ApprovePage)
    return page.problems


def words(link: LinkButton) -> str:
    """Returns the sentence of a link, without the project in front."""
    text = link.words()
    return text.partition(": ")[2] if text.startswith("Projekt ") else text


@pytest.mark.parametrize("page", WHERE)
def test_the_summary_stands_on_top_and_takes_the_focus(aalborg: User, page: str) -> None:
    problems = ask(aalborg, page)
    assert problems.isVisible()
    assert QApplication.focusWidget() is problems
    assert any(label.text() == "Der er problemer" for label in problems.findChildren(QLabel))
    assert problems.accessibleName() == "Der er problemer"
    assert aalborg.page.verticalScrollBar().value() == 0
    above = [field for field in aalborg.page.findChildren(Field) if field.isVisible() and field.y() < problems.y()]
    assert above == []


@pytest.mark.parametrize("page", WHERE)
def test_each_error_has_one_link_and_nothing_else_has(aalborg: User, page: str) -> None:
    problems = ask(aalborg, page)
    errors = [finding.message for finding in aalborg.view.assessment.errors]
    assert len(errors) == 6
    assert [words(link) for link in problems.links] == errors


@pytest.mark.parametrize("page", WHERE)
def test_each_link_leads_to_its_field_with_the_label_in_view_and_the_same_words(empty: User, page: str) -> None:
    empty.write_and_leave("projects.0.completion_date", "31.02.2026")
    empty.write_and_leave("projects.0.gross_construction_cost", "-1")
    empty.click("projects.0.places.add")
    empty.write_and_leave("projects.0.places.0.count", "otte")
    number = len(ask(empty, page).links)
    assert number >= 9
    for index in range(number):
        empty.go_to("page.project.0")
        bar = empty.page.verticalScrollBar()
        bar.setValue(bar.maximum() if index % 2 else 0)  # scrolled to the bottom and to the top in turn
        empty.go_to(page)
        link = summary(empty).links[index]
        sentence = words(link)
        empty.click(link)
        finding = next(finding for finding in empty.view.assessment.errors if finding.message == sentence)
        field = field_path(finding.field)
        focus = QApplication.focusWidget()
        assert focus is not None, sentence
        assert focus.objectName().startswith(field.object_name), sentence
        if finding.code not in AT_NO_FIELD:
            assert sentence in _texts_around(focus), sentence
        label = _label_of(focus)
        if label is not None:
            assert is_in_view(label), sentence
        assert not focus.visibleRegion().isEmpty(), sentence


@pytest.mark.parametrize(("loan", "cost"), [("", ""), ("30.000", "20.000")])
def test_a_problem_of_the_whole_loan_stands_at_the_loan_too(empty: User, loan: str, cost: str) -> None:
    empty.write_and_leave("projects.0.loan.2025", loan)
    empty.write_and_leave("projects.0.gross_construction_cost", cost)
    empty.go_to("page.check")
    link = next(link for link in summary(empty).links if "lån" in link.words().lower())
    empty.click(link)
    assert words(link) in empty.texts()


@pytest.mark.parametrize("page", WHERE)
def test_a_link_is_followed_with_the_keyboard(aalborg: User, page: str) -> None:
    ask(aalborg, page)
    aalborg.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is summary(aalborg).links[0]
    aalborg.press(Qt.Key.Key_Return)
    assert aalborg.page.objectName() == "page.project.0"
    assert QApplication.focusWidget() is aalborg.area("projects.0.description")


@pytest.mark.parametrize("page", WHERE)
def test_what_is_mended_leaves_the_list(aalborg: User, page: str) -> None:
    before = [link.words() for link in ask(aalborg, page).links]
    aalborg.go_to("page.contacts")
    aalborg.write("contacts.phones", "99 31 31 31")
    aalborg.go_to(page)
    after = [link.words() for link in summary(aalborg).links if link.isVisible()]
    assert set(before) - set(after) == {"Angiv mindst ét telefonnummer."}
    assert set(after) < set(before)


@pytest.mark.parametrize("page", WHERE)
def test_the_summary_is_gone_when_all_is_mended(aalborg: User, page: str) -> None:
    ask(aalborg, page)
    for project in (0, 1):
        aalborg.go_to(f"page.project.{project}")
        aalborg.write(f"projects.{project}.description", "Kort.")
    aalborg.go_to("page.description")
    aalborg.write("description", "Samlet.")
    aalborg.go_to("page.contacts")
    aalborg.write("contacts.names", "Åse")
    aalborg.write("contacts.phones", "99 31 31 31")
    aalborg.write("contacts.emails", "aase@aalborg.dk")
    aalborg.go_to(page)
    assert not summary(aalborg).isVisible()


def test_the_page_of_approval_shows_no_problems_before_godkend_is_pressed(aalborg: User) -> None:
    aalborg.go_to("page.approve")
    assert not summary(aalborg).isVisible()


def test_godkend_is_never_greyed_out(empty: User) -> None:
    empty.go_to("page.approve")
    button = empty.button("approve.approve")
    assert button.isEnabled()
    empty.click(button)
    assert button.isEnabled()
    assert button.isVisible()


def test_godkend_with_problems_lists_them_and_approves_and_writes_nothing(
    aalborg: User, questions: RecordedQuestions, folders: UserFolders
) -> None:
    assert aalborg.path is not None
    before = aalborg.path.read_bytes()
    aalborg.go_to("page.approve")
    aalborg.write("approve.name", "Åse Ørsted")
    aalborg.click("approve.approve")
    assert len(summary(aalborg).links) == len(aalborg.view.assessment.errors) == 6
    assert questions.asked == []
    assert aalborg.view.status is Status.DRAFT
    assert aalborg.application.approvals == ()
    assert aalborg.path.read_bytes() == before
    assert not aalborg.controller.editor.is_modified
    assert not (folders.data / "kvitteringer").exists()


def test_enter_in_the_name_field_is_godkend(aalborg: User) -> None:
    aalborg.go_to("page.approve")
    aalborg.write("approve.name", "Åse Ørsted")
    aalborg.press(Qt.Key.Key_Return)
    assert summary(aalborg).isVisible()


def test_findings_that_are_not_errors_are_listed_apart_and_do_not_block(complete: User) -> None:
    complete.go_to("page.check")
    page = complete.page
    assert isinstance(page, CheckPage)
    assert not page.problems.isVisible()
    warnings = [f.message for f in complete.view.assessment.findings if f.severity is Severity.WARNING]
    assert [words(link) for link in page.advice.links] == warnings
    assert page.verdict.text() == f"Alt er udfyldt, men der er {len(warnings)} ting at være opmærksom på."


def test_a_problem_without_a_field_of_its_own_leads_to_its_page(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(6))
    problems = ask(user, "page.check")
    user.click(next(link for link in problems.links if "plads til 5 projekter" in link.words()))
    assert user.page.objectName() == "page.projects"
    assert any("plads til 5 projekter" in text for text in user.texts())


def test_a_draft_that_opens_with_problems_says_so_in_one_bar(aalborg: User) -> None:
    assert aalborg.notice_text() == (
        "Projekt 1: Teksten er 3 tegn for lang. Grænsen er 1.000 tegn. "
        "Word viser 999. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.003.\n"
        "Projekt 2: Teksten er 5 tegn for lang. Grænsen er 1.000 tegn. "
        "Word viser 1.001. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.005."
    )
    aalborg.click_notice("Se problemerne")
    assert aalborg.page.objectName() == "page.check"


def test_the_bar_follows_what_is_mended_and_goes_with_the_last_problem(aalborg: User) -> None:
    aalborg.write("projects.0.description", "Kort.")
    assert aalborg.notice_text().startswith("Projekt 1: ")  # the bar does not change while the user types below it
    aalborg.go_to("page.project.1")
    assert aalborg.notice_text() == (
        "Projekt 2: Teksten er 5 tegn for lang. Grænsen er 1.000 tegn. Word viser 1.001. Hvert "
        "linjeskift fylder 2, når teksten sendes, så den fylder 1.005."
    )
    aalborg.write("projects.1.description", "Kort.")
    aalborg.go_to("page.check")
    assert aalborg.notice_text() == ""


def test_a_draft_that_only_lacks_something_opens_without_a_bar(thisted: User) -> None:
    assert thisted.notice_text() == ""


def _texts_around(widget: QWidget) -> str:
    """Returns all texts around a field or a list of rows, or on the page if the field is directly on it."""
    holder = widget.parentWidget()
    assert holder is not None
    return "\n".join(said_in(holder))


def _label_of(widget: QWidget) -> QLabel | None:
    holder = widget.parentWidget()
    return holder.label if isinstance(holder, Field) else None
