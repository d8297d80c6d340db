"""One sheet (*ark*): its head, its page, and its cells."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.documents.excel.cell_text import cell_text, in_one_cell
from botilbud_desktop.documents.excel.engine import Workbook, Worksheet
from botilbud_desktop.documents.excel.styles import Kind, Look, Styles
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date

_A4, _A3 = 9, 8
_LINE_HEIGHT = 15.0
"""In points."""
_BARS = ("#404040", "#D9D9D9")
"""The colours of bars."""
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets have a 29 February 1900, so they show earlier days wrongly or not at all."""


TOO_LARGE = "Tal med mere end 15 cifre står som tekst, for et regneark regner ikke præcist med dem."
_FIRST_INEXACT = 10**15
"""Spreadsheets keep the first 15 digits of a number."""


class Formula(NamedTuple):
    """A formula, and its value as the program worked it out; that is shown until the formula is worked out anew."""

    text: str
    value: int | Fraction | str
    is_live: bool = True
    """Whether a spreadsheet works it out exactly; else only the value is written."""


def is_exact(value: int | Fraction) -> bool:
    """Whether a spreadsheet keeps all digits of the number."""
    return -_FIRST_INEXACT < value < _FIRST_INEXACT


def exact_or_text(value: int) -> int | str:
    """Returns the number, as a text where a spreadsheet would lose digits of it."""
    return value if is_exact(value) else format_number(value)


def same_as(cell: str, value: int | None) -> Formula:
    """Returns a formula for the number in another cell, which may be not stated yet."""
    return Formula(f'=IF(ISNUMBER({cell}),{cell},"{NOT_STATED}")', NOT_STATED if value is None else value)


def sum_of(cells: str, values: Sequence[int | None]) -> Formula:
    """Returns a formula for the sum of cells of which some may be not stated; without any the sum is not stated."""
    stated = [value for value in values if value is not None]
    text = f'=IF(COUNT({cells})>0,SUM({cells}),"{NOT_STATED}")'
    return Formula(text, sum(stated) if stated else NOT_STATED, all(map(is_exact, stated)))


type Value = str | int | Decimal | Fraction | date | Formula | None
"""What a cell holds; None is shown as not stated."""


class ChartSeries(NamedTuple):
    """The cells that one kind of bars is drawn from; the words of the bars stand in the first column."""

    heading: int
    """The row with its name."""
    column: int
    first: int
    last: int


class PageWords(NamedTuple):
    """What stands at the head of each sheet, and around each printed page."""

    applicant: str
    status: str
    head: str
    foot: str
    warning: str = ""
    """That the application is not approved; empty when it is."""


class Book(NamedTuple):
    """A workbook with its styles and the words of its pages."""

    workbook: Workbook
    styles: Styles
    words: PageWords


def address(row: int, column: int, *, is_fixed: bool = False) -> str:
    """Returns the address of a cell by its row and column, counted from 0: `C5`, or `$C$5` when it is fixed."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"${letters}${row + 1}" if is_fixed else f"{letters}{row + 1}"


def _kept(value: int | Fraction | str) -> int | float | str:
    """Returns the value of a formula as the file keeps it."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    return value


