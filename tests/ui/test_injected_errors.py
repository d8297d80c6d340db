"""An error injected into each slot and overridden method: the window stays open, a notice appears, nothing is lost."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QListWidget

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.comment_list import COMMENTS
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.instance.restart import WindowsRestarts
from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.storage.user.recent import remember_draft
from botilbud_desktop.ui.app import _DeferredServices
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.fields.optional.section import OptionalSection
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import prepared
from botilbud_desktop.ui.platform.enter_key import EnterPresses
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.platform.one_instance import HandedOver
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.printing.document_printing import DocumentPrinting
from botilbud_desktop.ui.printing.document_saving import DocumentSaving
from botilbud_desktop.ui.printing.joined_document import JoinedDocument
from botilbud_desktop.ui.printing.print_job import PrintJob
from botilbud_desktop.ui.sending.sending import Sending
from botilbud_desktop.ui.style.focus_ring import FocusRings
from botilbud_desktop.ui.style.system_switch import SystemSwitch
from botilbud_desktop.ui.versions.lost_dialog import LostDraftsDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from botilbud_desktop.ui.window.reopening import Reopening
from tests.added_rounds import NEXT, write_round
from tests.domain.for_colleagues import with_all_of_them
from tests.storage.lock_holders import held_by
from tests.ui import commented, drafts, test_injected_errors_in_dialogs, two_copies, version_reader
from tests.ui.called_points import all_points
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.error_scenes import SCENES
from tests.ui.error_watch import Watch
from tests.ui.injected_errors import injected
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.merger import Merger
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

pytestmark = pytest.mark.slow


def test_no_module_of_the_window_is_left_out() -> None:
    of_scenes = [module for modules in SCENES.values() for module in modules]
    assert {str(point) for point in all_points() if not point.is_in(*of_scenes)} == set()
    tests = {*globals(), *vars(test_injected_errors_in_dialogs)}
    assert {name for name in SCENES if name not in tests} == set()
    assert len(all_points()) > 200


@pytest.fixture
def recent(folders: UserFolders, tmp_path: Path) -> Path:
    """A draft that the start page lists as recent."""
    path = tmp_path / "nylig.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    remember_draft(folders.state, path)
    return path


def test_on_the_start_page(open_window: OpenWindow, recent: Path, modules: tuple[str, ...]) -> None:
    user = open_window(None)
    watch = Watch(user, modules)
    user.window._on_start_shown()
    watch.inject_all()
    watch.expect_all()


def test_on_every_page_of_a_draft(
    thisted: User, every_page: Callable[[], Iterator[str]], qapp: QApplication, modules: tuple[str, ...]
) -> None:
    thisted.write_and_leave("projects.0.gross_construction_cost", "125.000")  # so that a link offers to mend it
    thisted.controller.editor.set_value(COMMENTS, (commented.comment(1, "case_number"),))
    thisted.controller.tell_undoable("Posten er slettet.")
    watch = Watch(thisted, modules)
    for _page in every_page():
        watch.inject_all()
    thisted.go_to("page.description")
    thisted.click("judged_contents.1")
    watch.inject_all()
    thisted.press(Qt.Key.Key_Escape)
    thisted.go_to("page.applicant")
    thisted.combo("applicant.municipality_code").showPopup()
    settle()
    watch.inject_all()
    thisted.combo("applicant.municipality_code").hidePopup()
    thisted.go_to("page.project.0")
    thisted.click("projects.0.completion_date")
    thisted.press(Qt.Key.Key_Tab)
    thisted.press(Qt.Key.Key_Space)
    watch.inject_all()
    thisted.press(Qt.Key.Key_Escape)
    thisted.go_to("page.approve")
    thisted.click([link for link in thisted.links() if str(link.path) == "contacts.names"][-1])
    thisted.window.resize(667, 480)  # too narrow for the guidance
    settle()
    listeners = (FocusRings(qapp), EnterPresses(qapp), SystemSwitch(qapp))
    watch.inject_all()
    for listener in listeners:
        listener.deleteLater()
    watch.expect_all()


def test_in_what_is_for_colleagues(open_draft: OpenDraft, modules: tuple[str, ...]) -> None:
    user = open_draft(with_all_of_them(drafts.example("thisted")))
    watch = Watch(user, modules)
    for page in ("page.applicant", "page.project.0"):
        user.go_to(page)
        for section in user.page.findChildren(OptionalSection):
            section.open()
        settle()
        watch.inject_all()
    watch.expect_all()


def test_in_a_draft_that_is_too_large_for_the_form(open_draft: OpenDraft, modules: tuple[str, ...]) -> None:
    draft = replace(drafts.with_projects(MOST_PROJECTS + 1), description="ord " * 20_000)
    user = open_draft(draft)
    watch = Watch(user, modules)
    watch.inject_all()
    parts = user.window.findChild(QListWidget, "repair.parts")
    assert isinstance(parts, QListWidget)
    parts.setCurrentRow(0)
    parts.setCurrentRow(1)
    settle()
    watch.inject_all()
    watch.expect_all()


def test_in_rounds_and_in_a_draft_whose_round_is_missing(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    path = tmp_path / "fremtid.botilbud"
    path.write_bytes(draft_bytes(replace(drafts.complete(), round=NEXT)))
    user = open_window(path)
    source = write_round(tmp_path)
    questions.is_cautious = True
    watch = Watch(user, modules)
    watch.inject_all()
    questions.will_answer("add")
    user.window.rounds.add(source)
    settle()
    watch.inject_all()
    watch.expect_all()


def test_in_documents_of_an_approved_draft(
    complete: User, questions: RecordedQuestions, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    watch = Watch(complete, modules)
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve", tmp_path / "kvittering.pdf")
    complete.click("approve.approve")
    watch.inject_all()
    complete.click_notice("Gem kvitteringen …")
    watch.inject_all()
    watch.expect_all()


def test_while_a_draft_is_kept_and_a_lost_one_is_offered(
    programs: Programs, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    killed = programs.start(path, SLOW_FILE)
    killed.write("projects.0.name", "Det nye hus")
    assert killed.window.drafts.secure()
    programs.kill(killed)
    user = programs.start(path, SLOW_FILE)
    current = user.window.drafts
    assert current._recovery is not None
    assert current._recovery._found is not None
    watch = Watch(user, modules)
    watch.inject_all()
    current._recovery._merge_into(user.controller, current._recovery._found[0])
    settle()
    watch.inject_all()
    user.window.findChildren(MergeDialog)[0].reject()
    watch.expect_all()
    user.write("projects.0.loan.2025", "23000")
    assert current.secure()
    assert user.window.close()
    assert [entry.application.projects[0].name for entry in programs.journalled()] == ["Det nye hus"], "still offered"


def test_while_somebody_else_has_the_draft_open(
    open_window: OpenWindow, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    with held_by(Person("Åse Ørsted", "AAK-1"), path):
        watch = Watch(open_window(path), modules)
        watch.user.window.drafts.settle()
        watch.inject_all()
    watch.expect_all()


@pytest.fixture
def collecting() -> Iterator[None]:
    """Turns Python's garbage collection on again afterwards."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_in_what_the_program_has_beside_its_window(
    aalborg: User, tmp_path: Path, folders: UserFolders, modules: tuple[str, ...]
) -> None:
    window = aalborg.window
    instance = Instance(tmp_path / "program")
    assert instance.claim()
    beside = (
        HandedOver(instance, window, lambda path: path),
        _DeferredServices(window, instance, folders),
        ErrorReporter(window.notices, lambda: True, lambda: "Alt er gemt."),
        Reopening(WindowsRestarts(), window.drafts, window),
    )
    assert window.drafts.saving is not None
    sending = Sending(aalborg.controller, window.drafts.saving, window.repository, window.questions, window.say)
    watch = Watch(aalborg, modules)
    watch.inject_all()
    del sending
    beside[2].close()
    for one in beside:
        one.deleteLater()
    instance.release()
    watch.expect_all()


