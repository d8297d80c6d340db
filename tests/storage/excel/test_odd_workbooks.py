"""Workbooks that other programs write oddly, and Excel opens: each is read as the plain one."""

import codecs
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from botilbud_desktop.storage.excel.set_apart import PARTLY_STRUCK, STRUCK
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from botilbud_desktop.storage.sources.kinds import Content, content_of
from tests.storage.excel.workbooks import SHEET, packed, parts, told, with_cells, workbook

type Parts = dict[str, bytes]
RELATIONS = "xl/_rels/workbook.xml.rels"
MAIN, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"


def everywhere(change: Callable[[bytes], bytes]) -> Parts:
    """Returns the parts with a change in each XML."""
    return {name: change(content) for name, content in parts().items()}


def utf_16(content: bytes) -> bytes:
    text = content.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def latin_1(content: bytes) -> bytes:
    return content.decode().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1", "xmlcharrefreplace")


def prefixed(content: bytes) -> bytes:
    """Returns the part with a prefix before the name of each element."""
    if b"spreadsheetml/2006/main" not in content:
        return content
    named = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", content)
    return named.replace(b' xmlns="', b' xmlns:x="', 1)


def strict(content: bytes) -> bytes:
    text = content.decode().replace(f"{MAIN}spreadsheetml/2006/main", f"{STRICT}spreadsheetml/main")
    return text.replace(f"{MAIN}officeDocument/2006/relationships", f"{STRICT}officeDocument/relationships").encode()


def renamed(change: Callable[[str], str]) -> Parts:
    return {change(name): content for name, content in parts().items()}


def with_targets(pattern: bytes, new: bytes) -> Parts:
    content = parts()
    return {**content, RELATIONS: re.sub(pattern, new, content[RELATIONS])}


def moved() -> Parts:
    """Returns the workbook in a folder of another name, as the relations of the file say."""
    found = {name.replace("xl/", "bog/"): content for name, content in parts().items()}
    found["bog/bog1.xml"] = found.pop("bog/workbook.xml")
    found["bog/_rels/bog1.xml.rels"] = found.pop("bog/_rels/workbook.xml.rels")
    found["_rels/.rels"] = found["_rels/.rels"].replace(b"xl/workbook.xml", b"bog/bog1.xml")
    return found


def without(pattern: bytes) -> Parts:
    return everywhere(lambda content: re.sub(pattern, b"", content))


ODD: dict[str, Callable[[], Parts]] = {
    "byte order marks": lambda: everywhere(lambda content: codecs.BOM_UTF8 + content),
    "UTF-16": lambda: everywhere(utf_16),
    "Latin-1": lambda: everywhere(latin_1),
    "prefixes": lambda: everywhere(prefixed),
    "strict": lambda: everywhere(strict),
    "upper case names": lambda: renamed(str.upper),
    "backslashes": lambda: renamed(lambda name: name.replace("/", "\\")),
    "leading slashes": lambda: renamed(lambda name: f"/{name}"),
    "absolute targets": lambda: with_targets(rb'Target="', b'Target="/xl/'),
    "targets with a dot": lambda: with_targets(rb'Target="', b'Target="./'),
    "targets with backslashes": lambda: with_targets(rb"worksheets/", rb"worksheets\\"),
    "escaped targets": lambda: with_targets(rb"sheet3", b"sheet%33"),
    "whole targets without a slash": lambda: with_targets(rb'Target="', b'Target="xl/'),
    "another folder": moved,
    "no list of types": lambda: {name: part for name, part in parts().items() if name != "[Content_Types].xml"},
    "no relations of the file": lambda: {name: part for name, part in parts().items() if name != "_rels/.rels"},
    "a dimension of columns": lambda: without(rb"ref=\"[^\"]*\""),
    "no counts and spans": lambda: without(rb' (?:count|uniqueCount|spans)="[^"]*"'),
    "no addresses of rows": lambda: without(rb'(?<=<row) r="[0-9]*"(?=[^>]*><c r=)'),
    "laid out": lambda: everywhere(lambda content: content.replace(b"><", b">\r\n    <")),
}


def shown(sheets: tuple[Sheet, ...]) -> list[tuple[object, ...]]:
    return [(sheet.name, sheet.is_hidden, sheet.grid, sheet.marks, sheet.remarks) for sheet in sheets]


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_workbook_is_read_as_the_plain_one(tmp_path: Path, kind: str) -> None:
    plain, odd = tmp_path / "plain.xlsx", tmp_path / "odd.xlsx"
    plain.write_bytes(workbook())
    assert shown(told(odd, ODD[kind]())) == shown(read_workbook(plain))
    assert content_of(odd.read_bytes()) is Content.WORKBOOK


