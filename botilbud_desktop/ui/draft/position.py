"""The user's position in the draft."""

from collections.abc import Callable

Where = Callable[[], tuple[str, str]]
"""Returns the names of the page that is shown and of the field that has the focus, "" for none."""
