"""Beside the text in the full window nothing is cut at the side, in a small window and with a large text."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.ui.facts.stale_notes import StaleNotes
from botilbud_desktop.ui.pages.required_contents import RequiredContents
from botilbud_desktop.ui.style.theme import apply_text_size
from botilbud_desktop.ui.widgets.link_row import LinkRow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.test_full_window import full, write_alone
from tests.ui.user import settle

_OLD = "Projektet medfører nyetablering af 12 pladser i en eksisterende bygning."


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_beside_the_text_is_cut(
    open_draft: OpenDraft, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_text_size(qapp, percent)
    entries = (InsertedFact(content=6, text=_OLD),)
    user = open_draft(replace(drafts.complete(), description=f"Vi får 14 nye pladser. {_OLD}", inserted_facts=entries))
    user.window.resize(*size)
    user.go_to("page.description")
    write_alone(user, "description")
    settle()
    (notes,) = (one for one in full(user).findChildren(StaleNotes) if one.isVisible())
    side = next(area for area in full(user).findChildren(QScrollArea)[::-1] if area.isAncestorOf(notes))
    inner = side.widget()
    assert inner is not None
    assert inner.width() <= side.viewport().width()
    buttons = [one for one in notes.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 2
    for button in buttons:
        area = QRect(button.mapTo(inner, button.rect().topLeft()), button.size())
        assert inner.rect().contains(area)
        assert button.width() >= button.minimumSizeHint().width()
    assert full(user).field.input.width() >= size[0] // 3


def test_titles_that_take_two_lines_are_not_cut(open_draft: OpenDraft, qapp: QApplication) -> None:
    apply_text_size(qapp, 200)
    user = open_draft(replace(drafts.complete(), description="Vi får 14 nye pladser."))
    user.window.resize(800, 600)
    user.go_to("page.description")
    write_alone(user, "description")
    settle()
    (contents,) = full(user).findChildren(RequiredContents)
    for point in contents.points:
        assert point.link.height() >= point.link.heightForWidth(point.link.width()), point.link.words()


@pytest.mark.parametrize("width", [640, 800, 960, 1366])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_heading_is_whole_and_the_tools_beside_it_go_below_each_other(
    open_draft: OpenDraft, qapp: QApplication, width: int, percent: int
) -> None:
    apply_text_size(qapp, percent)
    user = open_draft(drafts.complete())
    user.window.resize(width, 600)
    user.go_to("page.description")
    text = user.page.input_near(field_path("description"))
    assert text is not None
    text.setFocus()
    user.use_menu("Skriv i hele &vinduet")
    settle()
    title = full(user)._heading
    longest = max(title.fontMetrics().horizontalAdvance(word) for word in title.text().split())
    assert title.width() >= longest
    assert title.height() >= title.heightForWidth(title.width())
    back = full(user).findChild(QPushButton, "writing.back")
    assert isinstance(back, QPushButton)
    row = back.parentWidget()
    assert isinstance(row, LinkRow)
    for part in row.in_order:
        assert row.rect().contains(part.geometry()), part
        assert part.width() >= part.fontMetrics().horizontalAdvance(getattr(part, "text")())  # noqa: B009 - two classes
    assert QRect(title.geometry()).intersected(row.geometry()).isEmpty()
