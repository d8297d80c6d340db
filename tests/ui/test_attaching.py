"""»Dokumentation« on the page of a project: PDF files are attached, seen and taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.ui.attachments import attached
from tests.storage.lock_holders import COLLEAGUE, held_by
from tests.ui import drafts
from tests.ui.attaching import PART, PDF, attach, coordinated, drop, pdf, said
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder away from the draft."""
    return tmp_path / "andet sted"


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A project that was coordinated in KKR, on its page."""
    user = open_draft(coordinated(Coordination.KKR))
    user.go_to("page.project.0")
    return user


def folder(user: User) -> Path:
    assert user.path is not None
    return user.path.with_name(f"{user.path.stem} bilag")


def test_what_the_ministry_asks_for_and_what_is_missing_stands_on_the_page(user: User) -> None:
    text = said(user)
    assert "Ikke vedlagt: Referat af drøftelse i KKR." in text
    assert "tilskudsforvaltning@sbst.dk" in text
    assert "Programmet sender den ikke og kan ikke se, om den er sendt." in text


@pytest.mark.parametrize(
    ("coordination", "expected"),
    [
        (Coordination.OTHER_INTERMUNICIPAL, "Ikke vedlagt: Aftale mellem kommuner."),
        (Coordination.NONE, "så der skal ikke sendes dokumentation for det."),
        (None, "Angiv, om projektet er koordineret med andre kommuner."),
    ],
)
def test_it_follows_the_coordination(user: User, coordination: Coordination | None, expected: str) -> None:
    words = {
        Coordination.OTHER_INTERMUNICIPAL: "I andet tværkommunalt samarbejde",
        Coordination.NONE: "Ikke koordineret med andre kommuner",
        None: "Ikke valgt",
    }
    user.choose("projects.0.coordination", words[coordination])
    assert expected in said(user)


def test_a_pdf_is_copied_beside_the_draft_and_told(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    source = pdf(elsewhere)
    attach(user, questions, source)
    asked = questions.last
    assert asked.text == "Hvad er »Referat 12. marts.pdf«?"
    assert asked.keys == ("minutes", "agreement", "other", "back")
    assert (folder(user) / source.name).read_bytes() == PDF == source.read_bytes()
    assert "Vedlagt: Referat af drøftelse i KKR." in said(user)
    assert "Referat 12. marts.pdf" in said(user)
    assert "Ikke vedlagt" not in said(user)
    assert user.notice_text().endswith("Programmet har ikke sendt noget.")


def test_what_is_asked_for_is_the_first_answer(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    user.choose("projects.0.coordination", "I andet tværkommunalt samarbejde")
    attach(user, questions, pdf(elsewhere), "back")
    assert questions.last.keys[0] == "agreement"
    assert not folder(user).exists()


def test_files_are_attached_by_dropping_them(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    questions.will_answer("minutes")
    assert drop(user, pdf(elsewhere, "a.pdf"), pdf(elsewhere, "b.PDF"))
    assert questions.last.text == "Hvad er filerne?"
    assert sorted(path.name for path in folder(user).glob("*.pdf")) == ["a.pdf", "b.pdf"]
    assert user.notice_text().startswith("»a.pdf« og »b.pdf« er vedlagt")


def test_what_is_no_pdf_is_not_taken(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    drop(user, pdf(elsewhere, "a.exe", b"MZ\x90\x00\x03"))
    assert user.notice_text().startswith("Filen »a.exe« kan ikke åbnes: ")
    drop(user, pdf(elsewhere, "a.pdf"), pdf(elsewhere, "b.docx"))
    assert user.notice_text() == "Træk én fil ad gangen ind i vinduet. Ingen af filerne er åbnet."
    questions.will_answer("other")
    assert drop(user, pdf(elsewhere, "falsk.pdf", b"MZ"))
    assert user.notice_text() == "Filen »falsk.pdf« kan ikke åbnes: Det er ikke en PDF."
    assert not folder(user).exists()


def test_an_attached_file_is_opened(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    attach(user, questions, pdf(elsewhere))
    user.click(f"{PART}.files.0.open")
    assert questions.shown_files == [folder(user) / "Referat 12. marts.pdf"]
    questions.is_without_programs = True
    user.click(f"{PART}.files.0.open")
    assert user.notice_text().startswith("Computeren har måske ikke et program, der åbner en PDF-fil, ")


def test_a_file_is_taken_away_when_the_user_wants_it(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    source = pdf(elsewhere)
    attach(user, questions, source)
    questions.will_answer("back")
    user.click(f"{PART}.files.0.remove")
    assert (folder(user) / source.name).exists()
    assert "Den fil, som du vedlagde, bliver ikke ændret." in questions.last.text
    questions.will_answer("remove")
    user.click(f"{PART}.files.0.remove")
    assert not (folder(user) / source.name).exists()
    assert source.exists()
    assert "Ikke vedlagt: Referat af drøftelse i KKR." in said(user)
    assert user.notice_text() == "»Referat 12. marts.pdf« er fjernet."


def test_it_all_works_from_the_keyboard(user: User, questions: RecordedQuestions, elsewhere: Path) -> None:
    user.button(f"{PART}.attach").setFocus()
    questions.will_answer(pdf(elsewhere), "minutes")
    user.press(Qt.Key.Key_Space)
    assert user.button(f"{PART}.attach").hasFocus()
    user.press(Qt.Key.Key_Backtab)
    assert user.button(f"{PART}.files.0.remove").hasFocus()
    questions.will_answer("remove")
    user.press(Qt.Key.Key_Space)
    assert user.button(f"{PART}.attach").hasFocus()


def test_an_unsaved_draft_is_saved_first(
    open_window: OpenWindow, questions: RecordedQuestions, elsewhere: Path
) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, "851")
    settle()
    user.go_to("page.projects")
    user.click("projects.add")
    user.go_to("page.project.0")
    questions.will_answer("back")
    user.click(f"{PART}.attach")
    assert "skal gemmes først" in questions.last.text
    assert user.controller.location.path is None
    target = elsewhere / "ny.botilbud"
    source = pdf(elsewhere)
    questions.will_answer("save", target)
    attach(user, questions, source)
    assert (elsewhere / "ny bilag" / source.name).exists()


def test_what_happened_to_the_files_since_is_seen_when_the_user_comes_back(
    user: User, questions: RecordedQuestions, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attached, "NOT_AGAIN_WITHIN", 0.0)
    attach(user, questions, pdf(elsewhere))
    (folder(user) / "Referat 12. marts.pdf").write_bytes(PDF + b"noter")
    pdf(folder(user), "løs.pdf")
    user.go_to("page.contacts")
    user.go_to("page.project.0")
    text = said(user)
    assert "Filen er ændret, siden den blev vedlagt." in text
    assert "Filen »løs.pdf« ligger i mappen, men er ikke vedlagt denne kladde." in text
    questions.will_answer("remove")
    user.click(f"{PART}.files.0.remove")
    assert "bliver liggende i mappen" in questions.last.text
    assert (folder(user) / "Referat 12. marts.pdf").exists()
    assert "Filen ligger stadig i mappen" in user.notice_text()


def test_a_list_that_cannot_be_read_is_told_and_nothing_is_said_to_be_missing(
    open_draft: OpenDraft, open_window: OpenWindow, questions: RecordedQuestions, elsewhere: Path
) -> None:
    user = open_draft(coordinated(Coordination.KKR))
    folder(user).mkdir()
    (folder(user) / "bilag.json").write_bytes(b"{")
    assert user.path is not None
    user.window.drafts.let_go()
    again = open_window(user.path)
    again.go_to("page.project.0")
    assert "Listen »bilag.json« i mappen" in said(again)
    assert "Programmet kan ikke se, om dokumentationen er vedlagt: Referat af drøftelse i KKR." in said(again)
    attach(again, questions, pdf(elsewhere))
    assert "bilag.json" in again.notice_text()
    assert (folder(user) / "bilag.json").read_bytes() == b"{"


def test_a_draft_saved_under_another_name_can_take_its_files_along(
    user: User, questions: RecordedQuestions, elsewhere: Path
) -> None:
    attach(user, questions, pdf(elsewhere))
    old = folder(user)
    questions.will_answer(elsewhere / "andet navn.botilbud")
    user.use_menu("Gem &som …")
    assert "Ikke vedlagt: Referat af drøftelse i KKR." in said(user)
    assert "ligger stadig ved siden af kladden med det gamle navn" in user.notice_text()
    user.click_notice("Kopiér dem med")
    assert "Vedlagt: Referat af drøftelse i KKR." in said(user)
    for place in (old, elsewhere / "andet navn bilag"):
        assert (place / "Referat 12. marts.pdf").read_bytes() == PDF


def test_nothing_is_offered_where_nothing_was_attached(
    user: User, questions: RecordedQuestions, elsewhere: Path
) -> None:
    elsewhere.mkdir()
    questions.will_answer(elsewhere / "andet navn.botilbud")
    user.use_menu("Gem &som …")
    assert "gamle navn" not in user.notice_text()


def test_a_draft_that_somebody_else_has_open_gets_no_files(
    open_draft: OpenDraft, open_window: OpenWindow, questions: RecordedQuestions, elsewhere: Path
) -> None:
    user = open_draft(coordinated(Coordination.KKR))
    user.go_to("page.project.0")
    attach(user, questions, pdf(elsewhere))
    path = user.path
    assert path is not None
    user.window.drafts.let_go()
    with held_by(COLLEAGUE, path):
        reader = open_window(path)
        reader.go_to("page.project.0")
        assert not reader.button(f"{PART}.attach").isEnabled()
        assert not reader.button(f"{PART}.files.0.remove").isEnabled()
        drop(reader, pdf(elsewhere))
        assert "Du kan kun læse kladden lige nu, så der kan ikke hentes noget ind." in reader.notice_text()
        assert [file.name for file in path.with_name("kladde bilag").glob("*.pdf")] == ["Referat 12. marts.pdf"]
        reader.click(f"{PART}.files.0.open")
        assert questions.shown_files == [path.with_name("kladde bilag") / "Referat 12. marts.pdf"]


def test_an_approved_draft_can_still_get_its_documentation(
    user: User, questions: RecordedQuestions, elsewhere: Path
) -> None:
    user.go_to("page.approve")
    user.write("approve.name", "Åse")
    questions.will_answer("approve")
    user.click("approve.approve")
    assert user.view.read_only
    user.go_to("page.project.0")
    attach(user, questions, pdf(elsewhere))
    assert "Vedlagt: Referat af drøftelse i KKR." in said(user)
    assert user.view.read_only
