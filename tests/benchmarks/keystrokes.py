"""Measures one letter typed in a long text, until it is painted, against the same in a bare `QPlainTextEdit`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple, override

from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QObject, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import step_of_field
from botilbud_desktop.domain.text.counting import count_characters, normalise
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.spelling.helper import Helper
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.spelling.marked_text import MarkedText
from tests.benchmarks.measures import HEADINGS, Comparison, Seconds, milliseconds, print_table
from tests.benchmarks.texts import prose

_PROMISE = "≤ 3.00×"
_SETTLING_MS = 700
_BATCH = 20
_LOOK_PROMISE = "≤ 7 ms"
_LOOK_HEADINGS = ("", "marked", "median", "longest", "promise")
_PART_HEADINGS = ("", "key", "paint", "bare key", "bare paint", "model", "field", "afterwards", "of it rules", "all")
_LOOKED_UP_MS = 3000
"""Time in ms in which the words are looked up in a process of its own."""


class Case(NamedTuple):
    """A field, its limit and length in characters, and where in it the letter is typed."""

    path: str
    limit: int
    length: int
    place: float
    """From 0, the start, to 1, the end."""

    @property
    def name(self) -> str:
        """Description for the table."""
        where = {0.0: "start", 0.5: "middle", 1.0: "end"}[self.place]
        over = " (over)" if self.length > self.limit else ""
        return f"{self.length} of {self.limit} characters{over}, {where}"


class Keystroke(NamedTuple):
    """The times of one key: until it was handled, and from then until the window was painted."""

    handled: Seconds
    painted: Seconds


CASES = (
    *(Case("description", 4000, length, place) for length in (3990, 4010) for place in (0.0, 0.5, 1.0)),
    *(Case("projects[0].description", 1000, length, 1.0) for length in (990, 1010)),
)


def measure_and_print(*, quick: bool) -> None:
    """Types in every case and prints two tables: the ratios, and where the time goes."""
    qInstallMessageHandler(_drop)
    application = QApplication.instance() or make_application(["benchmarks"])
    comparisons: list[tuple[str, ...]] = [HEADINGS]
    parts: list[tuple[str, ...]] = [_PART_HEADINGS]
    with TemporaryDirectory() as work, _shown_window(Path(work)) as window:
        for case in CASES:
            ours, bare, after = _type(case, window, batches=3 if quick else 20)
            comparisons.append(
                Comparison(case.name, [sum(key) for key in ours], [sum(key) for key in bare], _PROMISE).row()
            )
            parts.append(_parts(case, _controller(window), ours, bare, after))
        spelling = _spelling(window)
    print_table("A keystroke", comparisons)
    print_table("Where the time of a keystroke goes (medians)", parts)
    print_table("Marking the unknown words of 4.000 characters anew, 0,2 s after a key", [_LOOK_HEADINGS, spelling])
    del application


@contextmanager
def _shown_window(folder: Path) -> Iterator[MainWindow]:
    """Yields the program's window with a copy of an example, all of its pages built."""
    library = FormLibrary(forms_folder())
    lists = ListPaths(folder / "min.txt", folder / "kommunens.txt")
    repository = DraftRepository(
        ApplicationContext(
            library,
            UserFolders.below(folder),
            lambda: datetime.now().astimezone(),
            make_helper=partial(Helper, lists),
        )
    )
    window = MainWindow(repository)
    window.drafts.open_example(example_drafts()[0])
    window.show()
    QTest.qWait(_SETTLING_MS)
    yield window
    _controller(window).editor.mark_saved()
    window.close()


def _type(case: Case, window: MainWindow, batches: int) -> tuple[list[Keystroke], list[Keystroke], Seconds]:
    """Types in our field and in a bare editor of the same size and text, in alternating batches."""
    path, text = field_path(case.path), prose(case.length)
    workspace = window.workspace
    if workspace is None:
        raise RuntimeError("no draft is open")
    workspace.controller.editor.set_value(path, text)
    workspace.show_step(step_of_field(path))
    workspace.show_field(path)
    field = workspace.page.findChild(QPlainTextEdit, path.object_name)
    if not isinstance(field, QPlainTextEdit):
        raise LookupError(path)
    QTest.qWait(_SETTLING_MS)
    other, bare = _bare_editor(field, text)
    position = round(len(text) * case.place)
    times: dict[QPlainTextEdit, list[Keystroke]] = {field: [], bare: []}
    for batch in range(-1, batches):
        for editor in (field, bare):
            typed = list(_batch(editor, position))
            times[editor] += typed if batch >= 0 else []
    after = _afterwards(field, workspace.controller)
    if count_characters(field.toPlainText()) != count_characters(bare.toPlainText()):
        raise RuntimeError("the two editors do not hold the same text")
    other.close()
    other.deleteLater()
    return times[field], times[bare], after


