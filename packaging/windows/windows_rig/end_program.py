"""Ends a program as Windows' Restart Manager does before an upgrade, and tells in JSON what was seen.

Run by a Python on Windows with the name of the program's file. Each of its windows is asked first
(`WM_QUERYENDSESSION`): a program should not end by that, since another one may refuse. Then each is told
(`WM_ENDSESSION`).
"""

import ctypes
import json
import sys
import time
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

_ASK, _TELL, _CLOSES_APPLICATION = 0x11, 0x16, 1
_KEY_DOWN, _KEY_UP = 0x100, 0x101
F7 = 0x76
"""The key's code in Windows."""
_ABORT_IF_HUNG, _LONGEST_MS = 2, 30_000
_ALL_PROCESSES = 2
_PATIENCE = 30.0
"""Seconds to wait for the program's processes to be there, and to be gone."""


class _Entry(ctypes.Structure):
    """Windows' `PROCESSENTRY32W`."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("usage", wintypes.DWORD),
        ("process", wintypes.DWORD),
        ("heap", ctypes.c_size_t),
        ("module", wintypes.DWORD),
        ("threads", wintypes.DWORD),
        ("parent", wintypes.DWORD),
        ("priority", wintypes.LONG),
        ("flags", wintypes.DWORD),
        ("file", wintypes.WCHAR * 260),
    )


def main(file: str) -> dict[str, Any]:
    """Ends the program, once it runs and has started its second process. Returns what was seen."""
    until(lambda: len(processes(file)) > 1)
    first = processes(file)
    answers = ask_windows(first)
    asked = processes(file)
    tell_windows(first)
    until(lambda: not processes(file))
    return {
        "processes": len(first),
        "answers": answers,
        "left_when_asked": len(asked),
        "left_at_the_end": len(processes(file)),
    }


def ask_windows(running: list[int]) -> list[int | None]:
    """Asks each window of these processes whether it may be closed. Returns the answers; None is none."""
    return [_send(window, _ASK, 0) for process in running for window in windows_of(process)]


def tell_windows(running: list[int]) -> None:
    """Tells each window of these processes that it is closed now."""
    for window in (window for process in running for window in windows_of(process)):
        _send(window, _TELL, 1)


def press(window: int, key: int) -> None:
    """Presses a key in a window, wherever the keyboard's focus is."""
    for message in (_KEY_DOWN, _KEY_UP):
        _library("user32").PostMessageW(wintypes.HWND(window), message, wintypes.WPARAM(key), wintypes.LPARAM(0))


def processes(file: str) -> list[int]:
    """The ids of the running processes of a program's file."""
    kernel = _library("kernel32")
    kernel.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
    snapshot = wintypes.HANDLE(kernel.CreateToolhelp32Snapshot(_ALL_PROCESSES, 0))
    entry = _Entry(size=ctypes.sizeof(_Entry))
    found = []
    goes_on = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
    while goes_on:
        if entry.file.lower() == file.lower():
            found.append(entry.process)
        goes_on = kernel.Process32NextW(snapshot, ctypes.byref(entry))
    kernel.CloseHandle(snapshot)
    return found


def windows_of(process: int) -> list[int]:
    """The windows of a process that lie on the desktop, hidden ones too."""
    user, found, owner = _library("user32"), list[int](), wintypes.DWORD()
    user.GetWindow.restype = user.GetTopWindow.restype = wintypes.HWND
    window = user.GetTopWindow(None)
    while window:
        user.GetWindowThreadProcessId(wintypes.HWND(window), ctypes.byref(owner))
        if owner.value == process:
            found.append(window)
        window = user.GetWindow(wintypes.HWND(window), 2)
    return found


def until(is_so: Callable[[], bool]) -> None:
    """Waits for it, but not for ever."""
    deadline = time.monotonic() + _PATIENCE
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.1)


def _send(window: int, message: int, wparam: int) -> int | None:
    """Sends a message; returns the answer, or None when there is none."""
    answer = ctypes.c_size_t()
    words = (wintypes.WPARAM(wparam), wintypes.LPARAM(_CLOSES_APPLICATION), _ABORT_IF_HUNG, _LONGEST_MS)
    sent = _library("user32").SendMessageTimeoutW(wintypes.HWND(window), message, *words, ctypes.byref(answer))
    return answer.value if sent else None


def _library(name: str) -> Any:
    if sys.platform == "win32":
        return getattr(ctypes.windll, name)
    raise OSError("this runs on Windows only")


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
