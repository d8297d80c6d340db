"""What a Word document becomes: its text in order, and nothing left out without a word."""

import sys
from io import BytesIO

import pytest
from docx import Document as WordDocument

from botilbud_desktop.domain.document_import.blocks import Block, Document, Paragraph, Table
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.word.reading import word_document
from tests.storage.word.written import STRICT, cell, document, packed, paragraph, part, run, table

PROMPT = "Klik eller tryk her for at skrive tekst."


def read(body: str, space: str = "", **parts: str) -> Document:
    """Returns what a document with a body is read as."""
    data = document(body, space, **parts) if space else document(body, **parts)
    return word_document(data, "notat.docx")


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    """Returns the blocks."""
    return read(body, **parts).blocks


def left_out(body: str, **parts: str) -> list[tuple[str, str]]:
    """Returns the places and texts of what is left out."""
    return [(each.source, each.text) for each in read(body, **parts).left_out]


def styles(*content: str) -> str:
    """Returns the part with the styles."""
    return part("styles", "".join(content))


def style(name: str, identity: str, based: str = "", properties: str = "") -> str:
    """Returns a paragraph style."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    about = f'<w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr>'
    return f'<w:style w:type="paragraph" w:styleId="{identity}">{about}</w:style>'


def styled(text: str, identity: str) -> str:
    """Returns a paragraph of a style."""
    return paragraph(text, properties=f'<w:pStyle w:val="{identity}"/>')


def test_a_document_made_by_another_program_is_read() -> None:
    made = WordDocument()
    made.add_heading("Bilag 1", 2)
    made.add_paragraph("Vi søger om lån.")
    made.add_paragraph("første", style="List Bullet")
    cells = made.add_table(2, 2)
    cells.cell(0, 1).text = "Hele 1.000 kr."
    cells.cell(1, 0).text = "Lånebeløb"
    cells.cell(1, 1).text = "22.900"
    made.sections[0].header.paragraphs[0].text = "Aalborg Kommune"
    target = BytesIO()
    made.save(target)
    found = word_document(target.getvalue(), "x.docx")
    assert found.blocks == (
        Paragraph("Bilag 1", "afsnit 1", 2),
        Paragraph("Vi søger om lån.", "afsnit 2"),
        Paragraph("første", "afsnit 3", is_listed=True),
        Table((("", "Hele 1.000 kr."), ("Lånebeløb", "22.900")), "tabel 1"),
    )
    assert [(each.source, each.text) for each in found.left_out] == [("sidehoved", "Aalborg Kommune")]


@pytest.mark.parametrize(
    ("name", "level"), [("heading 3", 3), ("Overskrift 1", 1), ("Titel", 1), ("Undertitel", 2), ("Brødtekst", 0)]
)
def test_headings_are_known_by_their_style_in_danish_too(name: str, level: int) -> None:
    assert blocks(styled("Formål", "s"), styles=styles(style(name, "s"))) == (Paragraph("Formål", "afsnit 1", level),)


def test_a_style_of_the_municipality_is_what_it_is_based_on() -> None:
    known = styles(style("heading 2", "h"), style("KommuneNotat", "k", "h"))
    assert blocks(styled("Formål", "k"), styles=known) == (Paragraph("Formål", "afsnit 1", 2),)
    circle = styles(style("A", "a", "b"), style("B", "b", "a"))
    assert blocks(styled("Formål", "a"), styles=circle) == (Paragraph("Formål", "afsnit 1"),)


def test_a_level_of_the_outline_makes_a_heading() -> None:
    level = '<w:outlineLvl w:val="1"/>'
    assert blocks(paragraph("Formål", properties=level)) == (Paragraph("Formål", "afsnit 1", 2),)


def test_numbers_of_lists_are_counted_as_word_does() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    )
    first, second = (f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' for level in (0, 1))
    body = "".join(
        [
            paragraph("a", properties=first),
            "<w:p/>",
            paragraph("b", properties=second),
            paragraph("c", properties=first),
        ]
    )
    texts = [block.text for block in blocks(body, numbering=numbering) if isinstance(block, Paragraph)]
    assert texts == ["3. a", "3a) b", "4. c"]


def test_merged_cells_and_breaks_keep_their_places() -> None:
    wide = cell("A", '<w:gridSpan w:val="2"/>')
    begun, continued = cell("r", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    body = table((wide, "B"), (begun, "1", cell(paragraph(run("en"), "<w:r><w:br/></w:r>", run("to")))))
    assert blocks(body + table((begun, "1"), (continued, "2"))) == (
        Table((("A", "", "B"), ("r", "1", "en\nto")), "tabel 1"),
        Table((("r", "1"), ("", "2")), "tabel 2"),
    )


def test_lines_with_tabs_are_rows_and_a_tab_after_a_sign_is_none() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = paragraph("Fordeling:") + paragraph("Almene boliger", tab, tab, "74,4 mio. kr.")
    body += paragraph("I alt", tab, "120,9 mio. kr.") + paragraph("1.", tab, "Formål") + paragraph(tab, "Indrykket")
    assert blocks(body) == (
        Paragraph("Fordeling:", "afsnit 1"),
        Table((("Almene boliger", "74,4 mio. kr."), ("I alt", "120,9 mio. kr.")), "afsnit 2-3"),
        Paragraph("1. Formål", "afsnit 4", is_listed=True),
        Paragraph("Indrykket", "afsnit 5"),
    )


def test_a_table_within_a_table_stands_after_it() -> None:
    inner = table(("indre", "5"))
    assert blocks(table(("ydre", cell(paragraph("7") + inner)))) == (
        Table((("ydre", "7"),), "tabel 1"),
        Table((("indre", "5"),), "tabel 2"),
    )


def test_inserted_text_is_text_and_deleted_text_is_said() -> None:
    body = paragraph("Lån ", f"<w:ins>{run('22.900')}</w:ins>", "<w:del><w:r><w:delText>450</w:delText></w:r></w:del>")
    assert blocks(body) == (Paragraph("Lån 22.900", "afsnit 1"),)
    assert left_out(body) == [("afsnit 1", "450")]


def test_a_row_that_tracked_changes_deleted_is_no_row() -> None:
    deleted = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("Lån i 2026")}{cell("9.900 t.kr.")}</w:tr>'
    body = f"<w:tbl>{deleted}<w:tr>{cell('Lån i 2026')}{cell('5.100 t.kr.')}</w:tr></w:tbl>"
    assert blocks(body) == (Table((("Lån i 2026", "5.100 t.kr."),), "tabel 1"),)
    assert left_out(body) == [("tabel 1, række 1", "Lån i 2026 9.900 t.kr.")]


def test_a_prompt_that_nobody_wrote_over_is_left_out_whatever_it_says() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(("Til", cell(paragraph(control.format(run("Skriv modtageren")))), "Job"), ("Fra", PROMPT, ""))
    assert blocks(body) == (Table((("Til", "", "Job"), ("Fra", "", "")), "tabel 1"),)
    assert left_out(body) == [("tabel 1, række 1", "Skriv modtageren"), ("tabel 1, række 2", PROMPT)]


def test_what_was_written_into_a_content_control_is_text() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('22.900')}</w:sdtContent></w:sdt>"
    assert blocks(control) == (Paragraph("22.900", "afsnit 1"),)


def test_simple_fields_links_and_formulas_are_text() -> None:
    fraction = "<m:f><m:num><m:r><m:t>8</m:t></m:r></m:num><m:den><m:r><m:t>50</m:t></m:r></m:den></m:f>"
    formula = f"<m:oMath>{fraction}<m:r><m:t>·31,9</m:t></m:r></m:oMath>"
    field = f'<w:fldSimple w:instr="DATE">{run("04-03-2024")}</w:fldSimple>'
    link = f'<w:hyperlink r:id="rId9">{run("se bilag")}</w:hyperlink>'
    assert blocks(paragraph(field, " ", link, " ", formula)) == (
        Paragraph("04-03-2024 se bilag 8/50·31,9", "afsnit 1"),
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('I boksen')}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert blocks(paragraph("Før", drawn)) == (Paragraph("Før", "afsnit 1"), Paragraph("I boksen", "afsnit 2"))


def test_pictures_notes_comments_and_hidden_text_are_said() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="rId5"/></w:drawing></w:r>'
    note, comment = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="3"/></w:r>'
    body = paragraph("Lån 22.900", note, comment, run("hemmeligt", "<w:vanish/>"), picture)
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("inkl. moms")}</w:footnote>')
    comments = part("comments", f'<w:comment w:id="3">{paragraph("Passer det?")}</w:comment>')
    found = read(body, footnotes=notes, comments=comments)
    assert found.blocks == (Paragraph("Lån 22.900", "afsnit 1"),)
    assert {each.text for each in found.left_out} == {"inkl. moms", "Passer det?", "hemmeligt", ""}
    assert {each.source for each in found.left_out} == {"afsnit 1"}


def test_the_strict_form_of_the_standard_is_read() -> None:
    assert read(paragraph("Formål"), STRICT).blocks == (Paragraph("Formål", "afsnit 1"),)


def test_what_opens_files_or_the_network_is_never_loaded() -> None:
    read(paragraph("x"))
    assert type(sys.modules["mammoth.docx.files"]).__module__ == "botilbud_desktop.storage.word.stand_ins"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 nothing", "beskadiget"),
        (packed({"a.txt": "x"}), "intet Word-dokument"),
        (packed({"word/document.xml": part("hdr", "")}), "intet Word-dokument"),
        (packed({"word/document.xml": "<w:document"}), "beskadiget"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "dokumenttype"),
        (document("<w:p>" * 200 + "</w:p>" * 200), "for indviklet"),
        (document("<w:r/>" * 300_000), "for stor"),
        (document(paragraph("x" * 20_000_000)), "for stor"),
        (document(f'<w:p w:a="{"x" * 20_000}"/>'), "for indviklet"),
    ],
)
def test_what_is_damaged_or_not_safe_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        word_document(data, "notat.docx")
    assert said in str(refused.value)
    assert "notat.docx" in str(refused.value)
