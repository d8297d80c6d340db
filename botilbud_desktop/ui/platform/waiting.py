"""Waits for a drive or a result while the window lives: it is painted, timers run, what is typed waits in the queue.

The window stands still for `QUICK` seconds at most. Most drives have answered by then, and nothing else happens in
between. After `SHOW_AFTER` seconds the user sees that the program waits, and may give up.
"""

from collections.abc import Callable
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

QUICK = 0.03
"""Seconds for which the window may stand still. A deed may ask the drive several times in a row."""
SHOW_AFTER = 1.0
"""Seconds after which the user is told what the program waits for."""
LONGEST_WAIT = 60.0
"""Seconds after which the program gives up by itself."""
_POLL_MS = 10

type IsDone = Callable[[], bool]


def wait_quietly(is_done: IsDone, seconds: float) -> bool:
    """Wait at most `seconds` while the window lives. What the user does in the meantime is dealt with afterwards.

    Returns whether it is done.
    """
    deadline = monotonic() + seconds
    if not is_done() and seconds > 0:
        _run_loop(is_done, deadline, QEventLoop())
    return is_done() or stand_still(is_done, deadline - monotonic())  # no event loop runs when the program ends


def wait_visibly(is_done: IsDone, seconds: float = LONGEST_WAIT, *, is_for_drive: bool = True) -> bool:
    """Wait at most `seconds` while the window lives; after a second it says so and lets the user give up.

    `is_for_drive` is False when the program itself works something out. Returns whether it is done.
    """
    deadline = monotonic() + seconds
    if wait_quietly(is_done, min(seconds, SHOW_AFTER)):
        return True
    window = _window()
    if window is None:
        return wait_quietly(is_done, deadline - monotonic())
    from botilbud_desktop.ui.platform.waiting_dialog import FOR_A_RESULT, FOR_THE_DRIVE, waiting_dialog

    dialog = waiting_dialog(window, FOR_THE_DRIVE if is_for_drive else FOR_A_RESULT)
    loop = QEventLoop()
    dialog.rejected.connect(loop.quit)
    dialog.open()
    try:
        _run_loop(is_done, deadline, loop, QEventLoop.ProcessEventsFlag.AllEvents)
    finally:
        dialog.rejected.disconnect(loop.quit)
        dialog.hide()
        dialog.deleteLater()
    return is_done()


def _run_loop(
    is_done: IsDone,
    deadline: float,
    loop: QEventLoop,
    flags: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents,
) -> None:
    """Run the loop until it is done, is quit or the time is up."""

    def look() -> None:
        if is_done() or monotonic() >= deadline:
            loop.quit()

    timer = QTimer()
    timer.setInterval(_POLL_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec(flags)
    timer.stop()


def stand_still(is_done: IsDone, seconds: float = QUICK) -> bool:
    """Wait at most `seconds` while the window stands still. Returns whether it is done."""
    deadline = monotonic() + seconds
    pause = 0.0005
    while not is_done() and (remaining := deadline - monotonic()) > 0:
        sleep(min(pause, remaining))
        pause = min(2 * pause, 0.005)
    return is_done()


def _window() -> "QWidget | None":
    """Returns the window to tell the user in: the active one, else any that is shown."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isWindow() and widget.isVisible()]
    active = QApplication.activeWindow()
    return active if active in shown else next(iter(shown), None)
