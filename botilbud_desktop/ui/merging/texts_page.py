"""The page with the long texts as they will be: nobody has read them as they are put together here."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.merging.text_merge import Origin, Part
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.shown_pieces import Run, limited
from botilbud_desktop.ui.merging.merged_texts import Result
from botilbud_desktop.ui.merging.page import MergePage
from botilbud_desktop.ui.merging.side_text import bounded
from botilbud_desktop.ui.merging.wording import (
    NOTHING_PUT_TOGETHER,
    ORIGINS,
    TEXTS_EXPLAINED,
    TEXTS_HEADING,
    length_words,
    removal_sentence,
    undecided_sentence,
)
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import subheading

_AT_ONCE = 3
"""Texts that are added in one turn; more follow until the visible part and as much below it is filled."""
_MOST_LINES = 18
_MOST_REMOVALS = 20


class TextsPage(MergePage):
    """Shows each merged text with where its parts come from, and its length; texts are added as the user scrolls."""

    def __init__(self, results: Iterator[Result], undecided: int, parent: QWidget) -> None:
        """`undecided` is the number of pieces of texts that are undecided."""
        super().__init__(TEXTS_HEADING, parent)
        self.boxes: list[DifferenceText] = []
        if undecided:
            self.add_mark(undecided_sentence(undecided), State.ATTENTION)
        explained = self.add_sentence(TEXTS_EXPLAINED)
        self.add_in_turn(map(self._add_text, results), _AT_ONCE)
        if not self.boxes:
            explained.setText(NOTHING_PUT_TOGETHER)
        self.finish()

    def _add_text(self, result: Result) -> None:
        self.column.addSpacing(UNIT)
        self.column.addWidget(subheading(result.label, self.content))
        box = DifferenceText(result.label, self.content, most_lines=_MOST_LINES)
        box.show_runs(limited(runs_of(result.parts)), f"{result.label}. {spoken(result.parts)}")
        self.column.addWidget(box)
        if self.boxes:
            QWidget.setTabOrder(self.boxes[-1], box)
        self.boxes.append(box)
        length = length_words(result.length, result.limit)
        if result.is_too_long:
            self.add_mark(f"For lang: {length}", State.PROBLEM)
        else:
            self.add_sentence(length, quiet=True)
        for removal in result.removals[:_MOST_REMOVALS]:
            self.add_sentence(removal_sentence(removal), quiet=True)
        if len(result.removals) > _MOST_REMOVALS:
            self.add_sentence(f"… og {len(result.removals) - _MOST_REMOVALS} til.", quiet=True)


def runs_of(parts: tuple[Part, ...]) -> list[Run]:
    """Returns a text in runs, with a sign in words before what does not come from both."""
    runs: list[Run] = []
    for part in parts:
        is_marked = part.origin is not Origin.COMMON and bool(part.text.strip())
        if is_marked:
            runs.append(Run(None, f"[{ORIGINS[part.origin]}] "))
        runs.append(Run(part.origin if is_marked else Origin.COMMON, part.text))
    return runs


def spoken(parts: tuple[Part, ...]) -> str:
    """Returns where the parts of a text come from in words, limited in length."""
    said = []
    for origin, words in ORIGINS.items():
        texts = [part.text for part in parts if part.origin is origin and part.text.strip()]
        if texts:
            said.append(f"{words.capitalize()}: {bounded(' … '.join(texts)).rstrip('.')}.")
    return " ".join(said) or "Alt er fælles."
