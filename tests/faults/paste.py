"""Pastes and drops markup that names files and servers into every input of the window: nothing is opened or asked for.

Each input of each page, dialog and panel gets a page in which all elements, properties and at-rules name a resource,
in each format that a clipboard has. The full run also pastes each of them by itself. An audit hook watches Python, the
kernel's own notices (`bait`) watch Qt.
"""

import faulthandler
import resource
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from botilbud_desktop.domain.application import Application
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.fields.calendar_popup import CalendarPopup
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.window.dropping import dropped_files
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import Bench, bench
from tests.faults.bait import Bait, bait
from tests.faults.named_resources import all_in_one, each_by_itself
from tests.faults.outcome import Outcome
from tests.faults.watching import Watch
from tests.ui import drafts
from tests.ui.accessibility.scenes import SCENES
from tests.ui.accessibility.world import World
from tests.ui.keeping import SLOW_FILE
from tests.ui.user import User, settle

INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
QUICK_SCENES = ("steps, empty", "letter", "transfer panel", "Excel", "writing")
_END = "Sidste linje"
_LONGEST = 3_000.0
_MEMORY = 6 << 30
_RAW = (
    "application/rtf",
    "text/rtf",
    "application/x-qrichtext",
    "text/markdown",
    "text/x-moz-url",
    "text/uri-list",
    "image/svg+xml",
    "application/xhtml+xml",
    "application/vnd.oasis.opendocument.text",
    'application/x-qt-windows-mime;value="FileNameW"',
    'application/x-qt-windows-mime;value="UniformResourceLocatorW"',
    "x-special/gnome-copied-files",
)


class _Trial:
    """What is tried, and what went wrong."""

    def __init__(self, watch: Watch, hung_out: Bait, made: Bench) -> None:
        self._watch = watch
        self._bait = hung_out
        self._made = made
        self.tried: dict[tuple[str, str], str] = {}
        """The inputs by class and name, and where they were found."""
        self.pastes = 0
        self.failures: list[str] = []

    def every_input(self, top: QWidget, scene: str, *, quick: bool) -> None:
        """Pastes into each input of a window that was not tried before."""
        for widget in [top, *top.findChildren(QWidget)]:
            if not shiboken6.isValid(widget) or not _takes(widget):
                continue
            key = (type(widget).__name__, widget.objectName() or widget.accessibleName())
            if key not in self.tried:
                self.tried[key] = scene
                for resource_ in self._bait.resources()[: 2 if quick else None]:
                    self._every_format(top, widget, resource_)

    def each_by_itself(self, widget: TextInput, resources: tuple[str, ...]) -> None:
        """Pastes each element, property and rule by itself."""
        for resource_ in resources:
            for named in each_by_itself(resource_):
                mime = QMimeData()
                mime.setHtml(named.markup)
                widget.selectAll()
                widget.insertFromMimeData(mime)
                self._look(f"{named.by} = {resource_}")

    def _every_format(self, top: QWidget, widget: QWidget, resource_: str) -> None:
        if not shiboken6.isValid(widget):
            return  # a paste of the last resource has led to another page
        page = f"{all_in_one(resource_)}<p>{_END}</p>"
        name = f"{type(widget).__name__} {widget.objectName()!r}"
        for kind in ("html", "text", "both", "urls", "image", "others"):
            for way in (_press_paste, _call_paste, _drop):
                if not shiboken6.isValid(widget):
                    return
                content = _content(kind, page, resource_)
                way(widget, content)
                settle()
                read = _named_file(content) if way is _drop else ""
                self._look(f"{name}, {kind}, {way.__name__}, {resource_}", read)
                _close_others(top)
        if shiboken6.isValid(widget) and isinstance(widget, TextInput) and not widget.isReadOnly():
            _call_paste(widget, _content("html", f"<b>{_END}</b>", resource_))
            if widget.text() != _END:
                self.failures.append(f"{widget.objectName()}: nothing was pasted at all")

    def _look(self, what: str, read: str = "") -> None:
        """Notes what was touched; `read` is a file that the user dropped on the window to have it read."""
        self.pastes += 1
        found = [*self._bait.touched(), *self._watch.wrong, *self._made.taken_complaints()]
        if read:
            own = (f"'{read}'", Path(read).name)
            found = [each for each in found if not each.endswith(own)]
        self._watch.wrong.clear()
        self.failures += [f"{what}: {each}"[:400] for each in dict.fromkeys(found)]


def run(*, quick: bool) -> Outcome:
    """Runs the part in its own process; it exists on Linux only, whose kernel tells of opened files."""
    if sys.platform != "linux":
        return Outcome("paste: only on Linux")
    return outcome_apart("paste", quick=quick)


