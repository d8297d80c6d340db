"""User text is data: it is printed as typed, and nothing in it is opened, fetched, linked or evaluated."""

import ast
from pathlib import Path

import pytest

import botilbud_desktop.documents
from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.engine import Spacer
from botilbud_desktop.documents.pdf.text import (
    CUT_SHORT,
    REPLACEMENT,
    fitted,
    ministry_paragraphs,
    own_paragraph,
    user_paragraphs,
)
from botilbud_desktop.documents.pdf.theme import load_theme, text_width
from botilbud_desktop.domain.application import Application, Contacts
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.samples import APPROVED, COMPLETE, printed, read, text_of
from tests.rules.samples import application, plan, project

HOSTILE = (
    "<b>",
    "</b>",
    "<b>fed",
    "a & b &amp; c &lt; d",
    '<img src="file:///etc/passwd">',
    '<img src="file:///etc/passwd"/>',
    '<img src="\\\\server\\x.png">',
    '<a href="https://example.org/">klik</a>',
    "<para>",
    "</para>",
    "<para align=center>midt</para>",
    '<font name="Helvetica">skrift',
    "<br/>",
    "<!-- kommentar -->",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<onDraw name=x label=y/>",
    "<seq/>",
    "<script>alert(1)</script>",
    "&#65;&#x41;&nbsp;",
    "{year} {0} %s %(a)s",
    "http://example.org",
    "=1+1",
)
PARAGRAPHS = {"Paragraph", "TaggedParagraph"}
DOCUMENTS = Path(botilbud_desktop.documents.__file__).parent
SOURCES = sorted(DOCUMENTS.rglob("*.py"))
PDF_SOURCES = sorted((DOCUMENTS / "pdf").rglob("*.py"))
"""The others have paragraphs of their own."""


def everywhere(text: str) -> Application:
    """Returns an approved application with `text` in every field that a user can write in."""
    odd = replace(
        project(name=text, description=text, coordination_note=text, preservation_reason=text),
        cost_plan=plan(21_000),
    )
    cost_plan = plan(21_000)
    odd = replace(odd, cost_plan=replace(cost_plan, lines=(replace(cost_plan.lines[0], label=text),)))
    contacts = Contacts(names=text, phones=text, emails=(text,))
    draft = application(odd, case_number=text, description=text, contacts=contacts)
    return approved(draft, text, APPROVED.approvals[-1].approved_at)


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_comes_out_as_typed(kind: DocumentKind, text: str) -> None:
    assert " ".join(text.split()) in text_of(kind, everywhere(text))


@pytest.mark.parametrize("kind", DocumentKind)
def test_nothing_is_linked_or_embedded(kind: DocumentKind) -> None:
    pdf = printed(kind, everywhere(" ".join(HOSTILE)))
    assert b"/URI" not in pdf
    for page in read(pdf).pages:
        assert "/Annots" not in page
        assert "/XObject" not in page["/Resources"]


def test_a_paragraph_is_made_in_one_place_only() -> None:
    makers = []
    for source in PDF_SOURCES:
        for function in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                makers += [
                    f"{source.name}:{function.name}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call) and PARAGRAPHS & {*ast.unparse(node.func).split(".")}
                ]
    assert makers == ["text.py:_paragraph"]


def test_only_the_text_module_gets_hold_of_paragraphs_and_only_the_engine_of_reportlab() -> None:
    for source in SOURCES:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom | ast.Import)]
        from_reportlab = any("reportlab" in ast.unparse(node) for node in imports)
        names = {alias.asname or alias.name for node in imports for alias in node.names}
        assert from_reportlab == (source == DOCUMENTS / "pdf" / "engine.py"), source.name
        if source in PDF_SOURCES:
            assert ("Paragraph" in names) == (source.name in ("engine.py", "flowables.py")), source.name
        assert not names & {"XPreformatted", "Preformatted", "Image", "SimpleDocTemplate"}


def test_every_use_of_the_paragraph_class_is_a_call_in_that_place() -> None:
    for name, used in (("text.py", "TaggedParagraph"), ("flowables.py", "Paragraph")):
        source = next(path for path in PDF_SOURCES if path.name == name)
        uses = [node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)]
        assert sum(node.id == used for node in uses) == 1


def test_spaces_at_the_start_and_within_are_kept() -> None:
    pdf = printed(DocumentKind.VIEW, replace(COMPLETE, description="a\n    indrykket    med    luft"))
    assert "    indrykket    med    luft" in read(pdf).pages[0].extract_text().replace("\u00a0", " ")


def test_a_line_is_a_paragraph_and_a_blank_line_leaves_room() -> None:
    pdf = printed(DocumentKind.VIEW, replace(COMPLETE, description="Første.\nAnden.\n\nTredje."))
    lines = [line.rstrip() for line in read(pdf).pages[0].extract_text().split("\n")]
    assert "Første.\nAnden.\nTredje." in "\n".join(lines)


@pytest.mark.parametrize("character", ["😀", "漢", "ع", "\ud800", "\ue000", "\u2713"])
def test_a_character_that_no_font_has_is_seen_as_replaced(character: str) -> None:
    assert f"før{REPLACEMENT}efter" in text_of(DocumentKind.VIEW, _described(f"før{character}efter"))


@pytest.mark.parametrize("character", ["→", "≤", "≥", "≈", "−", "ř", "Ω", "ж", "€", "–", "½", "Ǿ"])
def test_a_character_of_the_typeface_comes_out_as_it_is(character: str) -> None:
    assert f"før{character}efter" in text_of(DocumentKind.VIEW, _described(f"før{character}efter"))


