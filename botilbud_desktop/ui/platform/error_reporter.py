"""Errors that nobody foresaw: what is typed is secured, one calm message says so, and the program goes on.

PySide hands an error in a slot or in an overridden method to `sys.excepthook`, a thread's goes to
`threading.excepthook`, one in tidying up to `sys.unraisablehook`. All three lead here. This is one of the two
boundaries where every `Exception` is caught; the other is the command line.
"""

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QSysInfo, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from botilbud_desktop import __version__
from botilbud_desktop.storage.diagnostics.incident_report import Versions, describe_error, incident_report
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

QUIET_SECONDS = 10.0
"""An error that was told and hidden is told again only when it has not come for so long: a page that cannot be painted
fails at every turn."""
TOLD_AT_MOST = 3
"""So often the same error is told."""

_MOST_KINDS = 20
_HAPPENED = "Der skete en fejl i programmet."
_UNSURE = "Det er ikke sikkert, at det sidste, du skrev, er gemt, så gem kladden nu."
_GO_ON = "Du kan arbejde videre."
_COPIED = "Rapporten er kopieret, og du kan sætte den ind i en e-mail. Den indeholder ikke det, du har skrevet."
_UNKNOWN = "En fejl, der ikke kunne beskrives"
_ENDED = 70
_LEFT_BY_PRINTING = ("last_exc", "last_type", "last_value", "last_traceback")


class ErrorReporter(QObject):
    """Takes every unexpected error of the process from its making until `close`."""

    described = Signal(str)
    """An error came, of a kind that was not there before: its description, in which nothing is of a draft."""
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
        """Make it when the window is made, in the window's thread.

        Args:
            notices: where the message stands.
            secure: puts what is typed on the disk, and says whether it is there; may fail.
            what_is_saved: says what is saved, in one Danish sentence; may fail.
            debug: hand each error also to the hooks that were there before, which print it with all its texts.
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
        """What came when there were many kinds already."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable

    def close(self) -> None:
        """Put back the hooks that were there before, unless somebody has put others in their place since."""
        hook, thread_hook, unraisable_hook = self._before
        if sys.excepthook == self._take:
            sys.excepthook = hook
        if threading.excepthook == self._take_from_thread:
            threading.excepthook = thread_hook
        if sys.unraisablehook == self._take_unraisable:
            sys.unraisablehook = unraisable_hook

    @property
    def descriptions(self) -> tuple[str, ...]:
        """The errors that came so far, each kind once."""
        return tuple(self._incidents)

    def report(self) -> str:
        """What happened so far, to be sent to whoever mends the program."""
        counts = {text: one.count for text, one in self._incidents.items()}
        return incident_report(versions_here(), counts, self._others.count)

    # in whatever thread the error is

    def _take(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if not issubclass(kind, Exception) or self._debug:
            _attempt(partial(self._before[0], kind, error, traceback))
        self._hand_over(kind, error, traceback, "i vinduet")
        for name in _LEFT_BY_PRINTING:
            vars(sys).pop(name, None)  # it would keep alive all that the failing code had in hand, painters too

    def _take_from_thread(self, failed: threading.ExceptHookArgs) -> None:
        if not issubclass(failed.exc_type, Exception) or self._debug:
            _attempt(partial(self._before[1], failed))
        self._hand_over(failed.exc_type, failed.exc_value, failed.exc_traceback, "i en tråd")

    def _take_unraisable(self, failed: "sys.UnraisableHookArgs") -> None:
        if not issubclass(failed.exc_type, Exception) or self._debug:
            _attempt(partial(self._before[2], failed))
        self._hand_over(failed.exc_type, failed.exc_value, failed.exc_traceback, "under oprydning")

    def _hand_over(
        self, kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None, where: str
    ) -> None:
        """Describe the error here and let go of it: only the description goes to the window's thread."""
        if issubclass(kind, Exception):
            description = _described(kind, error, traceback, where)
            _attempt(partial(self._happened.emit, description))

    # in the window's thread

    def _on_happened(self, description: str) -> None:
        try:
            self._take_in(description)
        except Exception as error:
            self._count_failure(error)

    def _take_in(self, description: str) -> None:
        incident = self._count(description)
        now = self._monotonic()
        is_new = now - incident.last_seen >= QUIET_SECONDS and incident.told < TOLD_AT_MOST
        incident.last_seen = now
        if is_new and not self._notices.is_standing(Topic.ERROR_IN_PROGRAM):
            incident.told += 1
            self._tell()

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

    def _tell(self) -> None:
        words = f"{_HAPPENED} {self._state_of_the_draft()} {_GO_ON}"
        if self._notices.bar.window().isVisible():
            self._say(words, ("Kopiér rapport", self._on_copy_asked))
        else:
            self._end()

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
        QGuiApplication.clipboard().setText(self.report())
        self._say(_COPIED)

    def _on_hide_asked(self) -> None:
        self._notices.clear(Topic.ERROR_IN_PROGRAM)

    def _end(self) -> None:
        """There is no window in which to say it, and so none in which to work on."""
        if sys.stderr is not None:
            _attempt(lambda: sys.stderr.write(f"{_HAPPENED}\n{self.report()}"))
        QCoreApplication.exit(_ENDED)


def versions_here() -> Versions:
    """What the program runs on here."""
    import PySide6

    return Versions(
        program=__version__,
        python=".".join(map(str, sys.version_info[:3])),
        qt=qVersion(),
        pyside=PySide6.__version__,
        system=f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})",
    )


class _Incident:
    """How often an error came."""

    def __init__(self) -> None:
        self.count = 0
        self.told = 0
        self.last_seen = float("-inf")


def _described(
    kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None, where: str
) -> str:
    try:
        return describe_error(kind, error, traceback, where)
    except Exception:
        return _UNKNOWN


def _attempt(act: Callable[[], object]) -> None:
    """Do something that may fail in any way. An error raised in a hook would print the texts of both errors."""
    try:
        act()
    except Exception:
        return
