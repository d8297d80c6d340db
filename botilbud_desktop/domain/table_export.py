"""The ministry's table of projects as text with tabs and as HTML, for Excel, LibreOffice and Word.

Amounts and counts are written without thousands marks, dates as ISO and shares with a per cent sign: a spreadsheet in
any language reads them as what they are. A name that a spreadsheet would take for a formula gets an apostrophe.
"""

import re
from decimal import Decimal
from html import escape

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import eligible_places, total_eligible_places, total_loans
from botilbud_desktop.domain.values.amounts import format_percent

_FORMULA = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_BORDER = "border:1px solid #808080;padding:2px 6px"
_NUMBER = r"mso-number-format:'\#\,\#\#0'"
_SHARE = "mso-number-format:'0.##%'"
_DATE = r"mso-number-format:'dd\.mm\.yyyy'"
_TEXT = r"mso-number-format:'\@'"


def table_rows(application: Application, form: Round) -> list[list[str]]:
    """The headings, a row for each project, and the sums; no text in them is a formula."""
    loans, places = total_loans(application, form), total_eligible_places(application, form)
    return [
        [field.lettered_label for field in form.fields if field.column],
        *(_row(project, form) for project in application.projects),
        [form.totals_wording, *map(str, loans.values()), *map(str, places.values()), "", ""],
    ]


def as_tsv(rows: list[list[str]]) -> str:
    """The rows with tabs between the cells and CR LF after each row."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in rows)


def as_html(rows: list[list[str]], form: Round) -> str:
    """The rows as a table with borders, its numbers aligned to the right."""
    years = len(form.year_keys)
    styles = [_TEXT, *(f"{kind};text-align:right" for kind in (*[_NUMBER] * (2 * years), _SHARE, _DATE))]
    headings, *projects = rows
    cells = "".join(f'<th style="{_BORDER};{_TEXT};text-align:left">{escape(text)}</th>' for text in headings)
    lines = [f"<tr>{cells}</tr>"]
    for row in projects:
        cells = "".join(
            f'<td style="{_BORDER};{style}">{escape(text)}</td>' for text, style in zip(row, styles, strict=True)
        )
        lines.append(f"<tr>{cells}</tr>")
    table = "\n".join(lines)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
        f'<body><table style="border-collapse:collapse">\n{table}\n</table></body></html>'
    )


def _row(project: Project, form: Round) -> list[str]:
    places = eligible_places(project, form)
    return [
        _harmless(" ".join(project.name.split())),
        *(_number(project.loan.get(year)) for year in form.year_keys),
        *(str(places[year]) for year in form.year_keys),
        "" if project.share_for_others is None else f"{format_percent(Decimal(project.share_for_others))}%",
        "" if project.completion_date is None else project.completion_date.isoformat(),
    ]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if re.search(r"[\t\r\n\"]", text) else text
