"""Whatever people or files write: it stands in the document as text, and is never a field, a link or markup."""

import re

import pytest
from docx.oxml.ns import qn

from botilbud_desktop.documents.word.make import make_word
from botilbud_desktop.documents.word.without_round import word_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.word.reading import all_text, parts, word
from tests.faults.hostile_texts import MARK, TEXTS, everywhere, mixed
from tests.rules.samples import ROUND, TODAY

_NAMES = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/header.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
}
ELEMENTS = {
    *("document", "body", "p", "pPr", "pStyle", "pageBreakBefore", "keepNext", "r", "t", "tab", "softHyphen"),
    *("tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblGrid", "gridCol"),
    *("tr", "trPr", "cantSplit", "tblHeader", "trHeight", "tc", "tcPr", "tcW"),
    *("sectPr", "headerReference", "footerReference", "pgSz", "pgMar"),
}
"""Every element that a body may have: no field, link, picture, object or markup of another kind is among them."""
RELATIONS = {
    *("styles", "numbering", "settings", "fontTable", "header", "footer"),
    *("officeDocument", "core-properties", "extended-properties"),
}


LINKED = frozenset({"hyperlink", "bookmarkStart", "bookmarkEnd"})
"""The elements that lead from a list of contents to the headings of the same document."""


def assert_harmless(document: bytes, footers: int = 2, more: frozenset[str] = frozenset()) -> None:
    found = parts(document)
    headers = {name for name in found if re.fullmatch(r"word/header[0-9]+\.xml", name)}
    assert set(found) == _NAMES | headers | {f"word/footer{number}.xml" for number in range(1, footers + 1)}
    elements = {qn(f"w:{name}") for name in ELEMENTS | more}
    assert {element.tag for element in found["word/document.xml"].iter()} <= elements
    codes = [code.text for name in found for code in found[name].iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "] * footers
    for link in found["word/document.xml"].iter(qn("w:hyperlink")):
        assert set(link.attrib) == {qn("w:anchor"), qn("w:history")}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        for relation in found[name]:
            assert relation.get("TargetMode") is None
            assert (relation.get("Type") or "").rpartition("/")[2] in RELATIONS
    for name in ("word/header.xml", *headers):
        assert not list(found[name].iter(qn("w:fldSimple"), qn("w:hyperlink"), qn("w:fldChar")))
    assert "\u202e" not in all_text(document)


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_in_every_field_is_text(text: str) -> None:
    draft = everywhere(text)
    document = make_word(draft, ROUND, TODAY)
    assert_harmless(document)
    assert_harmless(word_without_round(draft, ROUND, TODAY, is_there=False))
    if text.startswith(("=", "<", "@", "+", "[", "{")):
        first = draft.description.split("\n")[0].replace("\u00ad", "")
        assert first in all_text(document)


@pytest.mark.parametrize("first", range(0, len(TEXTS), 7))
def test_all_of_them_together_are_text(first: int) -> None:
    draft = mixed(TEXTS, first)
    assert_harmless(word(draft))
    assert MARK in all_text(word(draft))


@pytest.mark.parametrize("broken", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff", "\x7f", "\u202e", "\ufeff"])
def test_what_xml_cannot_hold_or_nobody_can_see_is_replaced(broken: str) -> None:
    draft = everywhere("x")
    text = f"før{broken}efter"
    projects = tuple(replace(project, name=text, description=text, purpose=text) for project in draft.projects)
    document = word(replace(draft, description=text, case_number=text, projects=projects))
    assert_harmless(document)
    shown = all_text(document)
    assert "før" in shown
    assert "efter" in shown
    assert broken not in shown


def test_a_long_text_without_a_space_is_kept_whole() -> None:
    long = "x" * 200_000
    draft = everywhere("y")
    document = word(replace(draft, description=long, projects=_named(draft, long)))
    assert all_text(document).count(long) >= 2


def _named(draft: Application, name: str) -> tuple[object, ...]:
    return tuple(replace(project, name=name) for project in draft.projects)


def test_a_place_for_a_hyphen_and_a_tab_stay_what_they_are() -> None:
    document = word(replace(everywhere("y"), description="botilbuds\u00adkapacitet\tkolonne"))
    body = parts(document)["word/document.xml"]
    assert "botilbudskapacitet\tkolonne" in all_text(document)
    assert any(each.getprevious().text == "botilbuds" for each in body.iter(qn("w:softHyphen")))
    assert not any("\u00ad" in (each.text or "") for each in body.iter(qn("w:t")))
