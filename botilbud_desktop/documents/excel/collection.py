"""The workbook of a collection: the applications of several municipalities, their sums, and what is doubtful."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from botilbud_desktop.documents.agenda.annexes import annexes_of
from botilbud_desktop.documents.agenda.numbering import numbered_entries, numbered_for_paper
from botilbud_desktop.documents.collection.attached_files import doubts_said, file_said, files_said
from botilbud_desktop.documents.collection.cells import text_cell
from botilbud_desktop.documents.collection.columns import Column as TableColumn
from botilbud_desktop.documents.collection.columns import Entry, columns_of
from botilbud_desktop.documents.collection.neutral import neutral, neutral_reason
from botilbud_desktop.documents.excel.agenda import write_agenda
from botilbud_desktop.documents.excel.collection_charts import write_charts
from botilbud_desktop.documents.excel.make import in_a_head, workbook_of
from botilbud_desktop.documents.excel.sheet import (
    TOO_LARGE,
    Book,
    Formula,
    PageWords,
    Sheet,
    Value,
    address,
    is_exact,
)
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.documents.excel.table import Column, Span, write_table
from botilbud_desktop.documents.values import project_heading, round_name
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.collection.agenda import NumberedApplication
from botilbud_desktop.rules.collection.records import (
    CollectedApplication,
    CollectedProject,
    Collection,
    CollectionTotals,
)
from botilbud_desktop.rules.collection.wording import (
    MAY_BE_TWICE,
    documentation_said,
    doubted_said,
    regions_said,
    without_loan_said,
)
from botilbud_desktop.rules.outcome_wording import OUTCOMES

_TITLE = "Samlede ansøgninger"
_MAY_BE_TWICE = f"{MAY_BE_TWICE} Se arket Kopier og udeladt."
_FOLLOWS_FILTER = "Summerne følger de rækker, der vises, når tabellen filtreres."
_WIDTHS = {
    "number": 9.0,
    "municipality": 15.0,
    "project": 34.0,
    "bases": 24.0,
    "criteria": 20.0,
    "note": 22.0,
    "status": 18.0,
}
_TEXT_WIDTH = 16.0
_PADDING = 3
"""Characters beside a number: its indent, and the arrow of the filter above it."""
_KEYS = 2
"""The first columns tell what a row is about: the municipality and the project."""
_SUM_VISIBLE = 109
"""The function of SUBTOTAL that sums the rows that are shown."""


def make_collection_workbook(collection: Collection, today: date, agenda: Agenda | None = None) -> bytes:
    """Returns the workbook of a collection that has a round. The same content gives the same bytes on the same day.

    With an agenda the applications stand in its order with their numbers, and its annexes are on a sheet.

    Raises:
        ValueError: the collection has no drafts.
    """
    round_, totals = collection.round, collection.totals
    if round_ is None or totals is None:
        raise ValueError("a collection without drafts has nothing to show")
    ordered = () if agenda is None else numbered_for_paper(collection, agenda)
    if agenda is not None:
        collection = collection._replace(applications=tuple(each.application for each in ordered))

    def write(book: Book) -> None:
        _write_projects(book, collection, ordered, round_)
        if agenda is not None:
            write_agenda(book, ordered, annexes_of(collection, ordered, agenda, round_, today), agenda, round_)
        _write_totals(book, totals)
        _write_regions(book, totals)
        write_charts(book, collection, totals, round_)
        _write_criteria(book, collection, round_)
        _write_weighting(book, collection, round_)
        _write_documentation(book, collection, round_)
        _write_left_out(book, collection)

    return workbook_of(write, _page_words(collection, round_, today), datetime.combine(today, time.min))


def _page_words(collection: Collection, round_: Round, today: date) -> PageWords:
    applications = counted(len(collection.applications), "ansøgning", "ansøgninger")
    made = f"{applications} · samlet {format_long_date(today)}"
    head = in_a_head(f"{_TITLE} · {round_name(round_)}", 120)
    warning = "" if collection.is_counted_once else _MAY_BE_TWICE
    return PageWords(round_name(round_), made, head, in_a_head(made), warning)


def _write_projects(book: Book, collection: Collection, ordered: Sequence[NumberedApplication], round_: Round) -> None:
    """Writes the table: a row for each project, with sums that follow the filter.

    `ordered` are the applications with their numbers; without an agenda there are none, and no column of numbers.
    """
    numbers = (_number_column(ordered, round_),) if ordered else ()
    table = (*numbers, *columns_of(collection))
    rows = [[_value(column, entry) for column in table] for entry in _entries(collection, round_)]
    is_large = any(isinstance(value, int | Fraction) and not is_exact(value) for row in rows for value in row)
    notes = (_FOLLOWS_FILTER, *_doubted(collection), *([TOO_LARGE] if is_large else ()))
    sheet = Sheet(book, "Projekter", _TITLE, notes)
    sheet.print_wide(len(numbers) + _KEYS)
    columns = [_column(column, [row[index] for row in rows]) for index, column in enumerate(table)]
    span = write_table(sheet, columns, rows, are_split=False)
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(columns))
    for index, column in enumerate(table):
        values = [row[index] for row in rows]
        sheet.put(span.after, index, _sum(column, index, values, span), columns[index].kind, Look.TOTAL)


def _doubted(collection: Collection) -> list[str]:
    return [] if collection.totals is None else doubted_said(collection.totals)


def _number_column(ordered: Sequence[NumberedApplication], round_: Round) -> TableColumn:
    """Returns the column of the numbers that the projects have in the agenda's papers: `1`, `2a`, `2b`."""
    numbers = {_key(each.entry): each.number for each in numbered_entries(ordered, round_)}
    return TableColumn("number", "Nr.", "Nr.", lambda entry: text_cell(numbers[_key(entry)]))


