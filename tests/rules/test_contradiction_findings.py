"""What contradicts the form is a warning at its text that leads to the words."""

from botilbud_desktop.rules.findings.contradictions import contradiction_findings
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.rules.text_results import Contradiction, Span


def test_each_is_a_warning_that_knows_its_words() -> None:
    one = Contradiction("description", Span(3, 13), "projects[0].places", "Der står 19, og i tabellen 15.")
    other = one._replace(field="projects[0].description", span=Span(0, 10))
    first, second = contradiction_findings((one, other))
    assert (first.code, first.severity, first.field) == ("text.contradicts", Severity.WARNING, "description")
    assert (first.message, first.span, second.span) == (one.message, Span(3, 13), Span(0, 10))
    assert not first.is_missing
