"""What a paper of the agenda says of attached files is what is bound with it, whatever has happened to them since."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.ui.collecting.agenda import paper_job
from tests.documents.foreign.written import one_page
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import THISTED, Collect, collect, folder
from tests.ui.test_agenda_papers import saved

__all__ = ["collect", "folder"]

_ASKED = replace(THISTED, projects=tuple(replace(each, coordination=Coordination.KKR) for each in THISTED.projects))
_OTHER = one_page(b"BT /F1 24 Tf 72 700 Td (Noget andet) Tj ET")
_PAPERS = [("PDF …", ".pdf"), ("Word …", ".docx"), ("Excel …", ".xlsx")]


def protected() -> bytes:
    """Returns a PDF that only a password opens."""
    writer = PdfWriter()
    writer.append(BytesIO(one_page()))
    writer.encrypt("x", "y", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def attached(folder: Path, content: bytes) -> Path:
    """Attaches minutes to the draft, and returns their path."""
    source = folder.parent / "referat.pdf"
    source.write_bytes(content)
    draft = folder / "b.botilbud"
    draft.write_bytes(draft_bytes(_ASKED))
    attach(draft, _ASKED.id, Wanted(source, None, AttachmentKind.MINUTES), Replacing("x"))
    return folder / "b bilag" / "referat.pdf"


def text_of(path: Path) -> str:
    """Returns the text of a paper, without what the fonts of PDF cannot give back."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    with ZipFile(path) as archive:
        return " ".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize(("words", "ending"), _PAPERS)
@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda path: path.write_bytes(_OTHER), "Vedlagt, men "),
        (lambda path: path.write_bytes(b""), "Vedlagt, men kan ikke "),
        (lambda path: path.write_bytes(protected()), "Vedlagt, men kan ikke "),
        (lambda path: path.unlink(), "Ikke vedlagt: Referat"),
    ],
    ids=["replaced", "emptied", "protected", "gone"],
)
def test_what_happened_to_a_file_since_it_was_listed_is_told(
    collect: Collect, folder: Path, tmp_path: Path, words: str, ending: str, deed: Callable[[Path], object], said: str
) -> None:
    minutes = attached(folder, one_page())
    there = AgendaUser(collect(b=_ASKED))
    deed(minutes)
    there.there.questions.will_answer("go_on")  # drafts were changed since they were read
    text = text_of(saved(there, tmp_path / f"ud{ending}", words))
    assert said in text
    assert "Vedlagt: Referat" not in text
    there.there.close()


@pytest.mark.parametrize(("words", "ending"), _PAPERS)
def test_a_protected_file_is_never_just_attached(
    collect: Collect, folder: Path, tmp_path: Path, words: str, ending: str
) -> None:
    attached(folder, protected())
    there = AgendaUser(collect(b=_ASKED))
    text = text_of(saved(there, tmp_path / f"ud{ending}", words))
    assert "Vedlagt, men kan ikke " in text
    assert "Vedlagt: Referat" not in text
    there.there.close()


def test_a_file_that_changes_while_the_paper_is_made_is_told_as_it_is_bound(
    collect: Collect, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = attached(folder, one_page())
    read, times = paper_job.attached_content, []

    def changed_before_the_second(attachment: Attachment) -> bytes:
        times.append(attachment)
        if len(times) == 2:
            minutes.write_bytes(_OTHER)
        return read(attachment)

    monkeypatch.setattr(paper_job, "attached_content", changed_before_the_second)
    there = AgendaUser(collect(b=_ASKED))
    text = text_of(saved(there, tmp_path / "ud.pdf", "PDF …"))
    assert len(times) == 4
    assert "Vedlagt, men " in text
    assert "Vedlagt: Referat" not in text
    assert "(mangler)" not in text
    there.there.close()
