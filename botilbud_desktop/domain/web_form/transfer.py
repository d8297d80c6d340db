"""The progress of the transfer to the web form: field by field, and the closing list."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import WebField, emptied_row, fits, web_fields
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage

_IN_A_ROW = re.compile(r"projects\[[0-9]{1,3}\]\.")
"""The beginning of the path of a field in the table: its row may be gone since it was transferred."""


class TransferState(StrEnum):
    """The state of one field."""

    NOT_STATED = "not_stated"
    """There is nothing to type."""
    WAITING = "waiting"
    DONE = "done"
    CHANGED = "changed"
    """Its value differs from the transferred one, or is gone."""


class ClosingStep(StrEnum):
    """The steps that remain at the web site and after it, in this order."""

    SENT = "sent"
    VIEWED = "viewed"
    APPROVED = "approved"
    SIGNED = "signed"
    MAILED = "mailed"


class TransferItem(NamedTuple):
    """A field of the web form and its state."""

    field: WebField
    state: TransferState

    @property
    def is_due(self) -> bool:
        """Whether the field must still be transferred or corrected."""
        return self.state in (TransferState.WAITING, TransferState.CHANGED)


def transfer_items(application: Application, round_: Round, transferred: Mapping[str, str]) -> tuple[TransferItem, ...]:
    """Returns the fields of the web form, in its order, each with its state.

    Where a project was deleted after its transfer, its row is still at the web site: those fields are `CHANGED`.

    Args:
        application: the draft.
        round_: its round. Projects beyond the form's last row are left out.
        transferred: the digest of each transferred value, by the path of its field.
    """
    emptied = tuple(
        field
        for index in range(len(application.projects), round_.max_projects)
        for field in emptied_row(round_, index)
        if str(field.path) in transferred
    )
    return tuple(
        TransferItem(field, _state(field, transferred.get(str(field.path))))
        for field in web_fields(application, round_, emptied)
        if fits(field, round_)
    )


def digest_of(value: str) -> str:
    """Returns the digest that is stored of a transferred value: it shows changes but not the content."""
    return hashlib.sha256(value.encode("utf-8")).hexdigest()


def counts(items: tuple[TransferItem, ...]) -> tuple[int, int]:
    """Returns the number of transferred fields and of all fields; those that are not stated are not counted."""
    counted = [item for item in items if item.state is not TransferState.NOT_STATED]
    return sum(item.state is TransferState.DONE for item in counted), len(counted)


def next_due(items: tuple[TransferItem, ...], after: int) -> int | None:
    """Returns the index of the next due field after the one at `after`, or else from the top; None without any."""
    order = (*range(after + 1, len(items)), *range(after + 1))
    return next((index for index in order if index < len(items) and items[index].is_due), None)


def closing_steps(application: Application) -> tuple[ClosingStep, ...]:
    """Returns the steps of the closing list; documents are mailed only when a project is coordinated with others."""
    together = (Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL)
    is_coordinated = any(project.coordination in together for project in application.projects)
    return tuple(step for step in ClosingStep if step is not ClosingStep.MAILED or is_coordinated)


def is_sent_but_not_approved(closing: Mapping[ClosingStep, date]) -> bool:
    """Whether the application is at the web site but does not count yet: the main risk of the transfer."""
    return ClosingStep.SENT in closing and ClosingStep.APPROVED not in closing


class AfterApproval(NamedTuple):
    """What speaks against it that the web site's *Godkend* covers the draft as it is now."""

    changed: tuple[FieldPath, ...] = ()
    """Fields whose value is another one than the one that was transferred when *Godkend* was ticked."""
    ticked_later: tuple[FieldPath, ...] = ()
    """Fields that were ticked only afterwards: whether they were transferred before is not known."""
    is_due: bool = False
    """Whether a changed field is still to be transferred."""

    @property
    def is_in_doubt(self) -> bool:
        """Whether *Godkend* may have to be pressed again."""
        return bool(self.changed or self.ticked_later)


def after_approval(
    items: tuple[TransferItem, ...],
    transferred: Mapping[str, str],
    closing: Mapping[ClosingStep, date],
    at_approval: Mapping[str, str] | None,
) -> AfterApproval:
    """Returns what was changed or ticked since *Godkend* was ticked; nothing while it is not.

    Args:
        items: the fields of the web form, as `transfer_items` returns them.
        transferred: the digest of each transferred value, by the path of its field.
        closing: the steps that are done.
        at_approval: `transferred` as it was when *Godkend* was ticked; None when that is not known: then a field
            counts that was changed since its transfer.
    """
    if ClosingStep.APPROVED not in closing:
        return AfterApproval()
    before = transferred if at_approval is None else at_approval
    now = {str(item.field.path): item for item in items}
    values = {path: item.field.value for path, item in now.items()}
    changed = [
        path
        for path, digest in before.items()
        if (path in values or _IN_A_ROW.match(path)) and digest_of(values.get(path, "")) != digest
    ]
    return AfterApproval(
        tuple(map(field_path, changed)),
        tuple(item.field.path for path, item in now.items() if path in transferred and path not in before),
        any(path in now and now[path].is_due for path in changed),
    )


def transfer_stage(
    application: Application,
    items: tuple[TransferItem, ...],
    transferred: Mapping[str, str],
    closing: Mapping[ClosingStep, date],
    at_approval: Mapping[str, str] | None = None,
) -> TransferStage:
    """Returns how far the draft was transferred, from its fields and what was ticked; see `after_approval`."""
    if not transferred and not closing:
        return TransferStage.NOT_BEGUN
    if is_sent_but_not_approved(closing):
        return TransferStage.SENT_NOT_APPROVED
    is_done = not any(item.is_due for item in items) and all(step in closing for step in closing_steps(application))
    is_covered = not after_approval(items, transferred, closing, at_approval).is_in_doubt
    return TransferStage.DONE if is_done and is_covered else TransferStage.BEGUN


def _state(field: WebField, digest: str | None) -> TransferState:
    if digest is None:
        return TransferState.WAITING if field.is_stated else TransferState.NOT_STATED
    return TransferState.DONE if digest == digest_of(field.value) else TransferState.CHANGED
