"""Made-up rules for windows: what they find depends on single words of the texts, so that tests can type it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import field_path, project_path, value_at
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.findings.contradictions import contradiction_findings
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.rules.text_results import Contradiction, Coverage, JudgedContent, Span
from botilbud_desktop.ui.draft import view_maker
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.states import State, state_surface

COVERED_BY, UNSURE_BY, CONTRADICTS = "målgruppen", "måske", "19 pladser"
NOT_THERE = "Der står ikke noget om det."
NOT_SURE = "Sætningen siger ikke noget bestemt."
OTHER = "projects[0].places"
MESSAGE = "I teksten står »19 pladser«, og i tabellen står 15."
_SENTENCE = re.compile(r"[^.\n]+\.?")


class MadeUpAssessor(Assessor):
    """A sentence with »målgruppen« covers the first content, one with »måske« is unsure for the second."""

    def assess(
        self,
        application: Application,
        today: date,
        half_typed: Mapping[str, str] = {},
        *,
        compares_texts: bool = True,
    ) -> Assessment:
        real = super().assess(application, today, half_typed, compares_texts=compares_texts)
        found = tuple(_contradictions(application))
        kept = tuple(one for one in real.findings if one.code != "text.contradicts")
        return real._replace(
            contents=tuple(_contents(application)),
            contradictions=found,
            findings=(*kept, *contradiction_findings(found)),
        )


def use_made_up_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let drafts that are opened from now on be judged by them."""
    monkeypatch.setattr(view_maker, "Assessor", MadeUpAssessor)


def marked(area: TextInput) -> list[str]:
    """Returns what is marked in a text as a passage that something beside it speaks of."""
    look = state_surface(State.INFORMATION, area.palette())
    return [one.cursor.selectedText() for one in area.extraSelections() if one.format.background().color() == look]


def _contents(application: Application) -> Iterator[JudgedContent]:
    if not application.description.strip():
        return
    for number in range(1, 7):
        covered, unsure = (_sentences(application.description, word) for word in (COVERED_BY, UNSURE_BY))
        if number == 1 and covered:
            yield JudgedContent(number, Coverage.COVERED, "", covered)
        elif number == 2 and unsure:
            yield JudgedContent(number, Coverage.UNCERTAIN, NOT_SURE, unsure)
        else:
            yield JudgedContent(number, Coverage.NOT_COVERED, NOT_THERE)


def _sentences(text: str, word: str) -> tuple[Span, ...]:
    spans = (Span(*found.span()) for found in _SENTENCE.finditer(text) if word in found.group())
    return tuple(Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in spans)


def _contradictions(application: Application) -> Iterator[Contradiction]:
    paths = [project_path(index) / "description" for index in range(len(application.projects))]
    for path in (*paths, field_path("description")):
        for found in re.finditer(CONTRADICTS, value_at(application, path)):
            yield Contradiction(str(path), Span(*found.span()), OTHER, MESSAGE)
