"""The Word document of an agenda: contents that lead to the annexes, real headings, and nothing that can do harm."""

import pytest
from docx.oxml.ns import qn

from botilbud_desktop.documents.word.agenda import make_agenda_word
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import (
    AALBORG,
    AGENDA,
    THREE,
    all_texts,
    attached,
    blocks_of,
    collection,
    papers,
    tables,
    with_attachments,
)
from tests.documents.word.reading import Line, all_text, contents, grids, lines, opened, parts, sections
from tests.documents.word.test_hostile_texts import LINKED, assert_harmless
from tests.faults.hostile_texts import MARK, TEXTS, everywhere
from tests.rules.samples import ROUND, TODAY


def word(found: Collection = THREE, agenda: Agenda = AGENDA) -> bytes:
    return make_agenda_word(found, agenda, ROUND, TODAY)


def test_the_contents_name_each_annex_and_lead_to_its_heading() -> None:
    body = parts(word())["word/document.xml"]
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    assert len(links) == len(papers().annexes) == len(marks)
    for link, annex in zip(links, papers().annexes, strict=True):
        target = marks[link.get(qn("w:anchor"))]
        assert "".join(link.itertext()) == "".join(target.itertext()) == annex.heading
        assert target.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "Heading1"


def test_what_belongs_to_an_application_is_indented_in_the_contents() -> None:
    styles = [line.style for line in lines(word()) if line.style.startswith("TOC")]
    assert styles == ["TOC1", "TOC1", "TOC1", "TOC2", "TOC2", "TOC1"]


def test_marks_have_numbers_of_their_own() -> None:
    body = parts(word())["word/document.xml"]
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(numbers)) == len(numbers)
    assert [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd"))] == numbers


def test_each_annex_begins_on_a_page_of_its_own() -> None:
    firsts = {section.text.split("\n")[0] for section in sections(word())}
    marked = [mark.getparent() for mark in opened(word()).element.body.iter(qn("w:bookmarkStart"))]
    assert len(marked) == len(papers().annexes)
    for paragraph in marked:
        has_break = paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
        assert has_break or paragraph.text in firsts


def test_the_head_stands_on_each_page_and_each_page_is_counted() -> None:
    document = opened(word())
    heads = [paragraph.text for section in document.sections for paragraph in section.header.paragraphs]
    assert list(dict.fromkeys(heads)) == [
        "3.5 Lånepulje til botilbud",
        *(f"3.5 Lånepulje til botilbud\t{annex.label}" for annex in papers().annexes),
    ]
    assert document.core_properties.title == "3.5 Lånepulje til botilbud"
    assert all("\tSide " in section.footer for section in sections(word()))


def test_approval_and_check_code_stand_below_what_they_cover_and_nothing_else() -> None:
    for section in sections(word()):
        is_covered = "Hvor meget udvider projektet" in section.text or "Kort om projektet" in section.text
        assert ("Kontrolkode" in section.footer) == is_covered


def test_all_that_the_papers_say_is_in_the_document() -> None:
    shown = all_text(word())
    for text in all_texts(papers()):
        for line in text.split("\n"):
            assert line.strip() in shown


def test_headings_and_tables_are_those_of_the_annexes() -> None:
    found = lines(word())
    assert [line.text for line in found if line.style == "Heading1"] == [
        "Indhold",
        *(annex.heading for annex in papers().annexes),
    ]
    assert "Title" in [line.style for line in found]


def test_an_empty_remark_leaves_room_to_write() -> None:
    (table,) = grids(word(), "KKR’s bemærkninger")
    assert [row[3].strip() for row in table.rows] == ["Bemærkning", "", "", "", ""]
    body = parts(word())["word/document.xml"]
    heights = [each.get(qn("w:val")) for each in body.iter(qn("w:trHeight"))]
    assert heights == ["1080"] * 4


def test_the_same_papers_give_the_same_bytes() -> None:
    assert word() == word()


def test_an_attached_file_is_named_in_its_place_to_be_enclosed() -> None:
    document = word(with_attachments(attached("kort.pdf", kind=AttachmentKind.OTHER)))
    last = sections(document)[-1]
    assert last.text.startswith("Bilag 5 · Ansøgning 1c: Aalborg Kommune, kort\n")
    assert "kort.pdf (Andet)" in last.text
    assert last.text.rstrip().endswith("En PDF kan ikke stå i et Word-dokument. Filen skal vedlægges her.")
    assert last.footer.startswith("Vedlagt fil")


def test_an_agenda_without_applications_can_be_made() -> None:
    empty = THREE._replace(applications=())
    found = [part.text for part in contents(word(empty)) if isinstance(part, Line)]
    assert "Der er ingen ansøgninger." in found


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_in_every_field_is_text(text: str) -> None:
    draft = everywhere(text)
    found = collection(draft, AALBORG, left_out=[LeftOut(text, text)])
    remark = ProjectRemark(application=draft.id, file="1.botilbud", project=draft.projects[0].id, text=text)
    entry = AgendaEntry(application=draft.id, file="1.botilbud", number=text)
    document = word(found, Agenda(item=text, title=text, entries=(entry,), remarks=(remark,)))
    assert_harmless(document, len(sections(document)), LINKED)
    if MARK in text and "\n" not in text and text.isprintable():
        remarked = tables(blocks_of(papers(found, Agenda(remarks=(remark,))).annexes[0]), "KKR’s bemærkninger")
        assert any(text.strip() in row for table in remarked for row in table.rows)
        assert text.strip() in all_text(document)
