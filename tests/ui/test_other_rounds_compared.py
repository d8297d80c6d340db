"""Two copies of a draft to another round are compared and merged in the window, in the words of that round."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.merging.merge import merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.comparing.difference_list import DifferenceList
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.shipped_figures import shipped_in
from tests.ui.merger import Open, open_merge
from tests.ui.screen import texts_of
from tests.ui.small_window import put, small_window
from tests.ui.user import settle

__all__ = ["open_merge"]  # the fixture


@pytest.fixture(params=OTHERS)
def form(request: pytest.FixtureRequest) -> Round:
    return other_round(request.param)


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


def with_loans(form: Round, amount: int, names: str) -> Application:
    """Returns the draft of a round with this loan in each year of each project."""
    draft = draft_of(form.id)
    loan = dict.fromkeys(form.year_keys, amount)
    projects = tuple(replace(project, loan=loan) for project in draft.projects)
    return replace(draft, projects=projects, contacts=replace(draft.contacts, names=names))


def test_each_difference_is_named_as_in_the_round(form: Round, holder: QWidget) -> None:
    found = list(differences(draft_of(form.id), with_loans(form, 77, "Ida"), form))
    labels = [difference.label for difference in found]
    loans = [column for column in form.columns if ".loan." in column.path]
    for number in range(1, form.max_projects + 1):
        for column in loans:
            year = column.path[-4:]
            assert f"Projekt {number} · {column.column}. Lån i {year}" in labels
    shown = put(DifferenceList(), holder)
    shown.show_differences(found, "Før", "Efter")
    settle()
    assert [words for text in texts_of(shown) for words in shipped_in(text)] == []


def test_conflicts_are_asked_about_in_the_words_of_the_round(form: Round, open_merge: Open) -> None:
    base, mine, theirs = draft_of(form.id), with_loans(form, 77, "Ida"), with_loans(form, 88, "Bo")
    person = open_merge(merge(base, mine, theirs))
    for _page in range(4):
        assert [words for text in texts_of(person.dialog) for words in shipped_in(text)] == []
        if not person.dialog.forward.isEnabled():
            break
        person.go_on()
    person.dialog.reject()
