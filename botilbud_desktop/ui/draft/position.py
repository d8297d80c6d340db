"""The user's position in the draft."""

from collections.abc import Callable

from botilbud_desktop.storage.recovery.position import Position

Where = Callable[[], Position]
"""Returns where the user is now."""
