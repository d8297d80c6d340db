"""The pages of a document: paging, scrolling and zooming with keys, buttons and the mouse wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.preview.preview import Preview
from tests.ui.conftest import OpenDraft
from tests.ui.test_preview import long_draft, open_preview, picture, press
from tests.ui.user import User, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_scrolling_moves_the_pages_by_as_much_as_is_scrolled(aalborg: User) -> None:
    preview = open_preview(aalborg)
    pages = preview.pages
    pages.set_zoom(200)
    pages.clearFocus()  # the focus ring does not scroll
    down, across = pages.verticalScrollBar(), pages.horizontalScrollBar()
    down.setValue(0)
    across.setValue(0)
    before = picture(pages.viewport())
    down.setValue(90)
    across.setValue(35)
    after = picture(pages.viewport())
    shared = before.rect().adjusted(0, 0, -35, -90)
    assert before.copy(shared.translated(35, 90)) == after.copy(shared)
    assert before.copy(shared) != after.copy(shared)


def test_the_focus_is_seen_as_a_ring_of_two_pixels_on_all_four_sides(aalborg: User) -> None:
    pages = open_preview(aalborg).pages
    pages.setFocus()
    settle()
    ring = pages.palette().windowText().color().name()
    image = picture(pages.viewport())
    right, foot = image.width() - 1, image.height() - 1
    middle = QPoint(image.width() // 2, image.height() // 2)
    for at in (0, 1):
        sides = [(at, middle.y()), (right - at, middle.y()), (middle.x(), at), (middle.x(), foot - at)]
        assert [image.pixelColor(x, y).name() for x, y in sides] == [ring] * 4


def test_the_buttons_turn_the_pages_and_zoom_by_steps(open_draft: OpenDraft) -> None:
    user = open_draft(long_draft())
    preview = open_preview(user)
    assert preview.tools.position.text() == f"Side 1 af {preview.pages.page_count}"
    assert not preview.tools.back.isEnabled()
    press(user, "page.preview.forward")
    assert preview.tools.position.text() == f"Side 2 af {preview.pages.page_count}"
    press(user, "page.preview.back")
    assert preview.tools.position.text() == f"Side 1 af {preview.pages.page_count}"
    preview.pages.set_zoom(100)
    press(user, "page.preview.larger")
    assert preview.pages.zoom == 125
    press(user, "page.preview.smaller")
    assert preview.pages.zoom == 100
    press(user, "page.preview.smaller")
    assert preview.pages.zoom == 75
    preview.pages.show_page(preview.pages.page_count)
    assert not preview.tools.forward.isEnabled()


def test_a_zoom_is_chosen_from_the_list(aalborg: User) -> None:
    preview = open_preview(aalborg)
    zoom = preview.tools.zoom
    zoom.setFocus()
    while zoom.currentText() != "150 %":
        before = zoom.currentIndex()
        QTest.keyClick(zoom, Qt.Key.Key_Down)
        zoom.activated.emit(zoom.currentIndex())
        assert zoom.currentIndex() != before
    settle()
    assert preview.pages.zoom == 150


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_scrolls(aalborg: User) -> None:
    preview = open_preview(aalborg)
    preview.pages.set_zoom(100)
    for notches, wanted in ((1, 125), (-1, 100), (-1, 75)):
        assert turn_wheel_with_control(preview, notches)
        assert preview.pages.zoom == wanted
    preview.pages.verticalScrollBar().setValue(0)
    aalborg.turn_wheel(preview.pages.viewport(), -1)
    assert preview.pages.verticalScrollBar().value() > 0
    assert preview.pages.zoom == 75


def turn_wheel_with_control(preview: Preview, notches: int) -> bool:
    viewport = preview.pages.viewport()
    centre = QPointF(viewport.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(viewport.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        _CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    settle()
    return event.isAccepted()


def test_what_is_read_stays_in_view_when_it_is_zoomed(open_draft: OpenDraft) -> None:
    preview = open_preview(open_draft(long_draft()))
    pages = preview.pages
    pages.set_zoom(100)
    pages.show_page(3)
    middle = pages.verticalScrollBar().value() + pages.viewport().height() / 2
    part = middle / (pages.verticalScrollBar().maximum() + pages.viewport().height())
    pages.set_zoom(200)
    middle = pages.verticalScrollBar().value() + pages.viewport().height() / 2
    assert abs(middle / (pages.verticalScrollBar().maximum() + pages.viewport().height()) - part) < 0.002
    assert pages.current_page == 3


def test_one_can_scroll_exactly_to_the_end_of_the_pages(aalborg: User) -> None:
    pages = open_preview(aalborg).pages
    pages.set_zoom(200)
    last = pages.page_areas[-1]
    down, across = pages.verticalScrollBar(), pages.horizontalScrollBar()
    assert (down.minimum(), across.minimum()) == (0, 0)
    assert 0 <= down.maximum() + pages.viewport().height() - last.bottom() <= 40
    assert 0 <= across.maximum() + pages.viewport().width() - last.right() <= 40
    assert 0 < pages.viewport().height() - down.pageStep() <= 60
    assert down.singleStep() == across.singleStep()
    assert 20 <= down.singleStep() <= 60


def test_pages_far_away_are_drawn_again_when_one_comes_back(open_draft: OpenDraft) -> None:
    pages = open_preview(open_draft(long_draft())).pages
    first = picture(pages.viewport())
    for page in [*range(1, pages.page_count + 1), 1]:
        pages.show_page(page)
        settle()
        picture(pages.viewport())
    pages.verticalScrollBar().setValue(0)
    assert picture(pages.viewport()) == first
    assert len(pages._pictures) <= 4


def test_the_pages_tell_their_place_by_name(open_draft: OpenDraft) -> None:
    pages = open_preview(open_draft(long_draft())).pages
    pages.show_page(2)
    said = pages.accessibleName()
    assert said == f"Skemaet, side 2 af {pages.page_count}. Svarene står som tekst ved siden af."


def test_ctrl_home_and_end_and_the_page_keys_lead_through_the_pages(open_draft: OpenDraft) -> None:
    pages = open_preview(open_draft(long_draft())).pages
    QTest.keyClick(pages, Qt.Key.Key_PageDown, _CONTROL)
    assert pages.current_page == 2
    QTest.keyClick(pages, Qt.Key.Key_PageUp, _CONTROL)
    assert pages.current_page == 1
    QTest.keyClick(pages, Qt.Key.Key_End, _CONTROL)
    assert pages.verticalScrollBar().value() == pages.verticalScrollBar().maximum()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert pages.current_page == 1
    pages.show_page(0)
    assert pages.current_page == 1
    pages.show_page(999)
    assert pages.current_page == pages.page_count


@pytest.mark.parametrize(("down", "across"), [(0, 0), (70, 30)])
def test_a_page_is_drawn_exactly_at_its_place(aalborg: User, down: int, across: int) -> None:
    pages = open_preview(aalborg).pages
    pages.set_zoom(200)
    palette = QPalette(pages.palette())
    palette.setColor(QPalette.ColorRole.Mid, Qt.GlobalColor.black)
    pages.setPalette(palette)
    pages.clearFocus()
    pages.verticalScrollBar().setValue(0)
    pages.horizontalScrollBar().setValue(across)
    page_rect = pages.page_areas[0].translated(-across, 0)
    image = picture(pages.viewport())
    top = [image.pixelColor(max(page_rect.left(), 0) + 20, page_rect.top() + y).name() for y in (-1, 0)]
    assert top == ["#000000", "#ffffff"]
    if page_rect.left() > 0:
        left = [image.pixelColor(page_rect.left() + x, page_rect.top() + 20).name() for x in (-1, 0)]
        assert left == ["#000000", "#ffffff"]
    second = pages.page_areas[1] if pages.page_count > 1 else pages.page_areas[0]
    pages.verticalScrollBar().setValue(second.top() - 100 + down)
    image = picture(pages.viewport())
    edge = second.top() - pages.verticalScrollBar().value()
    assert [image.pixelColor(max(page_rect.left(), 0) + 20, edge + y).name() for y in (-1, 0)] == ["#000000", "#ffffff"]
