"""The sheet of the agenda item (*dagsordenspunkt*): its annexes with both numberings, and the KKR's remarks."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.annexes import Annex
from botilbud_desktop.documents.agenda.cover import doubled_said
from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.agenda import NumberedApplication

_TITLE = "Dagsorden"
_COLUMNS = (
    Column("Nr.", Kind.TEXT, 14, is_key=True),
    Column("Bilag", Kind.NUMBER, 9, is_key=True),
    Column("Kommune", width=28, is_key=True),
    Column("Projekt eller bilag", width=52, is_key=True),
    Column("KKR’s bemærkning", width=70),
)


def write_agenda(
    book: Book, applications: Sequence[NumberedApplication], annexes: Sequence[Annex], agenda: Agenda, round_: Round
) -> None:
    """Writes the item and its title, then a row for each annex; the annexes are those of the applications."""
    sheet = Sheet(book, _TITLE, _TITLE, tuple(doubled_said(annexes)))
    item, title = one_line(agenda.item) or NOT_STATED, one_line(agenda.title) or round_.short_title
    for label, text in (("Punkt", item), ("Titel", title)):
        sheet.put(sheet.row, 0, label, Kind.TEXT, Look.ATTENTION)
        sheet.put(sheet.row, 1, text, Kind.TEXT, Look.NOTE)
        sheet.row += 1
    span = write_table(sheet, _COLUMNS, list(_rows(applications, annexes, agenda)))
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(_COLUMNS))


def _rows(
    applications: Sequence[NumberedApplication], annexes: Sequence[Annex], agenda: Agenda
) -> Iterator[Sequence[Value]]:
    """Yields the overview, then what belongs to each application in turn."""
    texts = {(each.application, each.file, each.project): each.text.strip() for each in agenda.remarks}
    following = iter(applications)
    remarks: Iterator[str] = iter(())
    for annex in annexes:
        if annex.number and not annex.is_within:
            own = next(following).application
            keys = [(own.application.id, own.file, each.project.id) for each in own.projects]
            on_projects = [texts.get(key, "") for key in keys]
            remarks = iter(on_projects if len(on_projects) == 1 else ["", *on_projects])
        remark = "" if annex.attachment is not None else next(remarks, "")
        yield annex.number, annex.place, annex.municipality, _title(annex), remark


def _title(annex: Annex) -> str:
    """Returns the annex' title without the municipality, which stands beside it."""
    return annex.title.removeprefix(f"{annex.municipality}, ")
