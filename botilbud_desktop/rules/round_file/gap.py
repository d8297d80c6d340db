"""One thing that a form file lacks."""

from typing import NamedTuple


class Gap(NamedTuple):
    """Something missing, or two places that contradict each other."""

    place: str
    """The place in the form file, such as `criteria[3].text`."""
    text: str
    """A Danish clause without a full stop."""
    is_doubt: bool = False
    """Whether it may be just as the ministry has it: it is told, and the file is in order."""