class Sheet:
    """A sheet that is written from the top down."""

    def __init__(self, book: Book, name: str, title: str, notes: Sequence[str] = ()) -> None:
        self.name = name
        self._styles = book.styles
        self._book = book.workbook
        self._sheet: Worksheet = book.workbook.add_worksheet(name)
        self._set_page(book.words)
        self._number = len(book.workbook.worksheets())
        self._tables = 0
        self.row = 0
        """The next row to write, counted from 0."""
        self.line(f"{title} · {book.words.applicant}", Look.TITLE)
        if book.words.warning:
            self.line(book.words.warning)
        self.line(book.words.status, Look.NOTE)
        for note in notes:
            self.line(note, Look.NOTE)

    def line(self, text: str, look: Look = Look.ATTENTION) -> None:
        """Writes a line of text over the whole width."""
        self.put(self.row, 0, text, Kind.TEXT, look)
        self.row += 1

    def put(self, row: int, column: int, value: Value, kind: Kind = Kind.TEXT, look: Look = Look.PLAIN) -> None:
        """Writes one cell. Texts are texts whatever they begin with."""
        style = self._styles.of(kind, look)
        match value:
            case None:
                missing = self._styles.of(kind, look if look is Look.TOTAL else Look.MISSING)
                self._sheet.write_string(row, column, NOT_STATED, missing)
            case Formula() if not value.is_live or (isinstance(value.value, int) and not is_exact(value.value)):
                shown = exact_or_text(value.value) if isinstance(value.value, int) else value.value
                self.put(row, column, shown, kind, look)
            case Formula():
                self._sheet.write_formula(row, column, value.text, style, _kept(value.value))
            case "":
                self._sheet.write_blank(row, column, None, style)
            case str():
                self._sheet.write_string(row, column, in_one_cell(cell_text(value)), style)
            case date() if value >= _FIRST_DAY:
                self._sheet.write_datetime(row, column, value, style)
            case date():
                self._sheet.write_string(row, column, format_date(value), style)
            case int() if not is_exact(value):
                self._sheet.write_string(row, column, format_number(value), style)
            case int():
                self._sheet.write_number(row, column, value, style)
            case _:
                self._sheet.write_number(row, column, float(value), style)

    def reference(self, row: int, column: int) -> str:
        """Returns the address of a cell as other sheets write it."""
        return f"'{self.name}'!{address(row, column)}"

    def set_widths(self, widths: Sequence[float]) -> None:
        """Sets the widths of the columns in characters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def set_lines(self, row: int, lines: int) -> None:
        """Makes a row as high as so many lines of text."""
        self._sheet.set_row(row, _LINE_HEIGHT * lines)

    def freeze_head(self, heading_row: int) -> None:
        """Keeps the rows down to the headings in view, and repeats the headings on each printed page."""
        self._sheet.freeze_panes(heading_row + 1, 0)
        self._sheet.repeat_rows(heading_row)

    def name_heads(self, heading_row: int, last_row: int, columns: int) -> None:
        """Tells screen readers which cells head a table: its first row and its first column.

        Excel itself does not say which cells are heads; readers look for names of this form, which they have agreed on.
        `last_row` may be that of the sums.
        """
        self._tables += 1
        first, last = address(heading_row, 0), address(last_row, columns - 1)
        name = f"TitleRegion{self._tables}.{first}.{last}.{self._number}"
        self._book.define_name(name, f"='{self.name}'!{address(heading_row, 0, is_fixed=True)}")

    def print_wide(self, columns: int) -> None:
        """Prints on A3, with the first columns repeated where a page is too narrow for all."""
        self._sheet.set_paper(_A3)
        self._sheet.repeat_columns(0, columns - 1)

    def print_on_one_page(self) -> None:
        """Prints all of it on one page."""
        self._sheet.fit_to_pages(1, 1)

    def add_bar_chart(self, row: int, column: int, title: str, series: Sequence[ChartSeries], said: str) -> None:
        """Draws bars from cells of this sheet; `said` is the same as text. Its colours are told apart in grey."""
        chart = self._book.add_chart({"type": "bar"})
        for each, colour in zip(series, _BARS, strict=False):
            chart.add_series(
                {
                    "name": [self.name, each.heading, each.column],
                    "categories": [self.name, each.first, 0, each.last, 0],
                    "values": [self.name, each.first, each.column, each.last, each.column],
                    "fill": {"color": colour},
                    "border": {"color": _BARS[0]},
                    "data_labels": {"value": True},
                    "gap": 60,
                }
            )
        chart.set_title({"name": title, "name_font": {"size": 11}})
        chart.set_legend({"position": "bottom"} if len(series) > 1 else {"none": True})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"min": 0, "visible": False, "major_gridlines": {"visible": False}})
        chart.set_size({"width": 560, "height": 200})
        self._sheet.insert_chart(row, column, chart, {"description": said})

    def filter(self, first: int, last: int, columns: int) -> None:
        """Lets the rows of a table be filtered; `first` is that of the headings."""
        self._sheet.autofilter(first, 0, last, columns - 1)

    def offer(self, first: int, last: int, column: int, choices: Sequence[str], said: str) -> None:
        """Lets the cells of a column be chosen from a list; `said` is shown, and read aloud, at each of them."""
        options = {"validate": "list", "source": list(choices), "input_message": said}
        self._sheet.data_validation(first, column, last, column, options)

    def tell(self, first: int, last: int, column: int, said: str) -> None:
        """Has something said at the cells of a column, which their colour alone would not tell everyone."""
        self._sheet.data_validation(first, column, last, column, {"validate": "any", "input_message": said})

    def _set_page(self, words: PageWords) -> None:
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        self._sheet.set_header(f"&L{words.head}&R&A")
        self._sheet.set_footer(f"&L{words.foot}&RSide &P af &N")
