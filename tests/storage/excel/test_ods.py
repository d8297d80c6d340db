"""Workbooks of LibreOffice are read as they show themselves, whatever notation they were written in."""

from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.ods.displayed import NO_DAY, SHOWS_NOTHING, shown_date, shown_number
from botilbud_desktop.storage.excel.set_apart import PARTLY_STRUCK, RAISED, STRUCK
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from tests.storage.excel.workbooks import packed

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("t", "table"), ("text", "text"), ("style", "style"))
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
STYLES = (
    '<style:style style:name="off" style:family="table"><style:table-properties t:display="false"/></style:style>'
    '<style:style style:name="struck"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="raised"><style:text-properties style:text-position="super 58%"/></style:style>'
)


def ods(tables: str, **further: bytes) -> bytes:
    """Returns a workbook with this XML of tables."""
    content = (
        f"<office:document-content {NAMES} {CALC}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mimetype, "content.xml": content.encode(), **further})


def row(*cells: str, attributes: str = "") -> str:
    return f"<t:table-row {attributes}>{''.join(cells)}</t:table-row>"


def text(words: str, attributes: str = "") -> str:
    return f'<t:table-cell office:value-type="string" {attributes}><text:p>{words}</text:p></t:table-cell>'


def number(value: float, shown: str, kind: str = "float") -> str:
    return f'<t:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{shown}</text:p></t:table-cell>'


def read(tmp_path: Path, tables: str) -> tuple[Sheet, ...]:
    path = tmp_path / "budget.ods"
    path.write_bytes(ods(tables))
    return read_workbook(path)


def table(*rows: str, attributes: str = 't:name="Budget"', columns: str = "") -> str:
    return f"<t:table {attributes}>{columns}{''.join(rows)}</t:table>"


def test_the_sheets_are_read_hidden_ones_last(tmp_path: Path) -> None:
    hidden = table(row(text("gammelt")), attributes='t:name="Kladde" t:style-name="off"')
    sheets = read(tmp_path, hidden + table(row(text("Hus"), number(22900, "22.900"))) + table(attributes='t:name="x"'))
    assert [(sheet.name, sheet.is_hidden, sheet.grid) for sheet in sheets] == [
        ("Budget", False, (("Hus", 22900),)),
        ("Kladde", True, (("gammelt",),)),
    ]


def test_cells_of_every_kind(tmp_path: Path) -> None:
    cells = (
        (
            '<t:table-cell office:value-type="date" office:date-value="2025-11-30"><text:p>30.11.25</text:p>'
            "</t:table-cell>"
        ),
        '<t:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></t:table-cell>',
        '<t:table-cell office:value-type="time" office:time-value="PT13H30M00S"><text:p>13:30</text:p></t:table-cell>',
        (
            '<t:table-cell office:value-type="float" office:value="0" calcext:value-type="error">'
            "<text:p>#DIV/0!</text:p></t:table-cell>"
        ),
        '<t:table-cell t:formula="of:=[.A1]*2"/>',
        '<t:table-cell office:value-type="float" office:value="7"/>',
        text("to<text:s text:c='2'/>ord<text:line-break/>mere"),
        "<t:table-cell><text:p>uden slags</text:p></t:table-cell>",
    )
    assert read(tmp_path, table(row(*cells)))[0].grid == (
        (date(2025, 11, 30), "SAND", "13:30", "#DIV/0!", "=[.A1]*2", 7, "to  ord\nmere", "uden slags"),
    )


def test_rows_and_cells_that_are_told_once_are_read_as_often_as_they_stand(tmp_path: Path) -> None:
    empty = '<t:table-cell t:number-columns-repeated="16000"/>'
    rows = (
        row(text("a", 't:number-columns-repeated="2"'), empty, attributes='t:number-rows-repeated="2"'),
        row(empty, attributes='t:number-rows-repeated="1000000"'),
    )
    (sheet,) = read(tmp_path, table(*rows))
    assert (sheet.grid, sheet.is_cut) == ((("a", "a"), ("a", "a")), False)
    (sheet,) = read(tmp_path, table(row(text("a", 't:number-columns-repeated="16384"'))))
    assert (len(sheet.grid[0]), sheet.is_cut) == (50, True)
    (sheet,) = read(tmp_path, table(row(text("a"), attributes='t:number-rows-repeated="9999999"')))
    assert (len(sheet.grid), sheet.is_cut) == (200, True)


def test_what_is_hidden_filtered_merged_or_struck_is_known(tmp_path: Path) -> None:
    columns = '<t:table-column/><t:table-column t:visibility="collapse" t:number-columns-repeated="1"/>'
    rows = (
        row(text("a"), text("b")),
        row(text("c", 't:number-columns-spanned="2"'), "<t:covered-table-cell/>", attributes='t:visibility="filter"'),
        row(text("d", 't:style-name="struck"'), attributes='t:visibility="collapse"'),
        row(text('e <text:span text:style-name="struck">f</text:span>')),
    )
    marks = read(tmp_path, table(*rows, columns=columns))[0].marks
    assert list(map(set, (marks.filtered_rows, marks.hidden_rows, marks.hidden_columns))) == [{1}, {2}, {1}]
    assert marks.merged_cells == {(1, 1)}
    assert marks.notes == {(2, 0): STRUCK, (3, 0): PARTLY_STRUCK}


def test_raised_signs_of_notes_are_no_part_of_a_number_and_said(tmp_path: Path) -> None:
    raised = '<text:span text:style-name="raised">2</text:span>'
    (sheet,) = read(tmp_path, table(row(text(f"10{raised}"), text(f"Areal (m{raised})"), text(raised))))
    assert sheet.grid == (("10", "Areal (m2)", "2"),)
    assert sheet.marks.notes == {(0, 0): RAISED}


def test_remarks_pictures_and_old_changes_are_no_part_of_a_cell(tmp_path: Path) -> None:
    inside = "<text:p>Hus</text:p>"
    remark = "<office:annotation><text:p>bemærkning</text:p></office:annotation>"
    changes = f"<t:tracked-changes><t:table-cell>{inside}</t:table-cell></t:tracked-changes>"
    (sheet,) = read(tmp_path, changes + table(row(f"<t:table-cell>{remark}{inside}</t:table-cell>")))
    assert sheet.grid == (("Hus",),)


@pytest.mark.parametrize(
    ("value", "shown", "read", "note"),
    [
        (22900, "22.900", 22900, ""),
        (22900, "22,900.00", 22900, ""),
        (22900, "22.900 kr.", "22900 kr.", ""),
        (-500, "(500)", -500, ""),
        (-500, "500", "500", "Cellen viser 500, men indeholder -500."),
        (450000, "450", "450", ""),
        (22900000, "22,9 mio. kr.", "22,9 mio. kr.", ""),
        (22900000, "22.9 M", "22,9 M", ""),
        (0.25, "25%", "25%", ""),
        (0.125, "12,5 %", "12,5 %", ""),
        (1 / 3, "33%", "33%", "Cellen viser 33%, men indeholder 0,333333333333333."),
        (22.9, "23", "23", "Cellen viser 23, men indeholder 22,9."),
        (0.5, ",50", 0.5, ""),
        (0, "- kr.", "- kr.", ""),
        (0, "", None, ""),
        (700, "", 700, SHOWS_NOTHING),
        (1234.5, "1 ud af 2", 1234.5, "Cellen viser 1 ud af 2, men indeholder 1234,5."),
        (1e300, "1E+300", 1e300, "Cellen viser 1E+300, men indeholder 1" + "0" * 300 + "."),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, shown: str, read: object, note: str) -> None:
    assert shown_number(value, shown) == (read, note)


@pytest.mark.parametrize(
    ("shown", "note"),
    [("25. nov. 2025", ""), ("25-11-25", ""), ("nov 25", NO_DAY), ("november 2025", NO_DAY), ("", "")],
)
def test_a_date_whose_day_is_not_shown_is_doubted(shown: str, note: str) -> None:
    assert shown_date(date(2025, 11, 25), shown) == note


def test_what_is_no_workbook_or_protected_is_told(tmp_path: Path) -> None:
    path = tmp_path / "brev.odt"
    path.write_bytes(ods("").replace(b"office:spreadsheet", b"office:textdokument"))
    manifest = b'<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    for data, said in (
        (packed({"content.xml": f"<office:text {NAMES}/>".encode()}), "det er ikke"),
        (packed({"content.xml": b"\x05\x06", "META-INF/manifest.xml": manifest}), "beskyttet med adgangskode"),
        (packed({"content.xml": b"<a"}), "den er beskadiget"),
        (ods(table()), "ingen ark med celler"),
    ):
        path.write_bytes(data)
        with pytest.raises(RefusedFileError, match=f"(?i){said}"):
            read_workbook(path)


def test_sheets_beyond_the_fiftieth_are_named(tmp_path: Path) -> None:
    sheets = read(tmp_path, "".join(table(row(text("x")), attributes=f't:name="Ark {n}"') for n in range(52)))
    assert len(sheets) == 50
    assert sheets[0].remarks == ("Arket »Ark 50« og de følgende er ikke læst: Der læses højst 50 ark.",)


def test_of_a_very_large_workbook_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "budget.ods"
    large = table(row(text("x")), row("<t:table-cell/>" * 1_000_000), attributes='t:name="Stort"')
    path.write_bytes(ods(table(row(text("Hus"))) + large + table(row(text("sidst")))))
    sheets = read_workbook(path)
    assert [(sheet.name, sheet.grid, sheet.is_cut) for sheet in sheets] == [
        ("Budget", (("Hus",),), False),
        ("Stort", (("x",),), True),
    ]
    assert sheets[0].remarks == ("Arket »Stort« er meget stort. Kun begyndelsen er læst, og ingen ark efter.",)
