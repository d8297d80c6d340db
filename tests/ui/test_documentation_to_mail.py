"""The documentation of the whole application, where the program tells to mail it. It stops nobody."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.model import replace
from tests.ui.attaching import attach, coordinated, drop, pdf, said
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_projects_table import choose
from tests.ui.user import User, focused

KKR, OTHER, NONE = Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL, Coordination.NONE


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder away from the draft."""
    return tmp_path / "andet sted"


@pytest.fixture
def user(open_draft: OpenDraft, questions: RecordedQuestions, elsewhere: Path) -> User:
    """Minutes are attached, an agreement is missing, and a third project is not coordinated."""
    user = open_draft(coordinated(KKR, OTHER, NONE))
    user.go_to("page.project.0")
    attach(user, questions, pdf(elsewhere, "Referat.pdf"))
    return user


@pytest.mark.parametrize("page", ["check", "transfer"])
def test_what_is_attached_and_missing_stands_for_all_projects(user: User, page: str) -> None:
    user.go_to(f"page.{page}")
    text = said(user, f"{page}.documentation")
    assert "Projekt 2: Projekt nummer 2. Ikke vedlagt: Aftale mellem kommuner." in text
    assert "Projekt 1: Projekt nummer 1. Ikke vedlagt" not in text
    assert "Referat.pdf" in text
    assert "Referat af drøftelse i KKR · Vedlagt · Projekt 1: Projekt nummer 1" in text
    assert "kan ikke se, om den er sendt" in text


def test_names_and_address_are_copied_and_the_folder_is_shown(user: User, questions: RecordedQuestions) -> None:
    user.go_to("page.transfer")
    user.click("transfer.documentation.names")
    assert QApplication.clipboard().text() == "Referat.pdf"
    user.click("transfer.documentation.address")
    assert QApplication.clipboard().text() == "tilskudsforvaltning@sbst.dk"
    user.click("transfer.documentation.folder")
    assert user.path is not None
    assert questions.shown_folders == [user.path.with_name(f"{user.path.stem} bilag")]


def test_a_file_for_the_whole_application_counts_for_each_project(
    user: User, questions: RecordedQuestions, elsewhere: Path
) -> None:
    user.go_to("page.transfer")
    questions.will_answer("agreement")
    assert drop(user, pdf(elsewhere, "Aftale.pdf"), part="transfer.documentation")
    text = said(user, "transfer.documentation")
    assert "Der er vedlagt dokumentation for de projekter, der er koordineret med andre kommuner." in text
    assert "Aftale mellem kommuner · Vedlagt · For hele ansøgningen" in text
    user.go_to("page.project.1")
    assert "Vedlagt for hele ansøgningen: »Aftale.pdf«." in said(user, "projects.1.documentation")


def test_a_file_of_a_project_that_is_gone_is_told(user: User, questions: RecordedQuestions) -> None:
    user.go_to("page.projects")
    choose(user, 0)
    user.click("projects.remove")
    user.go_to("page.transfer")
    text = said(user, "transfer.documentation")
    assert "Vedlagt for et projekt, der ikke længere er i kladden: »Referat.pdf«." in text
    questions.will_answer("remove")
    user.click("transfer.documentation.files.0.remove")
    assert "Referat.pdf" not in said(user, "transfer.documentation")


def test_missing_documentation_keeps_nobody_from_approving(user: User, questions: RecordedQuestions) -> None:
    approve(user, questions)
    assert user.view.read_only
    user.go_to("page.check")
    assert "Ikke vedlagt: Aftale mellem kommuner." in said(user, "check.documentation")


def test_nothing_is_claimed_where_no_project_is_coordinated(open_draft: OpenDraft) -> None:
    user = open_draft(coordinated(NONE))
    user.go_to("page.transfer")
    text = said(user, "transfer.documentation")
    assert "Ingen projekter er angivet som koordineret med andre kommuner." in text
    assert not user.button("transfer.documentation.names").isEnabled()


def test_a_note_that_contradicts_the_coordination_is_asked_about_and_leads_to_it(open_draft: OpenDraft) -> None:
    draft = coordinated(OTHER)
    noted = replace(draft.projects[0], coordination_note="KKR Nordjylland, punkt 3.5")
    user = open_draft(replace(draft, projects=(noted,)))
    user.go_to("page.check")
    following, link = [link for link in user.links() if "Er projektet koordineret i KKR?" in link.words()]
    assert following.accessibleName() == f"Det næste: {link.accessibleName()}"
    user.click(link)
    assert user.page.objectName() == "page.project.0"
    assert focused(user.window).objectName() == "projects.0.coordination"


def test_a_project_without_an_answer_is_told(open_draft: OpenDraft) -> None:
    user = open_draft(coordinated(None))
    user.go_to("page.transfer")
    assert "Koordineringen er ikke angivet" in said(user, "transfer.documentation")
