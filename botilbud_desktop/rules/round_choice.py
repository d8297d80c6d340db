"""Which of several rounds a new draft is proposed for: the newest that is open, else the next one to open."""

from collections.abc import Iterable
from datetime import date, datetime

from botilbud_desktop.domain.round import Round


def proposed_round(rounds: Iterable[Round], today: date) -> Round | None:
    """Returns the round to propose; None when there are none.

    That is the open one that opened last, else the one that opens next, else the one that closed last.
    """
    return next(iter(in_order(rounds, today)), None)


def in_order(rounds: Iterable[Round], today: date, now: datetime | None = None) -> list[Round]:
    """Returns the rounds for a list: the one to propose first. Of two with the same days, the later one comes first.

    Where the time is known, as `now`, a round is closed after the time of its last day.
    """
    return sorted(rounds, key=lambda round_: _rank(round_, today, now))[::-1]


def _rank(round_: Round, today: date, now: datetime | None) -> tuple[int, int]:
    window = round_.window
    is_over = now is not None and window.is_over(now)
    if window.opens <= today <= window.closes and not is_over:
        return 2, window.opens.toordinal()
    if today < window.opens:
        return 1, -window.opens.toordinal()
    return 0, window.closes.toordinal()
