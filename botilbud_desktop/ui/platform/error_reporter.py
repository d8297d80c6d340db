"""Handles unexpected errors: writes what is typed to disk, shows one notice, and lets the program go on.

PySide passes an error in a slot or in an overridden method to `sys.excepthook`; an error in a thread goes to
`threading.excepthook`, one in a finalizer to `sys.unraisablehook`. All three lead here. This is one of the two
boundaries where every `Exception` is caught; the other is the command line.
"""

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QSysInfo, Qt, Signal, qVersion

from botilbud_desktop import __version__
from botilbud_desktop.storage.diagnostics.incident_report import Versions, describe_error, incident_report
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

QUIET_SECONDS = 10.0
"""A shown and hidden error is shown again only if it has not occurred for this long: a page that cannot be painted
fails all the time."""
MAX_TIMES_SHOWN = 3
"""How often the same error is shown at most."""

_MOST_KINDS = 20
_HAPPENED = "Der skete en fejl i programmet."
_UNSURE = "Det er ikke sikkert, at det sidste, du skrev, er gemt, så gem kladden nu."
_GO_ON = "Du kan arbejde videre."
_COPIED = "Rapporten er kopieret, og du kan sætte den ind i en e-mail. Den indeholder ikke det, du har skrevet."
_UNKNOWN = "En fejl, der ikke kunne beskrives"
_EXIT_CODE = 70
_LEFT_BY_PRINTING = ("last_exc", "last_type", "last_value", "last_traceback")


