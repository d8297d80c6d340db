"""Reads the ministry's sheets for single projects: loan, places, share, date and description, and checks the sums."""

import re

from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import IS_SUM, NO_PLACES, OTHER_YEAR
from botilbud_desktop.domain.document_import.rows.answers import answer_in, no_answer
from botilbud_desktop.domain.document_import.rows.pairs import NO_UNIT, tells_unit
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.sheet_words import RowKind, SheetRow
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.units import Unit, units_in
from botilbud_desktop.domain.values.amounts import format_number

_NO_YEAR = "Der står ikke, hvilket år det er i."
_OTHER_SUM = "Summen er {stated}, men rækkerne over den giver {counted}."
_NOTHING_TO_SUM = "Rækken ligner en sum, men rækkerne over den er ikke læst."
_OTHERS = "Der står også »{beside}« i rækken."
_UNDECIDED = "Fordelingen mellem § 107 og § 108 er ikke sagt."
_PATHS = {
    RowKind.LOAN: "projects[].gross_construction_cost",
    RowKind.SHARE: "projects[].share_for_others",
    RowKind.DATE: "projects[].completion_date",
}
"""A field of the form of the same kind of value as a row; all other rows ask for a number of places."""
_LAWS = {
    RowKind.PLACES_107: LegalBasis.SEL_107,
    RowKind.PLACES_108: LegalBasis.SEL_108,
    RowKind.PLACES_UNDECIDED: LegalBasis.SEL_107_108,
}


