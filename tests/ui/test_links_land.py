"""A link leads to the field with its label and its message in view, however small the window is or large the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle


@pytest.fixture
def usual_size(qapp: QApplication) -> Iterator[None]:
    yield
    apply_text_size(qapp, 100)


def is_seen(user: User, widget: QWidget) -> bool:
    """Whether a widget is in view from its top to its bottom."""
    view = user.page.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


@pytest.mark.parametrize(
    ("width", "height", "text_size"),
    [(1366, 700, 100), (1366, 700, 200), (960, 540, 200), (683, 384, 100), (667, 480, 100)],
)
@pytest.mark.usefixtures("usual_size")
def test_each_link_of_kontrol_lands_with_label_and_message_in_view(
    open_draft: OpenDraft, qapp: QApplication, width: int, height: int, text_size: int
) -> None:
    user = open_draft(drafts.example("thisted"))
    apply_text_size(qapp, text_size)
    user.window.resize(width, height)
    settle()
    user.workspace.show_check()
    settle()
    page = user.page
    assert isinstance(page, CheckPage)
    landed = 0
    for number in range(len(page.problems.links)):
        user.workspace.show_check()
        settle()
        user.click(page.problems.links[number])
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        holder = focused.parentWidget()
        if isinstance(holder, Field):
            landed += 1
            assert holder.note.text(), focused.objectName()
            assert is_seen(user, holder.label), focused.objectName()
            assert is_seen(user, holder.note), focused.objectName()
    assert landed >= 5


def test_a_text_that_was_lowered_for_a_small_window_grows_with_it(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.example("thisted"))
    user.go_to("page.description")
    usual = user.area("description").height()
    user.window.resize(683, 384)
    user.workspace.show_field(field_path("description"))
    settle()
    area = user.page.findChild(TextInput, "description")
    assert isinstance(area, TextInput)
    assert area.height() < usual
    user.window.resize(1366, 768)
    settle()
    assert area.height() == usual
