"""Findings about the completion date that no criterion does not judge."""

from collections.abc import Iterator

from botilbud_desktop.domain.values.dates import format_date, format_long_date
from botilbud_desktop.rules.findings.making import error
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject


def completion_findings(subject: Subject) -> Iterator[Finding]:
    """Yields an error for a project that was finished before the round's window opened."""
    completion, opens = subject.project.completion_date, subject.round.window.opens
    if completion is not None and completion < opens:
        yield error(
            "completion.before_window",
            subject.field("completion_date"),
            f"Den {format_date(completion)} ligger før den {format_long_date(opens)}, hvor der blev åbnet for "
            "ansøgninger. Er årstallet rigtigt?",
        )
