"""The ministry's table of projects as text with tabs and as HTML, for Excel, LibreOffice and Word.

Amounts and counts have no thousands separators, dates are ISO and shares have a per cent sign: a spreadsheet in any
language reads them correctly. A name that a spreadsheet would read as a formula gets an apostrophe.
"""

import re
from html import escape

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.totals import total_eligible_places, total_loans
from botilbud_desktop.domain.values.amounts import format_percent
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import FormValue, Notation, project_value, totals_row, written

_FORMULA = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_BORDER = "border:1px solid #808080;padding:2px 6px"
_NUMBER = r"mso-number-format:'\#\,\#\#0'"
_SHARE = "mso-number-format:'0.##%'"
_DATE = r"mso-number-format:'dd\.mm\.yyyy'"
_TEXT = r"mso-number-format:'\@'"
_FOR_SPREADSHEETS = Notation(str, lambda share: f"{format_percent(share)}%", lambda day: day.isoformat())


def table_rows(application: Application, round_: Round) -> list[list[str]]:
    """Returns the headings, a row for each project, and the sums; no text in them is a formula."""
    totals = totals_row(round_, total_loans(application, round_), total_eligible_places(application, round_))
    return [
        [column.lettered_label for column in round_.columns],
        *([_cell(column, project, round_) for column in round_.columns] for project in application.projects),
        [written(total, _FOR_SPREADSHEETS) for total in totals],
    ]


def as_tsv(rows: list[list[str]]) -> str:
    """Returns the rows with tabs between the cells and CR LF after each row."""
    return "".join("\t".join(map(quoted, row)) + "\r\n" for row in rows)


def as_html(rows: list[list[str]], round_: Round) -> str:
    """Returns the rows as a table with borders, its numbers aligned to the right.

    The headings head their columns, on each page where Word lays it out; the projects' names head their rows.
    """
    styles = [_style(column) for column in round_.columns]
    heads = [kind_of(column.path) is FieldKind.NAME for column in round_.columns]
    headings, *projects = rows
    head = "".join(
        f'<th scope="col" style="{_BORDER};{_TEXT};text-align:left">{escape(text)}</th>' for text in headings
    )
    lines = ["".join(map(_html_cell, row, styles, heads)) for row in projects]
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return (
        '<html lang="da" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
        f'<body><table style="border-collapse:collapse">\n<thead>\n<tr>{head}</tr>\n</thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table></body></html>"
    )


def _html_cell(text: str, style: str, is_head: bool) -> str:
    """Returns a cell; one that heads its row looks like the others."""
    if is_head and text:
        return f'<th scope="row" style="{_BORDER};{style};font-weight:normal;text-align:left">{escape(text)}</th>'
    return f'<td style="{_BORDER};{style}">{escape(text)}</td>'


def _style(column: FormField) -> str:
    kind = kind_of(column.path)
    if kind.is_text:
        return _TEXT
    own = {FieldKind.SHARE: _SHARE, FieldKind.DATE: _DATE}
    return f"{own.get(kind, _NUMBER)};text-align:right"


def _cell(column: FormField, project: Project, round_: Round) -> str:
    value: FormValue = project_value(column, project, round_)
    if kind_of(column.path) is FieldKind.EXPANSION:
        value = value or 0
    text = written(value, _FOR_SPREADSHEETS)
    return without_formula(" ".join(text.split())) if kind_of(column.path).is_text else text


def without_formula(text: str) -> str:
    """Returns a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def quoted(text: str) -> str:
    """Returns a cell to put between tabs."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if re.search(r"[\t\r\n\"]", text) else text
