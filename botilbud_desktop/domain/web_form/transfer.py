"""How far the transfer to the web form has come: field by field, and the list that closes it."""

import hashlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import WebField, emptied_row, fits, web_fields


class TransferState(StrEnum):
    """Where one field stands."""

    NOT_STATED = "not_stated"
    """Nothing is to be typed."""
    WAITING = "waiting"
    DONE = "done"
    CHANGED = "changed"
    """Its value is another than the one that was transferred, or is gone."""


class ClosingStep(StrEnum):
    """What is left to do at the web site and after, in this order."""

    SENT = "sent"
    VIEWED = "viewed"
    APPROVED = "approved"
    SIGNED = "signed"
    MAILED = "mailed"


class TransferItem(NamedTuple):
    """A field of the web form and where it stands."""

    field: WebField
    state: TransferState

    @property
    def is_due(self) -> bool:
        """Whether something is still to be done at the field."""
        return self.state in (TransferState.WAITING, TransferState.CHANGED)


def transfer_items(application: Application, form: Round, transferred: Mapping[str, str]) -> tuple[TransferItem, ...]:
    """The fields that the web form has, in its order, each with its state.

    Where a project was deleted after its transfer, its row still stands at the web site: those fields are changed.

    Args:
        application: the draft.
        form: its round. Projects beyond the form's last row have no place in it and are left out.
        transferred: for each path of a field that was transferred, the digest of its value then.
    """
    left = tuple(
        field
        for index in range(len(application.projects), form.max_projects)
        for field in emptied_row(form, index)
        if str(field.path) in transferred
    )
    return tuple(
        TransferItem(field, _state(field, transferred.get(str(field.path))))
        for field in web_fields(application, form, left)
        if fits(field, form)
    )


def digest_of(value: str) -> str:
    """What is remembered of a transferred value: enough to see that it was changed, and nothing of what it says."""
    return hashlib.sha256(value.encode("utf-8")).hexdigest()


def counts(items: tuple[TransferItem, ...]) -> tuple[int, int]:
    """How many fields are transferred, and of how many: those that are not stated are not counted."""
    counted = [item for item in items if item.state is not TransferState.NOT_STATED]
    return sum(item.state is TransferState.DONE for item in counted), len(counted)


def next_due(items: tuple[TransferItem, ...], after: int) -> int | None:
    """The index of the next field to transfer after the one at `after`, from the top again at the end; else None."""
    order = (*range(after + 1, len(items)), *range(after + 1))
    return next((index for index in order if index < len(items) and items[index].is_due), None)


def closing_steps(application: Application) -> tuple[ClosingStep, ...]:
    """The steps of the closing list; documents are mailed only when a project is coordinated with others."""
    together = (Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL)
    is_coordinated = any(project.coordination in together for project in application.projects)
    return tuple(step for step in ClosingStep if step is not ClosingStep.MAILED or is_coordinated)


def is_sent_but_not_approved(closing: Mapping[ClosingStep, date]) -> bool:
    """Whether the application lies at the web site and does not count yet: the danger of the whole transfer."""
    return ClosingStep.SENT in closing and ClosingStep.APPROVED not in closing


def _state(field: WebField, digest: str | None) -> TransferState:
    if digest is None:
        return TransferState.WAITING if field.is_stated else TransferState.NOT_STATED
    return TransferState.DONE if digest == digest_of(field.value) else TransferState.CHANGED
