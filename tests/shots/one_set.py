"""Takes one set of pictures, in the process whose platform and scale `sets.take` has chosen."""

import gc
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.spelling.helper import Helper
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.settings.appearance import apply_appearance
from tests.shots.camera import Camera
from tests.shots.look import use_font, use_theme
from tests.shots.scenes import Scenes
from tests.shots.sets import NATIVE

_FRAME = QSize(2, 32 + 40)
"""Space that the system takes of a screen: borders, title bar and task bar."""
_NOW = datetime(2024, 5, 6, 14, 32, tzinfo=timezone(timedelta(hours=2)))


def main(folder: Path, scale: int, theme: str, *, is_native: bool = False) -> None:
    """Creates the window as the program does and runs the scenes."""
    qInstallMessageHandler(_report)
    application = make_application(["botilbud-desktop"])
    gc.disable()  # as in the program: a collection in the thread of a job would destroy widgets there
    if is_native:
        apply_appearance(application, Settings(theme=theme))
    else:
        use_font(application)
        use_theme(application, theme)
    application.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    for earlier in folder.glob("[0-9][0-9]-*.png"):
        earlier.unlink()
    with TemporaryDirectory() as work:
        folders = UserFolders.below(Path(work))
        folders.own_documents.mkdir()
        library = FormLibrary(forms_folder())
        lists = ListPaths(folders.words, folders.words.with_name("kommunens.txt"))
        repository = DraftRepository(
            ApplicationContext(library, folders, lambda: _NOW, make_helper=lambda: Helper(lists))
        )
        window = MainWindow(repository)
        _fit_to_screen(window, application, f"{theme}, {scale}00 %")
        Scenes(window, Camera(folder, window), folders.documents).photograph()
        window.close()


def _report(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Prints Qt's messages, except those of the offscreen platform about itself."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def _fit_to_screen(window: MainWindow, application: QApplication, name: str) -> None:
    """Fills the screen except the frame, and prints when the window needs more than that."""
    wanted = application.primaryScreen().size() - _FRAME
    window.show_start()
    window.resize(wanted)
    window.show()
    least = window.minimumSizeHint()
    if least.width() > wanted.width() or least.height() > wanted.height():
        print(f"{name}: the start page needs {least.toTuple()}, the screen leaves {wanted.toTuple()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], is_native=NATIVE in sys.argv[4:])
