"""Tables and what is proposed of them, for the tests."""

from typing import Any, NamedTuple

from botilbud_desktop.domain.document_import.from_tables import proposal_of_tables
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.table_import.cells import Grid, grid_of
from botilbud_desktop.domain.table_import.marks import NO_MARKS, Marks
from botilbud_desktop.domain.table_import.tsv import table_of_tsv
from tests.rules.samples import ROUND


class Ark(NamedTuple):
    """A sheet of a workbook."""

    name: str
    grid: Grid
    is_hidden: bool = False
    is_cut: bool = False
    marks: Marks = NO_MARKS


def ark(text: str, name: str = "Ark1", **more: Any) -> Ark:
    """Returns a sheet of the cells in `text`: ` | ` between cells, a line for each row."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return Ark(name, grid_of(rows))._replace(**more)


def of_sheets(*sheets: Ark) -> Proposal:
    """Returns what is proposed of a workbook."""
    return proposal_of_tables(sheets, ROUND, are_sheets=True)


def of_pasted(text: str) -> Proposal:
    """Returns what is proposed of a block as Excel copies it."""
    table = table_of_tsv(text)
    return proposal_of_tables([Ark("", table.grid, is_cut=table.is_cut, marks=table.marks)], ROUND, are_sheets=False)


def by_field(proposal: Proposal) -> dict[str, object]:
    """Returns the values by their fields."""
    return {str(value.field): value.value for value in proposal.values}


def unsure(proposal: Proposal) -> dict[str, str]:
    """Returns the remarks on what is not sure, by field."""
    return {str(value.field): value.remark for value in proposal.values if not value.is_sure}


def left_out(proposal: Proposal) -> dict[str, str]:
    """Returns why something is left out, by where it stands."""
    return {one.source: one.why for one in proposal.left_out}
