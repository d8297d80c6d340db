"""Where the user was in a draft: as precisely as it can be returned to."""

from typing import NamedTuple

UNKNOWN = -1
"""A number that is not known."""


class Position(NamedTuple):
    """The user's place. Names are those of Qt objects; a cursor is a number of Qt's characters (UTF-16 units)."""

    page: str = ""
    """The step's page, such as `page.project.0`; "" when unknown."""
    field: str = ""
    """The field with the focus, such as `projects.0.name`; "" for none."""
    cursor: int = UNKNOWN
    """The place of the cursor in the field's text."""
    anchor: int = UNKNOWN
    """Where the selection begins; the cursor's place when nothing is selected."""
    scroll: int = UNKNOWN
    """How far the page is scrolled, in px."""
    field_scroll: int = UNKNOWN
    """How far the field's own text is scrolled, in lines."""
