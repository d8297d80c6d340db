"""Starts the program with its window, in Danish, with or without a draft."""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from botilbud_desktop import __version__
from botilbud_desktop.storage.files.temporary_places import temporary_folders
from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.storage.paths import UserFolders, forms_folder, has_policies
from botilbud_desktop.storage.rounds.form_folder import added_folders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED, Decided, Settings
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.platform.danish import install_danish_locale
from botilbud_desktop.ui.platform.enter_key import EnterPresses
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.platform.garbage_collection import GarbageCollection
from botilbud_desktop.ui.platform.window_geometry import FILE as GEOMETRY_FILE
from botilbud_desktop.ui.platform.window_geometry import restore_geometry, save_geometry
from botilbud_desktop.ui.style.edge import show_edges
from botilbud_desktop.ui.style.focus_ring import FocusRings
from botilbud_desktop.ui.style.palettes import quiet_palette
from botilbud_desktop.ui.style.selection import make_selection_readable, readable_selection
from botilbud_desktop.ui.window.window_title import PROGRAM

if TYPE_CHECKING:
    from botilbud_desktop.storage.diagnostics.crash_record import CrashRecord
    from botilbud_desktop.storage.spelling.helper import Helper

_DEFAULTS = Settings.model_construct()
_AFTER_PAINT_MS = 250
"""Delay in ms before work that is not needed for the first paint."""


def run_window(file: Path | None, *, quit_when_ready: bool = False, debug: bool = False) -> int:
    """Open the window, with the draft in `file` if given, and run until it is closed.

    If the program already runs, that instance is given the file and no window opens here. Returns the exit code.

    With `quit_when_ready` the window closes as soon as it is shown and takes input, and the milliseconds since the
    process was started are printed. With `debug` an unexpected error is also printed.

    Raises:
        RefusedFileError: with `quit_when_ready`, the file cannot be opened; otherwise the start page shows that.
    """
    application = make_application(sys.argv[:1])
    folders = UserFolders.of_this_user()
    instance = Instance(folders.state / "program")
    if not quit_when_ready and not instance.claim() and instance.hand_over(file):
        return 0
    decided = _decided()
    library = FormLibrary(forms_folder(), partial(added_folders, folders, decided.path("rounds_folder")))
    context = ApplicationContext(
        library,
        folders,
        local_now,
        make_helper=partial(_make_helper, folders, decided.path("word_list")),
        temporary_folders=temporary_folders(),
        decided=decided,
    )
    repository = DraftRepository(context)
    apply_chosen_appearance(application, repository.settings.current)
    window = MainWindow(repository)
    error_reporter = ErrorReporter(window.notices, window.drafts.secure, window.drafts.what_is_saved, debug=debug)
    afterwards = _DeferredServices(window, instance, repository.folders, error_reporter)
    if file is None:
        window.show_start()
    else:
        window.start_with(file, strict=quit_when_ready)
    application.commitDataRequest.connect(window.drafts.end_session)
    application.aboutToQuit.connect(window.drafts.secure)
    if quit_when_ready:
        window.first_painted.connect(lambda: QTimer.singleShot(0, window, lambda: _report_ready(window)))
    place = folders.state / GEOMETRY_FILE
    restore_geometry(window, place)
    window.show()
    code = application.exec()
    if not quit_when_ready:
        save_geometry(window, place)
    error_reporter.close()
    afterwards.close()
    return code


def _decided() -> Decided:
    """Returns what the IT department has decided; mostly nothing, and then no more is loaded."""
    if not has_policies():
        return NOTHING_DECIDED
    from botilbud_desktop.storage.policy.here import decided_here

    return decided_here()


