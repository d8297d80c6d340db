"""Every PDF has the structure that screen readers need, by the rules of PDF/UA-1."""

import shutil
import subprocess
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.engine import Spacer, Table
from botilbud_desktop.documents.pdf.frame import PageTexts, build
from botilbud_desktop.documents.pdf.structure.elements import Element, Tree
from botilbud_desktop.documents.pdf.structure.metadata import metadata
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.documents.pdf.theme import load_theme
from botilbud_desktop.documents.status_line import StatusLine
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.binding.samples import bookmarks
from tests.documents.laid_out import DOCUMENTS
from tests.documents.samples import APPROVED, THISTED, printed, text_of
from tests.documents.tags import ARTIFACT, Node, Tagged, characters_of

EVERY_DOCUMENT = pytest.mark.parametrize("name", DOCUMENTS)
THEME = load_theme(resources_folder())
TEXTS = PageTexts("Prøve", "Aalborg Kommune", "ansog851", "Runde", "Sag 1", StatusLine("Kladde", "", "Kontrolkode 1"))
PDFINFO = shutil.which("pdfinfo")
ROLES = {
    *("Document", "Part", "P", "H1", "H2", "H3", "H4", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody"),
    "Link",
}
NEVER_EMPTY = ("P", "H1", "H2", "H3", "H4", "LBody", "TH", "Link")
_WHOLE = {"Document", "Part"}
INSIDE = {
    "Part": {"Document"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "P": {*_WHOLE, "TH", "TD"},
    "Link": {"TD"},
    **dict.fromkeys(("H1", "H2", "H3", "H4", "Table", "L"), _WHOLE),
}
"""What each element may stand in."""


@lru_cache(maxsize=4)
def tagged(name: str) -> Tagged:
    """Returns one of the documents, read."""
    return Tagged(printed(*DOCUMENTS[name]))


def of_role(node: Node, *roles: str) -> list[Node]:
    """Returns the elements of some kinds, in order."""
    return [found for found in node.all() if found.role in roles]


def faults(document: Tagged) -> list[str]:
    """Returns what breaks the rules in a document's structure."""
    tree = document.document
    levels = [0, *(int(heading.role[1:]) for heading in of_role(tree, "H1", "H2", "H3", "H4", "H5", "H6"))]
    return [
        *(f"belongs to nothing: {piece}" for piece in document.pieces if not piece.belongs),
        *(f"unknown element {node.role}" for node in tree.all() if node.role not in ROLES),
        *(
            f"{kid.role} in {node.role}"
            for node in tree.all()
            for kid in node.kids
            if node.role not in INSIDE[kid.role]
        ),
        *(f"heading {after} after {before}" for before, after in pairwise(levels) if after > before + 1),
        *(f"empty {node.role}" for node in of_role(tree, *NEVER_EMPTY) if not node.whole_text.strip()),
        *(f"no scope: {node.whole_text}" for node in of_role(tree, "TH") if node.scope not in ("Row", "Column")),
        *(fault for table in of_role(tree, "Table") for fault in table_faults(table)),
        *mark_faults(document),
    ]


def headless(table: Node) -> list[Node]:
    """Returns the cells that have no head, neither in their row nor above them."""
    above = [cell.scope == "Column" for cell in table.kids[0].kids]
    return [
        cell
        for number, row in enumerate(table.kids)
        for cell, is_headed in zip(row.kids, above, strict=False)
        if cell.role != "TH" and not is_headed and "Row" not in [other.scope for other in row.kids]
        if number or not any(above) or cell.whole_text.strip()
    ]


def table_faults(table: Node) -> list[str]:
    """Returns what is irregular in a table."""
    widths = {sum(cell.column_span for cell in row.kids) for row in table.kids}
    spans = {cell.row_span for row in table.kids for cell in row.kids}
    return [
        *([f"rows of {widths} cells"] if len(widths) != 1 else []),
        *([f"cells over {spans} rows"] if spans != {1} else []),
        *(f"no head: {cell}" for cell in headless(table)),
    ]


def mark_faults(document: Tagged) -> list[str]:
    """Returns where the pages and the tree disagree about the marked contents."""
    found = []
    for number, page in enumerate(document.pdf.pages):
        drawn = [
            mark for piece in document.pieces if piece.page == number for mark in piece.marks[:1] if mark != ARTIFACT
        ]
        runs = [mark for before, mark in pairwise([None, *drawn]) if mark != before]
        parents = document.parents[page["/StructParents"]]
        if runs != list(range(len(parents))):
            found.append(f"page {number}: {runs} for {len(parents)} parents")
        for mark, parent in enumerate(parents):
            if list(document.marks_of(parent.get_object())).count((number, mark)) != 1:
                found.append(f"page {number}: {mark} is not once in its element")
    return found


@EVERY_DOCUMENT
def test_the_structure_has_no_fault(name: str) -> None:
    assert faults(tagged(name)) == []


@EVERY_DOCUMENT
def test_the_order_of_reading_is_that_of_the_pages_but_within_a_row_over_several_lines(name: str) -> None:
    document = tagged(name)
    root = document.root["/StructTreeRoot"]["/K"].get_object()
    last = (-1, -1)
    for kid in root["/K"]:
        marks = sorted(inner_marks(document, kid.get_object()))
        assert last < marks[0]
        last = marks[-1]


def inner_marks(document: Tagged, element: object) -> list[tuple[int, int]]:
    """Returns the marked contents of an element and of all in it."""
    found = list(document.marks_of(element))
    kids = element.get("/K", [])  # type: ignore[attr-defined]
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if not isinstance(inner, int) and "/S" in inner:
            found += inner_marks(document, inner)
    return found


@EVERY_DOCUMENT
def test_the_file_says_that_it_can_be_read_by_everyone_in_which_language_and_under_which_title(name: str) -> None:
    document = tagged(name)
    root = document.root
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert all(page["/Tabs"] == "/S" for page in document.pdf.pages)
    assert sorted(document.parents) == [page["/StructParents"] for page in document.pdf.pages]
    packet = ElementTree.fromstring(root["/Metadata"].get_data().decode("utf-8"))
    assert packet.findtext(".//{http://www.aiim.org/pdfua/ns/id/}part") == "1"
    title = packet.find(".//{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert "".join(title.itertext()) == document.pdf.metadata.title


def test_the_metadata_can_be_read_whatever_the_title_is() -> None:
    title = "a <b> & \x00\ud83d\ufffe ]]> 𝑥 Åse"
    packet = ElementTree.fromstring(
        metadata(title, "x").partition(b"stream\n")[2].rpartition(b"\nendstream")[0].decode()
    )
    assert "a <b> &  ]]> 𝑥 Åse" in "".join(packet.itertext())


@EVERY_DOCUMENT
def test_each_heading_is_a_bookmark_in_its_place(name: str) -> None:
    document = tagged(name)
    headings = of_role(document.document, "H1", "H2", "H3", "H4")
    expected = [
        (int(node.role[1:]) - 1, " ".join(node.whole_text.replace(SOFT_HYPHEN, "").split())[:200]) for node in headings
    ]
    found = bookmarks(printed(*DOCUMENTS[name]))
    assert [(each.level, each.title) for each in found] == expected
    for each, node in zip(found, headings, strict=True):
        on_page = "".join(piece.text for piece in document.pieces if piece.page == each.page)
        assert node.whole_text.split()[0] in on_page
    assert document.root.get("/PageMode", "/UseNone") == "/UseNone"


@EVERY_DOCUMENT
def test_heads_feet_and_page_numbers_are_read_once_and_no_more(name: str) -> None:
    document = tagged(name)
    municipality, case, round_, title, status = (node.whole_text.strip() for node in document.document.kids[:5])
    on_pages = [
        [piece.text.strip() for piece in document.pieces if piece.page == number and piece.marks == (ARTIFACT,)]
        for number in range(len(document.pdf.pages))
    ]
    assert "Kommune" in municipality
    assert case.startswith("Journalnr.")
    assert "Kontrolkode" in status
    assert on_pages[0][-1].startswith("Side 1 af ")
    assert not {case, round_, title, status} & {*on_pages[0]}
    for texts in on_pages[1:]:
        assert {case, round_, title, status} < {*texts}
        assert texts[-1].startswith("Side ")
    assert "Side 1 af" not in document.document.whole_text


@EVERY_DOCUMENT
def test_every_glyph_tells_its_character(name: str) -> None:
    for page in tagged(name).pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            assert characters_of(font)


def test_a_head_without_words_is_none() -> None:
    tree = Tagged(printed(DocumentKind.PROJECT_SHEET, THISTED)).document
    table = of_role(tree, "Table")[0]
    assert [(cell.role, cell.whole_text.strip()) for cell in table.kids[0].kids] == [
        ("TD", ""),
        ("TH", "Hele 1.000 kr."),
    ]


def test_the_lines_to_sign_on_have_a_heading_that_says_what_they_are() -> None:
    texts = [
        (node.role, node.whole_text.strip()) for node in Tagged(printed(DocumentKind.RECEIPT, APPROVED)).document.kids
    ]
    first = texts.index(("H2", "Underskrives på papir"))
    labels = ["Dato", "Underskrift", "Navn med blokbogstaver"]
    assert texts[first + 1 : first + 4] == [("P", label) for label in labels]
    assert "Underskrives på papir" not in text_of(DocumentKind.RECEIPT, THISTED)


def test_a_heading_skips_no_level_whatever_was_asked_for() -> None:
    tree = Tree()
    asked = [Element(role) for role in ("H2", "P", "H3", "H2", "H3", "H3", "H1")]
    for element in asked:
        tree.place(element)
    assert [element.role for element in asked] == ["H1", "P", "H2", "H2", "H3", "H3", "H1"]


def test_what_is_drawn_past_the_structure_is_found() -> None:
    rules = [("LINEBELOW", (0, 0), (-1, -1), 1, "black")]
    assert faults(Tagged(build([Spacer(1, 1)], TEXTS, THEME))) == []
    table = Table([["x"]], style=[("FONTNAME", (0, 0), (0, 0), THEME.body.font.name), *rules])
    found = faults(Tagged(build([table], TEXTS, THEME)))
    assert ["belongs to nothing" in fault for fault in found[:2]] == [True, True]


def test_an_irregular_table_is_found() -> None:
    def row(*roles: str) -> Node:
        return Node(
            "TR", "", tuple(Node(role, "x", (), "Row" if role == "TH" else "", 1, 1) for role in roles), "", 1, 1
        )

    assert table_faults(Node("Table", "", (row("TH", "TD"), row("TH", "TD")), "", 1, 1)) == []
    assert table_faults(Node("Table", "", (row("TH", "TD"), row("TH")), "", 1, 1)) != []
    assert table_faults(Node("Table", "", (row("TD"),), "", 1, 1)) != []


@EVERY_DOCUMENT
@pytest.mark.skipif(PDFINFO is None, reason="poppler-utils is not installed")
def test_another_program_reads_the_same(name: str, tmp_path: Path) -> None:
    assert PDFINFO is not None
    path = tmp_path / "paper.pdf"
    path.write_bytes(printed(*DOCUMENTS[name]))
    read = subprocess.run(
        [PDFINFO, "-struct-text", "-enc", "UTF-8", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert read.stderr == ""
    shown = "".join(line.strip()[1:-1] for line in read.stdout.split("\n") if line.strip().startswith('"'))
    assert "".join(shown.split()) == "".join(tagged(name).document.whole_text.replace(SOFT_HYPHEN, "").split())
