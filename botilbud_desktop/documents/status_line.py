"""What papers say of the approval; at the foot of each page the status, a date, who approved it, and the check code.

With the code a paper can be compared with a file. The date is the day of the approval while that is valid, so that an
approved application is printed with the same bytes on any day; otherwise it is the day of printing.
"""

from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.values import approved_when, one_line
from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.approval import Status, check_code, control_code, is_altered, status
from botilbud_desktop.domain.choice_wording import ALTERED_APPROVAL, WHY_ALTERED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.approval_now import blocked_now
from botilbud_desktop.rules.results import Assessment

STATUSES = {
    Status.DRAFT: "Kladde",
    Status.APPROVED: "Godkendt internt",
    Status.CHANGED_SINCE_APPROVAL: "Ændret siden godkendelsen",
}
"""The status in a few words, as on paper."""
NOT_APPROVED = "Kladde – ikke godkendt"
APPROVED_NOT_SENT = "Ansøgningen er godkendt internt, men ikke indsendt"


class StatusLine(NamedTuple):
    """The parts of the line; where it is too long, the name is cut."""

    before: str
    """`Godkendt internt den 10.05.2024 af`, `Kladde · 14.05.2024`."""
    name: str
    """Who approved it; empty without a valid approval."""
    code: str
    """`Kontrolkode 3F2A-91BC-07DE`."""


def status_line(application: Application, today: date) -> StatusLine:
    """Returns the line for a paper printed `today`."""
    state, code = status(application), f"Kontrolkode {control_code(application)}"
    if state is Status.APPROVED:
        approval = application.approvals[-1]
        day = format_date(approval.approved_at.date())
        return StatusLine(f"{STATUSES[state]} den {day} af", one_line(approval.approved_by), code)
    words = ALTERED_APPROVAL if is_altered(application) else STATUSES[state]
    return StatusLine(f"{words} · {format_date(today)}", "", code)


def lapsed_lines(application: Application) -> list[str]:
    """Returns the line that the newest approval has lapsed; none when there was no approval."""
    if not application.approvals:
        return []
    if is_altered(application):
        return [f"{WHY_ALTERED}. Godkendelsen er bortfaldet."]
    last = application.approvals[-1]
    who = one_line(last.approved_by)
    when = approved_when(last)
    return [f"Ansøgningen blev godkendt af {who} {when}, men er rettet siden. Godkendelsen er bortfaldet."]


def approved_lines(application: Application, approval: Approval, round_: Round, assessment: Assessment) -> list[str]:
    """Returns who approved it, what may be doubtful about that, and that it is not sent by it."""
    who, changed = one_line(approval.approved_by), blocked_now(application, assessment)
    return [
        f"Godkendt af {who} {approved_when(approval)}. Kontrolkode {check_code(approval.fingerprint)}.",
        *_after_the_window(approval, round_),
        *([changed] if changed else []),
        f"Ansøgningen er først indsendt, når der er trykket »Godkend« på {round_.website}.",
    ]


def _after_the_window(approval: Approval, round_: Round) -> list[str]:
    """Returns the line that the approval came after the last day to apply; none while the round was open."""
    if not round_.window.is_over(approval.approved_at):
        return []
    return [f"Godkendelsen er givet efter ansøgningsfristen den {round_.window.closing}."]
