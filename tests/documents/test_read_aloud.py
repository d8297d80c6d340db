"""What is read aloud is what the document says: all of it, in its order, with its words whole."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.all_values import values_of_project
from botilbud_desktop.documents.pdf import make
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.frame import PageTexts, build
from botilbud_desktop.documents.pdf.structure.flowables import TaggedParagraph, TaggedTable
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.documents.pdf.structure.tying import tied
from botilbud_desktop.documents.pdf.tables import plain_table
from botilbud_desktop.documents.pdf.text import ministry_paragraphs, own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import Theme, text_width
from botilbud_desktop.documents.values import project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.laid_out import DOCUMENTS
from tests.documents.outline import KEPT, OUTLINED, outline
from tests.documents.samples import AALBORG, APPROVED, COMPLETE, THISTED, printed, read
from tests.documents.tags import Node, Tagged
from tests.documents.test_any_application import UNHURRIED, applications
from tests.documents.test_structure import TEXTS, THEME, faults, of_role
from tests.documents.test_user_text import HOSTILE, everywhere
from tests.faults.hostile_texts import TEXTS as HARMFUL
from tests.rules.samples import ROUND

WORDS = st.one_of(
    st.lists(st.lists(st.sampled_from(["a", "Wb", "a-b", "aaaaaaaa"]), min_size=1, max_size=5).map(SOFT_HYPHEN.join)),
    st.lists(st.lists(st.sampled_from(["a", "-", "𝑥", "→b", "aaaaaaaa"]), min_size=1, max_size=5).map("".join)),
).filter(bool)
"""Words with soft hyphens, and words of characters in two fonts."""

type Part = str | tuple[str, ...]
"""Text outside tables, or the columns of a table, from top to bottom."""


def letters(text: str) -> str:
    """Returns the text without spaces and breaks."""
    return "".join(text.replace(SOFT_HYPHEN, "").split())


def joined(parts: Iterator[Part]) -> list[Part]:
    """Returns the parts; texts between two tables are one, and empty ones are left out."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif any(part):
            found.append(part)
    return found


def said(tree: Node) -> list[Part]:
    """Returns what the tree says, without the head of the pages."""

    def parts() -> Iterator[Part]:
        for node in tree.kids[5:]:
            if node.role == "Table":
                columns = zip(*([cell.whole_text for cell in row.kids] for row in node.kids), strict=True)
                yield tuple(letters("".join(column)) for column in columns)
            else:
                yield letters(node.whole_text)

    return joined(parts())


def meant(story: Sequence[Flowable]) -> list[Part]:
    """Returns what a story says, as it was made before any page was drawn."""

    def text(flowable: Flowable) -> str:
        return letters(flowable.getPlainText()) if isinstance(flowable, TaggedParagraph) else ""

    def parts(flowables: Sequence[Flowable]) -> Iterator[Part]:
        for flowable in flowables:
            inner = vars(flowable).get("_TopPadder__f", flowable)
            if not isinstance(inner, TaggedTable):
                yield text(inner)
            elif is_data(inner):
                columns = zip(*inner._cellvalues, strict=True)
                yield tuple("".join(text(part) for cell in column for part in cell) for column in columns)
            else:
                yield "".join(text(part) for row in inner._cellvalues for cell in row for part in cell)

    return joined(parts(story))


def is_data(table: Flowable) -> bool:
    """Whether a table is one to readers, and does not only place texts."""
    paragraphs = [
        part for row in table._cellvalues for cell in row for part in cell if isinstance(part, TaggedParagraph)
    ]
    elements = [paragraph.reading.element for paragraph in paragraphs]
    return any("TD" in (element.role, element.parent and element.parent.role) for element in elements)