def test_in_a_comparison(aalborg: User, form: Round, modules: tuple[str, ...]) -> None:
    application = aalborg.application
    first, *others = application.projects
    longer = replace(first, name="Nyt", description=f"Først: {first.description}\nOg mere.")
    changed = replace(application, projects=(longer, *others))
    found = differences(application, changed, form)
    dialog = CompareDialog(aalborg.window, "Forskelle", "", "Før", "Nu", found, (("Hent", settle),))
    dialog.open()
    settle()
    watch = Watch(aalborg, modules)
    watch.inject_all()
    dialog.close()
    watch.expect_all()


def test_in_a_merge(aalborg: User, form: Round, modules: tuple[str, ...]) -> None:
    dialog = MergeDialog(aalborg.window, prepared(two_copies.three_conflicts(), form), form, "Din kladde", "Filen")
    merger = Merger(dialog)
    dialog.open()
    settle()
    watch = Watch(aalborg, modules)
    merger.go_on()
    watch.inject_all()
    assert merger.merged == []
    merger.choose(Choice.MINE)
    assert merger.chosen() is Choice.MINE
    merger.go_on(3)
    assert merger.page_of_texts.boxes
    watch.inject_all()
    dialog.reject()
    watch.expect_all()


def test_in_earlier_versions(
    aalborg: User, form: Round, library: FormLibrary, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    kept = History(tmp_path / "versioner", version_reader.ID)
    version_reader.keep_some_versions(kept)
    reader = version_reader.Opener(aalborg.window, form, library, tmp_path)(kept)
    watch = Watch(aalborg, modules)
    watch.inject_all()
    reader.choose(0)
    assert "2024-3" in " ".join(reader.said())
    assert reader.restored == []
    reader.dialog.reject()
    watch.expect_all()


def test_when_a_file_is_gone(
    open_window: OpenWindow, folders: UserFolders, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    draft = drafts.complete()
    history = History(folders.versions, draft.id)
    history.keep(draft_bytes(draft), NOW, Person("Åse", "PC-1"), Reason.SAVED, str(tmp_path / "væk.botilbud"))
    user = open_window(None)
    rescue = user.window.rescue
    watch = Watch(user, modules)
    watch.inject_all()
    rescue.show_all()
    assert rescue.finish(5)
    settle()
    watch.inject_all()
    listed = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LostDraftsDialog))
    user.click(listed.show_versions)
    watch.inject_all()
    dialog = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, VersionsDialog))
    dialog.reject()
    settle()
    watch.expect_all()


