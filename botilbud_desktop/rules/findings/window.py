"""Findings about today's date and the round's application window, and when an answer is expected."""

from collections.abc import Iterator
from datetime import date, datetime

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.findings.making import info
from botilbud_desktop.rules.results import Finding


def window_findings(round_: Round, today: date, now: datetime | None = None) -> Iterator[Finding]:
    """Yields one finding: not open yet, closing in so many days, or closed. The window is open on both end days.

    Where the time is known, as `now`, a window with a time of day is closed after it on its last day.
    """
    opens, closes = round_.window.opens, round_.window.closes
    if today < opens:
        yield info("round.not_open", "", f"Der åbnes for ansøgninger den {round_.window.opening}.")
    elif today > closes or (now is not None and round_.window.is_over(now)):
        closed = f"Ansøgningsfristen var den {round_.window.closing}."
        yield info("round.closed", "", f"{closed} {answer_expected(round_, today)}")
    else:
        yield info("round.closing", "", f"Ansøgningsfristen er {_when((closes - today).days, round_.window.closing)}.")


def answer_expected(round_: Round, today: date) -> str:
    """Returns the sentence that tells when the ministry's answer is, or was, expected."""
    day = round_.window.answer_by
    return f"{'Svar ventes' if today <= day else 'Svaret skulle komme'} senest den {format_long_date(day)}."


def window_sentences(round_: Round, today: date) -> str:
    """Returns how the window stands today, and when an answer is expected."""
    stands = " ".join(finding.message for finding in window_findings(round_, today))
    return stands if today > round_.window.closes else f"{stands} {answer_expected(round_, today)}"


def _when(days: int, closing: str) -> str:
    """Returns `i morgen, den 15. maj 2024`, `den 15. maj 2024, om 9 dage`."""
    if days < 2:
        return f"{'i morgen' if days else 'i dag'}, den {closing}"
    return f"den {closing}, om {counted(days, 'dag', 'dage')}"
