"""A tiny sample: labels of two texts, and what a program is made to say of them."""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.rules.text_results import Contradiction, Coverage, Span
from tests.words.labelled import About, Label, LabelledContradiction, LabelledText
from tests.words.scores import Judged

_ID = "00000000-0000-4000-8000-000000000001"
_TEXT = "Der kommer 9 pladser i 2027 for 5 mio. kr."


def labelled(labels: str, *words: str) -> LabelledText:
    """Returns a text with a label for each content (`c`overed, `m`issing, `e`ither) and contradicting words."""
    by_letter = {label.value[0]: label for label in Label}
    return LabelledText(
        name="x",
        application=Application(id=_ID, round="x", description=_TEXT),
        labels={number: by_letter[letter] for number, letter in enumerate(labels, start=1)},
        contradictions=tuple(LabelledContradiction(each, About.PLACES, span(each)) for each in words),
        why="",
    )


def said(text: LabelledText, coverages: str, *words: str, field: str = "description") -> Judged:
    """Returns what a program says: a letter for each content (`c`, `u`ncertain, `n`ot) and contradicting words."""
    by_letter = {coverage.value[0]: coverage for coverage in Coverage}
    return Judged(
        labelled=text,
        coverages={number: by_letter[letter] for number, letter in enumerate(coverages, start=1)},
        contradictions=tuple(Contradiction(field, span(each), "projects[0].places", "") for each in words),
    )


def span(words: str) -> Span:
    """Returns where words stand in the sample's text."""
    return Span(_TEXT.index(words), _TEXT.index(words) + len(words))
