"""What a draft holds for colleagues beside the application: a note, comments, milestones, and what was judged by hand.

The ministry's form asks for none of it, so it reaches neither the form nor its papers.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.values.iso_time import Moment
from botilbud_desktop.domain.values.whole_number import Whole

CONTENT_NUMBER = r"^[1-9][0-9]{0,2}$"

ContentNumber = Annotated[str, Field(pattern=CONTENT_NUMBER)]
"""The number of a required content as a key: `3`."""


def is_empty(value: Any) -> bool:
    """Whether nothing is filled in."""
    return not value


class CoverNote(Model):
    """The municipality's note to the KKR (*notat*): what is common to its projects."""

    to: str = ""
    copy_to: str = ""
    from_: str = Field(default="", alias="from")
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything is filled in."""
        return bool(self.to or self.copy_to or self.from_ or self.text)


class ContentVerdict(StrEnum):
    """The user's own verdict on a required content of the description."""

    COVERED = "covered"
    NOT_COVERED = "not_covered"


class InsertedFact(Model):
    """A sentence that was made from the table and put into the description, as it was put."""

    content: Whole
    """The number of the required content that it tells."""
    text: str = ""


class Comment(Model):
    """A colleague's comment on a field (*kommentar*)."""

    id: Annotated[str, Field(min_length=1)]
    field: str = Field(
        default="", description="The path of the field; a project by its id: `projects[<id>].loan.2025`."
    )
    text: str = ""
    author: str = ""
    written_at: Moment
    done: bool = False


class Milestone(Model):
    """A milestone (*milepæl*) of a project: what, and when, as a date or in words."""

    label: str = ""
    when: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in, as in a new row."""
        return not self.label and not self.when
