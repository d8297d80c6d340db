"""How those who wait for a large document learn how far it is, and stop it."""

from collections.abc import Callable

type Progress = Callable[[int, int], bool]
"""Told how many steps of how many are done, before each step and at the end; returns whether to go on."""


def go_on(_done: int, _of: int) -> bool:
    """Never stops."""
    return True