def _key(entry: Entry) -> tuple[str, str, int]:
    """Returns what tells a row apart from others."""
    position = 0 if entry.project is None else entry.project.position
    return entry.application.application.id, entry.application.file, position


def _entries(collection: Collection, round_: Round) -> Iterator[Entry]:
    for application in collection.applications:
        for project in application.projects or (None,):
            yield Entry(application, project, round_)


def _column(column: TableColumn, values: Sequence[Value]) -> Column:
    """Returns the column with its short heading: as many columns as possible must fit a page."""
    if not column.is_number or column.name.startswith("rate"):
        return Column(column.heading, width=_WIDTHS.get(column.name, _TEXT_WIDTH))
    total = sum(Fraction(value) for value in values if isinstance(value, int | Fraction))
    longest = max(map(len, [*column.heading.split("\n"), format_number(int(total)), NOT_STATED]))
    kind = Kind.SHARE if column.name in ("share", "shared") else Kind.NUMBER
    return Column(column.heading, kind, longest + _PADDING)


def _value(column: TableColumn, entry: Entry) -> Value:
    """Returns a number as a number; a text is what the table of the window says, or not stated."""
    cell = column.cell(entry)
    if column.is_number and not column.name.startswith("rate"):
        number = cell.key
        return number if isinstance(number, int | Decimal | Fraction) else None
    return cell.plain or (cell.text if cell.text != "–" else None)


def _sum(column: TableColumn, index: int, values: Sequence[Value], span: Span) -> Value:
    if index == 0:
        return "I alt"
    numbers = [value for value in values if isinstance(value, int | Fraction)]
    if not column.is_summed or not numbers:
        return ""
    total = sum(numbers)
    cells = f"{address(span.first, index)}:{address(span.after - 1, index)}"
    return Formula(f"=SUBTOTAL({_SUM_VISIBLE},{cells})", total, all(map(is_exact, (*numbers, total))))


def _write_totals(book: Book, totals: CollectionTotals) -> None:
    """Writes the loans against the pool, and the places."""
    sheet = Sheet(book, "Summer", "Summer", (*doubted_said(totals), *without_loan_said(totals)))
    columns = (
        Column("År", Kind.YEAR),
        Column("Lån, der søges om (hele 1.000 kr.)", Kind.NUMBER),
        Column("Puljen (hele 1.000 kr.)", Kind.NUMBER),
        Column("Del af puljen", Kind.PART),
        Column("Nye pladser", Kind.NUMBER),
    )
    first = sheet.row + 1
    rows: list[Sequence[Value]] = []
    for number, year in enumerate(totals.loan):
        share = totals.pool_share(year)
        loan, pool = address(first + number, 1), address(first + number, 2)
        is_live = is_exact(totals.loan[year]) and is_exact(totals.pool[year])
        part = None if share is None else Formula(f"={loan}/{pool}", share, is_live)
        rows.append((int(year), totals.loan[year], totals.pool[year] or None, part, totals.places[year]))
    write_table(sheet, columns, rows)


def _write_regions(book: Book, totals: CollectionTotals) -> None:
    columns = (
        Column("Region", width=22.0),
        Column("Ansøgninger", Kind.NUMBER),
        Column("Projekter", Kind.NUMBER),
        Column("Lån (hele 1.000 kr.)", Kind.NUMBER),
        Column("Nye pladser", Kind.NUMBER),
    )
    rows: list[Sequence[Value]] = [
        (each.region, each.applications, each.projects, each.loan, each.places) for each in totals.regions
    ]
    write_table(Sheet(book, "Regioner", "Regioner", (regions_said(totals),)), columns, rows)


