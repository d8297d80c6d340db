"""What the document says of the approval: above the text where there is none, and below what it covers."""

from datetime import date

from botilbud_desktop.documents.notes.blocks import Paragraphs, Tone
from botilbud_desktop.documents.status_line import NOT_APPROVED, lapsed_lines, status_line
from botilbud_desktop.domain.application import Application

_LONGEST_NAME = 60


def not_approved(application: Application) -> Paragraphs:
    """Returns that the application is not approved, and why an approval does not hold any longer."""
    return Paragraphs("\n".join((NOT_APPROVED, *lapsed_lines(application))), Tone.WARNING)


def approval_footer(application: Application, today: date) -> str:
    """Returns the status line as a footer; only for pages of what the fingerprint covers."""
    line = status_line(application, today)
    name = line.name if len(line.name) <= _LONGEST_NAME else f"{line.name[:_LONGEST_NAME]}…"
    return " · ".join((" ".join(filter(None, (line.before, name))), line.code))
