"""The program with its window: Danish throughout, started with or without a draft."""

import gc
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from botilbud_desktop import __version__
from botilbud_desktop.storage.forms import FormLibrary
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.ui.danish import speak_danish
from botilbud_desktop.ui.draft_desk import DraftDesk, Surroundings
from botilbud_desktop.ui.garbage import GarbageCollection
from botilbud_desktop.ui.look.selection import make_selection_readable
from botilbud_desktop.ui.main_window import PROGRAM, MainWindow
from botilbud_desktop.ui.one_instance import HandedOver, instance_of
from botilbud_desktop.ui.process_start import milliseconds_since_start


def run_window(file: Path | None, *, quit_when_ready: bool = False) -> int:
    """Open the window, with the draft in `file` if given, and run until it is closed.

    With `quit_when_ready` the window closes as soon as it is shown and takes input, and the milliseconds since the
    process was started are printed.

    Raises:
        RefusedFileError: with `quit_when_ready`, the file cannot be opened; else the start page says so.
    """
    gc.disable()  # until the window stands there is no garbage worth a search, which takes a tenth of the start
    application = make_application(sys.argv[:1])
    garbage = GarbageCollection(application)
    instance = instance_of(PROGRAM)
    if not quit_when_ready and not instance.claim() and instance.hand_over(file):
        return 0
    desk = DraftDesk(Surroundings(FormLibrary(forms_folder()), UserFolders.of_this_user(), local_now))
    window = MainWindow(desk)
    if file is None:
        window.show_start()
    else:
        window.start_with(file, strict=quit_when_ready)
    application.commitDataRequest.connect(window.current.end_session)
    application.aboutToQuit.connect(window.current.secure)
    window.first_painted.connect(garbage.begin)
    window.first_painted.connect(lambda: HandedOver(instance, window, window.current.open_path))
    if quit_when_ready:
        window.first_painted.connect(lambda: QTimer.singleShot(0, window, lambda: _report_ready(window)))
    window.show()
    code = application.exec()
    instance.release()
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application, in Danish."""
    application = QApplication(arguments)
    application.setApplicationName(PROGRAM)
    application.setApplicationVersion(__version__)
    speak_danish(application)
    make_selection_readable(application)
    return application


def local_now() -> datetime:
    """The time now, with the computer's time zone."""
    return datetime.now().astimezone()


def _report_ready(window: MainWindow) -> None:
    """Called from the event loop once the window is painted: from here on it takes input."""
    sys.stdout.write(f"{milliseconds_since_start():.0f}\n")
    sys.stdout.flush()
    window.close()