class SheetReader:
    """Reads the rows of the sheets of a document."""

    def __init__(self, ledger: Ledger, divided: Divided, round_: Round) -> None:
        self._ledger = ledger
        self._divided = divided
        self._round = round_
        self._unit: Unit | None = None
        self._has_unit = False
        self._of_unit: tuple[int, int] = (-1, -1)
        """The project and the table whose unit it is."""
        self._place = ""
        """Where the row stands that is read, with the line of its answer."""
        self._counted: dict[int, int] = {}
        """The places read of each project since its last sum."""

    def read(self) -> None:
        """Reads all rows."""
        for index, spot in enumerate(self._divided.spots):
            if spot.row is not None and spot.role is Role.CONTENT and self._ledger.is_open(index):
                self._row(index, spot.project or 0, spot.row)

    def _row(self, index: int, project: int, row: SheetRow) -> None:
        line = self._ledger.lines[index]
        if row.kind is RowKind.UNIT:
            units = units_in(line.text)
            self._unit = units[0] if len(units) == 1 else self._unit
            self._has_unit = self._has_unit or bool(units)
            self._of_unit = (project, line.table) if units else self._of_unit
            self._ledger.close(index)
            return
        if row.kind is RowKind.DESCRIPTION:
            self._description(index, project, row)
            return
        below = self._value_below(index, row.kind) if not row.value else None
        value = row.value if below is None else self._ledger.lines[below].text
        used = {line.filled[0], row.cell}
        self._place = line.place if below is None else f"{line.place} og {self._ledger.lines[below].place}"
        match row.kind:
            case RowKind.LOAN:
                if self._of_unit != (project, line.table):
                    self._unit, self._has_unit = None, False
                self._loan(index, project, row.year, value)
            case RowKind.TOTAL:
                self._total(index, project, value)
            case RowKind.SHARE:
                self._field(index, project, "share_for_others", value)
            case RowKind.DATE:
                self._field(index, project, "completion_date", value)
            case _:
                self._places(index, project, row, value)
        self._ledger.close(index, used)
        if below is not None:
            self._ledger.close(below)

    def _value_below(self, index: int, kind: RowKind) -> int | None:
        """Returns the next line when it is nothing but a figure, as where a PDF has the answer on a line of its own."""
        below = index + 1
        if below >= len(self._ledger.lines) or self._ledger.lines[below].is_row:
            return None
        spot = self._divided.spots[below]
        text = self._ledger.lines[below].text
        if spot.row is not None or spot.role is not Role.CONTENT or not is_figure(text):
            return None
        path = _PATHS.get(kind, "projects[].places_closed_elsewhere")
        return None if answer_in(text, path, self._round, self._unit).value is None else below

    def _loan(self, index: int, project: int, year: int | None, value: str) -> None:
        if year is None or year not in self._round.years:
            why = _NO_YEAR if year is None else OTHER_YEAR.format(year=year)
            self._ledger.leave(index, why, self._ledger.lines[index].text)
            return
        self._field(
            index, project, f"loan.{year}", value, self._unit, "" if self._has_unit or tells_unit(value) else NO_UNIT
        )

    def _field(
        self, index: int, project: int, field: str, value: str, unit: Unit | None = None, doubt: str = ""
    ) -> None:
        if not value.strip():
            return  # a question without an answer
        answer = answer_in(value, f"projects[].{field}", self._round, unit)
        if answer.value is None:
            self._ledger.leave(index, answer.remark, self._ledger.lines[index].text)
            return
        doubt = " ".join(filter(None, (doubt, self._doubt_of_others(index, value))))
        remark = " ".join(filter(None, (answer.remark, doubt)))
        self._ledger.add(Fact(project, field, answer.value, self._place, answer.is_sure and not doubt, remark))

    def _places(self, index: int, project: int, row: SheetRow, value: str) -> None:
        line = self._ledger.lines[index]
        if not value.strip():
            return
        answer = answer_in(value, "projects[].places_closed_elsewhere", self._round)
        if not isinstance(answer.value, int):
            self._ledger.leave(index, answer.remark, line.text)
            return
        self._counted[project] = self._counted.get(project, 0) + answer.value
        if answer.value == 0 or row.year is None or row.year not in self._round.years:
            why = NO_PLACES if not answer.value else _NO_YEAR if row.year is None else OTHER_YEAR.format(year=row.year)
            self._ledger.leave(index, why, line.text)
            return
        law = _LAWS.get(row.kind, self._round.usual_basis)
        group = PlaceGroup(year=row.year, legal_basis=law, origin=Origin.NEW, count=answer.value)
        others = self._doubt_of_others(index, value)
        said = answer.remark or (_UNDECIDED if row.kind is RowKind.PLACES else "")
        remark = " ".join(filter(None, (said, others)))
        self._ledger.add(Fact(project, "places", group, self._place, answer.is_sure and not others, remark))

    def _doubt_of_others(self, index: int, value: str) -> str:
        """Returns what is doubtful about a value that another figure stands beside, as in a column of its own."""
        line = self._ledger.lines[index]
        cells = [line.cells[cell] for cell in line.filled]
        if value not in cells[1:-1]:
            return ""
        beside = cells[cells.index(value, 1) + 1]
        return _OTHERS.format(beside=beside) if is_figure(beside) and beside != value else ""

    def _total(self, index: int, project: int, value: str) -> None:
        line = self._ledger.lines[index]
        if (why := no_answer(value)) is not None:
            if value.strip():
                self._ledger.leave(index, why, line.text)
            return
        answer = answer_in(value, "projects[].places_closed_elsewhere", self._round)
        counted = self._counted.pop(project, None)
        if counted is None:
            self._ledger.leave(index, _NOTHING_TO_SUM, line.text)
        elif not isinstance(answer.value, int):
            self._ledger.leave(index, answer.remark, line.text)
        elif answer.value == counted:
            self._ledger.leave(index, IS_SUM, line.text)
        else:
            why = _OTHER_SUM.format(stated=format_number(answer.value), counted=format_number(counted))
            self._ledger.leave(index, why, line.text)
            self._doubt_places(project, why)

    def _doubt_places(self, project: int, why: str) -> None:
        facts = self._ledger.facts
        for position, fact in enumerate(facts):
            if fact.project == project and fact.field == "places":
                facts[position] = fact._replace(is_sure=False, remark=why)

    def _description(self, index: int, project: int, row: SheetRow) -> None:
        """Takes a description that stands in the same cell or beside it; else the lines below are its text."""
        line = self._ledger.lines[index]
        cells = {line.filled[0], row.cell}
        value = re.sub(r"\A\s+", "", row.value)
        if value and no_answer(value) is None:
            self._ledger.add(Fact(project, "description", value, line.place, is_sure=True))
        elif value:
            self._ledger.leave(index, no_answer(value) or "", value)
        self._ledger.close(index, cells)
