"""The lineage of a draft: which saves its content grew out of, so that the common ancestor of two copies is proven.

Each time the program opens a draft to change it, it draws a *session*, a random number. Each save of changed content in
that session raises the session's *number*. A file holds the saves that its content grew out of: for each session the
highest number, the newest session last. Any copy of the file carries this along, whoever made it.

Within a session each save builds on the one before, and a session's first save includes everything that the draft held
when the session began. So the *newest* save of a lineage stands for its whole content: whoever has it, has all of it.

A content may have grown out of one whose lineage is not known: version 1, or changed by another program.
That one may include any saves at all, so the first session after it bears a mark (`OF_UNKNOWN_ORIGIN`). Two copies have
a proven ancestor only when both have the same marked sessions: then the ancestor includes the unknown content as well.
Else one of them may include saves of the other that its lineage does not name.

At most `MOST_SAVES` saves are kept, the newest. A lineage of that length may have been cut. It is then unknown which
old saves it shares with another one, so such a lineage proves only that one copy simply continues the other.
"""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.values.whole_number import LARGEST_NUMBER

MOST_SAVES = 200
"""Maximum saves of a lineage: the newest are kept."""

SESSION = r"^[0-9a-f]{16}$"
OF_UNKNOWN_ORIGIN = "e7e7"
"""What the name of a session begins with that began with a content of unknown lineage. No other session's does."""

DIGEST = r"^sha256:[0-9a-f]{64}$"


class Save(Model):
    """A save: the session in which it was made, and its number there (from 1)."""

    session: Annotated[str, Field(pattern=SESSION)]
    number: Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]


type Saves = tuple[Save, ...]
"""Each session once, with its highest number. The newest session is last, except in the result of `common`."""


class Lineage(Model):
    """The saves that a content grew out of, itself included, and the content's digest."""

    saves: Annotated[tuple[Save, ...], Field(max_length=MOST_SAVES)] = ()
    digest: Annotated[str, Field(pattern=DIGEST)] = Field(
        description="SHA-256 of the canonical JSON of the file without `lineage`."
    )

    @model_validator(mode="after")
    def _has_each_session_once(self) -> Self:
        if len({save.session for save in self.saves}) != len(self.saves):
            raise PydanticCustomError("session_repeated", "a session stands more than once")
        return self


def session_named(drawn: str, *, is_origin_known: bool) -> str:
    """Returns the name of a new session, with or without the mark.

    Args:
        drawn: 16 random hexadecimal digits.
        is_origin_known: whether the lineage names all that the session begins with.
    """
    if not is_origin_known:
        return OF_UNKNOWN_ORIGIN + drawn[len(OF_UNKNOWN_ORIGIN) :]
    return f"0{drawn[1:]}" if drawn.startswith(OF_UNKNOWN_ORIGIN) else drawn


def is_ancestor(some: Saves, other: Saves) -> bool:
    """Whether `other` was made from `some`, or is it. Nothing is an ancestor without saves.

    Each save of `some` is then in `other`, with at least its number. Where `other` may have been cut, its oldest may be
    missing: having the newest proves the rest.
    """
    if not some:
        return False
    known = _numbers(other)
    is_cut = _may_be_cut(other)
    return some[-1].session in known and all(
        (save.session not in known and is_cut) or save.number <= known.get(save.session, 0) for save in some
    )


def is_continued(some: Lineage | None, other: Lineage | None) -> bool:
    """Whether `other` is `some`, continued in the same sessions: nothing else can have come in."""
    if some is None or other is None or not is_ancestor(some.saves, other.saves):
        return False
    return {save.session for save in some.saves} == {save.session for save in other.saves}


def common(some: Saves, other: Saves) -> Saves:
    """Returns the sessions that both have, each with the smaller number, in the order of `some`.

    This describes what both grew out of. Such a content need not ever have existed: after two people have merged the
    same two copies, each has both, and no single content had just these.
    """
    numbers = _numbers(other)
    return tuple(
        Save.model_construct(session=save.session, number=min(save.number, numbers[save.session]))
        for save in some
        if save.session in numbers
    )


def joined(some: Saves, other: Saves) -> Saves:
    """Returns the saves that a merge of the two grows out of: of each session the larger number.

    A new session has to follow (`continued`): the result itself is not the lineage of any content.
    """
    if is_ancestor(some, other):
        return other
    if is_ancestor(other, some):
        return some
    numbers = _numbers(other)
    own = (
        Save.model_construct(session=save.session, number=max(save.number, numbers.pop(save.session, 0)))
        for save in some
    )
    both = (*own, *(Save.model_construct(session=session, number=number) for session, number in numbers.items()))
    return both[-MOST_SAVES:]


def continued(saves: Saves, session: str, number: int) -> Saves:
    """Returns the saves of a content that was made from one with `saves` and is saved as `number` of `session`.

    Args:
        saves: what the content was made from; empty when that is not known.
        session: the newest session in `saves`, or a new one.
        number: larger than the session's number in `saves`.
    """
    before = tuple(save for save in saves if save.session != session)
    return (*before, Save(session=session, number=number))[-MOST_SAVES:]


def newest_common(some: Lineage, other: Lineage) -> Saves | None:
    """Returns the saves of the newest content that both grew out of; None when it cannot be proven.

    A content with just these saves is the common ancestor. No other may stand in for it, an older one neither: a change
    that one side has undone since would be done again without asking.
    """
    if some.saves and _numbers(some.saves) == _numbers(other.saves):
        return some.saves if some.digest == other.digest else None
    if is_ancestor(some.saves, other.saves):
        return some.saves
    if is_ancestor(other.saves, some.saves):
        return other.saves
    if _may_be_cut(some.saves) or _may_be_cut(other.saves):
        return None
    if _unknown_origins(some.saves) != _unknown_origins(other.saves):
        return None
    return common(some.saves, other.saves) or None


def ancestor_among(candidates: Iterable[Lineage], some: Lineage, other: Lineage) -> Lineage | None:
    """Returns the newest common ancestor of the two, if it is among the candidates (lineages of proven contents).

    None as well when two of them have these saves but different contents: something copied a running program, and
    neither is proven.
    """
    saves = newest_common(some, other)
    if saves is None:
        return None
    wanted = _numbers(saves)
    found = [candidate for candidate in candidates if _numbers(candidate.saves) == wanted]
    return found[0] if len({candidate.digest for candidate in found}) == 1 else None


def _numbers(saves: Saves) -> dict[str, int]:
    return {save.session: save.number for save in saves}


def _unknown_origins(saves: Saves) -> set[str]:
    return {save.session for save in saves if save.session.startswith(OF_UNKNOWN_ORIGIN)}


def _may_be_cut(saves: Saves) -> bool:
    return len(saves) >= MOST_SAVES
