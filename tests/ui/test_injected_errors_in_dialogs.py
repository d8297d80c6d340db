"""An error injected into each slot and overridden method of the windows, dialogs and panes beside the draft."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.carrying.carry_dialog import CarryDialog
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.printing.receipts_dialog import ReceiptsDialog
from botilbud_desktop.ui.settings.appearance import apply_appearance
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from botilbud_desktop.ui.spelling.suggestion_menu import SuggestionMenu
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.text_help.text_help_dialog import Tab, TextHelpDialog
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from botilbud_desktop.ui.widgets.heard import install
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.workbench.importing import TableImporting
from tests.added_rounds import NEXT, library_of, write_round
from tests.ui import attaching, commented, drafts
from tests.ui.agenda_user import AgendaUser
from tests.ui.collector import Collector
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.error_watch import Watch
from tests.ui.judged import CONTRADICTS, use_made_up_rules
from tests.ui.proposals import QUOTES, two_projects
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.spelled import begin, real_helper, spelling_of
from tests.ui.test_table_import import TABLE, back_to, paste
from tests.ui.user import User, settle

pytestmark = pytest.mark.slow


@pytest.fixture
def reset_appearance(qapp: QApplication) -> Iterator[None]:
    yield
    apply_appearance(qapp, Settings())


def _close(dialog: QDialog) -> None:
    dialog.done(0)
    settle()


def test_in_what_screen_readers_are_told(aalborg: User, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    install()
    QAccessible.setActive(True)
    try:
        aalborg.workspace.notice.say("Kopieret.", State.DONE)
        page, pane = aalborg.page, aalborg.workspace.pane
        told = (page.heading, pane.findChildren(Disclosure)[0], page.findChildren(LinkButton)[0])
        asked = [QAccessible.queryAccessibleInterface(widget) for widget in told]
        watch.inject_all()
        assert len(asked) == len(told)
    finally:
        QAccessible.setActive(False)
    watch.expect_all()


def test_in_the_guide_the_log_and_about(aalborg: User, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    current, window = aalborg.window.drafts, aalborg.window
    error_reporter = ErrorReporter(window.notices, current.secure, current.what_is_saved)
    window.help.begin_notes(error_reporter)
    watch.inject_all()
    window.help.end_notes()
    error_reporter.close()
    for words in ("&Om Botilbud Desktop", "&Log til it-afdelingen …"):
        aalborg.use_menu(words)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        watch.inject_all()
        _close(dialog)
    window.activateWindow()
    settle()
    aalborg.press(Qt.Key.Key_F1)
    guide = window.findChild(GuideWindow)
    assert guide is not None
    watch.inject_all()
    guide.close()
    aalborg.use_menu("Ministeriets &brev og vejledning")
    watch.inject_all()
    watch.expect_all()


@pytest.mark.usefixtures("reset_appearance")
def test_in_the_settings(aalborg: User, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    aalborg.use_menu("&Indstillinger …")
    watch.inject_all()
    for dialog in aalborg.window.findChildren(SettingsDialog):
        _close(dialog)
    watch.expect_all()


def test_in_a_draft_from_an_earlier_one(aalborg: User, questions: RecordedQuestions, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    questions.will_answer(aalborg.path)
    aalborg.use_menu("Ny kladde ud f&ra en tidligere …")
    watch.inject_all()
    for dialog in aalborg.window.findChildren(CarryDialog):
        _close(dialog)
    watch.expect_all()


def test_in_a_table_that_is_imported(aalborg: User, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    dialog = paste(aalborg, TABLE)
    beside = TableImporting(aalborg.workspace, aalborg.window.repository.drive, aalborg.window)
    watch.inject_all()
    _close(dialog)
    beside.deleteLater()
    back_to(aalborg)
    watch.expect_all()


def test_in_a_document_that_is_fetched(aalborg: User, modules: tuple[str, ...]) -> None:
    watch = Watch(aalborg, modules)
    assert aalborg.window.workbench is not None
    assert aalborg.window.dropping is not None
    importing = aalborg.window.workbench.document_importing()
    snapshot, round_ = aalborg.controller.editor.snapshot, aalborg.controller.round
    dialog = DocumentDialog(aalborg.window, "fra udklipsholderen", two_projects(), QUOTES, snapshot, round_)
    dialog.take_asked.connect(partial(importing._on_take_asked, dialog))
    dialog.open()
    dialog.activateWindow()
    for field in ("projects[0].places[0]", "projects[0].description", "projects[0].name"):
        found = next(row for row in dialog.choices.rows if row.found.field == field_path(field))
        dialog.values.setCurrentItem(dialog.values.item_of(found))
        settle()
        watch.inject_all()
    QTest.keyClick(dialog.values, Qt.Key.Key_Up)
    settle()
    watch.inject_all()
    _close(dialog)
    back_to(aalborg)
    watch.expect_all()


def test_in_comments(open_draft: OpenDraft, modules: tuple[str, ...]) -> None:
    user = open_draft(commented.draft())
    watch = Watch(user, modules)
    user.go_to("page.project.0")
    user.click(commented.LOAN)
    watch.inject_all()
    user.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    user.keys("Ja")
    watch.inject_all()
    user.go_to("page.check")
    watch.inject_all()
    watch.expect_all()


def test_in_attachments(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    user = open_draft(attaching.coordinated(Coordination.KKR))
    user.go_to("page.project.0")
    attaching.attach(user, questions, attaching.pdf(tmp_path / "andet sted"))
    questions.is_cautious = True
    watch = Watch(user, modules)
    watch.inject_all()
    user.go_to("page.transfer")
    watch.inject_all()
    watch.expect_all()


def test_in_a_draft_whose_round_was_changed(
    open_window: OpenWindow, library: FormLibrary, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    write_round(tmp_path / "user")
    library.try_out(library_of(tmp_path / "machine", tmp_path / "user").round(NEXT))
    path = tmp_path / "fremtid.botilbud"
    path.write_bytes(draft_bytes(replace(drafts.complete(), round=NEXT, projects=())))
    user = open_window(path)
    user.go_to("page.applicant")
    user.write("case_number", "27-1")
    user.save()
    settle()
    watch = Watch(user, modules)
    watch.inject_all()
    watch.expect_all()


def test_in_the_agenda_of_collected_drafts(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "aalborg.botilbud").write_bytes(draft_bytes(drafts.example("aalborg")))
    user = open_window(None)
    questions.will_answer(folder, tmp_path / "dagsorden.xlsx")
    questions.is_cautious = True
    there = AgendaUser(Collector(user, questions))
    there.choose_paper("Excel …")
    there.wait_until_made()
    there.click_row(2)
    watch = Watch(user, modules)
    watch.inject_all()
    there.wait_until_saved()
    there.there.close()
    watch.expect_all()


def test_in_collected_drafts(
    open_window: OpenWindow,
    library: FormLibrary,
    questions: RecordedQuestions,
    tmp_path: Path,
    modules: tuple[str, ...],
) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    for number, name in enumerate(("aalborg", "kopi")):
        draft = replace(drafts.example("aalborg"), case_number=str(number))
        (folder / f"{name}.botilbud").write_bytes(draft_bytes(draft))
    write_round(tmp_path / "user")
    library.try_out(library_of(tmp_path / "machine", tmp_path / "user").round(NEXT))
    (folder / "senere.botilbud").write_bytes(draft_bytes(replace(drafts.complete(), round=NEXT, projects=())))
    user = open_window(None)
    questions.will_answer(folder)
    questions.is_cautious = True
    there = Collector(user, questions)
    watch = Watch(user, modules)
    there.choose(there.window.choices.grouping, "Region")
    user.click(there.window.summary.pictures.toggle)
    watch.inject_all()
    there.window.choices.search.setText("findes ikke")
    settle()
    watch.inject_all()
    there.window.show_collection(Gathered())
    settle()
    watch.inject_all()
    there.close()
    watch.expect_all()


def test_in_what_a_text_says_otherwise_than_the_form(
    open_draft: OpenDraft, modules: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_made_up_rules(monkeypatch)
    user = open_draft(replace(drafts.complete(), description=f"Vi bygger {CONTRADICTS}."))
    user.go_to("page.description")
    user.click(next(link for link in user.links() if link.words() == "Vis i teksten"))
    watch = Watch(user, modules)
    watch.inject_all()
    watch.expect_all()


def test_in_sentences_from_the_table(open_draft: OpenDraft, modules: tuple[str, ...]) -> None:
    """Covers the offer, also by way of a required content, and a sentence that the table no longer bears."""
    earlier = InsertedFact(content=4, text="Der søges om låneadgang på 1 mio. kr. i 2025.")
    draft = replace(drafts.complete(), description=f"{earlier.text} Alt andet.", inserted_facts=(earlier,))
    user = open_draft(draft)
    user.go_to("page.description")
    watch = Watch(user, modules)
    user.click("judged_contents.2")
    watch.inject_all()
    user.press(Qt.Key.Key_Escape)
    user.click("description.facts")
    watch.inject_all()
    user.press(Qt.Key.Key_Escape)
    watch.inject_all()
    watch.expect_all()


def test_in_spelling(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders, modules: tuple[str, ...]
) -> None:
    repository.make_helper = partial(real_helper, folders)
    user = open_draft(replace(drafts.complete(), description="Der er botræning på stedet."))
    user.go_to("page.description")
    begin(user)
    area, spelling = user.area("description"), spelling_of(user)
    place = next(one for one in spelling.texts[-1].places(0, 40) if one.word == "botræning")
    menu = QMenu(area)
    SuggestionMenu(area, spelling.verdicts, place, menu).fill()
    watch = Watch(user, modules)
    watch.inject_all()
    watch.expect_all()


def test_in_writing(empty: User, modules: tuple[str, ...]) -> None:
    """Covers the parts below a text, find and replace, the explained count, and the full window."""
    watch = Watch(empty, modules)
    empty.click("projects.0.description")
    empty.paste("Øst → vest\n•\tbo\u00adlig med plads til mange og der er stort be-\nhov for den")
    empty.press(Qt.Key.Key_Tab)
    empty.control(Qt.Key.Key_F)
    watch.inject_all()
    empty.click("projects.0.description.counts")
    watch.inject_all()
    empty.press(Qt.Key.Key_Escape)
    empty.press(Qt.Key.Key_F11)
    watch.inject_all()
    watch.expect_all()


def test_in_help_with_a_text(open_draft: OpenDraft, modules: tuple[str, ...]) -> None:
    """Covers what makes a text shorter, what uses its characters, and how hard it is to read."""
    user = open_draft(replace(drafts.complete(), description="Pladserne oprettes, såfremt lånet opnås."))
    user.go_to("page.description")
    watch = Watch(user, modules)
    user.click("description.shorter")
    (dialog,) = user.window.findChildren(TextHelpDialog)
    for tab in Tab:
        dialog.tabs.setCurrentIndex(tab)
        watch.inject_all()
    watch.expect_all()


def test_in_earlier_receipts(complete: User, questions: RecordedQuestions, modules: tuple[str, ...]) -> None:
    watch = Watch(complete, modules)
    dialog = ReceiptsDialog(complete.controller, (), complete.window.repository, questions, complete.window)
    dialog.open()
    settle()
    watch.inject_all()
    _close(dialog)
    watch.expect_all()
