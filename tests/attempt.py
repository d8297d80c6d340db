"""Trying something that may raise anything, for tests and tools that judge what is raised."""

from collections.abc import Callable
from typing import NamedTuple


class Attempt[Value](NamedTuple):
    """What came of it: a value, or the exception that was raised."""

    value: Value | None
    error: Exception | None = None


def attempt[Value](act: Callable[[], Value]) -> Attempt[Value]:
    """Do it, and keep whatever is raised."""
    try:
        return Attempt(act())
    except Exception as error:
        return Attempt(None, error)
