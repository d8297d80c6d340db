"""Makes workbooks of drafts, and reads them back: cells as a program sees them, and the XML that they are made of."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from botilbud_desktop.documents.excel.make import make_workbook
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import assess
from tests.rules.samples import ROUND, TODAY

type Cells = list[list[Any]]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def workbook(application: Application, round_: Round = ROUND, today: date = TODAY) -> bytes:
    """Returns the workbook as the program makes it on a day."""
    return make_workbook(application, round_, assess(application, round_, today), today)


def sheets(content: bytes) -> dict[str, Cells]:
    """Returns the cells of each sheet, with formulas as their kept values."""
    with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def below(cells: Cells, *headings: str) -> Cells:
    """Returns the rows below those that begin with all of `headings` in this order."""
    found = next(index for index, row in enumerate(cells) if tuple(row[: len(headings)]) == headings)
    return cells[found + 1 :]


def value_of(cells: Cells, label: str, column: int) -> Any:
    """Returns the value in a column of the only row with a label in its first cell."""
    (found,) = [row[column] for row in cells if row[0] == label]
    return found


def parts(content: bytes) -> dict[str, bytes]:
    """Returns the parts of a workbook by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elements(content: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yields each XML element with the name of its part; raises when a part is not well-formed."""
    for name, part in parts(content).items():
        for element in ElementTree.fromstring(part).iter():
            yield name, element


def formulas(content: bytes) -> list[tuple[str, str]]:
    """Returns each formula with the name of its part."""
    return [(name, element.text or "") for name, element in elements(content) if element.tag == f"{_MAIN}f"]


def without_kept_values(path: Path, content: bytes, changes: dict[str, dict[str, int]] | None = None) -> None:
    """Writes the workbook without the kept values of its formulas, so that they must be worked out.

    `changes` are new numbers by part and address.
    """
    with ZipFile(path, "w") as archive:
        for name, part in parts(content).items():
            if name.startswith("xl/worksheets/"):
                part = _changed(part, (changes or {}).get(name, {}))
            archive.writestr(name, part)


def _changed(part: bytes, numbers: dict[str, int]) -> bytes:
    ElementTree.register_namespace("", _MAIN.strip("{}"))
    root = ElementTree.fromstring(part)
    for cell in root.iter(f"{_MAIN}c"):
        value = cell.find(f"{_MAIN}v")
        if value is None:
            continue
        if cell.find(f"{_MAIN}f") is not None:
            cell.remove(value)
        elif cell.get("r") in numbers:
            value.text = str(numbers[str(cell.get("r"))])
    return ElementTree.tostring(root)


def joined(rows: Cells, keys: int) -> Cells:
    """Returns rows with what goes on in further rows put together again; the first `keys` cells tell what is about."""
    found: Cells = []
    for row in rows:
        if str(row[0]).endswith(" (fortsat)"):
            found[-1][keys:] = [f"{before}{here}" for before, here in zip(found[-1][keys:], row[keys:], strict=True)]
        else:
            found.append(list(row))
    return found
