"""Asks Windows' Restart Manager who uses a file. It is asked only; nothing is ended by it."""

import ctypes
import sys
from collections.abc import Mapping
from ctypes import wintypes
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

_KINDS: Mapping[int, str] = MappingProxyType(
    {
        0: "unknown, ended by force only",
        1: "main window",
        2: "other window",
        3: "service",
        4: "Explorer",
        5: "console",
        1000: "critical, needs a restart",
    }
)
"""`RM_APP_TYPE` in Windows' documentation."""
_MOST = 64
_KEY_LENGTH = 33


class User(NamedTuple):
    """A process that uses a file."""

    process: int
    name: str
    kind: str
    """What Restart Manager takes it for, and so how it can be ended."""
    is_restartable: bool
    """Whether it is registered to be started again."""


class _Unique(ctypes.Structure):
    """`RM_UNIQUE_PROCESS`."""

    _fields_ = (("process", wintypes.DWORD), ("low", wintypes.DWORD), ("high", wintypes.DWORD))


class _Process(ctypes.Structure):
    """`RM_PROCESS_INFO`."""

    _fields_ = (
        ("unique", _Unique),
        ("name", wintypes.WCHAR * 256),
        ("service", wintypes.WCHAR * 64),
        ("kind", wintypes.DWORD),
        ("status", wintypes.ULONG),
        ("session", wintypes.DWORD),
        ("restartable", wintypes.BOOL),
    )


def users_of(file: Path) -> list[User]:
    """The processes that use a file.

    Raises:
        OSError: this is no Windows, or Restart Manager gives an error.
    """
    manager = _manager()
    session, key = wintypes.DWORD(), ctypes.create_unicode_buffer(_KEY_LENGTH)
    _check(manager.RmStartSession(ctypes.byref(session), 0, key))
    try:
        names = (wintypes.LPCWSTR * 1)(str(file))
        _check(manager.RmRegisterResources(session, 1, names, 0, None, 0, None))
        found, needed = (_Process * _MOST)(), wintypes.UINT()
        count, reasons = wintypes.UINT(_MOST), wintypes.DWORD()
        _check(manager.RmGetList(session, ctypes.byref(needed), ctypes.byref(count), found, ctypes.byref(reasons)))
        return [_user(found[number]) for number in range(count.value)]
    finally:
        manager.RmEndSession(session)


def _user(info: _Process) -> User:
    kind = _KINDS.get(info.kind, f"kind {info.kind}")
    return User(info.unique.process, info.name, kind, bool(info.restartable))


def _manager() -> Any:
    if sys.platform == "win32":
        return ctypes.windll.rstrtmgr
    raise OSError("Restart Manager is Windows' own")


def _check(code: int) -> None:
    if code:
        raise OSError(code, f"Restart Manager gives {code}")