class ErrorReporter(QObject):
    """Handles every unexpected error of the process from its creation until `close`."""

    described = Signal(str)
    """An error of a new kind occurred: its description, which contains nothing from a draft."""
    _happened = Signal(str)

    def __init__(
        self,
        notices: StandingNotices,
        secure: Callable[[], bool],
        what_is_saved: Callable[[], str],
        *,
        debug: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Create it together with the window, in the window's thread.

        Args:
            notices: where the message is shown.
            secure: writes what is typed to disk, and returns whether it is there; may fail.
            what_is_saved: returns one Danish sentence about what is saved; may fail.
            debug: pass each error to the previous hooks too, which print it with all its texts.
            monotonic: a clock in seconds.
        """
        super().__init__()
        self._notices = notices
        self._secure = secure
        self._what_is_saved = what_is_saved
        self._debug = debug
        self._monotonic = monotonic
        self._incidents: dict[str, _Incident] = {}
        self._others = _Incident()
        """The errors that came after `_MOST_KINDS` other kinds."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._handle
        threading.excepthook = self._handle_from_thread
        sys.unraisablehook = self._handle_unraisable

    def close(self) -> None:
        """Restore the previous hooks, unless others have been installed since."""
        hook, thread_hook, unraisable_hook = self._before
        if sys.excepthook == self._handle:
            sys.excepthook = hook
        if threading.excepthook == self._handle_from_thread:
            threading.excepthook = thread_hook
        if sys.unraisablehook == self._handle_unraisable:
            sys.unraisablehook = unraisable_hook

    @property
    def descriptions(self) -> tuple[str, ...]:
        """The errors so far, each kind once."""
        return tuple(self._incidents)

    def report(self) -> str:
        """Returns a report of the errors so far, to be sent to the developers."""
        counts = {text: one.count for text, one in self._incidents.items()}
        return incident_report(versions_here(), counts, self._others.count)

    # in the thread of the error

    def _handle(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if not issubclass(kind, Exception) or self._debug:
            _attempt(partial(self._before[0], kind, error, traceback))
        self._hand_over(kind, error, traceback, "i vinduet")
        for name in _LEFT_BY_PRINTING:
            vars(sys).pop(name, None)  # they would keep the failing code's objects alive, painters too

    def _handle_from_thread(self, failed: threading.ExceptHookArgs) -> None:
        if not issubclass(failed.exc_type, Exception) or self._debug:
            _attempt(partial(self._before[1], failed))
        self._hand_over(failed.exc_type, failed.exc_value, failed.exc_traceback, "i en tråd")

    def _handle_unraisable(self, failed: "sys.UnraisableHookArgs") -> None:
        if not issubclass(failed.exc_type, Exception) or self._debug:
            _attempt(partial(self._before[2], failed))
        self._hand_over(failed.exc_type, failed.exc_value, failed.exc_traceback, "under oprydning")

    def _hand_over(
        self, kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None, where: str
    ) -> None:
        """Describe the error here and release it: only the description goes to the window's thread."""
        if issubclass(kind, Exception):
            description = _described(kind, error, traceback, where)
            _attempt(partial(self._happened.emit, description))

    # in the window's thread

    def _on_happened(self, description: str) -> None:
        try:
            self._handle_description(description)
        except Exception as error:
            self._count_failure(error)

    def _handle_description(self, description: str) -> None:
        incident = self._count(description)
        now = self._monotonic()
        is_new = now - incident.last_seen >= QUIET_SECONDS and incident.times_shown < MAX_TIMES_SHOWN
        incident.last_seen = now
        if is_new and not self._notices.is_standing(Topic.ERROR_IN_PROGRAM):
            incident.times_shown += 1
            self._show_error()

    def _count(self, description: str) -> "_Incident":
        if description not in self._incidents and len(self._incidents) >= _MOST_KINDS:
            incident = self._others
        else:
            incident = self._incidents.setdefault(description, _Incident())
        incident.count += 1
        if incident.count == 1 and incident is not self._others:
            self.described.emit(description)
        return incident

    def _count_failure(self, error: Exception) -> None:
        """Count an error in the handling of another one."""
        self._count(_described(type(error), error, error.__traceback__, "under fejlbehandlingen"))

    def _show_error(self) -> None:
        words = f"{_HAPPENED} {self._state_of_the_draft()} {_GO_ON}"
        if self._notices.bar.window().isVisible():
            self._say(words, ("Kopiér rapport", self._on_copy_asked))
        else:
            self._exit()

    def _state_of_the_draft(self) -> str:
        try:
            return self._what_is_saved() if self._secure() else _UNSURE
        except Exception as error:
            self._count_failure(error)
            return _UNSURE

    def _say(self, words: str, *actions: tuple[str, Callable[[], object]]) -> None:
        topic = Topic.ERROR_IN_PROGRAM
        self._notices.say(topic, words, State.PROBLEM, *actions, ("Skjul", self._on_hide_asked))

    def _on_copy_asked(self) -> None:
        from botilbud_desktop.ui.platform.copying import Copying

        Copying(self).put_text(self.report(), self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        from botilbud_desktop.ui.platform.copying import NOT_COPIED

        self._say(_COPIED if is_there else NOT_COPIED)

    def _on_hide_asked(self) -> None:
        self._notices.clear(Topic.ERROR_IN_PROGRAM)

    def _exit(self) -> None:
        """Exit: there is no window to show the error or to work on in."""
        if sys.stderr is not None:
            _attempt(lambda: sys.stderr.write(f"{_HAPPENED}\n{self.report()}"))
        QCoreApplication.exit(_EXIT_CODE)


def versions_here() -> Versions:
    """Returns the versions of the program and of what it runs on."""
    import PySide6

    return Versions(
        program=__version__,
        python=".".join(map(str, sys.version_info[:3])),
        qt=qVersion(),
        pyside=PySide6.__version__,
        system=f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})",
    )


class _Incident:
    """How often an error occurred and was shown."""

    def __init__(self) -> None:
        self.count = 0
        self.times_shown = 0
        self.last_seen = float("-inf")


def _described(
    kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None, where: str
) -> str:
    try:
        return describe_error(kind, error, traceback, where)
    except Exception:
        return _UNKNOWN


def _attempt(act: Callable[[], object]) -> None:
    """Run something that may fail in any way. An error raised in a hook would print the texts of both errors."""
    try:
        act()
    except Exception:
        return
