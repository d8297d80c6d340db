"""Attached PDFs in the bound papers: their pages are drawn; a file that is refused is said to be missing."""

import pytest

from botilbud_desktop.documents.agenda.papers import CONTENTS
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.pdf.binding import attached as attached_files
from botilbud_desktop.documents.pdf.binding.attached import MISSING, NOT_THERE
from botilbud_desktop.documents.pdf.binding.make import make_agenda_pdf
from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentState
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.agenda.samples import attached, papers, with_attachments
from tests.documents.binding.samples import bookmarks, links, texts
from tests.documents.foreign.samples import full_of_actions, layers
from tests.documents.foreign.written import one_page
from tests.documents.samples import read
from tests.documents.tags import Tagged

WORDS = "Referat af drftelse"
"""What stands on the page of the sample; its font has no ø."""
PAPERS = papers(with_attachments(attached(), attached("andet.pdf", None)))


def with_content(content: bytes | None) -> bytes:
    """Returns the papers of an application to which the same content is attached twice; None is unreadable."""

    def read_it(attachment: Attachment) -> bytes:
        assert attachment.state is AttachmentState.ATTACHED
        if content is None:
            raise ForeignPdfError("drevet svarer ikke. Prøv igen")
        return content

    pdf = make_agenda_pdf(PAPERS, resources_folder(), read=read_it)
    assert pdf is not None
    return pdf


def starts(pdf: bytes) -> list[int]:
    """Returns the page that each attached file begins on."""
    attachments = [annex.heading for annex in PAPERS.annexes if annex.attachment is not None]
    assert len(attachments) == 2
    return [bookmark.page for bookmark in bookmarks(pdf) if bookmark.title in attachments]


def test_the_pages_of_a_file_stand_below_what_is_said_of_it() -> None:
    pdf = with_content(one_page())
    pages = texts(pdf)
    for start in starts(pdf):
        assert WORDS in pages[start]
        assert pages[start].startswith("3.5 Lånepulje til botilbud Bilag")
        assert pages[start].endswith(f"Side {start + 1} af {len(pages)}")
    assert [link.target for link in links(pdf)][-2:] == starts(pdf)
    assert MISSING not in pages[0].partition(CONTENTS)[2]


def test_each_page_of_a_file_is_a_picture_with_a_text_in_its_place() -> None:
    document = Tagged(with_content(one_page()))
    figures = [node for node in document.document.all() if node.role == "Figure"]
    assert len(figures) == 2
    assert [kid.role for kid in document.document.kids] == ["Part"] * (1 + len(PAPERS.annexes))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 noget andet", b"\x00" * 900, None])
def test_a_file_that_is_refused_is_said_to_be_missing_in_its_place_and_at_the_front(
    content: bytes | None,
) -> None:
    pdf = with_content(content)
    pages = texts(pdf)
    for start in starts(pdf):
        assert "Filen er ikke med her: " in pages[start]
    assert NOT_THERE in pages[0]
    assert pages[0].partition(CONTENTS)[2].count(f"({MISSING})") == 2
    assert "Prøv" not in "".join(pages)


def test_a_file_is_left_out_when_all_together_would_be_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    size = read_foreign(one_page(), "x.pdf").size
    monkeypatch.setattr(attached_files, "LARGEST_TOGETHER", 2 * size - 1)
    pdf = with_content(one_page())
    first, second = (texts(pdf)[start] for start in starts(pdf))
    assert WORDS in first
    assert "Filen er ikke med her: de vedlagte filer fylder mere end 200 MB tilsammen." in second
    assert texts(pdf)[0].partition(CONTENTS)[2].count(f"({MISSING})") == 1
    monkeypatch.setattr(attached_files, "LARGEST_TOGETHER", 2 * size)
    assert MISSING not in texts(with_content(one_page()))[0].partition(CONTENTS)[2]


@pytest.mark.parametrize("content", [full_of_actions(), layers()])
def test_nothing_that_acts_comes_along(content: bytes) -> None:
    pdf = with_content(content)
    document = read(pdf)
    root = document.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & {*root}
    for page in document.pages:
        assert "/AA" not in page
        for link in page.get("/Annots", []):
            assert {"/Subtype": "/Link"}.items() <= link.get_object().items()
            assert "/A" not in link.get_object()
    assert len(links(pdf)) == len(PAPERS.annexes)


def test_the_same_files_give_the_same_bytes() -> None:
    assert with_content(layers()) == with_content(layers())
