"""Which project a row of the program's own workbook is about, and what its cells say."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, is_blank, text_of

NO_PROJECT = "Det er ikke sikkert, hvilket projekt rækken hører til."
_CUT = "…"


def project_of(heading: str, names: Sequence[str], round_: Round) -> int | None:
    """Returns the project that `Projekt 2: Solgården` names: number and name must agree."""
    found = re.fullmatch(rf"{re.escape(round_.row_wording)} ([0-9]{{1,3}}): (.*)", heading, re.DOTALL)
    if found is None or not 0 < int(found[1]) <= len(names):
        return None
    index, name = int(found[1]) - 1, " ".join(names[int(found[1]) - 1].split()) or NOT_STATED
    told = found[2].strip()
    is_same = told == name or (told.endswith(_CUT) and name.startswith(told[:-1]))
    return index if is_same else None


def said(cell: Cell) -> Cell:
    """Returns a cell, or None where it says that there is nothing."""
    return None if is_blank(cell) or text_of(cell) == NOT_STATED else cell
