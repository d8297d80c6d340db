"""Text that changes while typing looks as Qt draws it, paints only what is new, and moves nothing needlessly."""

from typing import override

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.still_text import StillText
from tests.ui.user import User, settle

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SIZE = QSize(230, 90)
_OVER = "Teksten er {} tegn for lang. Grænsen er 4.000 tegn. Word viser {}, fordi Word ikke tæller linjeskift."
_LEFT = "Du har {} tegn tilbage af 4.000.\nHer tælles {}. Word viser {}, fordi Word ikke tæller linjeskift."


class Watch(QObject):
    """Records the layout requests of the program, and what of a widget is painted.

    A widget that asks itself, since its mark was made, lays out nothing around it.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.layouts = 0
        self.painted: list[QRegion] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.layouts += event.type() is QEvent.Type.LayoutRequest and watched is not self._widget
        if watched is self._widget and isinstance(event, QPaintEvent):
            self.painted.append(event.region())
        return False


@pytest.fixture
def shown(qtbot: QtBot) -> StillText:
    text = StillText(2)
    qtbot.addWidget(text)
    text.resize(_SIZE)
    text.show()
    qtbot.waitExposed(text)
    settle()
    return text


def watched(widget: QWidget) -> Watch:
    watch = Watch(widget)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    return watch


def on_screen(widget: QWidget) -> QImage:
    """Returns what was painted on the screen, without painting anything anew."""
    settle()
    shown = widget.screen().grabWindow(widget.winId()).toImage()
    return shown.convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_by_qt(widget: QWidget, text: str, left: int = 0) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(widget.palette().window().color())
    painter = QPainter(image)
    painter.setFont(widget.font())
    painter.setPen(widget.palette().windowText().color())
    painter.drawText(widget.rect().adjusted(left, 0, 0, 0), _FLAGS, text)
    painter.end()
    return image


@pytest.mark.parametrize("width", [5, 60, 150, 230, 700])
@pytest.mark.parametrize(
    "text",
    [
        "Ét",
        _OVER.format(12, "4.012"),
        _LEFT.format(9, 8, 7),
        "slut \n\n ",
        "a\tb",
        "∑ 漢字 é 😀 ffi",
        "Tegnet ש 12 og 34",
    ],
)
def test_a_text_has_the_lines_the_height_and_the_pixels_that_qt_gives_it(qtbot: QtBot, text: str, width: int) -> None:
    widget = StillText()
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.setText(text)
    assert painted_anew(widget) == drawn_by_qt(widget, text)
    needed = widget.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), _FLAGS, text).height()
    assert widget.heightForWidth(width) == max(needed, widget.fontMetrics().lineSpacing())


def test_a_number_that_becomes_another_one_is_painted_alone(shown: StillText) -> None:
    shown.setText(_OVER.format(12, "3.012"))
    settle()
    watch = watched(shown)
    shown.setText(_OVER.format(13, "3.012"))
    settle()
    assert len(watch.painted) == 1
    first_words = QRect(0, 0, shown.fontMetrics().horizontalAdvance("Teksten er"), 1000)
    assert not watch.painted[0].intersects(first_words)


def test_new_numbers_look_as_if_everything_had_been_painted(shown: StillText) -> None:
    for number in (*range(95, 105), 1999, 2000, 3888, 1111):
        for text in (_OVER.format(number, 4000 + number), _OVER.format(number + 1, 4001 + number)):
            shown.setText(text)
            assert on_screen(shown) == drawn_by_qt(shown, text), text


def test_numbers_that_change_several_times_before_they_are_painted_are_right(shown: StillText) -> None:
    shown.setText(_LEFT.format(50, 3950, 3940))
    settle()
    for number in (51, 52, 50, 53):
        shown.setText(_LEFT.format(number, 3900 + number, 3940))
    shown.setText(_LEFT.format(50, 3950, 3941))
    assert on_screen(shown) == drawn_by_qt(shown, _LEFT.format(50, 3950, 3941))


def test_a_number_that_changed_while_nothing_was_shown_is_right_when_it_is(shown: StillText) -> None:
    shown.setText(_LEFT.format(50, 3950, 3940))
    settle()
    shown.hide()
    shown.setText(_LEFT.format(51, 3951, 3940))
    shown.show()
    assert on_screen(shown) == drawn_by_qt(shown, _LEFT.format(51, 3951, 3940))
    shown.setText(_LEFT.format(52, 3952, 3940))
    shown.resize(_SIZE.width() - 40, _SIZE.height())
    assert on_screen(shown) == drawn_by_qt(shown, _LEFT.format(52, 3952, 3940))


def test_a_number_is_right_in_another_font(shown: StillText) -> None:
    shown.setText(_LEFT.format(50, 3950, 3940))
    settle()
    font = shown.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    shown.setText(_LEFT.format(51, 3951, 3940))
    shown.setFont(font)
    shown.setText(_LEFT.format(52, 3952, 3940))
    assert on_screen(shown) == drawn_by_qt(shown, _LEFT.format(52, 3952, 3940))


def test_the_height_is_that_of_the_text_the_width_and_the_font_of_now(shown: StillText) -> None:
    def needed(width: int) -> int:
        height = shown.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), _FLAGS, shown.text()).height()
        return max(height, shown.fontMetrics().lineSpacing())

    shown.setText("Ét ord eller to " * 8)
    heights = [shown.heightForWidth(width) for width in range(60, 400, 20)]
    assert heights == [needed(width) for width in range(60, 400, 20)]
    shown.setText("Ét ord eller to " * 16)
    assert shown.heightForWidth(60) == needed(60) > heights[0]
    font = shown.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    before = shown.heightForWidth(60)
    shown.setFont(font)
    assert shown.heightForWidth(60) == needed(60) > before


def test_text_beside_an_icon_gives_way_to_it(shown: StillText) -> None:
    icon = QPixmap(16, 16)
    icon.fill(Qt.GlobalColor.red)
    shown.setText(_LEFT.format(50, 3950, 3940))
    without = shown.heightForWidth(_SIZE.width() - 24)
    shown.setPixmap(icon)
    assert shown.heightForWidth(_SIZE.width()) == without
    shown.setText(_LEFT.format(51, 3951, 3940))
    settle()
    shown.setText(_LEFT.format(52, 3952, 3940))
    picture, beside = on_screen(shown), QRect(24, 0, _SIZE.width() - 24, _SIZE.height())
    assert picture.pixelColor(8, 8) == Qt.GlobalColor.red
    assert picture.copy(beside) == drawn_by_qt(shown, _LEFT.format(52, 3952, 3940), 24).copy(beside)
    shown.setPixmap(QPixmap())
    assert on_screen(shown) == drawn_by_qt(shown, _LEFT.format(52, 3952, 3940))


def test_a_key_within_the_lines_of_the_counter_lays_out_nothing(empty: User) -> None:
    empty.go_to("page.description")
    empty.click("description")
    empty.keys("a" * 5)
    watch = watched(empty.area("description"))
    empty.keys("bcdefghijklmno")
    assert empty.note_at("description") == "Du har 3.981 tegn tilbage af 4.000."
    assert watch.layouts == 0


def test_the_key_that_exceeds_the_limit_lays_out_nothing_while_the_counter_keeps_its_height(empty: User) -> None:
    empty.go_to("page.description")
    empty.click("description")
    empty.paste("a" * 3998)
    watch = watched(empty.area("description"))
    empty.keys("bcd")
    assert empty.note_at("description") == "Teksten er 1 tegn for lang. Grænsen er 4.000 tegn."
    assert watch.layouts == 0


def test_a_counter_that_needs_another_line_gets_it(empty: User) -> None:
    empty.go_to("page.description")
    empty.click("description")
    empty.paste("a" * 3990)
    label = next(text for text in empty.page.findChildren(StillText) if "tegn tilbage" in text.text())
    before = label.height()
    empty.window.resize(empty.window.minimumSize())
    watch = watched(empty.area("description"))
    empty.keys("\n" * 12)
    assert watch.layouts > 0
    assert label.height() == label.heightForWidth(label.width()) > before


def test_a_counter_keeps_the_room_of_a_line_it_needed_until_the_field_is_left(empty: User) -> None:
    empty.go_to("page.project.0")
    empty.click("projects.0.description")
    empty.paste("a" * 995)
    empty.window.resize(empty.window.minimumSize())
    label = next(text for text in empty.page.findChildren(StillText) if "tegn tilbage" in text.text())
    heights, needed = [], []
    for key in [Qt.Key.Key_Return] * 20 + [Qt.Key.Key_Backspace] * 20:
        empty.press(key)
        heights.append(label.height())
        needed.append(label.heightForWidth(label.width()))
    assert max(needed) > needed[-1], "the last texts do not need fewer lines"
    assert heights == sorted(heights)
    assert max(heights) == max(needed)
    empty.press(Qt.Key.Key_Tab)
    assert label.height() == needed[-1]
