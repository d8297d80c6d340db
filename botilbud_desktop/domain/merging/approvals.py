"""Merges both sides' approvals. They are events, so they never conflict."""

from typing import Any

from botilbud_desktop.domain.application import Approval
from botilbud_desktop.domain.merging.parts import ABSENT, PendingPath, Record

_PLACE = PendingPath().below("approvals")


def merged_approvals(base: Any, mine: tuple[Approval, ...], theirs: tuple[Approval, ...], record: Record) -> Any:
    """Returns the approvals of both sides, the oldest first.

    One that a side removed is gone when a base shows that it was there. Without a base it stays: that somebody once
    approved something remains true, and the fingerprint tells whether it was this content.
    """
    my, their = _exact(mine), _exact(theirs)
    old = () if base is ABSENT else _exact(base)
    if my == their:
        return mine
    if base is not ABSENT and their == old:
        return record.keep(_PLACE, mine)
    if base is not ABSENT and my == old:
        return record.take(_PLACE, theirs)
    known = dict(zip((*their, *my), (*theirs, *mine), strict=True))
    stays = [key for key in known if key not in old or (key in my and key in their)]
    merged = tuple(known[key] for key in sorted(stays, key=lambda key: (known[key].approved_at, key)))
    if set(stays) != set(my):
        record.take(_PLACE, merged)
    if set(stays) != set(their):
        record.keep(_PLACE, merged)
    return merged


def _exact(approvals: tuple[Approval, ...]) -> tuple[str, ...]:
    """Returns each approval as text. Two moments can be equal although they are written in different time zones."""
    return tuple(approval.model_dump_json() for approval in approvals)
