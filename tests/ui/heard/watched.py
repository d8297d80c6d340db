"""The program as its user runs it, with somebody who writes down what can be seen: `python -m tests.ui.heard.watched`.

Each time that changes, a JSON line goes to the file in the environment variable `SEEN`:
`page`: the shown page;
`messages`: what is painted as a message: its text, whether it came to a page or window that was shown before, whether
a control has it in its description, and whether it is a part of the page;
`inputs`: the names of the inputs of the shown page.
"""

import json
import os
import sys
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from botilbud_desktop.__main__ import main
from botilbud_desktop.ui import app
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

SEEN = "SEEN"
_EACH_MS = 40
_TIP = "QTipLabel"
_INPUTS = (QLineEdit, QPlainTextEdit, QComboBox)


class Watcher(QObject):
    """Looks at the shown windows all the time."""

    def __init__(self, application: QApplication, file: Path) -> None:
        super().__init__(application)
        self._file = file
        self._told: dict[str, Any] = {}
        self._shown: set[QWidget] = set()
        """The widgets that were shown when it looked last."""
        self._came: dict[str, bool] = {}
        """The messages that are shown, and whether they came to a page that was shown before."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_EACH_MS)

    def _look(self) -> None:
        shown = {widget for top in QApplication.topLevelWidgets() if top.isVisible() for widget in _shown_in(top)}
        messages = {text: widget for widget in shown if (text := _message(widget))}
        self._came = {text: self._came.get(text, self._comes_to_a_page(of)) for text, of in messages.items()}
        pages = [widget for widget in shown if isinstance(widget, Page)]
        words = "\n".join(widget.accessibleDescription() for widget in shown if _is_a_stop(widget))
        told = {
            "page": "".join(page.objectName() for page in pages),
            "messages": [
                (text, self._came[text], text in words, _page_of(of) is not None)
                for text, of in sorted(messages.items(), key=itemgetter(0))
            ],
            "inputs": sorted({widget.accessibleName() for widget in shown if _is_of_a_page(widget)}),
        }
        self._shown = {widget for widget in shown if not isinstance(widget, Page) or widget.is_complete}
        if told != self._told:
            self._told = told
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(told, ensure_ascii=False)}\n")

    def _comes_to_a_page(self, widget: QWidget) -> bool:
        """Whether the page of the widget, or its window, was shown before."""
        page, window = _page_of(widget), widget.window()
        return (page is None or page in self._shown) and (window in self._shown or window.inherits(_TIP))


def _shown_in(top: QWidget) -> Iterator[QWidget]:
    yield top
    yield from (widget for widget in top.findChildren(QWidget) if widget.isVisible())


def _message(widget: QWidget) -> str:
    """Returns what is said of a widget that is a message; "" of all others."""
    if isinstance(widget, Note) and widget.matter:
        return widget.spoken
    if isinstance(widget, NoticeBar):
        return widget.message.text()
    return widget.text() if isinstance(widget, QLabel) and widget.inherits(_TIP) else ""


def _is_a_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _is_of_a_page(widget: QWidget) -> bool:
    if not isinstance(widget, _INPUTS) or not isinstance(widget.window(), QMainWindow):
        return False
    return _page_of(widget) is not None


def _page_of(widget: QWidget) -> Page | None:
    part: QWidget | None = widget
    while part is not None and not isinstance(part, Page):
        part = part.parentWidget()
    return part


class _Watched:
    """Makes the application as the program does, and begins to watch."""

    def __init__(self) -> None:
        self._make = app.make_application

    def __call__(self, arguments: list[str]) -> QApplication:
        made = self._make(arguments)
        Watcher(made, Path(os.environ[SEEN]))
        return made


if __name__ == "__main__":
    app.make_application = _Watched()
    sys.exit(main())