def stories(kind: DocumentKind, application: Application, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Part], Tagged]:
    """Returns what a document's story says, and the document."""
    told: list[list[Part]] = []

    def keep(story: list[Flowable], texts: PageTexts, theme: Theme) -> bytes:
        told.append(meant(story))
        return build(story, texts, theme)

    with monkeypatch.context() as patch:
        patch.setattr(make, "build", keep)
        pdf = printed(kind, application)
    return told[0], Tagged(pdf)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_tree_says_what_the_document_says_in_its_order(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told, document = stories(*DOCUMENTS[name], monkeypatch)
    assert len("".join(map(str, told))) > 50
    assert said(document.document) == told


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("text", ["\n".join(HOSTILE), *HARMFUL[::9], HARMFUL[-1], "漢𝑥→" * 300])
def test_a_hostile_text_is_read_and_does_no_harm(
    kind: DocumentKind, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, document = stories(kind, everywhere(text[:9_000]), monkeypatch)
    assert said(document.document) == told
    assert faults(document) == []


@pytest.mark.slow
@UNHURRIED
@given(application=applications(), kind=st.sampled_from(DocumentKind))
def test_any_application_is_read_whole(application: Application, kind: DocumentKind) -> None:
    told, document = stories(kind, application, pytest.MonkeyPatch())
    assert said(document.document) == told
    assert faults(document) == []


@pytest.mark.parametrize("application", [AALBORG, THISTED, APPROVED])
def test_every_field_of_the_application_is_read_in_its_cell(application: Application) -> None:
    tree = Tagged(printed(DocumentKind.RECEIPT, application)).document
    rows = [[" ".join(cell.whole_text.split()) for cell in row.kids] for row in of_role(tree, "TR")]
    headings = [" ".join(node.whole_text.split()) for node in of_role(tree, "H1", "H2", "H3")]
    assert headings[0] == ROUND.title
    for index, project in enumerate(application.projects):
        assert project_heading(index, project, ROUND) in headings
        shown = [row for row in rows if row[:2] == [str(index + 1), project.name]]
        assert len(shown) == 1
        for value in values_of_project(project, index, ROUND).values:
            assert [value.label, " ".join((value.text or "Ikke angivet").split())] in rows


def test_the_words_of_a_text_are_whole_and_apart_wherever_its_lines_and_pages_end() -> None:
    text = " ".join(f"omsorg{number} tilbud, og{'støtte' * (number % 40)}" for number in range(900))
    tree = Tagged(build(user_paragraphs(text, THEME.long_text), TEXTS, THEME)).document
    assert tree.kids[5].whole_text.split() == text.split()
    assert len(tree.kids) == 6


def test_a_word_longer_than_a_line_and_a_paragraph_is_one_word() -> None:
    word = "".join(chr(97 + number % 26) for number in range(9_001))
    tree = Tagged(build(user_paragraphs(f"a {word} b", THEME.body), TEXTS, THEME)).document
    assert tree.kids[5].whole_text.split() == ["a", word, "b"]


def test_a_title_of_several_lines_is_one_heading() -> None:
    tree = Tagged(build(ministry_paragraphs("Ansøgning om\nlån", THEME.title), TEXTS, THEME)).document
    assert [(node.role, node.whole_text) for node in tree.kids[5:]] == [("H1", "Ansøgning om lån ")]


def test_many_different_characters_are_read_as_they_are() -> None:
    text = "".join(chr(code) for code in range(0x21, 0x250) if code in THEME.body.font.characters and code != 0xAD)
    assert len(text) > 400
    tree = Tagged(build(user_paragraphs(text, THEME.body), TEXTS, THEME)).document
    assert tree.kids[5].whole_text.split() == text.split()


def test_copied_text_has_the_words_of_a_paragraph_apart() -> None:
    words = [f"omtilbud{number}" for number in range(200)]
    pdf = read(build(user_paragraphs(" ".join(words), THEME.body), TEXTS, THEME))
    assert [word for word in pdf.pages[0].extract_text().split() if word.startswith("omtilbud")] == words


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_lines_break_between_words_that_have_no_break_spaces_only(space: str) -> None:
    words = [f"omtilbud{number}" for number in range(200)]
    pdf = read(build(user_paragraphs(space.join(words), THEME.body), TEXTS, THEME))
    lines = [line.split() for line in pdf.pages[0].extract_text().split("\n") if "omtilbud" in line]
    assert len(lines) > 10
    assert [word for line in lines for word in line] == words


def test_characters_beyond_the_first_plane_can_be_copied_and_are_read() -> None:
    pdf = build(user_paragraphs("x er 𝑥, og 𝔸𝟙 → 𝒜", THEME.body), TEXTS, THEME)
    assert "x er 𝑥, og 𝔸𝟙 → 𝒜" in read(pdf).pages[0].extract_text()
    assert Tagged(pdf).document.kids[5].whole_text == "x er 𝑥, og 𝔸𝟙 → 𝒜 "


def test_a_word_broken_at_a_soft_hyphen_is_read_without_it() -> None:
    tree = Tagged(printed(DocumentKind.VIEW, COMPLETE)).document
    heads = [node.whole_text for node in of_role(tree, "TH")]
    assert any(f"botilbuds{SOFT_HYPHEN}kapaciteten i 2025" in head for head in heads)
    assert not any("botilbuds-" in head for head in heads)


@settings(max_examples=60, deadline=None)
@given(
    words=WORDS,
    between=st.sampled_from([" ", "  ", "\u00a0", "\u2003"]),
    width=st.sampled_from([20, 45, 90, 200]),
)
def test_words_are_whole_wherever_they_are_broken(words: list[str], between: str, width: int) -> None:
    paragraph = own_paragraph(between.join(words), THEME.column)
    tree = Tagged(build([plain_table([[[paragraph]]], [width], THEME)], TEXTS, THEME)).document
    assert tree.kids[5].whole_text.replace(SOFT_HYPHEN, "").split() == [word.replace(SOFT_HYPHEN, "") for word in words]


def test_no_line_ends_with_the_hyphen_of_a_word_that_another_shares() -> None:
    text = " ".join(
        f"{'x' * (number % 7)}a bo- og naboskab, støtte- eller {'k' * (number % 30)}" for number in range(90)
    )
    pdf = build(user_paragraphs(text, THEME.body), TEXTS, THEME)
    lines = [line.strip() for page in read(pdf).pages for line in page.extract_text().split("\n")]
    assert sum(line.endswith((" og", " eller")) for line in lines) > 3
    assert not [line for line in lines if line.endswith("-")]
    assert Tagged(pdf).document.kids[5].whole_text.split() == text.split()
    assert "\u00a0" not in Tagged(pdf).document.whole_text


def test_words_are_tied_only_where_they_fit_and_never_in_chains() -> None:
    def always(_words: str) -> bool:
        return True

    assert tied("a bo- og b", always) == "a bo-\u00a0og b"
    assert tied("bo-, støtte- og b", always) == "bo-, støtte-\u00a0og b"
    assert tied("a- b- c- d", always) == "a- b- c-\u00a0d"
    assert tied("- punkt, 3 - 4 og a -b", always) == "- punkt, 3 - 4 og a -b"
    assert tied("bo- og b", lambda words: len(words) < len("bo- og")) == "bo- og b"
    assert len(tied("a- " * 70_000, always)) == 210_000


def test_every_font_has_the_soft_hyphen_as_wide_as_a_hyphen() -> None:
    for font in (THEME.body.font, THEME.strong.font):
        assert ord(SOFT_HYPHEN) in font.characters
        assert text_width(SOFT_HYPHEN, font, 10) == text_width("-", font, 10)


def test_a_table_over_several_pages_is_one_with_one_head() -> None:
    projects = tuple(replace(COMPLETE.projects[0], name=f"Projekt nummer {number}") for number in range(60))
    document = Tagged(printed(DocumentKind.VIEW, replace(COMPLETE, projects=projects)))
    table = next(table for table in of_role(document.document, "Table") if len(table.kids) > 50)
    assert len({piece.page for piece in document.pieces if "Projekt nummer" in piece.text}) > 1
    assert [cell.role for cell in table.kids[0].kids].count("TH") == len(table.kids[0].kids)
    assert all(row.kids[-1].role == "TD" for row in table.kids[1:])
    assert len(table.kids) == 62


@pytest.mark.parametrize("name", OUTLINED)
def test_a_document_is_read_as_it_is_kept(name: str) -> None:
    kept = (KEPT / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert outline(printed(*DOCUMENTS[name])) == kept


def test_there_is_a_kept_outline_for_each_and_no_other() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(OUTLINED)
