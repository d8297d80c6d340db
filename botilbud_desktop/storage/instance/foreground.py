"""Who may bring a window to the front: on Windows only the program that the user has just started."""

import sys

_ANY_PROCESS = 0xFFFF_FFFF
"""`ASFW_ANY`: which process is the first is nothing that a later start knows."""


def pass_on_the_foreground() -> None:
    """Let another process bring its window to the front in place of this one, which is about to end.

    Without it Windows only lets the other's button on the taskbar blink, and the draft that was double-clicked stays
    behind the window of Explorer. Elsewhere there is nothing to be done.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
