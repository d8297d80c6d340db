"""What is made of the table for one required content: a sentence, or what is missing for it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of

UNREAD = "{} kan ikke læses endnu"
"""Why there is no sentence while a value is half-typed."""


class Made(NamedTuple):
    """Some sentences, or why there are none."""

    text: str = ""
    """The sentences; "" when there are none."""
    missing: str = ""
    """What is missing, in Danish sentences; "" when nothing is. With a text, it is about the other projects alone."""
    doubt: str = ""
    """What to see to before they are put in, in one Danish sentence; "" when there is nothing."""
    is_unread: bool = False
    """Whether something is missing because a value is half-typed, so that it is not known what the table will say."""


class Told(NamedTuple):
    """The rows that the table tells enough of, and what is missing for the others."""

    rows: tuple[Row, ...]
    is_single: bool
    """Whether the application has one project in all, which needs no name."""
    missing: str = ""
    is_unread: bool = False

    @property
    def is_part(self) -> bool:
        """Whether something is missing for other projects, so that no sum can be told."""
        return bool(self.missing)

    def made(self, text: str, doubt: str = "") -> Made:
        """Returns the sentences about these rows, with what is missing for the others; none without rows."""
        return Made(text if self.rows else "", self.missing, doubt if self.rows else "", self.is_unread)


def told_of(rows: Sequence[Row], why: Callable[[Row], str]) -> Told:
    """Returns the rows that a sentence can tell of: those for which `why` gives no reason against it, in Danish.

    With several projects, those that something is missing for are named.
    """
    reasons: dict[str, list[str]] = {}
    known = []
    for row in rows:
        if reason := why(row):
            reasons.setdefault(reason, []).append(row.name)
        else:
            known.append(row)
    is_unread = any(reason.endswith(UNREAD.format("")) for reason in reasons)
    if len(rows) == 1:
        said = [f"{reason}." for reason in reasons]
    else:
        said = [f"{reason} for {all_of(names)}." for reason, names in reasons.items()]
    return Told(tuple(known), len(rows) == 1, " ".join(said), is_unread)


def listed(parts: Sequence[str]) -> str:
    """Returns clauses in a row: `a, og b`, `a, b, og c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, og {parts[-1]}"


def sentence(words: str) -> str:
    """Returns words as a sentence."""
    return f"{capitalised(words).removesuffix('.')}."
