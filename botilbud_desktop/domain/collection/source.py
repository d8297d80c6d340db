"""The files that a collection of drafts is made of: those that were read, and those that were not."""

from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.attachments.attachment import NOTHING_ATTACHED, AttachedFiles
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.round import Round


class Source(NamedTuple):
    """A draft that was read, and the name of its file as people know it."""

    file: str
    application: Application
    round: Round
    lineage: Lineage | None = None
    """What the content grew out of; None when that is not proven."""
    attachments: AttachedFiles = NOTHING_ATTACHED
    """The PDF files that lie beside it."""
    number: tuple[int, int] | None = None
    """What two names of one file share; None where the drive does not tell."""


class LeftOut(NamedTuple):
    """A file that is not part of the collection, or a folder that was not read."""

    file: str
    why: str
    """A Danish sentence."""
    municipality: str = ""
    """The short name of its municipality, as far as that is known."""
    brief: str = ""
    """The sentence without names of files, where it is another one."""
    is_folder: bool = False
    """Whether it is a folder: nobody knows what is in it."""
