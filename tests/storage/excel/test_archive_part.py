"""A part of a workbook is checked before the parser reads it."""

import pytest

from botilbud_desktop.storage.excel.archive_part import DamagedPartError, TooLargePartError, examine


@pytest.mark.parametrize(
    ("cells", "is_refused"),
    [
        ('<row r="1000000"><c><v>1</v></c><c><v>1</v></c></row>', False),
        ('<row r="1000000"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>', True),
        ('<row r="999999"/><row><c/><c><v>1</v></c></row>', False),
        ('<row r="1000000"/><row><c/><c><v>1</v></c></row>', True),
        ('<row r="1000000"><c r="B1000000"><v>1</v></c></row>', False),
        ('<row r="1000000"><c r="b1000000"><v>1</v></c><c><v>1</v></c></row>', True),
    ],
)
def test_cells_without_an_address_follow_one_another(cells: str, is_refused: bool) -> None:
    content = f"<sheetData>{cells}</sheetData>".encode()
    if is_refused:
        with pytest.raises(TooLargePartError):
            examine(content)
    else:
        examine(content)


@pytest.mark.parametrize(
    "content", [b"<a>\0</a>", b"<a>", b"<c r='1'/>", b"<sst uniqueCount='999'/>", b"<!DOCTYPE a><a/>"]
)
def test_a_part_that_is_damaged_is_known_before_it_is_parsed(content: bytes) -> None:
    with pytest.raises(DamagedPartError):
        examine(content)


@pytest.mark.parametrize("content", [b"<sst/>", b"<sst uniqueCount='0'/>", b"<sst uniqueCount='20'/>", b"<c r='A1'/>"])
def test_a_part_that_says_nothing_impossible_of_itself_is_sound(content: bytes) -> None:
    examine(content)
