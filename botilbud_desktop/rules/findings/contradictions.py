"""Findings about words of a text that do not agree with the form's values."""

from collections.abc import Iterable, Iterator

from botilbud_desktop.rules.results import Finding, Severity
from botilbud_desktop.rules.text_results import Contradiction


def contradiction_findings(contradictions: Iterable[Contradiction]) -> Iterator[Finding]:
    """Yields a warning at the text for each of them, that leads to its words."""
    for one in contradictions:
        yield Finding("text.contradicts", Severity.WARNING, one.field, one.message, span=one.span)
