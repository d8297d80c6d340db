"""How those who wait for a large document learn how far it is, and stop it."""

from collections.abc import Callable

type Progress = Callable[[int, int], bool]
"""Told how many steps of how many are done, again and again, and at the end; returns whether to go on."""


class StoppedError(Exception):
    """Whoever waited does not wait any longer."""


def go_on(_done: int, _of: int) -> bool:
    """Never stops."""
    return True