def _projects(collection: Collection, round_: Round) -> Iterator[tuple[str, str, CollectedProject]]:
    for application in collection.applications:
        for project in application.projects:
            yield _named(application), project_heading(project.position, project.project, round_), project


def _named(application: CollectedApplication) -> str:
    return f"{application.name} ({application.file})"


def _write_criteria(book: Book, collection: Collection, round_: Round) -> None:
    titles = {criterion.number: criterion.title for criterion in round_.criteria}
    columns = (
        Column("Ansøgning", width=28, is_key=True),
        Column(round_.row_wording, width=36, is_key=True),
        Column("Nr.", Kind.NUMBER, 7, is_key=True),
        Column("Kriterium", width=26),
        Column("Resultat", width=20),
        Column("Begrundelse", width=60),
    )
    rows: list[Sequence[Value]] = [
        (
            name,
            heading,
            result.criterion,
            titles.get(result.criterion, ""),
            OUTCOMES[result.outcome],
            neutral(result.message),
        )
        for name, heading, project in _projects(collection, round_)
        for result in project.criteria
    ]
    sheet = Sheet(book, "Kriterier", "Kriterier", (_DECIDES,))
    span = write_table(sheet, columns, rows)
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(columns))


_DECIDES = "Programmet holder det, der står i kladderne, op mod kriterierne. Det er ministeriet, der afgør dem."
_NO_POINTS = "Programmet giver ikke point og rangordner ikke. Det viser, hvad kladderne siger, og hvad der mangler."


def _write_weighting(book: Book, collection: Collection, round_: Round) -> None:
    columns = (
        Column("Nr.", Kind.TEXT, 7, is_key=True),
        Column("Punkt", width=26, is_key=True),
        Column("Ansøgning", width=28, is_key=True),
        Column(round_.row_wording, width=36, is_key=True),
        Column("Kladden siger", width=56),
        Column("Mangler", width=44),
        Column("Bemærkning", width=36),
    )
    weighed = [
        (number, name, heading, item)
        for name, heading, project in _projects(collection, round_)
        for number, item in enumerate(project.weighting.items)
    ]
    rows: list[Sequence[Value]] = [
        (
            "" if item.number is None else str(item.number),
            item.title,
            name,
            heading,
            "\n".join(item.answer.said),
            "\n".join(neutral(gap.message) for gap in item.answer.missing),
            neutral(item.answer.remark),
        )
        for _number, name, heading, item in sorted(weighed, key=lambda each: each[0])
    ]
    sheet = Sheet(book, "Vægtning", "Det, ministeriet vægter", (_NO_POINTS,))
    span = write_table(sheet, columns, rows)
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(columns))


def _write_documentation(book: Book, collection: Collection, round_: Round) -> None:
    """Writes what documentation is asked for of each project and what is attached; then the files of no project."""
    columns = (
        Column("Ansøgning", width=28, is_key=True),
        Column(round_.row_wording, width=36, is_key=True),
        Column("Dokumentation", width=44),
        Column("Vedlagte filer", width=60),
    )
    rows: list[Sequence[Value]] = []
    for application in collection.applications:
        name, found = _named(application), application.documentation
        rows += [
            (
                name,
                project_heading(index, each.project, round_),
                documentation_said(each),
                files_said(each, found),
            )
            for index, each in enumerate(found.projects)
        ]
        rows += [(name, "Hele ansøgningen", "", file_said(each)) for each in found.common]
        rows += [(name, "Et projekt, der ikke er i ansøgningen", "", file_said(each)) for each in found.stray]
        rows += [(name, "Hele ansøgningen", said, "") for said in doubts_said(found)]
    write_table(Sheet(book, "Dokumentation", "Dokumentation", (_NOT_SEEN,)), columns, rows)


_NOT_SEEN = "Programmet kan ikke se, om dokumentationen er sendt til ministeriet."


def _write_left_out(book: Book, collection: Collection) -> None:
    """Writes what may be counted twice, and what is not in the collection."""
    doubts = [
        ("Måske talt med to gange", "\n".join(each.files), each.message)
        for each in collection.copies
        if each.is_doubtful
    ]
    doubts += [("Forbehold", "", each) for each in collection.warnings]
    doubts += [("Mappe, der ikke er læst", each.file, neutral_reason(each.why)) for each in collection.folders_not_read]
    left_out = [("Ikke med", each.file, neutral_reason(each.why)) for each in collection.files_left_out]
    notes = () if doubts or left_out else ("Alle kladder er med, og programmet har ikke fundet kopier.",)
    columns = (Column("Slags", width=26), Column("Fil", width=44), Column("Forklaring", width=90))
    sheet = Sheet(book, "Kopier og udeladt", "Kopier og udeladt", notes)
    write_table(sheet, columns, [*doubts, *left_out])
