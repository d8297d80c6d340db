"""Old workbooks are read with their formats, and within limits."""

import struct
from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.set_apart import STRUCK
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from tests.storage.excel.old_workbooks import (
    BEGIN,
    END,
    FONT,
    STRUCK_FONT,
    compound,
    record,
    small,
    stream,
    style,
    text,
    texts,
)

WORDS = ("Projekt", "Lån 2025", "Måne\nhuset", "en lang tekst, som går videre i den næste post")
BEFORE = (
    *(FONT, FONT, FONT, FONT, STRUCK_FONT),
    record(0x041E, struct.pack("<H", 164) + text("#,##0,")),
    *(style(), style(164), style(9), style(14), style(font=5)),
    texts(WORDS, cut_at=9),
)


def at(row: int, column: int, number: int = 0) -> bytes:
    return struct.pack("<HHH", row, column, number)


def shared(row: int, column: int, number: int) -> bytes:
    return record(0x00FD, at(row, column) + struct.pack("<I", number))


CELLS = (
    *(shared(2, 1, 0), shared(2, 2, 1), shared(3, 1, 2), shared(4, 1, 3)),
    record(0x0203, at(3, 2, 1) + struct.pack("<d", 450_000)),
    record(0x027E, at(3, 3, 2) + struct.pack("<I", small(25) | 1)),
    record(0x027E, at(3, 4, 3) + struct.pack("<I", small(45991))),
    record(0x00BD, struct.pack("<HHHIHIH", 4, 2, 0, small(-7), 0, small(8), 3)),
    record(0x0205, at(4, 4) + b"\1\0"),
    record(0x0205, at(5, 1) + b"\7\1"),
    record(0x0006, at(5, 2) + struct.pack("<d", 22.9) + bytes(6)),
    record(0x0006, at(5, 3) + b"\0\0\0\0\0\0\xff\xff" + bytes(6)),
    record(0x0207, text("ja")),
    record(0x0006, at(5, 4) + b"\2\0\x2a\0\0\0\xff\xff" + bytes(6)),
    record(0x0204, at(6, 1, 4) + text("Streget over")),
)
GRID = (
    ("Projekt", "Lån 2025", None, None),
    ("Måne\nhuset", "450", "25%", date(2025, 11, 30)),
    (WORDS[3], -7, 8, "SAND"),
    ("#DIV/0!", 22.9, "ja", "#N/A"),
    ("Streget over", None, None, None),
)


def read(tmp_path: Path, data: bytes) -> tuple[Sheet, ...]:
    path = tmp_path / "budget.xls"
    path.write_bytes(data)
    return read_workbook(path)


def refused(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(RefusedFileError) as caught:
        read(tmp_path, data)
    return str(caught.value)


def workbook(*cells: bytes) -> bytes:
    return stream([("Budget", b"".join(cells))], b"".join(BEFORE))


@pytest.mark.parametrize("padding", [0, 5_000], ids=["small", "large"])
def test_cells_of_every_kind(tmp_path: Path, padding: int) -> None:
    (sheet,) = read(tmp_path, compound(workbook(*CELLS) + bytes(padding)))
    assert (sheet.name, sheet.is_hidden, sheet.grid) == ("Budget", False, GRID)
    assert (sheet.marks.notes, sheet.remarks) == ({(4, 0): STRUCK}, ())


def test_what_is_hidden_filtered_or_merged_is_known(tmp_path: Path) -> None:
    looks = (
        record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 2, 300, 0, 0, 0x20, 0)),
        record(0x007D, struct.pack("<HHHHHH", 1, 1, 2000, 0, 1, 0)),
        record(0x00E5, struct.pack("<HHHHH", 1, 0, 1, 2, 2)),
    )
    cells = tuple(shared(row, column, 0) for row in (0, 1) for column in (0, 1, 2) if (row, column) != (1, 2))
    for more, filtered in ((b"", False), (record(0x009B), True)):
        marks = read(tmp_path, compound(workbook(*looks, more, *cells)))[0].marks
        assert list(marks.filtered_rows if filtered else marks.hidden_rows) == [1]
        assert list(marks.hidden_columns) == [1]
        assert list(marks.merged_cells) == [(1, 2)]


