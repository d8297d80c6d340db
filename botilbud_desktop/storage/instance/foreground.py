"""Permission to bring a window to the front: on Windows only the program that the user has just started has it."""

import sys


def allow_foreground() -> None:
    """Let another process bring its window to the front instead of this one, which is about to end.

    Otherwise Windows only lets the other's taskbar button blink, and the draft that was double-clicked stays behind the
    Explorer window. Does nothing on other systems.
    """
    if sys.platform == "win32":
        import ctypes

        any_process = 0xFFFF_FFFF  # `ASFW_ANY`, since a later start does not know which process is the first
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
