"""A PDF that is attached to a draft (*bilag*), and the state that it is in.

The draft file names no attachments. They lie in a folder beside it, with a list (`storage/attachments`).
"""

from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.application import Coordination


class AttachmentKind(StrEnum):
    """What an attachment documents."""

    MINUTES = "minutes"
    AGREEMENT = "agreement"
    OTHER = "other"


KINDS = {
    AttachmentKind.MINUTES: "Referat af drøftelse i KKR",
    AttachmentKind.AGREEMENT: "Aftale mellem kommuner",
    AttachmentKind.OTHER: "Andet",
}


class AttachmentState(StrEnum):
    """What is known of an attachment."""

    ATTACHED = "attached"
    """Its file is there, and its content is the one that was attached."""
    CHANGED = "changed"
    """Its file is there, with another content."""
    MISSING = "missing"
    """It is asked for and nothing is attached, or it is on the list and its file is gone."""
    UNREADABLE = "unreadable"
    """Its file is there, and is no PDF that can be read, whether or not it is the one that was attached."""
    UNKNOWN = "unknown"
    """The drive cannot tell, or the file cannot be read."""


STATES = {
    AttachmentState.ATTACHED: "Vedlagt",
    AttachmentState.CHANGED: "Ændret, siden den blev vedlagt",
    AttachmentState.MISSING: "Mangler",
    AttachmentState.UNREADABLE: "Kan ikke læses",
    AttachmentState.UNKNOWN: "Vides ikke",
}


class Attachment(NamedTuple):
    """One attachment of a draft, or one that is asked for and missing."""

    project_id: str | None
    """The id of its project; None when it is for the whole application."""
    kind: AttachmentKind
    title: str
    """What people call it, in Danish; of another kind the name of its file without the ending."""
    file_name: str
    """The name of its file in the folder; "" when nothing is attached."""
    state: AttachmentState
    path: str = ""
    """The path of its file; "" unless a file is known to be there."""
    reason: str = ""
    """Why the file cannot be read, or the state is not known, as a Danish clause."""
    digest: str = ""
    """SHA-256 of the content that the state was worked out of; "" when no content was read."""

    @property
    def is_there(self) -> bool:
        """Whether its file is there, changed, readable or not."""
        return self.state in (AttachmentState.ATTACHED, AttachmentState.CHANGED, AttachmentState.UNREADABLE)


class Elsewhere(NamedTuple):
    """What lies beside a copy of the draft that a collection left out, and not beside the draft itself."""

    file: str
    """The name of the copy's file."""
    attachments: tuple[Attachment, ...]
    is_known: bool = True
    """Whether the copy's list could be read."""

    def may_have(self, kind: AttachmentKind, project_id: str) -> bool:
        """Whether something of a kind may be attached to the copy for a project."""
        own = (each for each in self.attachments if each.project_id in (None, project_id))
        return not self.is_known or any(each.kind is kind for each in own)


class AttachedFiles(NamedTuple):
    """What lies in the folder of a draft's attachments."""

    attachments: tuple[Attachment, ...] = ()
    """Those on the list that belong to the draft, in the order in which they were attached."""
    unlisted: tuple[str, ...] = ()
    """The names of the other PDF files there: on no list, or on it for another draft."""
    problem: str = ""
    """A Danish sentence when folder or list cannot be read, so that nobody knows what is attached."""
    folder: str = ""
    """The path of the folder; "" when it is not there, or cannot be read."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """What lies beside copies that were left out; only a collection knows of them."""


NOTHING_ATTACHED = AttachedFiles()


def attachment_title(kind: AttachmentKind, file_name: str) -> str:
    """Returns what people call an attachment."""
    return KINDS[kind] if kind is not AttachmentKind.OTHER else file_name.rpartition(".")[0] or file_name


def asked_kind(coordination: Coordination | None) -> AttachmentKind | None:
    """Returns what the ministry asks to have mailed for a project; None when nothing is, or nobody can say yet."""
    return _ASKED.get(coordination) if coordination is not None else None


_ASKED = {
    Coordination.KKR: AttachmentKind.MINUTES,
    Coordination.OTHER_INTERMUNICIPAL: AttachmentKind.AGREEMENT,
}
