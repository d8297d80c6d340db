"""Approvals: the fingerprint of what was approved, the check code (*kontrolkode*) and the approval status."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.canonical import as_json_values, digest_of_values
from botilbud_desktop.domain.model import json_values, replace
from botilbud_desktop.domain.text.person_name import person_name

NOT_FINGERPRINTED = ("approvals", "internal_notes", "cover_note", "judged_contents", "inserted_facts", "comments")


class Status(StrEnum):
    """The approval status of a draft."""

    DRAFT = "draft"
    APPROVED = "approved"
    CHANGED_SINCE_APPROVAL = "changed_since_approval"


def fingerprint(application: Application) -> str:
    """Returns `sha256:` and the digest of the canonical JSON of all but `NOT_FINGERPRINTED`."""
    return digest_of_values(_covered(application))


def check_code(fingerprint_text: str) -> str:
    """Returns the first twelve digits of the fingerprint in groups, for people to compare: `3F2A-91BC-07DE`."""
    digits = fingerprint_text.removeprefix("sha256:")[:12].upper()
    return "-".join(digits[start : start + 4] for start in range(0, 12, 4))


def control_code(application: Application) -> str:
    """Returns the check code of the current content, which every paper carries; an approval's while it is valid."""
    approval = valid_approval(application)
    return check_code(fingerprint(application) if approval is None else approval.fingerprint)


def status(application: Application) -> Status:
    """Returns the approval status of the draft with its current content."""
    if not application.approvals:
        return Status.DRAFT
    return Status.CHANGED_SINCE_APPROVAL if valid_approval(application) is None else Status.APPROVED


def valid_approval(application: Application) -> Approval | None:
    """Returns the newest approval if the content still matches it, else None."""
    if not application.approvals or is_altered(application):
        return None
    approval, values = application.approvals[-1], _covered(application)
    forms = (values, _as_version_1(values))
    return approval if any(digest_of_values(form) == approval.fingerprint for form in forms) else None


def earlier_approvals(application: Application) -> tuple[Approval, ...]:
    """Returns the approvals that have lapsed or were replaced, the newest first."""
    before = application.approvals if valid_approval(application) is None else application.approvals[:-1]
    return before[::-1]


def is_altered(application: Application) -> bool:
    """Whether the newest approval was changed in the file: its name, its time or its fingerprint. It has lapsed then.

    Approvals that were given before there were seals do not tell.
    """
    return bool(application.approvals) and not _is_as_given(application.approvals[-1])


def seal_of(approval: Approval) -> str:
    """Returns `sha256:` and the digest of the canonical JSON of who approved, when, and what."""
    return digest_of_values(json_values(replace(approval, seal=None)))


def covered_version(application: Application) -> int:
    """Returns the version of the format that the control code is worked out from: an older approval's own."""
    approval = valid_approval(application)
    is_older = approval is not None and approval.fingerprint != fingerprint(application)
    return 1 if is_older else application.format_version


def approved(application: Application, by: str, at: datetime) -> Application:
    """Returns the application with one more approval. The rules decide whether it may be approved.

    Raises:
        ValueError: `by` is no name (see `person_name`), or `at` has no time zone.
    """
    name = person_name(by)
    if not name:
        raise ValueError("an approval needs a name")
    if at.tzinfo is None:
        raise ValueError("the time of an approval needs a time zone")
    given = Approval(approved_at=at.replace(microsecond=0), approved_by=name, fingerprint=fingerprint(application))
    approval = replace(given, seal=seal_of(given))
    return replace(application, approvals=(*application.approvals, approval))


def _is_as_given(approval: Approval) -> bool:
    """Whether the approval is as it was given, as far as its seal tells."""
    return approval.seal is None or approval.seal == seal_of(approval)


def _covered(application: Application) -> dict[str, Any]:
    """Returns the values that the fingerprint covers."""
    return as_json_values(application, without=NOT_FINGERPRINTED)


def _as_version_1(values: dict[str, Any]) -> dict[str, Any]:
    """Returns the values in the form of version 1. Keys that version 2 added are there only where they are filled in:
    then no approval of version 1 fits.
    """
    return {**values, "format_version": 1}
