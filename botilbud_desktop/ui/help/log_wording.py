"""The log in Danish, as it is shown, copied and saved."""

from datetime import datetime

from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.storage.diagnostics.incident_report import Versions
from botilbud_desktop.storage.diagnostics.program_event import Detail, Entry, Event, EventKind

PROMISE = "Loggen indeholder ikke noget af det, du har skrevet, og ingen navne på filer, mapper eller personer."
NOTHING = "Der er ikke sket noget endnu."

_KINDS = {
    EventKind.STARTED: "Programmet blev startet",
    EventKind.CLOSED: "Programmet blev lukket",
    EventKind.DRAFT_OPENED: "En kladde blev åbnet",
    EventKind.DRAFT_REFUSED: "En fil kunne ikke åbnes",
    EventKind.DRAFT_LEFT: "Kladden blev lukket",
    EventKind.LOCK_MET: "Kladden var åben hos en anden",
    EventKind.RECOVERED: "Ændringer efter et nedbrud blev gendannet",
    EventKind.SAVED: "Kladden blev gemt",
    EventKind.NOT_SAVED: "Kladden blev ikke gemt",
    EventKind.DOCUMENT_MADE: "Et dokument blev gemt",
    EventKind.NOT_DECIDED: "It-afdelingens værdi kunne ikke bruges",
    EventKind.ERROR: "Fejl i programmet",
}
_DETAILS = {
    Detail.FILE: "fra en fil",
    Detail.EXAMPLE: "en kopi af et eksempel",
    Detail.UNSAVED: "ikke gemt endnu",
    Detail.HOLDER_GONE: "som ikke længere har den åben",
    Detail.CHANGED_ON_DISK: "filen er ændret eller flyttet af en anden",
    Detail.LOCKED: "en anden har den åben",
    Detail.CONTENT: "indholdet blev afvist",
    Detail.NO_SPACE: "ikke mere plads på drevet",
    Detail.NOT_ALLOWED: "ikke adgang",
    Detail.GONE: "findes ikke, eller drevet er ikke forbundet",
    Detail.IN_USE: "i brug af et andet program",
    Detail.NAME_TOO_LONG: "navnet eller stien er for lang",
    Detail.IS_A_FOLDER: "det er en mappe",
    Detail.OTHER: "en anden fejl",
    Detail.VIEW: "skemaet",
    Detail.RECEIPT: "kvittering",
    Detail.PROJECT_SHEET: "projektskemaer",
    Detail.ALLOCATION: "fordeling",
    Detail.TEXT: "felterne som tekst",
    Detail.WORKBOOK: "ansøgningen til Excel",
    Detail.WORD: "notat og ansøgning i Word",
    Detail.DRAFTS_FOLDER: "mappe til kladder",
    Detail.RECEIPTS_FOLDER: "mappe til kvitteringer",
    Detail.DEPARTMENT: "afdeling",
    Detail.THEME: "farver",
    Detail.ROUNDS_FOLDER: "mappe med ansøgningsrunder",
    Detail.WORD_LIST: "kommunens ordliste",
    Detail.KEEPS_VERSIONS: "tidligere versioner",
    Detail.UNREADABLE: "den kan ikke læses",
}


def log_text(versions: Versions, entries: tuple[Entry, ...], now: datetime) -> str:
    """Returns the whole log, headed by the versions it ran on; times are those of `now`'s time zone."""
    under = f"Python {versions.python}, PySide6 {versions.pyside}, Qt {versions.qt}, {versions.system}"
    head = f"Log fra Botilbud Desktop {versions.program}\n{under}\n{PROMISE}"
    lines = "\n".join(_line(entry, now) for entry in entries) or NOTHING
    return f"{head}\n\n{lines}\n"


def _line(entry: Entry, now: datetime) -> str:
    line = f"{_moment(entry.first, now)}  {_words(entry.event)}"
    if entry.times > 1:
        line += f" – {entry.times} gange, sidst {_moment(entry.last, now)}"
    if entry.event.error:
        line += "".join(f"\n    {text}" for text in entry.event.error.split("\n"))
    return line


def _words(event: Event) -> str:
    parts = [] if event.detail is None else [_DETAILS[event.detail]]
    if event.size is not None:
        thousands, tenth = divmod(round(max(event.size, 0) / 100), 10)
        parts.append(f"{format_number(thousands)},{tenth} kB")
    return f"{_KINDS[event.kind]} ({', '.join(parts)})" if parts else _KINDS[event.kind]


def _moment(at: datetime, now: datetime) -> str:
    try:
        local = at.astimezone(now.tzinfo)
    except (OverflowError, ValueError):  # a date at the limits of `datetime`
        local = at
    return f"{format_date(local.date())} {local:%H.%M.%S}"
