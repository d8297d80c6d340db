"""What is made of the table for one required content: a sentence, or what is missing for it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of

UNREAD = "{} kan ikke læses endnu"
"""Why there is no sentence while a value is half-typed."""


class Made(NamedTuple):
    """One or two sentences, or why there are none."""

    text: str = ""
    """The sentences; "" when there are none."""
    missing: str = ""
    """What is missing for them, in one Danish sentence; "" when there are some."""
    doubt: str = ""
    """What to see to before they are put in, in one Danish sentence; "" when there is nothing."""
    is_unread: bool = False
    """Whether they are missing because a value is half-typed, so that it is not known what the table will say."""


def lacking(rows: Sequence[Row], why: Callable[[Row], str]) -> Made | None:
    """Returns what is missing, by the reason that `why` gives for a row; None when nothing is.

    With several projects, those that it is missing for are named.
    """
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if reason := why(row):
            reasons.setdefault(reason, []).append(row.name)
    if not reasons:
        return None
    is_unread = any(reason.endswith(UNREAD.format("")) for reason in reasons)
    if len(rows) == 1:
        return Made(missing=f"{next(iter(reasons))}.", is_unread=is_unread)
    said = (f"{reason} for {all_of(names)}." for reason, names in reasons.items())
    return Made(missing=" ".join(said), is_unread=is_unread)


def listed(parts: Sequence[str]) -> str:
    """Returns clauses in a row: `a, og b`, `a, b, og c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, og {parts[-1]}"


def sentence(words: str) -> str:
    """Returns words as a sentence."""
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."