def test_characters_that_cannot_be_seen_are_left_out() -> None:
    text = "be\x00til\x1bb\u202eud\u200b og\ufeff p\u00adlads\x7f"
    assert "betilbud og plads" in text_of(DocumentKind.VIEW, _described(text))


def test_a_long_journal_number_is_cut_in_the_header_with_an_ellipsis() -> None:
    assert "9999…" in text_of(DocumentKind.VIEW, replace(COMPLETE, case_number="9" * 5000))


def _described(text: str) -> Application:
    return replace(COMPLETE, description=text)


def test_our_own_text_keeps_its_spaces_and_soft_hyphens() -> None:
    style = load_theme(resources_folder()).body
    markup = [fragment.text for fragment in own_paragraph("1.  Bolig\u00adform ", style).frags]
    assert markup == ["1. Bolig\u00adform"]


def test_the_ministrys_line_breaks_are_kept_and_never_join_two_words() -> None:
    style = load_theme(resources_folder()).body
    lines = ministry_paragraphs("Afsnit D\nBegrundelsen\r\n\nskal indeholde:", style)
    assert [line.getPlainText() for line in lines] == ["Afsnit D", "Begrundelsen", "skal indeholde:"]
    assert own_paragraph("Afsnit D\nBegrundelsen", style).getPlainText() == "Afsnit D Begrundelsen"


def test_a_document_is_compressed() -> None:
    assert b"/FlateDecode" in printed(DocumentKind.VIEW, COMPLETE)


@pytest.mark.parametrize("text", ["a\tb", "a    b"])
def test_a_tab_is_four_spaces(text: str) -> None:
    (paragraph,) = user_paragraphs(text, load_theme(resources_folder()).body)
    assert paragraph.getPlainText() == "a\u00a0\u00a0\u00a0 b"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("Kort", 500, "Kort"), ("i" * 300, 5000, "i" * 300), ("i" * 301, 5000, "i" * 300 + "…"), ("Langt navn", 0, "…")],
)
def test_a_text_is_cut_only_where_it_does_not_fit(text: str, width: float, shown: str) -> None:
    assert fitted(text, load_theme(resources_folder()).body.font, 8, width) == shown


def test_as_much_of_a_text_as_fits_is_shown() -> None:
    font = load_theme(resources_folder()).body.font
    text = "Botilbudspladser til borgere"
    for length in (1, 7, 15, len(text) - 3):
        cut = f"{text[:length]}…"
        assert fitted(text, font, 8, text_width(cut, font, 8)) == cut
        assert fitted(text, font, 8, text_width(cut, font, 8) - 0.01) != cut
    assert fitted(text, font, 8, text_width(text, font, 8)) == text


@pytest.mark.parametrize(
    ("text", "printed_as"),
    [("   a", "\u00a0\u00a0\u00a0a"), ("a  b ", "a\u00a0 b"), (" " * 30 + "a", "\u00a0" * 24 + "a"), ("a b", "a b")],
)
def test_runs_of_spaces_keep_their_width_and_a_line_may_still_break_in_them(text: str, printed_as: str) -> None:
    (paragraph,) = user_paragraphs(text, load_theme(resources_folder()).body)
    assert paragraph.getPlainText() == printed_as


@pytest.mark.parametrize(("foreign", "longest"), [(100, 4000), (101, 500)])
def test_a_line_that_changes_fonts_often_is_split_into_shorter_paragraphs(foreign: int, longest: int) -> None:
    line = ("→ord " * foreign).ljust(1200, "x")
    pieces = [paragraph.getPlainText() for paragraph in user_paragraphs(line, load_theme(resources_folder()).body)]
    assert max(map(len, pieces)) <= longest
    assert (len(pieces) > 1) is (longest < len(line))


def test_a_long_line_is_split_at_a_space_where_there_is_one() -> None:
    style = load_theme(resources_folder()).body
    pieces = [paragraph.getPlainText() for paragraph in user_paragraphs("ord " * 10 + "y" * 45, style, longest=20)]
    assert pieces[:2] == ["ord ord ord ord ord", "ord ord ord ord ord"]
    assert pieces[2:] == ["y" * 20, "y" * 20, "y" * 5]
    cut = user_paragraphs("a" * 11, style, most=10)
    assert [paragraph.getPlainText() for paragraph in cut] == ["a" * 10, CUT_SHORT]
    assert len(user_paragraphs("a" * 10, style, most=10)) == 1
    assert user_paragraphs("a\n" * 20_001, style)[-1].getPlainText() == CUT_SHORT
    assert user_paragraphs("a\n" * 20_000, style)[-1].getPlainText() == "a"


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\t", "\u200b"])
def test_a_line_without_anything_to_see_leaves_room(blank: str) -> None:
    flowables = user_paragraphs(f"a\n{blank}\nb", load_theme(resources_folder()).body)
    assert [isinstance(flowable, Spacer) for flowable in flowables] == [False, True, False]


def test_what_chooses_another_glyph_is_left_out() -> None:
    (paragraph,) = user_paragraphs("a\ufe0fb\U000e0101c", load_theme(resources_folder()).body)
    assert paragraph.getPlainText() == "abc"


def test_a_character_that_no_font_has_is_replaced_at_the_head_of_the_pages_too() -> None:
    text = text_of(DocumentKind.VIEW, replace(COMPLETE, case_number="7\u6f22\u00e5"))
    assert "Journalnr. 7\ufffd\u00e5" in text
