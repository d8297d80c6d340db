"""What a check finds in a package."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One broken rule."""

    rule: str
    """The name of Windows' own check (ICE), whose rule it is."""
    place: str
    """Table, column and row, or another place that is named in the rule."""
    text: str

    def __str__(self) -> str:
        return f"{self.rule} {self.place}: {self.text}"
