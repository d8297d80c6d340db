"""Who has a draft open."""

from datetime import datetime
from typing import NamedTuple


class Holder(NamedTuple):
    """Who has a draft open, as texts that can be shown in a message."""

    name: str
    machine: str
    """"" when unknown."""
    since: datetime | None
    """With a time zone; None when unknown."""
    token: str
    """Identifies the lock; "" when unknown."""
