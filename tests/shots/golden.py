"""Takes the pictures that the appearance tests compare with, in the process that `sets.run_offscreen` has started."""

import gc
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.help.letter_window import LetterWindow
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.workspace.workspace import Workspace
from tests.shots.look import use_font, use_theme
from tests.shots.sets import THEMES
from tests.ui.drafts import complete

_SIZE = QSize(1024, 640)
_SETTLING_MS = 30
_PNG_QUALITY = 0
"""PNG quality for the highest compression; it is lossless."""
_NOW = datetime(2024, 5, 6, 14, 32, tzinfo=timezone(timedelta(hours=2)))
_STEPS = (Step(StepKind.PROJECT, 0), Step(StepKind.CHECK))


class Goldens:
    """Walks a window through the scenes of one theme."""

    def __init__(self, window: MainWindow, folder: Path, theme: str) -> None:
        self._window = window
        self._folder = folder
        self._theme = theme

    def take_all(self, draft: Path) -> None:
        """Takes the start page, a dialog, a project, the check, and the approval of the complete `draft`."""
        window = self._window
        window.show_start()
        window.resize(_SIZE)
        window.show()
        window.activateWindow()
        self._take("start", window)
        letter = LetterWindow(window)
        letter.open_round(window.repository.library.round(window.repository.library.ids()[0]))
        self._take("letter", letter)
        letter.close()
        letter.deleteLater()
        window.drafts.open_example(example_drafts()[0])
        for step in _STEPS:
            self._go_to(step)
        window.drafts.let_go()
        window.drafts.open_path(draft)
        self._go_to(Step(StepKind.APPROVE))

    def _go_to(self, step: Step) -> None:
        workspace = self._workspace()
        workspace.notice.clear()
        workspace.show_step(step)
        workspace.page.complete()
        workspace.pane.criteria.show()  # else it is made some time after painting, on a busy machine after the picture
        self._take(str(step.kind), self._window)

    def _workspace(self) -> Workspace:
        if self._window.workspace is None:
            raise RuntimeError("no draft is open")
        return self._window.workspace

    def _take(self, name: str, widget: QWidget) -> None:
        picture, before = _photograph(widget), QImage()
        while picture != before:  # layouts can trigger further layouts
            QTest.qWait(_SETTLING_MS)
            picture, before = _photograph(widget), picture
        path = self._folder / f"{name}-{self._theme}.png"
        if not picture.save(str(path), quality=_PNG_QUALITY):
            raise RuntimeError(f"{path} could not be written")


def _photograph(widget: QWidget) -> QImage:
    """The widget with 16 shades per colour, which keeps the file small and still shows every relevant change."""
    coarse = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB444)
    return coarse.convertToFormat(QImage.Format.Format_RGB32)


def main(folder: Path) -> None:
    """Takes every golden picture."""
    qInstallMessageHandler(_report)
    application = make_application(["botilbud-desktop"])
    gc.disable()  # as in the program: a collection in the thread of a job would destroy widgets there
    application.setStyle("fusion")
    use_font(application)
    _disable_hinting(application)
    application.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        use_theme(application, theme)
        with TemporaryDirectory() as work:
            _take_theme(folder, theme, Path(work))


def _take_theme(folder: Path, theme: str, work: Path) -> None:
    folders = UserFolders.below(work)
    folders.own_documents.mkdir()
    draft = work / "kladde.botilbud"
    draft.write_bytes(draft_bytes(complete()))
    library = FormLibrary(forms_folder())
    window = MainWindow(
        DraftRepository(ApplicationContext(library, folders, lambda: _NOW, SaveTiming(is_automatic=False)))
    )
    Goldens(window, folder, theme).take_all(draft)
    window.drafts.let_go()
    window.hide()
    window.deleteLater()


def _disable_hinting(application: QApplication) -> None:
    """Switches off hinting, so that letters are drawn the same on every machine."""
    font = application.font()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)


def _report(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
