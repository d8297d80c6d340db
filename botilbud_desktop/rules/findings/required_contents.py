"""What is left to do about the required contents of the overall description."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from botilbud_desktop.rules.results import Finding, Severity

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import JudgedContent

_FIELD = "description"


def content_findings(contents: "Iterable[JudgedContent]") -> Iterator[Finding]:
    """Yields one finding for each required content that is not settled; an uncertain one is not settled, either."""
    for content in contents:
        if not content.is_settled:
            yield Finding(
                "description.content_missing",
                Severity.WARNING,
                _FIELD,
                f"Punkt {content.number}: {_told(content)}",
                detail=content.number,
            )


def _told(content: "JudgedContent") -> str:
    if content.verdict is not None:
        return "Du har selv vurderet, at det ikke er dækket i den samlede beskrivelse."
    return content.reason
