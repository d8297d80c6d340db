"""Opening: damaged files, examples as copies, recent drafts, and the start page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions

from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.draft.saving.file_saver import FileSaver
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.window.start_page import StartPage
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

DAMAGED = {
    "empty": b"",
    "cut": draft_bytes(drafts.example("aalborg"))[:500],
    "other program": b"%PDF-1.7 noget helt andet",
    "newer": draft_bytes(drafts.example("aalborg")).replace(b'"format_version": 2', b'"format_version": 3'),
    "unknown key": draft_bytes(drafts.example("aalborg")).replace(b'"case_number"', b'"case_no"'),
    "wrong kind": draft_bytes(drafts.example("aalborg")).replace(b'"2025": 22900', b'"2025": "22900"'),
}
CLOSED = "Ansøgningsfristen var den 15. maj 2024. Svaret skulle komme senest den 30. juni 2024."


def start_page(user: User) -> StartPage:
    page = user.window.findChild(StartPage)
    assert isinstance(page, StartPage)
    assert page.isVisible()
    return page


def child[Kind: QWidget](user: User, name: str, kind: type[Kind]) -> Kind:
    found = user.window.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def bar_on(page: StartPage) -> str:
    return page.notice.message.text() if page.notice.isVisible() else ""


def recent(user: User) -> list[str]:
    """Returns the file names that the start page lists as recent."""
    links = start_page(user).findChildren(LinkButton)
    return [str(link.property("file")) for link in links if link.property("file") and link.isVisible()]


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_shows_one_bar_and_keeps_what_was_open(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path, kind: str
) -> None:
    damaged = tmp_path / "skadet.botilbud"
    damaged.write_bytes(DAMAGED[kind])
    controller = aalborg.controller
    aalborg.write("projects.0.loan.2025", "23000")
    questions.will_answer(damaged)
    aalborg.control(Qt.Key.Key_O)
    assert aalborg.controller is controller
    assert aalborg.value("projects.0.loan.2025") == 23000
    assert aalborg.notice_text().startswith("Filen »skadet.botilbud« kan ikke åbnes: ")
    assert "\n" not in aalborg.notice_text()
    assert damaged.read_bytes() == DAMAGED[kind]
    assert [asked.kind for asked in questions.asked] == ["open"]


def test_a_damaged_file_at_the_start_leads_to_the_start_page_with_the_reason(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    damaged = tmp_path / "skadet.botilbud"
    damaged.write_bytes(DAMAGED["cut"])
    user = open_window(damaged)
    assert bar_on(start_page(user)) == (
        "Filen »skadet.botilbud« kan ikke åbnes: Den er beskadiget eller rettet i et andet program "
        "(linje 19, tegn 2, den slutter, før indholdet er færdigt)."
    )
    assert user.window.controller is None


def test_a_file_that_is_not_there_is_said(open_window: OpenWindow, tmp_path: Path) -> None:
    user = open_window(tmp_path / "væk.botilbud")
    assert bar_on(start_page(user)) == (
        "Filen »væk.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet."
    )


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_an_example_opens_as_a_copy_and_is_not_written(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, name: str
) -> None:
    shipped = resources_folder() / "examples" / f"{name}.botilbud"
    before = shipped.read_bytes()
    user = open_window(None)
    user.click(child(user, f"start.example.{name}", LinkButton))
    assert user.controller.location.path is None
    assert user.application.id != drafts.example(name).id
    assert "kopi af et eksempel" in user.notice_text()
    user.go_to("page.project.0")
    user.write("projects.0.name", "Mit eget")
    target = tmp_path / "min.botilbud"
    questions.will_answer(target)
    user.save()
    assert questions.last.suggested is not None
    assert "kopi" in questions.last.suggested.name
    assert questions.last.suggested.parent != shipped.parent
    assert shipped.read_bytes() == before
    assert target.exists()


def test_the_aalborg_example_says_at_once_that_both_texts_are_too_long(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.click(child(user, "start.example.aalborg", LinkButton))
    assert "tegn for lang" in user.notice_text()


def test_the_drafts_that_were_opened_or_saved_are_listed_newest_first(
    aalborg: User, questions: RecordedQuestions, open_window: OpenWindow, tmp_path: Path
) -> None:
    other = tmp_path / "anden & æøå.botilbud"
    questions.will_answer(other)
    aalborg.use_menu("Gem &som …")
    user = open_window(None)
    assert recent(user) == [str(other), str(aalborg.path)]
    links = [link for link in start_page(user).findChildren(LinkButton) if link.property("file")]
    assert links[0].words() == "anden & æøå"
    user.click(links[1])
    assert user.controller.location.path == aalborg.path


def test_a_link_with_room_enough_shows_all_its_words(qapp: QApplication) -> None:
    added = QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / "NotoSans-Regular.ttf"))
    font = QFont(QFontDatabase.applicationFontFamilies(added)[0], 10)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # widths are fractions, as on most screens
    for number in range(40):
        link = LinkButton(f"{'aæm'[number % 3] * number}.botilbud – /hjem/åse/{'i' * number}/kladder")
        link.setFont(font)
        one_line, width = link.heightForWidth(10_000), link.sizeHint().width()
        assert link.heightForWidth(width) == one_line, "the last word would be on a second line"
    QFontDatabase.removeApplicationFont(added)


def test_tab_goes_from_aabn_to_the_recent_drafts_before_the_examples(aalborg: User, open_window: OpenWindow) -> None:
    aalborg.window.close()
    user = open_window(None)
    child(user, "start.open", QPushButton).setFocus()
    user.press(Qt.Key.Key_Tab)
    link = QApplication.focusWidget()
    assert isinstance(link, LinkButton)
    assert link.property("file") == str(aalborg.path)
    user.press(Qt.Key.Key_Tab)
    assert child(user, "start.versions", LinkButton).hasFocus()
    user.press(Qt.Key.Key_Tab)
    assert child(user, "start.collect", LinkButton).hasFocus()
    user.press(Qt.Key.Key_Tab)
    assert child(user, "start.example.aalborg", LinkButton).hasFocus()


def test_an_example_is_not_listed_as_recent(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.click(child(user, "start.example.aalborg", LinkButton))
    user.control(Qt.Key.Key_W)
    assert recent(user) == []


def test_a_recent_draft_that_is_gone_is_said(aalborg: User, open_window: OpenWindow) -> None:
    assert aalborg.path is not None
    user = open_window(None)
    aalborg.path.unlink()
    link = next(link for link in start_page(user).findChildren(LinkButton) if link.property("file"))
    user.click(link)
    assert bar_on(start_page(user)).startswith(
        "Filen »kladde.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet."
    )


def test_a_new_draft_begins_with_the_chosen_municipality(open_window: OpenWindow) -> None:
    user = open_window(None)
    municipality = child(user, "start.municipality", QComboBox)
    assert QApplication.focusWidget() is municipality
    user.keys("thi")
    assert municipality.currentText() == "Thisted Kommune"
    user.click(child(user, "start.create", QPushButton))
    assert user.application.applicant.municipality_code == "787"
    user.go_to("page.applicant")
    assert any("ansog787" in text for text in user.texts())


def test_a_new_draft_without_a_municipality_begins_at_the_applicant(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.click(child(user, "start.create", QPushButton))
    assert user.page.objectName() == "page.applicant"
    assert user.combo("applicant.municipality_code").currentText() == "Ikke valgt"


def test_the_municipalities_are_98_in_danish_order(open_window: OpenWindow) -> None:
    municipality = child(open_window(None), "start.municipality", QComboBox)
    names = [municipality.itemText(row) for row in range(1, municipality.count())]
    assert len(names) == 98
    assert names == sorted(names, key=danish_key)
    assert names.index("Ærø Kommune") > names.index("Viborg Kommune")


def test_the_start_page_says_calmly_where_today_stands(open_window: OpenWindow) -> None:
    page = start_page(open_window(None))
    assert page.window_state.text() == f"{CLOSED} Du kan altid skrive kladder."


def test_the_status_bar_says_where_today_stands(aalborg: User) -> None:
    assert CLOSED in aalborg.status_bar()


def test_commands_that_need_a_draft_are_off_on_the_start_page(open_window: OpenWindow) -> None:
    user = open_window(None)
    menus = {menu.title(): [action for action in menu.actions() if action.text()] for menu in _menus(user.window)}
    seen = {action.text() for action in menus["&Vis"] if action.isEnabled()}
    assert seen == {"&Større tekst", "&Mindre tekst", "Normal te&kststørrelse"}
    assert not any(action.isEnabled() for action in menus["&Redigér"])
    enabled = {action.text() for action in menus["&Fil"] if action.isEnabled()}
    others = {"Tidligere &versioner …", "Tilfø&j en ansøgningsrunde …", "Sa&ml ansøgninger …"}
    others |= {"&Indstillinger …", "&Afslut"}
    assert enabled == {"&Ny kladde", "Ny kladde ud f&ra en tidligere …", "&Åbn …", *others}


def test_an_error_in_the_program_does_not_close_the_window(aalborg: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError("injected")

    with monkeypatch.context() as patch, capture_exceptions() as caught:
        patch.setattr(aalborg.workspace.steps, "render_view", fails)
        aalborg.write("projects.0.loan.2025", "23000")
    assert caught
    assert aalborg.window.isVisible()
    assert aalborg.value("projects.0.loan.2025") == 23000


def test_an_error_while_closing_keeps_the_window_open(aalborg: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError("injected")

    aalborg.write("projects.0.loan.2025", "23000")
    with monkeypatch.context() as patch:
        patch.setattr(FileSaver, "save", fails)
        with pytest.raises(RuntimeError, match="injected"):
            aalborg.window.close()
    assert aalborg.window.isVisible()
    assert aalborg.value("projects.0.loan.2025") == 23000


def _menus(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]