def run_here(*, quick: bool) -> Outcome:
    """Tries every input; `quick` tries some windows with few resources."""
    faulthandler.dump_traceback_later(_LONGEST, exit=True)  # a pipe that is read from never ends
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))  # neither does /dev/zero
    with (
        TemporaryDirectory(prefix="botilbud-paste-") as name,
        TemporaryDirectory(prefix="botilbud-bait-") as lure,
        bench(Path(name).resolve()) as made,
        bait(Path(lure).resolve()) as hung_out,
    ):
        watch = Watch(Path(name).resolve())
        trial = _Trial(watch, hung_out, made)
        world = _world(made, Path(name).resolve())
        for scene in QUICK_SCENES if quick else SCENES:
            shown = SCENES[scene](world)
            while (top := next(shown, None)) is not None:
                with watch.watching():
                    trial.every_input(top, scene, quick=quick)
            made.end()
        user = world.open_draft(drafts.with_empty_project())
        for top in _others(user):
            with watch.watching():
                trial.every_input(top, "others", quick=quick)
        user.go_to("page.description")
        with watch.watching():
            trial.each_by_itself(user.area("description"), hung_out.resources()[: 1 if quick else None])
        made.end()
        QApplication.clipboard().clear()  # its content must not outlive Qt
    faulthandler.cancel_dump_traceback_later()
    kinds = sorted({kind for kind, _ in trial.tried})
    line = (
        f"paste: {trial.pastes} times into {len(trial.tried)} inputs ({', '.join(kinds)}), {watch.events} events "
        f"watched, {len(trial.failures)} opened files, connects or errors"
    )
    return Outcome(line, trial.failures)


def _world(made: Bench, folder: Path) -> World:
    def open_window(path: Path | None) -> User:
        return made.start(path, SLOW_FILE)

    def open_draft(application: Application) -> User:
        path = folder / "kladde.botilbud"
        path.write_bytes(draft_bytes(application))
        return open_window(path)

    return World(open_draft, open_window, made.questions, folder)


def _others(user: User) -> Iterator[QWidget]:
    """Yields what no scene shows."""
    popup = CalendarPopup(date(2026, 11, 23), user.window, "")
    popup.open_below(user.window)
    settle()
    yield popup
    popup.close()
    user.use_menu("&Vejledning")
    settle()
    yield from [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not user.window]


def _takes(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractSpinBox):
        return True  # that of a calendar's year is shown on a click
    return widget.isVisible() and (isinstance(widget, INPUTS) or widget.acceptDrops())


def _content(kind: str, page: str, resource_: str) -> QMimeData:
    mime = QMimeData()
    if kind in ("html", "both"):
        mime.setHtml(page)
    if kind in ("text", "both"):
        mime.setText(resource_)
    elif kind == "urls":
        mime.setUrls([QUrl(resource_), QUrl.fromLocalFile(resource_), QUrl.fromUserInput(resource_)])
    elif kind == "image":
        mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
        mime.setData("image/png", resource_.encode())
    elif kind == "others":
        for name in _RAW:
            mime.setData(name, page.encode() if "html" in name or "svg" in name else resource_.encode())
    return mime


def _named_file(content: QMimeData) -> str:
    """Returns the one file of this computer that a drag holds; the window reads such a file."""
    files = dropped_files(content)
    return str(files[0]) if len(files) == 1 else ""


def _press_paste(widget: QWidget, mime: QMimeData) -> None:
    QApplication.clipboard().setMimeData(mime)
    widget.setFocus()
    _select_all(widget)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()


def _call_paste(widget: QWidget, mime: QMimeData) -> None:
    """Calls what the context menu calls."""
    QApplication.clipboard().setMimeData(mime)
    _select_all(widget)
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        widget.paste()


def _drop(widget: QWidget, mime: QMimeData) -> None:
    """Drags the content over the input and drops it; a middle click takes the same way."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    _select_all(widget)
    spot, buttons, keys = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(QPointF(spot), copy, mime, buttons, keys))
    QApplication.sendEvent(target, QDragMoveEvent(QPointF(spot), copy, mime, buttons, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(spot), copy, mime, buttons, keys))


def _select_all(widget: QWidget) -> None:
    """Selects what is there, so that no text grows beyond what the form shows; also in the area of a viewport."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        widget = parent
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        widget.selectAll()


def _close_others(top: QWidget) -> None:
    """Closes a dialog that a paste opened, such as that of the table import."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog is not top and dialog.isVisible():
            dialog.reject()
            settle()


if __name__ == "__main__":
    sys.exit(main(run, run_here))
