"""Who has a draft open."""

from datetime import datetime
from typing import NamedTuple


class Holder(NamedTuple):
    """Who has a draft open, in words that may stand in a message."""

    name: str
    machine: str
    """"" when it is not known."""
    since: datetime | None
    """With a time zone; None when it is not known."""
    token: str
    """Tells this lock from any other; "" when it is not known."""
