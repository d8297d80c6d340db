"""Calls that may raise any exception, for tests and tools that check what is raised."""

from collections.abc import Callable
from typing import NamedTuple


class Attempt[Value](NamedTuple):
    """The result of a call: a value, or the exception raised."""

    value: Value | None
    error: Exception | None = None


def attempt[Value](act: Callable[[], Value]) -> Attempt[Value]:
    """Call `act` and catch any exception."""
    try:
        return Attempt(act())
    except Exception as error:
        return Attempt(None, error)
