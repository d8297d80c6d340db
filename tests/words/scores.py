"""How often the program says of labelled texts what a careful official says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.rules.text_results import Contradiction, Coverage
from tests.rules.samples import ROUND, TODAY
from tests.words.labelled import NUMBERS, Label, LabelledContradiction, LabelledText

DESCRIPTION = "description"


class Judged(NamedTuple):
    """A labelled text and what the program says of it."""

    labelled: LabelledText
    coverages: Mapping[int, Coverage]
    """By the ministry's number; a content of which the program says nothing is not covered."""
    contradictions: tuple[Contradiction, ...]

    def is_said(self, number: int) -> bool:
        """Whether the program says for certain that the content is there."""
        return self.coverages.get(number) is Coverage.COVERED

    @property
    def wrong_contents(self) -> tuple[int, ...]:
        """The contents said to be there that are missing, and those there that are not said to be."""
        wanted = {number: label is Label.COVERED for number, label in self.labelled.labels.items()}
        return tuple(
            number
            for number, label in self.labelled.labels.items()
            if label is not Label.EITHER and self.is_said(number) is not wanted[number]
        )

    @property
    def overlooked(self) -> tuple[LabelledContradiction, ...]:
        """The labelled contradictions that the program does not find."""
        return tuple(
            each
            for each in self.labelled.contradictions
            if not any(_meet(found, each) for found in self.contradictions)
        )

    @property
    def false_contradictions(self) -> tuple[Contradiction, ...]:
        """The program's contradictions that meet none of the labelled ones."""
        return tuple(
            found
            for found in self.contradictions
            if not any(_meet(found, each) for each in self.labelled.contradictions)
        )


class ContentScore(NamedTuple):
    """Counts of texts for one content, or their sums over several; a ratio of nothing is None."""

    covered: int
    """Labelled as covered."""
    missing: int
    """Labelled as missing."""
    rightly_said: int
    """Labelled as covered, and so says the program."""
    wrongly_said: int
    """Labelled as missing, and covered says the program."""

    @property
    def texts(self) -> int:
        """All that are counted: two careful officials would agree."""
        return self.covered + self.missing

    @property
    def precision(self) -> float | None:
        """Of what the program calls covered, the share that is."""
        return _share(self.rightly_said, self.rightly_said + self.wrongly_said)

    @property
    def recall(self) -> float | None:
        """Of what is covered, the share that the program calls so."""
        return _share(self.rightly_said, self.covered)

    @property
    def gaps_noticed(self) -> float | None:
        """Of what is missing, the share that the program does not call covered."""
        return _share(self.missing - self.wrongly_said, self.missing)


class ContradictionScore(NamedTuple):
    """Counts of contradictions; a ratio of nothing is None."""

    labelled: int
    overlooked: int
    false: int

    @property
    def found(self) -> float | None:
        """Of the labelled ones, the share that the program finds."""
        return _share(self.labelled - self.overlooked, self.labelled)


def judged(labelled: LabelledText) -> Judged:
    """Returns what the program says of a text."""
    return judged_by(labelled, assess(labelled.application, ROUND, TODAY))


def judged_by(labelled: LabelledText, assessment: Assessment) -> Judged:
    """Returns what an assessment of the text says of it."""
    coverages = {content.number: content.coverage for content in assessment.contents}
    return Judged(labelled, coverages, assessment.contradictions)


def content_scores(texts: Sequence[Judged]) -> dict[int, ContentScore]:
    """Returns the score of each content."""
    return {number: _content_score(texts, number) for number in NUMBERS}


def total(scores: Iterable[ContentScore]) -> ContentScore:
    """Returns the score of all contents together."""
    return ContentScore(*map(sum, zip(*scores, strict=True)))


def contradiction_score(texts: Sequence[Judged]) -> ContradictionScore:
    """Returns the score of the contradictions of all texts."""
    return ContradictionScore(
        labelled=sum(len(text.labelled.contradictions) for text in texts),
        overlooked=sum(len(text.overlooked) for text in texts),
        false=sum(len(text.false_contradictions) for text in texts),
    )


def words_of(found: Contradiction, labelled: LabelledText) -> str:
    """Returns the words of a contradiction, with its field where that is not the overall description."""
    if found.field != DESCRIPTION:
        return f"({found.field})"
    return labelled.text[found.span.start : found.span.end]


def _content_score(texts: Sequence[Judged], number: int) -> ContentScore:
    covered = [text for text in texts if text.labelled.labels[number] is Label.COVERED]
    missing = [text for text in texts if text.labelled.labels[number] is Label.MISSING]
    return ContentScore(
        covered=len(covered),
        missing=len(missing),
        rightly_said=sum(text.is_said(number) for text in covered),
        wrongly_said=sum(text.is_said(number) for text in missing),
    )


def _meet(found: Contradiction, labelled: LabelledContradiction) -> bool:
    """Whether both are about words of the overall description that overlap."""
    starts, ends = zip(found.span, labelled.span, strict=True)
    return found.field == DESCRIPTION and max(starts) < min(ends)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