def test_in_what_ties_dialogs_to_the_draft(aalborg: User, tmp_path: Path, modules: tuple[str, ...]) -> None:
    assert aalborg.path is not None
    mailed = tmp_path / "mailet.botilbud"
    for path in (mailed, aalborg.path):
        path.write_bytes(draft_bytes(replace(aalborg.application, case_number="deres")))
    watch = Watch(aalborg, modules)
    for show in (
        partial(aalborg.window._on_copy_compared, mailed),
        aalborg.window._on_file_merged,
        partial(aalborg.window._on_found_merged, aalborg.window.repository.read(mailed), {}, settle),
        partial(aalborg.use_menu, "Tidligere &versioner …"),
    ):
        show()
        settle()
        watch.inject_all()
    watch.expect_all()


def test_in_the_transfer(complete: User, modules: tuple[str, ...]) -> None:
    assert complete.window.workbench is not None
    complete.go_to("page.transfer")
    transferring = complete.window.workbench.transferring()
    transferring.open_panel()
    assert transferring.panel is not None
    watch = Watch(complete, modules)
    for tab in range(transferring.panel.tabs.count()):
        transferring.panel.tabs.setCurrentIndex(tab)
        settle()
        watch.inject_all()
    watch.expect_all()


def test_an_error_while_a_key_is_dealt_with_costs_no_letter(aalborg: User) -> None:
    aalborg.click("projects.0.name")
    aalborg.press(Qt.Key.Key_End)
    before = aalborg.value("projects.0.name")
    changed = next(point for point in all_points() if str(point) == "draft.controller.DraftController._on_changed")
    error_reporter = ErrorReporter(aalborg.window.notices, lambda: True, lambda: "Alt er gemt.")
    with injected(changed.code, None) as shot:
        QTimer.singleShot(0, aalborg.window, lambda: aalborg.keys("x"))
        settle()
    error_reporter.close()
    assert shot.fired
    assert aalborg.value("projects.0.name") == f"{before}x"
    aalborg.keys("y")
    assert aalborg.value("projects.0.name") == f"{before}xy"


def test_a_window_that_failed_to_close_closes_the_next_time(aalborg: User) -> None:
    watch = Watch(aalborg, ("main_window", "window.draft_window"))
    watch.remaining = [point for point in watch.remaining if point.name == "closeEvent"]
    watch.inject_all()
    watch.expect_all()
    assert aalborg.window.isVisible()
    assert aalborg.window.close()


def test_in_vis_and_printing(
    complete: User, questions: RecordedQuestions, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    """Covers paging, a document laid out in a thread, and a print job."""
    watch = Watch(complete, modules)
    complete.controller.editor.set_value(field_path("description"), "a\n" * 1_000)
    draft = complete.window.workbench
    assert draft is not None
    draft.show_preview()
    settle()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    saving, notice = DocumentSaving(complete.window.repository, questions), complete.workspace.notice
    printing = DocumentPrinting(complete.controller, complete.window.repository, questions, saving, notice)
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    job = PrintJob(JoinedDocument([document]), printer, 1, complete.window)
    watch.inject_all()
    watch.expect_all()
    assert printing.job is None
    assert not job.is_empty
