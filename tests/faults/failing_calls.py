"""Makes any one call to the operating system fail.

A first run of a piece of work counts its calls through Python's `os`, `io` and `fcntl`; in later runs each of them
fails once. There is no list of calls: all functions of `os` that come from the system's own module are counted, except
those below that access no drive. On Windows `os.path.realpath` passes errors on that POSIX ignores, so it is counted
too. SQLite's own calls are made in C and are not seen here.
"""

import errno
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum, auto
from types import BuiltinFunctionType, TracebackType
from typing import Any, NamedTuple, Self
from unittest.mock import patch

if sys.platform == "win32":
    import msvcrt as _locks
    import nt as _system
else:
    import fcntl as _locks
    import posix as _system

_TOUCHING_NO_DRIVE = {"_exit", "abort", "cpu_count", "fork", "fspath", "kill", "strerror", "uname", "urandom"}
_WINDOWS_CODES = {5: 13, 32: 13, 33: 13, 39: 22, 53: 2, 64: 22, 112: 28, 1224: 22}
"""Windows error codes, and the `errno` that Python maps them to."""
_OF_NETWORK_AND_CLOUD = dict.fromkeys((55, 59, 121, 362, 1231, 1326), errno.EINVAL)
"""The same for a share without VPN or with an expired login, and for OneDrive that does not run."""
_NAMES = (
    *("ENOSPC", "EACCES", "EIO", "EBUSY", "EROFS", "ENOENT", "ESTALE", "EDQUOT"),
    *("ETIMEDOUT", "ELOOP", "ENAMETOOLONG"),
)
SHARING_VIOLATIONS = (5, 32, 33)
_LOCKING = ("locking",) if sys.platform == "win32" else ("flock", "lockf", "fcntl")


class Trouble(NamedTuple):
    """An error of the operating system."""

    name: str
    number: int
    """The `errno`."""
    windows_code: int | None = None

    def error(self) -> OSError:
        """The exception that Python raises for it, with a text that no user may ever see."""
        error = OSError(self.number, f"Injected: {os.strerror(self.number)}", "/secret/folder/of/the/test")
        if self.windows_code is not None:
            vars(error)["winerror"] = self.windows_code
        return error


TROUBLES = [
    *(Trouble(name, getattr(errno, name)) for name in _NAMES),
    *(Trouble(f"Windows {code}", number, code) for code, number in (_WINDOWS_CODES | _OF_NETWORK_AND_CLOUD).items()),
]


class When(Enum):
    """When the call fails."""

    BEFORE = auto()
    """Nothing was done."""
    HALFWAY = auto()
    """Half of the data was written; other calls fail before they do anything."""
    AFTER = auto()
    """Everything was done, yet the call reports failure, as network drives do."""


class Fault(NamedTuple):
    """The call with this number fails in this way."""

    number: int
    trouble: Trouble
    when: When

    def __str__(self) -> str:
        return f"call {self.number} with {self.trouble.name} {self.when.name.lower()}"


class Calls:
    """Counts calls, and makes one of them fail. Use with `watched`."""

    def __init__(self, fault: Fault | None = None, *, thread: str = "", every: str = "") -> None:
        """`thread`: count only calls of threads whose name starts so. `every`: all calls of that name fail, not one."""
        self.names: list[str] = []
        """The calls so far."""
        self.fault = fault
        self.fired = 0
        self._thread = thread
        self._every = every
        self._lock = threading.Lock()

    def do(self, name: str, call: Callable[[], Any], half: Callable[[], Any] | None = None) -> Any:
        """Makes the call, or makes it fail."""
        if not threading.current_thread().name.startswith(self._thread):
            return call()
        with self._lock:
            number = len(self.names)
            self.names.append(name)
            fault = self.fault if self._is_meant(number, name) else None
            self.fired += fault is not None
        if fault is None:
            return call()
        if fault.when is When.AFTER or name == "close":  # a file is closed even when `close` fails
            given = call()
            if callable(getattr(given, "close", None)):
                given.close()
            elif name == "open":
                os.close(given)
        elif fault.when is When.HALFWAY and half is not None:
            half()
        raise fault.trouble.error()

    def _is_meant(self, number: int, name: str) -> bool:
        if self.fault is None:
            return False
        return name == self._every if self._every else number == self.fault.number


@contextmanager
def watched(calls: Calls) -> Iterator[Calls]:
    """Routes every call within the block through `calls`."""
    with ExitStack() as stack:
        for name in _names_of_calls():
            stack.enter_context(patch.object(os, name, _counted(calls, name, getattr(os, name))))
        stack.enter_context(patch.object(os, "scandir", _counted_scan(calls)))
        stack.enter_context(patch.object(os.path, "realpath", _counted(calls, "realpath", os.path.realpath)))
        for name in _LOCKING:
            stack.enter_context(patch.object(_locks, name, _counted(calls, name, getattr(_locks, name))))
        stack.enter_context(patch.object(io, "open", _counted_open(calls)))
        yield calls


def _names_of_calls() -> list[str]:
    found = {name for name, value in vars(_system).items() if isinstance(value, BuiltinFunctionType)}
    found -= {*_TOUCHING_NO_DRIVE, "scandir"}  # handled by `_counted_scan`
    found -= {name for name in found if name.startswith("get")}  # they only describe this process
    return sorted(name for name in found if getattr(os, name, None) is getattr(_system, name))


def _counted(calls: Calls, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*arguments: Any, **options: Any) -> Any:
        def half() -> None:
            if name == "write":
                handle, data = arguments
                real(handle, data[: len(data) // 2])

        return calls.do(name, lambda: real(*arguments, **options), half)

    return counted


def _counted_open(calls: Calls) -> Callable[..., Any]:
    def open_(
        path: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        kind = mode.replace("b", "").replace("t", "")
        name = f"open to {'read' if kind == 'r' else 'write'}"
        raw = calls.do(name, lambda: _File(calls, path, kind, closefd, opener))
        if buffering == 0:
            return raw
        buffered: Any = io.BufferedReader(raw) if kind == "r" else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)

    return open_


class _File(io.FileIO):
    """An open file whose calls are counted."""

    def __init__(self, calls: Calls, path: Any, mode: str, closefd: bool, opener: Any) -> None:
        super().__init__(path, mode, closefd, opener)
        self._calls = calls

    def write(self, data: Any) -> int:
        real = super().write
        content = bytes(data)
        return int(self._calls.do("write", lambda: real(content), lambda: real(content[: len(content) // 2])))

    def readinto(self, buffer: Any) -> int:
        real = super().readinto
        return int(self._calls.do("read", lambda: real(buffer)))

    def readall(self) -> bytes:
        real = super().readall
        return bytes(self._calls.do("read", real))

    def close(self) -> None:
        if not self.closed:
            self._calls.do("close", super().close)


def _counted_scan(calls: Calls) -> Callable[..., Any]:
    real = os.scandir

    def scandir(*arguments: Any) -> Any:
        return calls.do("scandir", lambda: _Entries(calls, real(*arguments)))

    return scandir


class _Entries:
    """The entries of a folder, each fetched by a counted call."""

    def __init__(self, calls: Calls, entries: Any) -> None:
        self._calls = calls
        self._entries = entries

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        entry = self._calls.do("next entry", lambda: next(self._entries, None))
        if entry is None:
            raise StopIteration
        return entry

    def close(self) -> None:
        self._entries.close()
