"""A text from the web form, pasted back into the panel and compared; and the closing list (requirement 24)."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.pages.transfer import TransferPage
from botilbud_desktop.ui.platform.window_geometry import fitted
from botilbud_desktop.ui.transfer.clipboard import LARGEST_PASTE
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.keeping import NOW
from tests.ui.screen import texts_of
from tests.ui.test_danish_for_everyone import HOSTILE, assert_danish
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle

TEXT = "Målgruppen er borgere med behov ≤ 5.\nAlle pladser er til andre kommuner."


@pytest.fixture
def described(open_draft: OpenDraft) -> PanelUser:
    """A user at the panel, with the overall description shown."""
    there = PanelUser(open_draft(replace(drafts.complete(), description=TEXT)))
    there.show("description")
    there.enter()
    return there


def outcome(there: PanelUser) -> str:
    return there.panel.compare.outcome.text()


def test_the_same_text_with_the_browsers_line_breaks_is_the_same(described: PanelUser) -> None:
    described.paste_back(TEXT.replace("\n", "\r\n") + "\r\n")
    assert outcome(described) == "Teksterne er ens."
    assert described.panel.tabs.currentWidget() is described.panel.compare


def test_a_text_that_was_cut_says_how_much_is_missing_and_where(described: PanelUser) -> None:
    said = described.paste_back(TEXT[:-12])
    assert outcome(described) == "Webformularens tekst mangler 12 tegn til sidst."
    assert "Alle pladser er til and|re kommuner. …" in said
    assert "Alle pladser er til and|(slut)" in said


def test_a_replaced_character_is_named(described: PanelUser) -> None:
    described.paste_back(TEXT.replace("≤", "?"))
    assert outcome(described) == (
        "Webformularen har ændret tegn:\n• mindre end eller lig med (U+2264) er blevet til »?«"
    )


def test_the_first_difference_is_shown_in_both_texts(described: PanelUser) -> None:
    said = described.paste_back(TEXT.replace("andre", "egne"))
    assert outcome(described) == "Teksterne er forskellige fra linje 2."
    assert "|andre kommuner." in said
    assert "|egne kommuner." in said


def test_the_text_that_was_copied_here_is_not_taken_for_the_web_forms(described: PanelUser) -> None:
    described.control(Qt.Key.Key_V)
    assert "ligger stadig den tekst, du kopierede her" in outcome(described)


def test_an_empty_clipboard_and_far_too_much_text_are_said_calmly(described: PanelUser) -> None:
    QGuiApplication.clipboard().clear()
    described.control(Qt.Key.Key_V)
    assert "Der er ingen tekst i udklipsholderen." in outcome(described)
    described.paste_back("x" * (LARGEST_PASTE + 1))
    assert "for lang til at blive sammenlignet" in outcome(described)
    described.paste_back(" \r\n\u00a0")
    assert "Der er ingen tekst i udklipsholderen." in outcome(described)


def test_formatted_text_is_compared_as_plain_text(described: PanelUser) -> None:
    content = QMimeData()
    content.setHtml('<p>Noget andet<img src="file:///etc/passwd"></p>')
    content.setText(TEXT)
    QGuiApplication.clipboard().setMimeData(content)
    described.control(Qt.Key.Key_V)
    assert outcome(described) == "Teksterne er ens."


def test_the_button_compares_and_another_field_forgets_the_outcome(described: PanelUser) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    described.panel.tabs.setCurrentWidget(described.panel.compare)
    described.click(described.panel.compare.button)
    assert outcome(described) == "Teksterne er ens."
    described.click(described.panel.back_button)
    assert outcome(described) == ""


def test_an_outcome_is_forgotten_when_the_draft_is_changed(described: PanelUser) -> None:
    described.paste_back(TEXT)
    assert outcome(described) == "Teksterne er ens."
    user = described.back_to_the_window()
    user.go_to("page.contacts")
    user.write_and_leave("contacts.names", "Åse Ørsted")
    assert outcome(described) == "Teksterne er ens."
    user.go_to("page.description")
    user.write_and_leave("description", "En anden tekst")
    assert outcome(described) == ""


def test_an_amount_that_the_form_shows_with_a_dot_is_the_same(complete: User) -> None:
    there = PanelUser(complete)
    there.show("projects[0].loan.2025")
    there.paste_back("22.900")
    assert outcome(there) == "Teksterne er ens, men webformularen skriver »22.900«."


def test_a_long_text_says_what_the_form_counts_and_what_may_break(open_draft: OpenDraft) -> None:
    there = PanelUser(open_draft(replace(drafts.complete(), description="a→\n" * 1100)))
    there.show("description")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    said = there.panel.field.note.text()
    assert "Webformularen tæller 3.300 af 4.000 tegn, men 4.400, hvis linjeskift tæller dobbelt." in said
    assert "pil mod højre (U+2192)" in said


def test_a_text_over_the_limit_says_how_much_the_form_will_not_take(open_draft: OpenDraft) -> None:
    there = PanelUser(open_draft(replace(drafts.complete(), description="a" * 4212)))
    there.show("description")
    there.enter()
    assert "Teksten er 212 tegn for lang. Webformularen tager højst 4.000 tegn." in there.panel.field.note.text()
    assert QGuiApplication.clipboard().mimeData().text() == "a" * 4212
    there.paste_back("a" * 4000)
    assert outcome(there) == "Webformularens tekst mangler 212 tegn til sidst."


def test_a_draft_that_is_not_approved_warns_with_a_link_and_can_be_transferred(complete: User) -> None:
    complete.go_to("page.transfer")
    assert any("Ansøgningen er ikke godkendt internt endnu" in text for text in complete.texts())
    link = next(link for link in complete.links() if link.words() == "Gå til »Vis og godkend«")
    there = PanelUser(complete)
    assert "ikke godkendt internt" in there.panel.warning.text()
    there.enter()
    assert there.counted.startswith("1 af")
    there.back_to_the_window()
    complete.click(link)
    assert complete.page.objectName() == "page.approve"


def test_an_approved_draft_is_transferred_without_a_warning_and_stays_as_it_is(open_draft: OpenDraft) -> None:
    user = open_draft(approved(drafts.complete(), "Åse", NOW))
    before = user.application
    there = PanelUser(user)
    assert there.panel.warning.text() == ""
    assert "Ansøgningen er godkendt internt." in user.texts()
    for _field in range(18):
        there.enter()
    user.click("transfer.sent")
    assert user.line("transfer.sent.date").text() == "23.11.2026"
    assert user.application == before
    assert user.view.read_only


def test_a_change_after_the_approval_is_said(open_draft: OpenDraft) -> None:
    user = open_draft(replace(approved(drafts.complete(), "Åse", NOW), case_number="2"))
    there = PanelUser(user)
    assert "Ansøgningen er ændret, siden den blev godkendt internt." in there.panel.warning.text()


def test_send_without_godkend_is_said_as_the_danger_it_is(complete: User) -> None:
    complete.go_to("page.transfer")
    complete.click("transfer.sent")
    assert any(
        text.startswith("Ansøgningen er gemt med »Send«, men ikke godkendt på www.indtast.dk")
        and "15. maj 2024" in text
        for text in complete.texts()
    )
    complete.click("transfer.approved")
    assert not any(text.startswith("Ansøgningen er gemt med »Send«, men ikke") for text in complete.texts())
    assert not any("Stopper du efter »Send«" in text for text in complete.texts())
    assert "Ansøgningen er indsendt: Du har trykket »Godkend« på www.indtast.dk." in complete.texts()
    complete.click("transfer.approved")
    assert "Ansøgningen er indsendt: Du har trykket »Godkend« på www.indtast.dk." not in complete.texts()


def test_each_date_is_today_at_first_and_can_be_written_in_any_notation(
    complete: User, open_window: OpenWindow
) -> None:
    complete.go_to("page.transfer")
    complete.click("transfer.sent")
    assert complete.line("transfer.sent.date").text() == "23.11.2026"
    complete.write_and_leave("transfer.sent.date", "14/5-2024")
    assert complete.line("transfer.sent.date").text() == "14.05.2024"
    complete.write_and_leave("transfer.viewed.date", "15. maj 2024")
    assert complete.widget("transfer.viewed", QAbstractButton).isChecked()
    complete.window.close()
    again = open_window(complete.path)
    again.go_to("page.transfer")
    assert again.line("transfer.sent.date").text() == "14.05.2024"
    assert again.line("transfer.viewed.date").text() == "15.05.2024"
    again.click("transfer.sent")
    assert again.line("transfer.sent.date").text() == ""


def test_what_is_no_date_is_said_and_stays_to_be_mended(complete: User) -> None:
    complete.go_to("page.transfer")
    complete.click("transfer.sent")
    complete.write_and_leave("transfer.sent.date", "31.02.2024")
    assert any("31.02.2024 findes ikke i kalenderen." in text for text in complete.texts())
    assert complete.line("transfer.sent.date").text() == "31.02.2024"
    complete.write_and_leave("transfer.sent.date", "24.12.2026")
    assert "Datoen ligger i fremtiden." in complete.texts()


def test_what_is_no_date_yet_is_not_complained_of_while_it_is_typed(complete: User) -> None:
    complete.go_to("page.transfer")
    complete.click("transfer.sent")
    complete.write("transfer.sent.date", "31.02.2024")
    assert not any("findes ikke i kalenderen" in text for text in complete.texts())
    complete.press(Qt.Key.Key_Tab)
    assert any("31.02.2024 findes ikke i kalenderen." in text for text in complete.texts())


@pytest.mark.parametrize(("coordination", "is_there"), [(Coordination.KKR, True), (Coordination.NONE, False)])
def test_documents_are_to_be_mailed_only_for_a_coordinated_project(
    open_draft: OpenDraft, coordination: Coordination, is_there: bool
) -> None:
    user = open_draft(_coordinated(drafts.complete(), coordination))
    user.go_to("page.transfer")
    shown = [widget for widget in user.page.findChildren(QAbstractButton, "transfer.mailed") if widget.isVisible()]
    assert bool(shown) is is_there
    assert any("tilskudsforvaltning@sbst.dk" in text for text in user.texts()) is is_there


def _coordinated(draft: Application, coordination: Coordination) -> Application:
    projects = tuple(replace(project, coordination=coordination) for project in draft.projects)
    return replace(draft, projects=projects)


def test_the_login_name_is_told_and_no_password_is_asked_for(complete: User) -> None:
    complete.go_to("page.transfer")
    assert any("ansog851" in text for text in complete.texts())
    secret = [line for line in complete.page.findChildren(QLineEdit) if line.echoMode() != QLineEdit.EchoMode.Normal]
    assert secret == []
    assert not any("kode" in line.accessibleName().lower() for line in complete.page.findChildren(QLineEdit))


def test_more_projects_than_rows_are_said(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(6))
    user.go_to("page.transfer")
    assert any("mere end fem projekter" in text for text in user.texts())
    assert "0 af 35 felter er overført" in user.texts()


def test_a_half_typed_amount_is_said_before_it_is_missed(complete: User) -> None:
    complete.write_and_leave("projects.0.loan.2025", "22,9")
    there = PanelUser(complete)
    there.show("projects[0].loan.2025")
    assert "I kladden står »22,9«" in there.panel.field.note.text()


def test_the_panel_is_narrow_stays_on_top_and_stands_at_the_right_edge(complete: User) -> None:
    there = PanelUser(complete)
    screen = complete.window.screen().availableGeometry()
    assert there.panel.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert there.panel.width() == 360
    assert screen.right() - there.panel.geometry().right() < 20
    assert there.panel.minimumSizeHint().height() <= 468
    assert there.panel.minimumSizeHint().width() <= 360


def test_the_panel_remembers_its_place_and_copes_with_a_screen_that_is_gone(
    complete: User, folders: UserFolders
) -> None:
    there = PanelUser(complete)
    there.panel.setGeometry(40, 60, 380, 640)
    there.press(Qt.Key.Key_Escape)
    assert not there.panel.isVisible()
    there.back_to_the_window()
    complete.control(Qt.Key.Key_T)
    assert there.panel.isVisible()
    assert there.panel.geometry().getRect() == (40, 60, 380, 640)
    there.panel.setGeometry(9_000, 9_000, 380, 640)
    assert complete.window.workbench is not None
    complete.window.workbench.leave()
    there.back_to_the_window()
    complete.control(Qt.Key.Key_T)
    screens = [complete.window.screen().availableGeometry()]
    assert fitted(there.panel.geometry(), screens) == there.panel.geometry()
    assert (folders.state / "transfer-window.json").exists()


def test_the_panel_goes_with_its_draft(complete: User) -> None:
    there = PanelUser(complete)
    assert there.panel.isVisible()
    there.back_to_the_window()
    complete.control(Qt.Key.Key_W)
    shown = [widget.objectName() for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert "transfer.panel" not in shown


def test_everything_in_the_panel_is_danish_plain_and_named(described: PanelUser) -> None:
    described.paste_back("noget helt andet")
    for tab in range(described.panel.tabs.count()):
        described.panel.tabs.setCurrentIndex(tab)
        assert_danish(texts_of(described.panel))
    for label in described.panel.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for button in described.panel.findChildren(QAbstractButton):
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.text() or button.accessibleName()
    assert described.panel.field.text.accessibleName() == "Samlet beskrivelse (højst 4.000 tegn)"
    assert described.panel.list.list.accessibleName() == "Alle felter"


def test_mnemonics_are_unique_in_each_view_of_the_panel(complete: User) -> None:
    there = PanelUser(complete)
    for tab in range(there.panel.tabs.count()):
        there.panel.tabs.setCurrentIndex(tab)
        settle()
        texts = [button.text() for button in there.panel.findChildren(QAbstractButton) if button.isVisible()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) >= 4
        assert len(set(letters)) == len(letters), letters


def test_markup_in_a_field_is_shown_and_copied_as_it_is(open_draft: OpenDraft) -> None:
    draft = drafts.complete()
    user = open_draft(replace(draft, projects=(replace(draft.projects[0], name=HOSTILE),)))
    there = PanelUser(user)
    there.enter()
    there.enter()
    assert QGuiApplication.clipboard().mimeData().text() == HOSTILE
    assert there.panel.field.text.toPlainText() == HOSTILE
    assert "»<i«" in there.panel.field.note.text() or "»<b«" in there.panel.field.note.text()


def test_the_page_and_the_panel_agree(complete: User) -> None:
    there = PanelUser(complete)
    there.enter()
    page = complete.page
    assert isinstance(page, TransferPage)
    assert page.counted.text() == there.counted == "1 af 17 felter er overført"
    assert page.note.text() == ""
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (4000, "Teksten fylder højst 4.000 af 4.000 tegn i webformularen."),
        (4001, "Teksten er 1 tegn for lang. Webformularen tager højst 4.000 tegn."),
    ],
)
def test_the_limit_of_the_web_form_is_kept_to_the_character(open_draft: OpenDraft, length: int, said: str) -> None:
    there = PanelUser(open_draft(replace(drafts.complete(), description="a" * length)))
    there.show("description")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    assert said in there.panel.field.note.text()


def test_as_much_as_may_be_pasted_is_compared_and_one_character_more_is_not(described: PanelUser) -> None:
    described.paste_back("x" * 200_000)
    assert "for lang til at blive sammenlignet" not in outcome(described)
    described.paste_back("x" * 200_001)
    assert "for lang til at blive sammenlignet" in outcome(described)