def test_hidden_sheets_come_last(tmp_path: Path) -> None:
    body = record(0x0204, at(0, 0) + text("x"))
    sheets = read(tmp_path, compound(stream([("Kladde", body), ("Budget", body)], hidden=["Kladde"])))
    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Budget", False), ("Kladde", True)]


def test_formulas_that_were_never_calculated_are_said(tmp_path: Path) -> None:
    formula = record(0x0006, at(0, 1) + b"\3\0\0\0\0\0\xff\xff" + bytes(6))
    (sheet,) = read(tmp_path, compound(workbook(shared(0, 0, 0), formula)))
    assert sheet.remarks == (
        "Arket »Budget« har formler uden resultat. Åbn filen i Excel, og gem den, så de bliver regnet ud.",
    )


def test_a_damaged_sheet_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = stream([("Budget", b"".join(CELLS)), ("Bilag", CELLS[0])], b"".join(BEFORE))
    (sheet,) = read(tmp_path, compound(data[: -len(END)]))
    assert sheet.grid == GRID
    assert sheet.remarks == ("Arket »Bilag« er ikke læst: Dets del er beskadiget.",)


def test_texts_that_are_cut_off_are_said(tmp_path: Path) -> None:
    texts_ = record(0x00FC, struct.pack("<II", 2, 2) + text("Projekt") + text("Solgården")[:9])
    (sheet,) = read(tmp_path, compound(stream([("Budget", shared(0, 0, 0) + shared(0, 1, 1))], texts_)))
    assert sheet.grid == (("Projekt", "#TEKST MANGLER!"),)
    assert sheet.remarks == ("Nogle tekster er ikke læst: Filen er beskadiget. De står som #TEKST MANGLER!",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (compound(BEGIN + record(0x002F, bytes(6)) + END), "den er beskyttet med adgangskode"),
        (compound(b"x", "EncryptedPackage"), "den er beskyttet med adgangskode"),
        (compound(b"x", "Book"), "den er gemt af en Excel fra før 1997"),
        (compound(BEGIN.replace(b"\x00\x06", b"\x00\x05", 1) + END), "den er gemt af en Excel fra før 1997"),
        (b"\x09\x00\x04\x00" + bytes(50), "den er gemt af en Excel fra før 1997"),
        (compound(b"x", "WordDocument"), "det er ikke et regneark fra Excel eller LibreOffice"),
        (compound(stream([("Budget", b"")])), "der er ingen ark med celler i den"),
        (compound(workbook(*CELLS))[:511], "den er beskadiget"),
        (b"\xef\xbb\xbf <html><table>", "det er en webside"),
    ],
)
def test_each_reason_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    assert f"{said[0].upper()}{said[1:]}" in refused(tmp_path, data)


def test_chains_that_go_in_circles_end(tmp_path: Path) -> None:
    data = bytearray(compound(workbook(*CELLS) + bytes(5_000)))
    data[-512:-508] = struct.pack("<I", 0)  # the first sector follows itself
    assert "kan ikke åbnes" in refused(tmp_path, bytes(data))


def test_a_sheet_that_is_listed_again_and_again_takes_no_more_time(tmp_path: Path) -> None:
    body = record(0x0001) * 100_000
    start = len(BEGIN) + 40 * (4 + 6 + 2 + 2) + len(END)
    listed = record(0x0085, struct.pack("<IBB", start, 0, 0) + text("x", short=True)) * 40
    sentence = refused(tmp_path, compound(BEGIN + listed + END + BEGIN + body + END))
    assert "Dets del er for stor" in sentence