@pytest.mark.parametrize("ending", ["xlsm", "xltx", "xltm", "xls", "txt"])
def test_the_content_tells_the_kind_not_the_name(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"budget.{ending}"
    path.write_bytes(workbook())
    assert len(read_workbook(path)) == 2


@pytest.mark.parametrize("ref", ["A:B", "A0:B2", "", "B2", "A1:XFD1048576", "#REF!", "Z9:A1"])
def test_a_hint_of_the_extent_counts_for_nothing(tmp_path: Path, ref: str) -> None:
    content = parts()
    content[SHEET] = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{ref}"'.encode(), content[SHEET])
    assert told(tmp_path / "x.xlsx", content)[0].grid[1][:2] == ("Hus", 22900)


class _Unseekable(BytesIO):
    """Makes `ZipFile` write sizes after the content."""

    def seekable(self) -> bool:
        return False


def test_sizes_after_the_content_and_large_archives_are_read(tmp_path: Path) -> None:
    target = _Unseekable()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(content)
    path = tmp_path / "x.xlsx"
    path.write_bytes(target.getvalue())
    assert len(read_workbook(path)) == 2


def test_texts_of_several_runs_are_one_without_their_phonetic_guides(tmp_path: Path) -> None:
    runs = "<r><rPr><b/></rPr><t>Sol</t></r><r><t xml:space='preserve'>gården </t></r><rPh sb='0' eb='1'><t>x</t></rPh>"
    content = parts()
    content["xl/sharedStrings.xml"] = re.sub(
        rb"<si><t>Projekt</t></si>", f"<si>{runs}</si>".encode(), content["xl/sharedStrings.xml"]
    )
    assert told(tmp_path / "x.xlsx", content)[0].grid[0][0] == "Solgården "
    cells = f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c><c r="B1" t="str"><v>a_x000A_b_x005F_</v></c></row>'
    path = tmp_path / "y.xlsx"
    path.write_bytes(with_cells(cells))
    assert read_workbook(path)[0].grid == (("Solgården ", "a\nb_"),)


def test_what_is_struck_out_is_asked_about(tmp_path: Path) -> None:
    content = parts()
    styles = content["xl/styles.xml"].replace(b"<font>", b"<font><strike/>", 1)
    runs = '<is><r><t>Hus</t></r><r><rPr><strike val="1"/></rPr><t> 2</t></r></is>'
    cells = f'<row><c t="inlineStr" s="9999">{runs}</c><c s="0"><v>5</v></c></row>'.encode()
    content[SHEET] = re.sub(rb"<sheetData.*</sheetData>", b"<sheetData>" + cells + b"</sheetData>", content[SHEET])
    sheet = told(tmp_path / "x.xlsx", {**content, "xl/styles.xml": styles})[0]
    assert sheet.grid == (("Hus 2", 5),)
    assert sheet.marks.notes == {(0, 0): PARTLY_STRUCK, (0, 1): STRUCK}


def test_days_that_are_counted_from_1904_are_four_years_later(tmp_path: Path) -> None:
    content = parts()
    more = b'<extLst><x15:workbookPr xmlns:x15="y"/></extLst></workbook>'
    book = re.sub(rb"<workbookPr", b'<workbookPr date1904="1"', content["xl/workbook.xml"])
    content["xl/workbook.xml"] = book.replace(b"</workbook>", more)
    assert str(told(tmp_path / "x.xlsx", content)[0].grid[1][3]) == "2029-12-01"


@pytest.mark.parametrize("mode", ["External", "EXTERNAL"])
def test_a_part_outside_the_file_is_never_opened(tmp_path: Path, mode: str) -> None:
    outside = tmp_path / "sheet.xml"
    outside.write_bytes(parts()[SHEET])
    content = with_targets(rb'Target="worksheets/sheet3.xml"', f'Target="{outside}" TargetMode="{mode}"'.encode())
    sheet, *others = told(tmp_path / "x.xlsx", content)
    assert (sheet.name, others) == ("Kladde", [])
    assert sheet.remarks == ("Arket »Budget æøå« er ikke læst: Dets del mangler i filen.",)


def test_damaged_workbooks_are_workbooks_still() -> None:
    assert content_of(packed(parts())[:-40]) is Content.WORKBOOK
