"""Random blocks of projects as Excel shows them in Danish, with what was written into them."""

from datetime import date
from random import Random
from typing import NamedTuple

from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_long_date

LOANS = ("projects[].loan.2025", "projects[].loan.2026")
PLACES = ("projects[].expansion.2025", "projects[].expansion.2026")
NAME, SHARE, DATE = "projects[].name", "projects[].share_for_others", "projects[].completion_date"

_NAMES = (
    *(
        "Solgården",
        "Månehuset",
        "Skovvej, 8 nye boliger 2026",
        "A",
        "B",
        "Nye boliger",
        "Bofællesskabet Birk",
        "Projekt Å",
    ),
    *(
        "Botilbud Nord",
        "Samlet bosted",
        "Total renovering",
        "Nord i alt",
        "Pladser i huset",
        "Etape 2",
        "2. etape",
        "Åhusene",
    ),
    *(
        "Ombygning 2025",
        "Lån og leje",
        "Afdeling D",
        "25 boliger",
        "Vestervang 7",
        "Dato-huset",
        "Sum",
        "Andelsboliger",
    ),
)
_HEADINGS = {
    NAME: ("Projekt", "Projektnavn", "Navn", "Rækkenavne", "Botilbud", "Anlægsprojekt"),
    LOANS[0]: ("Lån 2025", "Ansøgt lån 2025", "Sum af Lån 2025", "Lån i 2025"),
    LOANS[1]: ("Lån 2026", "Ansøgt lån 2026", "Sum af Lån 2026", "Lån i 2026"),
    PLACES[0]: ("Pladser 2025", "Nye pladser 2025"),
    PLACES[1]: ("Pladser 2026", "Nye pladser 2026"),
    SHARE: ("Andel", "Andel (%)", "Andel til andre kommuner", "Pct."),
    DATE: ("Afsluttes", "Forventet afslutning", "Færdig", "Dato"),
}
_TOTALS = ("I alt", "Hovedtotal", "Total", "Sum", "Lån i alt", "Subtotal", "Projekter i alt", "")
_UNITS = {
    "kr": ("kr.", "kroner", "DKK"),
    "t": ("1.000 kr.", "t.kr.", "hele 1.000 kr.", "tkr."),
    "mio": ("mio. kr.", "mio.", "mkr."),
}
_NOTES = ("Per", "Nye boliger klar i 2025", "se notat", "afventer", "25 pct. egne", "Lån 2025 afklares", "")


class Written(NamedTuple):
    """What a project holds, by the path of the form."""

    values: dict[str, object]


class Block(NamedTuple):
    """A block as it is copied, and the projects in it."""

    text: str
    projects: list[Written]


def random_block(random: Random) -> Block:
    """Returns a block with random projects, units, order, headings, sums and blank rows."""
    columns = _columns(random)
    unit = random.choice(("none", "kr", "t", "mio"))
    projects = [_project(random, columns) for _index in range(random.randint(1, 6))]
    style = _Style(random, unit)
    body = [[style.cell(path, project.values.get(path)) for path in columns] for project in projects]
    if random.random() < 0.5:
        body.append(_sum_row(random, columns, projects, style))
    if random.random() < 0.3:
        body.insert(random.randint(0, len(body)), [""] * len(columns))
    rows = [*_above(random, columns, style), *body]
    if random.random() < 0.3:
        at = random.randint(0, len(columns))
        for row in rows:
            row.insert(at, "Noter" if row is rows[style.heading_row] else random.choice(_NOTES) if any(row) else "")
    return Block("".join("\t".join(row) + "\r\n" for row in rows), projects)


class _Style:
    """How the numbers of one block are shown."""

    def __init__(self, random: Random, unit: str) -> None:
        self.unit = unit
        self.words = random.choice(_UNITS[unit]) if unit in _UNITS else ""
        self.place = random.choice(("heading", "row", "title"))
        self.money = random.choice(("{}", "{}", " {} ", " kr.  {} ", " {} kr. ", "{},00"))
        self.separator = random.choice((".", ".", "", " ", "\u00a0", "\u202f"))
        self.nothing = random.choice(("", "", "-", " kr.  -   ", " -   kr. ", "0"))
        self.day = random.choice(("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "d. %d/%m %Y", "%Y-%m-%d", "long", "weekday"))
        self.share = random.choice(("{}%", "{} %", "{}", "{} pct."))
        self.heading_row = 0

    def cell(self, path: str, value: object) -> str:
        """Returns a value as it is shown."""
        if path in LOANS:
            return self._amount(value) if isinstance(value, int) else self.nothing
        if path in PLACES:
            return self.nothing.replace("kr.", "").strip() if value is None else str(value)
        if path == SHARE:
            return "" if value is None else self.share.format(value)
        if isinstance(value, date):
            return self._date(value)
        return str(value or "")

    def _amount(self, thousands: int) -> str:
        if self.unit == "mio":
            whole, rest = divmod(thousands, 1000)
            shown = format_number(whole) + (f",{rest:03}".rstrip("0") if rest else "")
        else:
            shown = format_number(thousands * 1000 if self.unit == "kr" else thousands)
        money = "{}" if self.money == "{},00" and (self.unit == "mio" or thousands < 1000) else self.money
        return money.format(shown.replace(".", self.separator))

    def _date(self, day: date) -> str:
        if self.day == "long":
            return format_long_date(day)
        if self.day == "weekday":
            names = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
            return f"{names[day.weekday()]} den {format_long_date(day)}"
        return day.strftime(self.day)


def _columns(random: Random) -> list[str]:
    others = [path for path in (*LOANS, *PLACES, SHARE, DATE) if random.random() < 0.7]
    columns = [NAME, *(others or [LOANS[0], PLACES[0]])]
    if random.random() < 0.3:
        random.shuffle(columns)
    return columns


def _project(random: Random, columns: list[str]) -> Written:
    values: dict[str, object] = {NAME: random.choice(_NAMES)}
    for path in columns:
        if path in LOANS and random.random() < 0.7:
            values[path] = random.choice((random.randint(100, 60_000), random.randint(1, 60) * 1000))
        elif path in PLACES and random.random() < 0.6:
            values[path] = random.randint(1, 40)
        elif path == SHARE and random.random() < 0.8:
            values[path] = str(random.randint(0, 100))
        elif path == DATE and random.random() < 0.8:
            values[path] = date(2025, random.randint(1, 12), random.randint(1, 28))
    return Written(values)


def _sum_row(random: Random, columns: list[str], projects: list[Written], style: _Style) -> list[str]:
    def total(path: str) -> int:
        return sum(value for one in projects if isinstance(value := one.values.get(path), int))

    name = random.choice(_TOTALS)
    cells = {path: style.cell(path, total(path)) for path in columns if path in (*LOANS, *PLACES)}
    return [name if path == NAME else cells.get(path, "") for path in columns]


def _above(random: Random, columns: list[str], style: _Style) -> list[list[str]]:
    headings = [random.choice(_HEADINGS[path]) for path in columns]
    if style.words and style.place == "heading":
        headings = [
            f"{text} ({style.words})" if path in LOANS else text for path, text in zip(columns, headings, strict=True)
        ]
    rows = [headings]
    if style.words and style.place == "row" and any(path in LOANS for path in columns):
        rows.append([style.words if path in LOANS else "antal" if path in PLACES else "" for path in columns])
    title = (
        f"Alle beløb i {style.words}" if style.words and style.place == "title" else random.choice(("", "", "Budget"))
    )
    if title:
        rows.insert(0, [title, *[""] * (len(columns) - 1)])
        style.heading_row = 1
    return rows
