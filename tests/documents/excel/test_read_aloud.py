"""What a screen reader is told of a workbook: the heads of each table, what can be changed, what a chart shows."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from botilbud_desktop.documents.excel.collection import make_collection_workbook
from tests.documents.agenda.samples import AGENDA, THREE
from tests.documents.excel.workbooks import elements, parts, sheets, workbook
from tests.documents.laid_out import LONG, WITH_PLANS
from tests.documents.samples import APPROVED, COMPLETE, THISTED
from tests.domain.for_colleagues import with_all_of_them
from tests.rules.samples import EMPTY_APPLICATION, TODAY

BOOKS = {
    "full": workbook(with_all_of_them(COMPLETE)),
    "approved": workbook(APPROVED),
    "plan": workbook(THISTED),
    "plans": workbook(WITH_PLANS),
    "long": workbook(LONG),
    "empty": workbook(EMPTY_APPLICATION),
    "collection": make_collection_workbook(THREE, TODAY, AGENDA),
}
EVERY_BOOK = pytest.mark.parametrize("name", BOOKS)
_NAME = re.compile(r"TitleRegion(\d+)\.([A-Z]+)(\d+)\.([A-Z]+)(\d+)\.(\d+)")
_YELLOW = "FFFFF8DC"


class Region(NamedTuple):
    """A table as a screen reader finds it."""

    sheet: str
    columns: int
    heading: int
    """The row of its heads, counted from 0."""
    last: int


def regions(content: bytes) -> Iterator[Region]:
    """Yields the tables that have a name, whose first cell must be the one that the name leads to."""
    names = list(sheets(content))
    for _part, element in elements(content):
        if element.tag.endswith("}definedName") and (found := _NAME.fullmatch(element.get("name", ""))):
            _number, first, top, last, bottom, sheet = found.groups()
            name = names[int(sheet) - 1]
            assert (first, (element.text or "").replace("'", "")) == ("A", f"{name}!$A${top}")
            yield Region(name, _column(last) + 1, int(top) - 1, int(bottom) - 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


@EVERY_BOOK
def test_the_heads_of_each_table_have_words_and_are_told_to_screen_readers(name: str) -> None:
    content = BOOKS[name]
    cells = sheets(content)
    found = list(regions(content))
    assert {region.sheet for region in found} == {*cells}
    for region in found:
        rows = cells[region.sheet]
        heads = rows[region.heading][: region.columns]
        assert len(heads) == region.columns
        assert all(str(head).strip() for head in heads), (region, heads)
        assert region.heading < region.last <= len(rows)


@EVERY_BOOK
def test_the_first_cell_of_each_sheet_is_its_title_and_its_name_says_what_it_holds(name: str) -> None:
    for sheet, cells in sheets(BOOKS[name]).items():
        assert len(str(cells[0][0])) > 5
        assert not any(str(other).strip() for other in cells[0][1:])
        assert not sheet.startswith(("Ark", "Sheet"))


@pytest.mark.parametrize("name", ["plan", "plans", "long"])
def test_every_cell_that_is_yellow_says_that_it_can_be_changed(name: str) -> None:
    content = BOOKS[name]
    yellow = _yellow_styles(content)
    seen = 0
    for part in (part for part in parts(content) if part.startswith("xl/worksheets/sheet")):
        told: set[str] = set()
        cells: set[str] = set()
        for owner, element in elements(content):
            if owner == part and element.tag.endswith("}dataValidation"):
                assert element.get("prompt", "").startswith("Kan ændres.")
                told |= _addresses(element.get("sqref", ""))
            if owner == part and element.tag.endswith("}c") and element.get("s") in yellow:
                cells.add(element.get("r", ""))
        assert cells == told
        seen += len(cells)
    assert seen > 5


def _yellow_styles(content: bytes) -> set[str]:
    tags = [(element.tag.rpartition("}")[2], element) for part, element in elements(content) if part == "xl/styles.xml"]
    fills = [element for tag, element in tags if tag == "fill"]
    yellow = {str(index) for index, fill in enumerate(fills) if any(each.get("rgb") == _YELLOW for each in fill.iter())}
    (formats,) = [element for tag, element in tags if tag == "cellXfs"]
    return {str(index) for index, each in enumerate(formats) if each.get("fillId") in yellow}


def _addresses(ranges: str) -> set[str]:
    found: set[str] = set()
    for each in ranges.split():
        first, _, last = each.partition(":")
        letters, top = re.sub(r"\d", "", first), int(re.sub(r"\D", "", first))
        bottom = int(re.sub(r"\D", "", last or first))
        found |= {f"{letters}{row}" for row in range(top, bottom + 1)}
    return found


def test_each_chart_says_what_it_shows() -> None:
    said = [
        element.get("descr", "")
        for part, element in elements(BOOKS["collection"])
        if "drawing" in part and element.tag.endswith("}cNvPr")
    ]
    assert len(said) > 2
    assert all(len(each) > 20 for each in said)
