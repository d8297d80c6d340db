"""»Gem alle papirer«: all documents of a draft, in a new folder or a ZIP file."""

import zipfile
from pathlib import Path

import pytest

from botilbud_desktop.documents.export import EXPORT_NAMES, ExportKind
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files import several_files
from botilbud_desktop.storage.files.atomic_write import write_atomically
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.user import User

COMMAND = "Gem alle &papirer …"


@pytest.fixture
def complete(open_draft: OpenDraft) -> User:
    """A draft that can be approved."""
    return open_draft(drafts.complete())


def folder_of(user: User) -> Path:
    assert user.path is not None
    return user.path.parent


def expected(stem: str, *, is_approved: bool) -> set[str]:
    parts = ["skema", "projektskemaer", "fordeling", *(["kvittering"] if is_approved else [])]
    exports = {f"{stem} – {EXPORT_NAMES[kind].file_name_part}.{kind}" for kind in ExportKind}
    return {f"{stem} – {part}.pdf" for part in parts} | exports


def test_all_papers_are_saved_in_a_new_folder_and_the_receipt_when_there_is_one(
    complete: User, questions: RecordedQuestions
) -> None:
    folder = folder_of(complete)
    assert complete.path is not None
    stem = complete.path.stem
    questions.will_answer("folder", folder)
    complete.use_menu(COMMAND)
    first = folder / f"{stem} – papirer"
    assert {path.name for path in first.iterdir()} == expected(stem, is_approved=False)
    asked = questions.asked[-2]
    assert (asked.title, asked.keys) == ("Gem alle papirer", ("folder", "zip", "back"))
    assert "skemaet, projektskemaerne, fordelingen og ansøgningen som tekst, Word og Excel." in asked.text
    assert "Kladden er ikke godkendt, så der er ingen kvittering." in asked.text
    approve(complete, questions)
    questions.will_answer("folder", folder)
    complete.use_menu(COMMAND)
    second = folder / f"{stem} – papirer (2)"
    assert {path.name for path in second.iterdir()} == expected(stem, is_approved=True)
    assert (second / f"{stem} – kvittering.pdf").read_bytes().startswith(b"%PDF")
    assert "kvitteringen" in questions.asked[-2].text
    assert "ingen kvittering" not in questions.asked[-2].text


def test_all_papers_are_saved_in_a_zip_file(complete: User, questions: RecordedQuestions) -> None:
    assert complete.path is not None
    target = folder_of(complete) / "mine papirer.zip"
    questions.will_answer("zip", target)
    complete.use_menu(COMMAND)
    assert questions.last.suggested == folder_of(complete) / f"{complete.path.stem} – papirer.zip"
    with zipfile.ZipFile(target) as archive:
        assert set(archive.namelist()) == expected(complete.path.stem, is_approved=False)
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist() if name.endswith(".pdf"))


def test_the_notice_tells_where_they_are_and_opens_the_folder(complete: User, questions: RecordedQuestions) -> None:
    target = folder_of(complete) / "uden endelse"
    questions.will_answer("zip", target)
    complete.use_menu(COMMAND)
    assert complete.notice_text() == f"Papirerne er gemt: {target}"
    complete.click_notice("Åbn mappen")
    assert questions.shown_folders == [folder_of(complete)]


@pytest.mark.parametrize("answers", [("back",), ("folder", None), ("zip", None)])
def test_cancelling_saves_nothing(
    complete: User, questions: RecordedQuestions, answers: tuple[str | None, ...]
) -> None:
    before = sorted(folder_of(complete).iterdir())
    questions.will_answer(*answers)
    complete.use_menu(COMMAND)
    assert sorted(folder_of(complete).iterdir()) == before


@pytest.mark.parametrize("way", ["folder", "zip"])
def test_a_place_that_cannot_be_written_is_told(complete: User, questions: RecordedQuestions, way: str) -> None:
    gone = folder_of(complete) / "væk"
    questions.will_answer(way, gone if way == "folder" else gone / "papirer.zip")
    complete.use_menu(COMMAND)
    assert "blev ikke gemt" in complete.notice_text()


@pytest.mark.parametrize("command", [COMMAND, "Gem som &Word …"])
def test_no_paper_is_written_over_the_draft(complete: User, questions: RecordedQuestions, command: str) -> None:
    path = complete.path
    assert path is not None
    before = path.read_bytes()
    questions.will_answer(*(("zip", path) if command == COMMAND else (path,)))
    complete.use_menu(command)
    assert path.read_bytes() == before
    assert "Det er navnet på en kladde, så vælg et andet navn" in complete.notice_text()


def test_papers_that_were_written_before_one_failed_are_told(
    complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_third(path: Path, data: bytes) -> None:
        if "fordeling" in path.name:
            raise SaveFailedError(path.name, "disken er fuld")
        write_atomically(path, data)

    monkeypatch.setattr(several_files, "write_atomically", fail_third)
    questions.will_answer("folder", folder_of(complete))
    complete.use_menu(COMMAND)
    (made,) = folder_of(complete).glob("*papirer")
    assert complete.notice_text().endswith(f"Disken er fuld. 2 filer er skrevet i mappen »{made.name}«.")
    complete.click_notice("Åbn mappen")
    assert questions.shown_folders == [made]


def test_a_long_name_keeps_the_papers_apart(open_draft: OpenDraft, questions: RecordedQuestions) -> None:
    user = open_draft(drafts.complete())
    folder = folder_of(user)
    questions.will_answer(folder / f"{'Lang' * 25}.botilbud")
    user.use_menu("Gem &som …")
    questions.will_answer("folder", folder)
    user.use_menu(COMMAND)
    (made,) = folder.glob("Lang* – papirer")
    assert len(list(made.iterdir())) == 3 + len(ExportKind)
    assert all(len(path.stem) <= 80 for path in made.iterdir())
