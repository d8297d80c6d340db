"""The papers of an agenda as one PDF: contents, heads, page numbers, bookmarks and links tell the same."""

import re
import subprocess
from pathlib import Path

import pytest

from botilbud_desktop.documents.agenda.papers import CONTENTS
from botilbud_desktop.documents.notes.blocks import Heading
from botilbud_desktop.documents.pdf.binding.make import make_agenda_pdf
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.agenda.samples import AGENDA, blocks_of, papers
from tests.documents.agenda.samples import texts as texts_of
from tests.documents.binding.samples import bookmarks, bound, links, texts, three
from tests.documents.samples import read
from tests.documents.tags import Tagged
from tests.documents.test_structure import PDFINFO, faults, of_role

PAPERS = papers()
PAGE = re.compile(r"Side (\d+) af (\d+)$")


def starts() -> list[int]:
    """Returns the page that each annex begins on, as its bookmark has it."""
    first_level = [bookmark for bookmark in bookmarks(three()) if bookmark.level == 0]
    assert [bookmark.title for bookmark in first_level[:2]] == [AGENDA.head, CONTENTS]
    assert [bookmark.title for bookmark in first_level[2:]] == [annex.heading for annex in PAPERS.annexes]
    return [bookmark.page for bookmark in first_level[2:]]


def test_each_page_has_its_number_and_the_number_of_all() -> None:
    numbers = [PAGE.search(text) for text in texts(three())]
    assert [number and number.groups() for number in numbers] == [
        (str(page), str(len(numbers))) for page in range(1, len(numbers) + 1)
    ]


def test_each_page_begins_with_the_head_and_the_numbers_of_its_annex() -> None:
    pages, begun = texts(three()), starts()
    for number, text in enumerate(pages):
        assert text.startswith("3.5 Lånepulje til botilbud ")
        at = [annex for annex, start in zip(PAPERS.annexes, begun, strict=True) if start <= number]
        if at:
            assert text.startswith(f"3.5 Lånepulje til botilbud {at[-1].label} {at[-1].title}")


def test_each_annex_begins_on_a_page_of_its_own_below_its_heading() -> None:
    begun = starts()
    assert len({*begun}) == len(begun)
    for annex, start in zip(PAPERS.annexes, begun, strict=True):
        assert annex.heading in texts(three())[start]


def test_the_contents_name_each_annex_with_both_numbers_and_its_page() -> None:
    contents = texts(three())[0].partition(CONTENTS)[2]
    for annex, start in zip(PAPERS.annexes, starts(), strict=True):
        assert " ".join(f"{annex.place} {annex.number} {annex.title} {start + 1}".split()) in contents


def test_each_line_of_the_contents_leads_to_its_annex() -> None:
    assert [(link.page, link.target) for link in links(three())] == [(0, start) for start in starts()]
    assert [link.words for link in links(three())] == [f"Side {start + 1}" for start in starts()]


def test_a_link_belongs_to_the_title_that_it_stands_on() -> None:
    document = Tagged(three())
    titles = [link.whole_text.strip() for link in of_role(document.document, "Link")]
    assert titles == [annex.title for annex in PAPERS.annexes]
    annotations = [link.get_object() for link in document.pdf.pages[0]["/Annots"]]
    for annotation, title in zip(annotations, titles, strict=True):
        (element,) = document.parents[annotation["/StructParent"]]
        assert element["/S"] == "/Link"
        assert [kid["/Type"] for kid in element["/K"] if not isinstance(kid, int)] == ["/OBJR"]
        assert title in document.document.whole_text
    keys = [key for key, _ in sorted(document.parents.items())]
    assert keys == list(range(len(keys)))


def test_the_headings_of_an_annex_have_bookmarks_below_it() -> None:
    found = bookmarks(three())
    for annex in PAPERS.annexes:
        at = next(index for index, bookmark in enumerate(found) if bookmark.title == annex.heading)
        below = []
        for bookmark in found[at + 1 :]:
            if bookmark.level == 0:
                break
            below.append(bookmark)
        wanted = [block.text for block in blocks_of(annex) if isinstance(block, Heading) and block.level == 2]
        assert [bookmark.title for bookmark in below] == [" ".join(text.split()) for text in wanted]
        pages = texts(three())
        assert all(bookmark.title in pages[bookmark.page] for bookmark in below)


def test_the_structure_has_no_fault() -> None:
    document = Tagged(three())
    assert faults(document) == []
    parts = document.document.kids
    assert [part.role for part in parts] == ["Part"] * (1 + len(PAPERS.annexes))
    for annex, part in zip(PAPERS.annexes, parts[1:], strict=True):
        heading = next(node for node in part.all() if node.role.startswith("H"))
        assert (heading.role, heading.text.strip()) == ("H1", annex.heading)


def test_all_that_the_papers_say_is_read() -> None:
    parts = ["".join(part.whole_text.replace(SOFT_HYPHEN, "").split()) for part in Tagged(three()).document.kids]
    for part, said in zip(
        parts, [texts_of(PAPERS.cover), *(texts_of(blocks_of(annex)) for annex in PAPERS.annexes)], strict=True
    ):
        for text in said:
            for line in text.split("\n"):
                assert "".join(line.split()) in part, line


def test_what_is_said_of_the_approval_stands_on_the_pages_that_it_covers_and_no_others() -> None:
    pages = texts(three())
    for annex, start, end in zip(PAPERS.annexes, starts(), [*starts()[1:], len(pages)], strict=True):
        feet = {part.footer for part in annex.parts}
        assert all(any(foot in page for foot in feet) for page in pages[start:end])
        for part in annex.parts:
            assert any(part.footer in page for page in pages[start:end])
    assert "Kontrolkode" not in pages[0] + pages[starts()[0]]


def test_the_same_papers_give_the_same_bytes() -> None:
    assert bound(papers()) == three()


def test_the_file_has_a_title_a_language_and_shows_its_bookmarks() -> None:
    root = Tagged(three()).root
    assert root["/Lang"] == "da-DK"
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/MarkInfo"]["/Marked"].value is True
    assert read(three()).metadata.title == AGENDA.head


def test_whoever_waits_is_told_of_each_annex_and_can_stop() -> None:
    told: list[tuple[int, int]] = []

    def stop_at_two(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 2

    def go_on(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    assert make_agenda_pdf(PAPERS, resources_folder(), stop_at_two) is None
    assert [*dict.fromkeys(told)] == [(0, 6), (1, 6), (2, 6)]
    assert told.count((0, 6)) > 1, "it is asked on each page of the overview"
    assert told.count((2, 6)) == 1
    told.clear()
    assert make_agenda_pdf(PAPERS, resources_folder(), go_on) == three()
    assert [*dict.fromkeys(told)] == [(done, 6) for done in range(7)]


@pytest.mark.skipif(PDFINFO is None, reason="poppler-utils is not installed")
def test_another_program_reads_the_same(tmp_path: Path) -> None:
    assert PDFINFO is not None
    path = tmp_path / "papers.pdf"
    path.write_bytes(three())
    told = subprocess.run(
        [PDFINFO, "-struct-text", "-enc", "UTF-8", str(path)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=True,
    )
    assert told.stderr == ""
    shown = "".join(line.strip()[1:-1] for line in told.stdout.split("\n") if line.strip().startswith('"'))
    wanted = Tagged(three()).document.whole_text.replace(SOFT_HYPHEN, "")
    assert "".join(shown.split()) == "".join(wanted.split())
