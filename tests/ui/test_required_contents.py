"""What the ministry requires of the overall description stands above its text box."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from botilbud_desktop.ui.pages.description import DescriptionPage
from botilbud_desktop.ui.pages.required_contents import RequiredContents
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.user import User, settle

_WORDS = ("Dækket", "Usikker", "Ikke dækket")


def contents_of(user: User) -> RequiredContents:
    user.go_to("page.description")
    page = user.page
    assert isinstance(page, DescriptionPage)
    return page.contents


def label(user: User, text: str) -> QLabel:
    (found,) = [one for one in user.page.findChildren(QLabel) if one.isVisible() and one.text() == text]
    return found


def title(user: User, number: int) -> LinkButton:
    return user.widget(f"judged_contents.{number}", LinkButton)


def area_of(user: User, widget: QWidget) -> QRect:
    """Returns where a widget is in the visible part of the page, in px."""
    return QRect(widget.mapTo(user.page.viewport(), QPoint(0, 0)), widget.size())


def shown_wholly(user: User, widget: QWidget) -> bool:
    return user.page.viewport().rect().contains(area_of(user, widget))


def test_the_contents_and_the_documentation_stand_above_the_text(complete: User) -> None:
    contents_of(complete)
    round_ = complete.controller.round
    top_of_text = area_of(complete, complete.area("description")).top()
    order = [
        round_.description_introduction,
        round_.documentation,
    ]
    assert all(area_of(complete, label(complete, text)).bottom() < top_of_text for text in order)
    for content in round_.required_contents:
        link = title(complete, content.number)
        assert link.words() == f"{content.number}. {content.title}"
        assert area_of(complete, link).bottom() < top_of_text


@pytest.mark.parametrize("size", [(1280, 720), (1366, 696)])
def test_contents_text_and_counter_are_all_in_view(complete: User, size: tuple[int, int]) -> None:
    complete.window.resize(*size)
    contents = contents_of(complete)
    settle()
    assert QApplication.focusWidget() is complete.area("description")
    assert shown_wholly(complete, contents)
    assert shown_wholly(complete, complete.area("description"))


def test_in_a_small_window_the_text_is_in_view_and_the_contents_are_a_scroll_away(complete: User) -> None:
    complete.window.resize(960, 468)
    contents_of(complete)
    settle()
    assert area_of(complete, complete.area("description")).top() < complete.page.viewport().height() / 2


def test_each_content_has_its_state_in_words(complete: User) -> None:
    contents = contents_of(complete)
    missing = [found.detail for found in complete.view.assessment.findings if found.detail]
    states = [text.text() for text in contents.findChildren(QLabel) if text.text() in _WORDS]
    assert len(states) == 6
    assert len(states) - states.count("Dækket") == len(missing)


def test_the_ministrys_wording_unfolds_with_the_keyboard_and_folds_again(complete: User) -> None:
    contents = contents_of(complete)
    first = complete.controller.round.required_contents[0]
    complete.area("description").setFocus()
    complete.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is contents.toggle
    complete.press(Qt.Key.Key_Space)
    assert first.text in complete.texts()
    complete.press(Qt.Key.Key_Space)
    assert first.text not in complete.texts()
    assert title(complete, 1).isVisible()


def test_the_titles_take_two_columns_only_where_they_fit(complete: User) -> None:
    contents_of(complete)
    numbers = [content.number for content in complete.controller.round.required_contents]
    for width, columns in ((1366, 2), (900, 1), (1366, 2)):
        complete.window.resize(width, 696)
        settle()
        assert len({area_of(complete, title(complete, number)).left() for number in numbers}) == columns