class _DeferredServices(QObject):
    """Services that the program needs besides its window; most of them start after the first paint."""

    def __init__(
        self, window: MainWindow, instance: Instance, folders: UserFolders, error_reporter: ErrorReporter | None = None
    ) -> None:
        super().__init__()
        self._window = window
        self._error_reporter = error_reporter
        self._instance = instance
        self._folders = folders
        self._garbage = GarbageCollection(self)
        self._crashes: CrashRecord | None = None
        window.first_painted.connect(self._on_first_painted)

    def close(self) -> None:
        """Stop the services at a normal exit."""
        if self._crashes is not None:
            self._crashes.close()
        self._window.help.end_notes()
        self._instance.release()

    def _on_first_painted(self) -> None:
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._start_services)
        self._garbage.begin()

    def _start_services(self) -> None:
        from botilbud_desktop.ui.widgets.heard import install

        install()
        try:
            from botilbud_desktop.storage.diagnostics.crash_record import enable_crash_record

            self._crashes = enable_crash_record(self._folders.state)
            if self._error_reporter is not None:
                self._window.help.begin_notes(self._error_reporter)
        finally:
            if self._instance.is_first:
                from botilbud_desktop.ui.platform.one_instance import HandedOver

                window = self._window
                HandedOver(self._instance, window, window.drafts.open_path, window.repository.drive.is_busy)
                if sys.platform == "win32":
                    from botilbud_desktop.storage.this_program import is_installed_program

                    if is_installed_program():  # Windows would start a Python without what it is to run
                        from botilbud_desktop.storage.instance.restart import WindowsRestarts
                        from botilbud_desktop.ui.window.reopening import Reopening

                        Reopening(WindowsRestarts(), window.drafts, window)


def _make_helper(folders: UserFolders, decided: Path | None) -> "Helper":
    from botilbud_desktop.storage.paths import machine_word_list
    from botilbud_desktop.storage.spelling.helper import Helper
    from botilbud_desktop.storage.spelling.list_paths import ListPaths

    return Helper(ListPaths(folders.words, machine_word_list(decided)))


def apply_chosen_appearance(application: QApplication, settings: Settings) -> None:
    """Apply the theme and the text size that the user has chosen, before anything is painted."""
    if (settings.theme, settings.text_size) != (_DEFAULTS.theme, _DEFAULTS.text_size):
        from botilbud_desktop.ui.settings.appearance import apply_appearance

        apply_appearance(application, settings)


def make_application(arguments: list[str]) -> QApplication:
    """Returns the Qt application, set up in Danish."""
    application = QApplication(arguments)
    application.setApplicationName(PROGRAM)
    application.setApplicationVersion(__version__)
    install_danish_locale(application)
    if sys.platform == "win32":
        from botilbud_desktop.ui.style.system_switch import SystemSwitch

        SystemSwitch(application)
    if sys.platform != "win32":
        _use_quiet_palette(application)
    make_selection_readable(application)
    if sys.platform != "win32":
        show_edges(application)
    FocusRings(application)
    EnterPresses(application)
    return application


def _use_quiet_palette(application: QApplication) -> None:
    """Use the program's own colours where Qt would use Fusion's, also after the system became dark or light."""
    quiet = quiet_palette(application.palette())
    if quiet is not None:
        quiet.setColor(QPalette.ColorRole.Highlight, readable_selection(quiet))
        application.setPalette(quiet)
        changed = application.styleHints().colorSchemeChanged
        changed.connect(partial(_follow_system, application), Qt.ConnectionType.QueuedConnection)


def _follow_system(application: QApplication, _scheme: Qt.ColorScheme) -> None:
    from botilbud_desktop.ui.style.theme import follow_system

    follow_system(application)


def local_now() -> datetime:
    """Returns the current time, with the computer's time zone."""
    return datetime.now().astimezone()


def _report_ready(window: MainWindow) -> None:
    """Print the start-up time in ms and close; called after the first paint, once the window takes input."""
    from botilbud_desktop.ui.platform.process_start import milliseconds_since_start

    sys.stdout.write(f"{milliseconds_since_start():.0f}\n")
    sys.stdout.flush()
    window.close()
