"""The file itself: styles, language, tables, properties, and the same bytes for the same content."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from botilbud_desktop.documents.word.agenda import make_agenda_word
from botilbud_desktop.documents.word.make import make_word
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.agenda.samples import AGENDA, THREE
from tests.documents.laid_out import LONG
from tests.documents.samples import APPROVED, COMPLETE, THISTED
from tests.documents.word.reading import opened, parts, word
from tests.domain.for_colleagues import with_all_of_them
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY

DRAFTS = [COMPLETE, THISTED, LONG, EMPTY_APPLICATION, with_all_of_them(COMPLETE)]
TEXT_WIDTH = 9620


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_same_content_gives_the_same_bytes(draft: Application) -> None:
    assert word(draft) == word(draft)


def test_the_bytes_tell_nothing_of_when_they_were_made() -> None:
    with ZipFile(BytesIO(word(COMPLETE))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert package.testzip() is None


def test_another_day_is_told() -> None:
    assert word(COMPLETE) != make_word(COMPLETE, ROUND, date(2024, 5, 4))


def test_the_language_is_danish() -> None:
    found = parts(word(COMPLETE))
    language = found["word/styles.xml"].find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language is not None
    assert set(language.attrib.values()) == {"da-DK"}
    assert [each.get(qn("w:val")) for each in found["word/settings.xml"].iter(qn("w:themeFontLang"))] == ["da-DK"]
    assert not list(found["word/document.xml"].iter(qn("w:lang")))


def test_the_properties_are_set() -> None:
    core = opened(word(APPROVED)).core_properties
    assert core.title == "Lånepulje til botilbud 2025-26, Aalborg Kommune"
    assert core.author == core.last_modified_by == "Åse Ørsted, konsulent"
    assert core.language == "da-DK"
    assert core.created.date() == core.modified.date() == TODAY
    without = replace(APPROVED, contacts=replace(APPROVED.contacts, names=" "))
    assert opened(word(without)).core_properties.author == "Aalborg Kommune"


@pytest.mark.parametrize("draft", DRAFTS)
def test_each_style_that_is_used_is_there(draft: Application) -> None:
    found = parts(word(draft))
    known = {style.get(qn("w:styleId")) for style in found["word/styles.xml"].iter(qn("w:style"))}
    used = {
        style.get(qn("w:val"))
        for name in ("word/document.xml", "word/header.xml", "word/footer1.xml", "word/footer2.xml")
        for style in found[name].iter(qn("w:pStyle"), qn("w:tblStyle"))
    }
    assert used <= known
    assert "Heading1" in used


def test_headings_are_those_that_word_knows() -> None:
    styles = {style.style_id: style for style in opened(word(COMPLETE)).styles}
    for level in (1, 2, 3):
        assert styles[f"Heading{level}"].name == f"Heading {level}"
        outline = styles[f"Heading{level}"].element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        assert outline.get(qn("w:val")) == str(level - 1)


def test_the_names_of_our_own_styles_are_danish_and_said_to_be_our_own() -> None:
    styles = parts(word(COMPLETE))["word/styles.xml"]
    own = {
        name.get(qn("w:val"), "")
        for style in styles.iter(qn("w:style"))
        if style.get(qn("w:customStyle")) == "1"
        for name in style.iter(qn("w:name"))
    }
    assert own >= {"Bemærkning", "Vær opmærksom", "Tabelhoved", "Skematabel"}
    assert not own & {"Title", "heading 1", "List Number", "header"}


@pytest.mark.parametrize("draft", DRAFTS)
def test_tables_fill_the_page_and_repeat_their_heads(draft: Application) -> None:
    assert_whole(word(draft))


@pytest.mark.parametrize("round_id", OTHERS)
def test_tables_of_any_round_fill_the_page(round_id: str) -> None:
    assert_whole(make_word(draft_of(round_id), other_round(round_id), TODAY))


def assert_whole(document: bytes) -> None:
    """Checks each table: as wide as the text, a cell for each column, a title, and a head unless it has labels."""
    for table in parts(document)["word/document.xml"].iter(qn("w:tbl")):
        widths = [int(column.get(qn("w:w"), "")) for column in table.iter(qn("w:gridCol"))]
        assert abs(sum(widths) - TEXT_WIDTH) <= len(widths)
        rows = list(table.iter(qn("w:tr")))
        assert {len(list(row.iter(qn("w:tc")))) for row in rows} == {len(widths)}
        assert all(cell.find(qn("w:p")) is not None for cell in table.iter(qn("w:tc")))
        caption = table.find(f".//{qn('w:tblCaption')}")
        assert caption is not None
        assert caption.get(qn("w:val"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        is_of_labels = table.find(f".//{qn('w:tblLook')}").get(qn("w:firstColumn")) == "1"
        assert heads == [not is_of_labels, *[False] * (len(rows) - 1)]


def test_no_sum_stands_alone_on_a_page() -> None:
    table = next(parts(word(COMPLETE))["word/document.xml"].iter(qn("w:tbl")))
    tables = [each for each in table.itersiblings(qn("w:tbl")) if each.find(f".//{qn('w:tblHeader')}") is not None]
    last, total = list(tables[0].iter(qn("w:tr")))[-2:]
    kept = [paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for paragraph in last.iter(qn("w:p"))]
    assert kept == [True] * 4
    assert "".join(total.itertext()).startswith("I alt")


@pytest.mark.parametrize("name", ["word/footer1.xml", "word/footer2.xml"])
def test_the_pages_are_numbered(name: str) -> None:
    footer = parts(word(COMPLETE))[name]
    assert [(code.text or "").strip() for code in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("draft", DRAFTS)
def test_no_paragraph_is_empty_but_where_a_table_needs_one_behind_it(draft: Application) -> None:
    assert_no_gaps(word(draft))


def test_no_paragraph_of_the_papers_of_an_agenda_is_empty_either() -> None:
    assert_no_gaps(make_agenda_word(THREE, AGENDA, ROUND, TODAY))


def assert_no_gaps(document: bytes) -> None:
    """Checks the paragraphs outside tables: an empty one is read as one, so it stands only between two tables.

    Word wants it there, and between a table and the end of a section.
    """
    parts_of_body = [part for part in parts(document)["word/document.xml"][0] if part.tag != qn("w:sectPr")]
    kinds = ["table" if part.tag == qn("w:tbl") else "".join(part.itertext()).strip() for part in parts_of_body]
    ends = [part.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for part in parts_of_body]
    assert len(kinds) > 10
    for before, each, after, is_end in zip(["", *kinds], kinds, [*kinds[1:], ""], [*ends[:-1], True], strict=False):
        assert each or (before == "table" and (after == "table" or is_end))
        assert not before == each == "table"


def test_text_stands_apart_from_the_table_above_it() -> None:
    body = parts(word(with_all_of_them(COMPLETE)))["word/document.xml"][0]
    below = [
        part.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        for part in body
        if part.tag == qn("w:p") and part.getprevious() is not None and part.getprevious().tag == qn("w:tbl")
    ]
    assert {"BelowTable", "Heading2"} <= {*below}
    assert "Normal" not in below
