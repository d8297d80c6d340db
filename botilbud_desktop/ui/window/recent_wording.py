"""What the start page says of a recent draft, in words; no Qt. It says as of when, unless it has just been seen."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.choice_wording import ALTERED_APPROVAL
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.values.moments import format_moment
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage
from botilbud_desktop.rules.open_points import OpenPoints, open_words
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.user.known_drafts import KnownDraft

LOOKING = "Programmet kontrollerer filen …"
NO_ANSWER = "Drevet svarer ikke, så den kan ikke kontrolleres lige nu."
GONE = "Filen er der ikke længere."
TOO_LARGE = "For stor til skemaet"
OTHER_ROUND = "Passer ikke til ansøgningsrunden"
_UNKNOWN_ROUND = "Ansøgningsrunden »{id}« er ikke på denne computer"
_LONGEST_FILE = 80
_LONGEST_FOLDER = 160
_STATUSES = {
    Status.DRAFT: "Kladde",
    Status.APPROVED: "Godkendt internt",
    Status.CHANGED_SINCE_APPROVAL: "Ændret, siden den blev godkendt",
}
_STAGES = {
    TransferStage.NOT_BEGUN: "",
    TransferStage.BEGUN: "Overførsel begyndt",
    TransferStage.SENT_NOT_APPROVED: "Sendt, men ikke godkendt på {website}",
    TransferStage.DONE: "Overført",
}


class RowWords(NamedTuple):
    """The three lines about a draft."""

    title: str
    state: str
    """Status, what is open, and the deadline."""
    about: str
    """When and by whom it was changed, or why that is not known; the file and its folder."""


def row_words(path: Path, known: KnownDraft | None, round_: Round | None, doubt: str, now: datetime) -> RowWords:
    """Returns what is said of the draft at `path`.

    Args:
        path: its file.
        known: what is known of it.
        round_: its round, None when that is not known here.
        doubt: why it is not certain that it still is so; "" when it has just been seen.
        now: the present time.
    """
    file = f"{printable(path.name or str(path), _LONGEST_FILE)} – {printable(str(path.parent), _LONGEST_FOLDER)}"
    if known is None:
        return RowWords(printable(path.stem, _LONGEST_FILE) or file, doubt, file)
    seen = f"Sådan var den {format_moment(known.seen_at, now)}. {doubt}".rstrip()
    changed = seen.rstrip(".") if doubt else _changed(known, now)
    return RowWords(
        _title(path, known, round_),
        " · ".join(part for part in _state(known, round_, now) if part),
        " · ".join(part for part in (changed, file) if part),
    )


def refused_words(reason: str) -> str:
    """Returns that a draft cannot be looked at, for a reason that is a clause."""
    return f"Den kan ikke læses lige nu: {capitalised(reason)}."


def _title(path: Path, known: KnownDraft, round_: Round | None) -> str:
    return printable(path.stem, _LONGEST_FILE) if round_ is None else round_.draft_title(known.municipality_code)


def _state(known: KnownDraft, round_: Round | None, now: datetime) -> tuple[str, ...]:
    status = ALTERED_APPROVAL if known.is_altered else _STATUSES[known.status]
    if round_ is None:
        return status, _UNKNOWN_ROUND.format(id=printable(known.round))
    stage = _STAGES[known.transfer].format(website=round_.website)
    return status, stage, _open(known), _deadline(round_, now)


def _open(known: KnownDraft) -> str:
    if not known.fits_round:
        return OTHER_ROUND
    if known.problems is None:
        return TOO_LARGE
    return open_words(OpenPoints(known.problems, known.criteria, known.warnings))


def _deadline(round_: Round, now: datetime) -> str:
    closing, days = round_.window.closing, max(0, (round_.window.closes - now.date()).days)
    if round_.window.is_over(now):
        return f"Fristen var den {closing}"
    when = ("i dag", "i morgen")[days] if days < 2 else f"om {counted(days, 'dag', 'dage')}"
    return f"Frist {when}, den {closing}"


def _changed(known: KnownDraft, now: datetime) -> str:
    if known.changed_at is None:
        return ""
    who = {None: "", "": " af dig"}.get(known.changed_by, f" af {printable(known.changed_by or '')}")
    return f"Ændret {format_moment(known.changed_at, now)}{who}"
