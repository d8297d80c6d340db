"""A report of an unexpected error for the program's developers; nothing in it comes from a draft or a user.

It is built from safe parts only, instead of being cleaned of unsafe ones: names of classes, modules and functions as in
the source, line numbers, and the operating system's error numbers. The text, notes and arguments of an exception, file
names, folders, source lines and values of variables can all contain what somebody typed; none of them is ever read.
"""

import errno
import sys
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, NamedTuple

from botilbud_desktop.domain.values.amounts import counted

MOST_CALLS = 40
"""The middle of a longer stack, as in an endless recursion, is left out."""
MOST_CAUSES = 5
LONGEST_REPORT = 30_000
"""In characters."""

_OUTERMOST = 8
_LONGEST_NAME = 120
_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.<>")
_HIGHEST_WINDOWS_CODE = 15_999
_UNKNOWN = "ukendt sted"
_PROMISE = "Rapporten indeholder ikke noget af det, du har skrevet, og ingen navne på filer, mapper eller personer."


class Versions(NamedTuple):
    """The versions of the program and of what it runs on."""

    program: str
    python: str
    qt: str
    pyside: str
    system: str
    """The operating system, without the computer's name."""


def describe_error(
    kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None, where: str
) -> str:
    """Returns the error, its call stack and its causes as lines; the same error on the same line gives the same text.

    `where`: a word or two from the program itself about the situation.
    """
    lines = [f"{_class_name(kind)}{_system_codes(error)} ({where})", *_calls(traceback, MOST_CALLS)]
    for cause in _causes(error):
        lines.append(f"  forårsaget af {_class_name(type(cause))}{_system_codes(cause)}")
        lines += _calls(cause.__traceback__, MOST_CALLS // 4)
    return "\n".join(lines)


def incident_report(versions: Versions, incidents: Mapping[str, int], left_out: int = 0) -> str:
    """Returns the report to copy; `incidents` maps descriptions to their counts, `left_out` counts all other errors."""
    under = f"Python {versions.python}, PySide6 {versions.pyside}, Qt {versions.qt}, {versions.system}"
    parts = [f"Teknisk rapport fra Botilbud Desktop {versions.program}\n{under}\n{_PROMISE}"]
    parts += [f"{counted(number, 'gang', 'gange')}: {incident}" for incident, number in incidents.items()]
    if left_out:
        parts.append(f"Og {left_out} fejl til.")
    report = "\n\n".join(parts) + "\n"
    return report if len(report) <= LONGEST_REPORT else report[: LONGEST_REPORT - 2] + "…\n"


def _class_name(kind: type[BaseException]) -> str:
    """Returns the name of the nearest base class that its module contains; a name made from data is not found there."""
    known = next(one for one in kind.__mro__ if _module_member(one.__module__, one.__qualname__) is one)
    module, name = known.__module__, known.__qualname__
    return _safe_name(name if module == "builtins" else f"{module}.{name}")


def _module_member(module: str, name: str) -> Any:
    """Returns what the loaded module contains under a dotted name, without running any of its code."""
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, "__dict__", {}).get(part)
    return found


def _system_codes(error: BaseException | None) -> str:
    """Returns the operating system's error codes; unknown numbers are left out, since code can put any number there."""
    if not isinstance(error, OSError):
        return ""
    codes = []
    if type(error.errno) is int and error.errno in errno.errorcode:
        codes.append(errno.errorcode[error.errno])
    windows_code = getattr(error, "winerror", None)
    if type(windows_code) is int and 0 < windows_code <= _HIGHEST_WINDOWS_CODE:
        codes.append(f"Windows-fejl {windows_code}")
    return f" [{', '.join(codes)}]" if codes else ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = {id(error)}
    for _step in range(MOST_CAUSES):
        if error is None:
            return
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is None or id(error) in seen:
            return
        seen.add(id(error))
        yield error


def _calls(traceback: TracebackType | None, most: int) -> list[str]:
    """Returns the calls, outermost first."""
    steps = []
    while traceback is not None:
        steps.append(traceback)
        traceback = traceback.tb_next
    if len(steps) <= most:
        return [_call(step) for step in steps]
    outermost = min(_OUTERMOST, most // 2)
    left_out = "    … (flere kald udeladt)"
    return [*map(_call, steps[:outermost]), left_out, *map(_call, steps[outermost - most :])]


def _call(step: TracebackType) -> str:
    module = _module_of(step.tb_frame.f_globals)
    if module is None:
        return f"    {_UNKNOWN}"
    return f"    {_safe_name(module)}: {_safe_name(step.tb_frame.f_code.co_qualname)}, linje {step.tb_lineno}"


def _module_of(names: Mapping[str, Any]) -> str | None:
    """Returns the module of the code; None for code of no loaded module, such as code compiled from a string."""
    module = names.get("__name__")
    if isinstance(module, str) and getattr(sys.modules.get(module), "__dict__", None) is names:
        return module
    return None


def _safe_name(name: str) -> str:
    """Returns a name that could be in source code, else "?": anything else could be text that somebody typed."""
    return name if len(name) <= _LONGEST_NAME and _NAME_CHARACTERS.issuperset(name) else "?"
