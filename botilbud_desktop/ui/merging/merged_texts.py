"""The long texts as they will be after the merge; no Qt."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.merging.merge import Choice, Merge
from botilbud_desktop.domain.merging.parts import LongText
from botilbud_desktop.domain.merging.text_merge import Part, Removal, TextMerge
from botilbud_desktop.domain.merging.texts import text_merge
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import count_characters

_ONE_SIDE = (Choice.MINE, Choice.THEIRS)

type Choices = Mapping[int, Choice]


class Result(NamedTuple):
    """One text as it will be."""

    label: str
    parts: tuple[Part, ...]
    removals: tuple[Removal, ...]
    """What one side removed and the other left alone."""
    length: int
    """In characters, as the web form counts."""
    limit: int | None
    """The most characters that the form accepts; None when it states no limit."""

    @property
    def is_too_long(self) -> bool:
        """Whether the form would not accept the text."""
        return self.limit is not None and self.length > self.limit


class MergedTexts:
    """What the long texts become with the choices made."""

    def __init__(self, merge: Merge, round_: Round) -> None:
        self._merge = merge
        self._round = round_
        self._merged = [text_merge(text) for text in merge.texts]

    @property
    def are_put_together(self) -> bool:
        """Whether any text is put together from both copies, or may be."""
        return any(not _is_whole(text, self._merge) for text in self._merge.texts)

    def results(self, choices: Choices) -> Iterator[Result]:
        """Yields the texts that are neither mine nor theirs, or in which something is undecided."""
        for number, text in enumerate(self._merge.texts):
            made = _of_text(text, choices)
            if text.base is None and len(set(made)) == 1 and made[0] in _ONE_SIDE:
                continue  # without a base, one side everywhere is that side: nothing needs to be merged to know that
            merged = self._merged[number]
            whole = merged.text(made)
            if None in made or whole not in (text.mine, text.theirs):
                yield self._result(text, merged, made, whole)

    def lengths(self, index: int, choices: Choices) -> tuple[dict[Choice, int], int] | None:
        """Returns the length of the whole text with each choice for one conflict, and the limit; None without one."""
        for number, text in enumerate(self._merge.texts):
            limit = self._limit(text)
            if index in text.conflicts and limit is not None:
                merged = self._merged[number]
                possible = self._merge.conflicts[index].choices
                lengths = {one: _length(merged.text(_of_text(text, {**choices, index: one}))) for one in possible}
                return lengths, limit
        return None

    def _result(self, text: LongText, merged: TextMerge, made: tuple[Choice | None, ...], whole: str) -> Result:
        label = full_label(text.path, self._round)
        return Result(label, merged.parts(made), merged.removals(), _length(whole), self._limit(text))

    def _limit(self, text: LongText) -> int | None:
        field = self._round.field(text.path.form_path)
        return None if field is None else field.limit


def _of_text(text: LongText, choices: Choices) -> tuple[Choice | None, ...]:
    return tuple(choices.get(index) for index in text.conflicts)


def _is_whole(text: LongText, merge: Merge) -> bool:
    """Whether the text is one conflict as a whole that can only become one of both."""
    if len(text.conflicts) != 1:
        return False
    conflict = merge.conflicts[text.conflicts[0]]
    is_whole = (conflict.mine, conflict.theirs) == (text.mine, text.theirs)
    return is_whole and Choice.BOTH not in conflict.choices


def _length(text: str) -> int:
    return count_characters(text).submitted
