"""Where in the draft the user is."""

from collections.abc import Callable

Where = Callable[[], tuple[str, str]]
"""Gives the names of the page that is shown and of the field that has the focus, "" for none."""
