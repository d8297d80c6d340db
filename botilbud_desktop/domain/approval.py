"""Approvals: the fingerprint of what was approved, the check code (*kontrolkode*) and the approval status."""

import hashlib
import json
from datetime import datetime
from enum import StrEnum

from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized

NOT_FINGERPRINTED = ("approvals", "internal_notes")


class Status(StrEnum):
    """The approval status of a draft."""

    DRAFT = "draft"
    APPROVED = "approved"
    CHANGED_SINCE_APPROVAL = "changed_since_approval"


def fingerprint(application: Application) -> str:
    """Returns `sha256:` and the digest of the canonical JSON of all but approvals and internal notes."""
    values = {key: value for key, value in as_json_values(application).items() if key not in NOT_FINGERPRINTED}
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def check_code(fingerprint_text: str) -> str:
    """Returns the first twelve digits of the fingerprint in groups, for people to compare: `3F2A-91BC-07DE`."""
    digits = fingerprint_text.removeprefix("sha256:")[:12].upper()
    return "-".join(digits[start : start + 4] for start in range(0, 12, 4))


def control_code(application: Application) -> str:
    """Returns the check code of the current content, which every paper carries; an approval's while it is valid."""
    return check_code(fingerprint(application))


def status(application: Application) -> Status:
    """Returns the approval status of the draft with its current content."""
    if not application.approvals:
        return Status.DRAFT
    matches = application.approvals[-1].fingerprint == fingerprint(application)
    return Status.APPROVED if matches else Status.CHANGED_SINCE_APPROVAL


def valid_approval(application: Application) -> Approval | None:
    """Returns the newest approval if the content still matches it, else None."""
    return application.approvals[-1] if status(application) is Status.APPROVED else None


def approved(application: Application, by: str, at: datetime) -> Application:
    """Returns the application with one more approval. The rules decide whether it may be approved.

    Raises:
        ValueError: `by` is empty, or `at` has no time zone.
    """
    name = sanitized(by).strip()
    if not name:
        raise ValueError("an approval needs a name")
    if at.tzinfo is None:
        raise ValueError("the time of an approval needs a time zone")
    approval = Approval(approved_at=at.replace(microsecond=0), approved_by=name, fingerprint=fingerprint(application))
    return replace(application, approvals=(*application.approvals, approval))
