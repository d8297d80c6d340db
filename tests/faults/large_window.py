"""Opens one large draft in the program's window, works with it, and prints what each deed took.

Run in a process of its own: `python -m tests.faults.large_window FILE`.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.storage.draft.draft_file import parse_draft, read_draft
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.workspace.workspace import Workspace
from tests.faults.at_the_window import Bench, bench
from tests.faults.corpus_files import good
from tests.faults.turns import Turn, Turns

KEYS = 20
_SETTLING_MS = 400
_DRAFT = "sag.botilbud"


class _Figures:
    """The longest turn of each deed."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self.deeds: dict[str, Turn] = {}

    @contextmanager
    def deed(self, name: str, settling_ms: int = _SETTLING_MS) -> Iterator[None]:
        """Measures the block and what it leaves to the event loop."""
        self._turns.begin()
        yield
        self._turns.settle(settling_ms)
        self.deeds[name] = self._turns.longest.or_longer(self.deeds.get(name, self._turns.longest))


def main(file: Path) -> None:
    """Prints the figures as one line of JSON."""
    data = file.read_bytes()
    with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
        path = Path(name) / _DRAFT
        path.write_bytes(data)
        window = made.start(timing=SaveTiming()).window
        window.resize(1280, 800)
        turns = Turns()
        figures = _Figures(turns)
        turns.settle(300)
        started, on_clock = process_time(), perf_counter()
        with figures.deed("open", 0):
            _open(window, path)
        shown = (1000 * (process_time() - started), 1000 * (perf_counter() - on_clock))
        with figures.deed("open", 2500):
            pass
        opened_mb = _peak_mb()
        _work(window, figures)
        saved = _saved(window)
        other = Path(name) / "andet.botilbud"
        other.write_bytes(good())
        _open(window, other)
        _compare(window, figures, path, "it")
        complaints = made.taken_complaints()
        peak_mb = _peak_mb()  # before the check, which reads the file twice
        print(
            json.dumps(
                {
                    "shown": shown,
                    "deeds": figures.deeds,
                    "opened_mb": opened_mb,
                    "peak_mb": peak_mb,
                    "widgets": len(window.findChildren(QWidget)),
                    "complaints": complaints,
                    "is_kept": _is_kept(saved, path, data, made),
                }
            )
        )


def _open(window: MainWindow, path: Path) -> None:
    QTimer.singleShot(0, window, lambda: window.drafts.open_path(path))
    deadline = perf_counter() + 60
    while (window.controller is None or window.controller.location.path != path) and perf_counter() < deadline:
        QTest.qWait(1)
    QTest.qWait(1)


def _work(window: MainWindow, figures: _Figures) -> None:
    """Types, changes pages, opens what else shows the draft."""
    workspace = window.workspace
    if workspace is not None:
        for step in _some_steps(workspace):
            with figures.deed(f"page {step.kind}"):
                workspace.show_step(step)
        for step in _some_steps(workspace):
            with figures.deed(f"page {step.kind} again"):
                workspace.show_step(step)
        for step in _some_steps(workspace):
            if step.kind in (StepKind.APPLICANT, StepKind.PROJECT, StepKind.DESCRIPTION, StepKind.CONTACTS):
                workspace.show_step(step)
                workspace.page.complete()
                QTest.qWait(100)
                for number, field in enumerate(_inputs(workspace.page)):
                    _type(field, figures, f"key in {step.kind} {number}")
    else:
        for number, field in enumerate(_inputs(window)):
            _type(field, figures, f"key {number}")
    if workspace is not None:
        _look_elsewhere(window, figures)
    if window.controller is not None:
        with figures.deed("undo"):
            window.controller.editor.undo()
        with figures.deed("redo"):
            window.controller.editor.redo()
    with figures.deed("journal and save", 3000):
        pass


def _look_elsewhere(window: MainWindow, figures: _Figures) -> None:
    """Opens what shows the draft beside its pages, and compares it with a copy."""
    for words in ("&Søg …", "&Overførselspanelet", "Tidligere &versioner …", "Skemaet si&de for side"):
        with figures.deed(words.replace("&", ""), 1500):
            action(window, words).trigger()
        _close_dialogs(window)


def _compare(window: MainWindow, figures: _Figures, other: Path, name: str) -> None:
    """Compares the open draft with another file of it, and merges the two as far as the first page."""
    if window.workbench is None:
        return
    comparisons = window.workbench.comparisons(window)
    with figures.deed(f"compare with {name}", 1500):
        comparisons.compare_with(other)
    _close_dialogs(window)
    with figures.deed(f"merge with {name}", 1500):
        comparisons._merge_copy(other)
    _close_dialogs(window)


def _close_dialogs(window: MainWindow) -> None:
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    QTest.qWait(50)


def action(window: MainWindow, words: str) -> QAction:
    """Returns the menu command with these words."""
    return next(one for one in window.findChildren(QAction) if one.text() == words)


def _some_steps(workspace: Workspace) -> list[Step]:
    """Returns the steps, of the projects the first and the last."""
    steps = steps_of(workspace.controller.application)
    projects = [step for step in steps if step.project is not None]
    left_out = set(projects[1:-1])
    return [step for step in steps if step not in left_out]


def _inputs(page: QWidget) -> list[QWidget]:
    """Returns the first long text and the first lines of the page."""
    texts = [area for area in page.findChildren(QPlainTextEdit) if area.isVisible() and not area.isReadOnly()]
    lines = [line for line in page.findChildren(QLineEdit) if line.isVisible() and not line.isReadOnly()]
    lines.sort(key=lambda line: -len(line.text()))
    return [*texts[:1], *lines[:1]]


def _type(field: QWidget, figures: _Figures, name: str) -> None:
    field.setFocus()
    for _number in range(KEYS // 2):
        for key in (Qt.Key.Key_1, Qt.Key.Key_Backspace):
            with figures.deed(name, 15):
                QTest.keyClick(field, key)
    with figures.deed(name, 100):
        pass


def _saved(window: MainWindow) -> Application | None:
    """Saves the open draft and returns it."""
    if window.controller is None or window.drafts.saving is None:
        return None
    window.drafts.saving.save()
    return window.controller.application


def _is_kept(saved: Application | None, path: Path, data: bytes, made: Bench) -> bool:
    """Whether what was saved is in the file, and is the content that the file had."""
    before = parse_draft(data, _DRAFT, made.library).application
    return read_draft(path, made.library).application == saved == before


def _peak_mb() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