def _afterwards(field: QPlainTextEdit, controller: DraftController) -> Seconds:
    """Median time of the work after a pause in typing: rules, panes, statuses and the counter."""
    watch = _PaintWatch(field.viewport())
    found: list[Seconds] = []
    for key in (Qt.Key.Key_E, Qt.Key.Key_Backspace) * 20:
        _press(watch, field, key)
        started = perf_counter()
        controller.update_view_now()
        found.append(perf_counter() - started)
    field.viewport().removeEventFilter(watch)
    return median(found)


def _spelling(window: MainWindow) -> tuple[str, ...]:
    """The row: median and longest processor time in which the words of a text in the full window are marked."""
    path, controller = field_path("description"), _controller(window)
    controller.editor.set_value(path, prose(3990).replace("kommuner", "komuner").replace("tilbud", "tilbvd"))
    controller.writing_asked.emit(path)
    window.resize(1800, 1400)
    QTest.qWait(_LOOKED_UP_MS)
    text = next(one for one in window.findChildren(MarkedText) if one.area.isVisible())
    times = []
    for _turn in range(50):
        text.forget()
        started = process_time()
        text.look()
        times.append(process_time() - started)
    return "all seen", str(len(text.marked)), milliseconds(median(times)), milliseconds(max(times)), _LOOK_PROMISE


def _bare_editor(like: QPlainTextEdit, text: str) -> tuple[QMainWindow, QPlainTextEdit]:
    window = QMainWindow()
    editor = QPlainTextEdit(window)
    editor.setFont(like.font())
    editor.setPlainText(text)
    window.setCentralWidget(editor)
    window.resize(like.size())
    window.show()
    QTest.qWait(_SETTLING_MS // 2)
    return window, editor


def _batch(editor: QPlainTextEdit, position: int) -> Iterator[Keystroke]:
    """Types letters at `position`, then removes them without timing."""
    editor.window().activateWindow()
    editor.setFocus()
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    editor.setTextCursor(cursor)
    QTest.qWait(20)
    painter = _PaintWatch(editor.viewport())
    for _number in range(_BATCH):
        yield _press(painter, editor, Qt.Key.Key_E)
    for _number in range(_BATCH):
        _press(painter, editor, Qt.Key.Key_Backspace)
    editor.viewport().removeEventFilter(painter)


def _press(watch: "_PaintWatch", editor: QPlainTextEdit, key: Qt.Key) -> Keystroke:
    watch.painted = False
    started = perf_counter()
    QTest.keyClick(editor, key)
    handled = perf_counter()
    watch.wait()
    return Keystroke(handled - started, perf_counter() - handled)


class _PaintWatch(QObject):
    """Detects when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        self._loop = QEventLoop(self)
        widget.installEventFilter(self)

    def wait(self) -> None:
        """Returns once it is painted."""
        if not self.painted:
            self._loop.exec()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = True
            self._loop.quit()
        return False


def _parts(
    case: Case, controller: DraftController, ours: Sequence[Keystroke], bare: Sequence[Keystroke], after: Seconds
) -> tuple[str, ...]:
    """The row: the parts of a key's time, the work after a pause, and the ratio of the total to the bare editor."""
    key, bare_key = (median(stroke.handled for stroke in strokes) for strokes in (ours, bare))
    model, rules = _model_and_rules(case, controller)
    paint, bare_paint = (median(stroke.painted for stroke in strokes) for strokes in (ours, bare))
    in_field = max(key - bare_key - model, 0.0)
    times = (key, paint, bare_key, bare_paint, model, in_field, after, rules)
    everything = (key + paint + after) / (bare_key + bare_paint)
    return (case.name, *map(milliseconds, times), f"{everything:.1f}×")


def _model_and_rules(case: Case, controller: DraftController) -> tuple[Seconds, Seconds]:
    """Median times, without a window, of storing a text in the model and of the rules."""
    path, text = field_path(case.path), prose(case.length)
    application = read_draft(example_drafts()[0].path, FormLibrary(forms_folder())).application
    editor, assessor = Editor(application), Assessor(controller.round)
    in_model, in_rules = [], []
    for number in range(60):
        started = perf_counter()
        editor.set_value(path, normalise(text + "e" * (number % 20)), merge=True)
        put = perf_counter()
        assessor.assess(editor.application, controller.today, editor.half_typed)
        in_model.append(put - started)
        in_rules.append(perf_counter() - put)
    return median(in_model), median(in_rules)


def _controller(window: MainWindow) -> DraftController:
    if window.controller is None:
        raise RuntimeError("no draft is open")
    return window.controller


def _drop(_kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    """Discards the messages of the offscreen platform."""
