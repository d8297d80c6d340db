"""What users do that touches files: each deed is prepared, done and leaves the window ready for the next."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import shiboken6
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QToolButton, QWidget

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.settings.open_settings import open_settings
from botilbud_desktop.ui.window.draft_window import DraftWindow
from tests.ui import attachment_deeds, drafts
from tests.ui.agenda_user import make_agenda
from tests.ui.collector import collect_again
from tests.ui.document_deeds import print_form, print_papers, save_papers
from tests.ui.fetching_deeds import FETCHING
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.repair_deeds import repair_deeds
from tests.ui.round_deeds import add_round, look_for_rounds, open_without_round
from tests.ui.user import User, settle

LOAN = "projects.0.loan.2025"
_MOST_BUTTONS = 100
_CLOSING = ("Luk", "&Luk", "Annullér")


class Scene(NamedTuple):
    """Where a deed is done."""

    user: User
    questions: RecordedQuestions
    drive: Path
    """The folder with the drafts."""

    def file(self, name: str) -> Path:
        """Returns the path of a file that does not exist yet."""
        return self.drive / name

    def draft(self, name: str = "anden.botilbud") -> Path:
        """Writes another draft of the same application, with changes."""
        path = self.drive / name
        changed = self.user.application.model_copy(update={"case_number": "2024-77"})
        path.write_bytes(draft_bytes(changed))
        return path


type Prepare = Callable[[Scene], Callable[[], object]]
"""Prepares a deed, and returns what does it."""


def _window(scene: Scene) -> DraftWindow:
    return scene.user.window


def _menu(words: str, *answers: str, makes: str = "") -> Prepare:
    def prepare(scene: Scene) -> Callable[[], object]:
        scene.questions.will_answer(*(scene.file(answer) for answer in answers))
        if makes:
            scene.draft(makes)
        return lambda: scene.user.use_menu(words)

    return prepare


def _open(scene: Scene) -> Callable[[], object]:
    path = scene.draft()
    return lambda: _window(scene).drafts.open_path(path)


def _new(scene: Scene) -> Callable[[], object]:
    return lambda: _window(scene).drafts.open_new(drafts.ROUND, "851")


def _start_page(scene: Scene) -> Callable[[], object]:
    return _window(scene).show_start


def _save(scene: Scene) -> Callable[[], object]:
    scene.user.write(LOAN, "23000")
    return scene.user.save


def _close(scene: Scene) -> Callable[[], object]:
    scene.user.write(LOAN, "23000")
    return _window(scene).drafts.let_go


def _log_off(scene: Scene) -> Callable[[], object]:
    scene.user.write(LOAN, "23000")
    return _window(scene).drafts.end_session


def _send(scene: Scene) -> Callable[[], object]:
    scene.user.write(LOAN, "23000")
    scene.questions.will_answer("copy")
    return lambda: scene.user.use_menu("Send til k&ollega …")


def _settle(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts.settle


def _compare(scene: Scene) -> Callable[[], object]:
    path = scene.draft()
    workbench = _window(scene).workbench
    assert workbench is not None
    return partial(workbench.comparisons(_window(scene)).compare_with, path)


def _merge(scene: Scene) -> Callable[[], object]:
    path = scene.draft()
    workbench = _window(scene).workbench
    assert workbench is not None
    return partial(workbench.comparisons(_window(scene))._merge_copy, path)


def _merge_file(scene: Scene) -> Callable[[], object]:
    path = scene.user.path
    assert path is not None
    scene.user.write(LOAN, "23000")
    path.write_bytes(draft_bytes(scene.user.application.model_copy(update={"case_number": "2024-77"})))
    workbench = _window(scene).workbench
    assert workbench is not None
    return workbench.comparisons(_window(scene)).merge_with_file


def _conflict(scene: Scene) -> Callable[[], object]:
    path = scene.user.path
    assert path is not None
    scene.user.write(LOAN, "23000")
    path.write_bytes(draft_bytes(scene.user.application.model_copy(update={"case_number": "2024-77"})))
    return scene.user.save


def _document(kind: DocumentKind) -> Prepare:
    def prepare(scene: Scene) -> Callable[[], object]:
        scene.questions.will_answer(scene.file(f"{kind}.pdf"))
        workbench = _window(scene).workbench
        assert workbench is not None
        return lambda: workbench._on_document_asked(kind)

    return prepare


def _text(scene: Scene) -> Callable[[], object]:
    scene.questions.will_answer(scene.file("felter.txt"))
    workbench = _window(scene).workbench
    assert workbench is not None
    return workbench._on_text_asked


def _import(scene: Scene) -> Callable[[], object]:
    path = scene.file("projekter.xlsx")
    path.write_bytes(b"no workbook")
    workbench = _window(scene).workbench
    assert workbench is not None
    return lambda: workbench.table_importing().open(path)


def _versions(scene: Scene) -> Callable[[], object]:
    workbench = _window(scene).workbench
    assert workbench is not None
    comparisons, lost = workbench.comparisons(_window(scene)), _window(scene).rescue.show_all
    return lambda: comparisons.show_versions(lost)


def _lost_drafts(scene: Scene) -> Callable[[], object]:
    return _window(scene).rescue.show_all


def _export_version(scene: Scene) -> Callable[[], object]:
    path = scene.file("version.botilbud")
    workbench = _window(scene).workbench
    assert workbench is not None
    comparisons = workbench.comparisons(_window(scene))
    return lambda: comparisons._export(path, b"{}")


def _settings(scene: Scene) -> Callable[[], object]:
    assert _window(scene).repository.settings.current  # read when the program starts
    return lambda: open_settings(_window(scene))


def _settings_folder(scene: Scene) -> Callable[[], object]:
    dialog = open_settings(_window(scene))
    dialog.sections.drafts.input.setText(str(scene.file("mappe")))
    return dialog.save_button.click


def _recover(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts._start_housekeeping_and_recovery


def _work_copy(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts._on_copy_asked


def _open_again(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts._on_open_again


def _what_is_saved(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts.what_is_saved


def _approve(scene: Scene) -> Callable[[], object]:
    """Approves, which also keeps the receipt in the user's own folder."""
    scene.user.go_to("page.approve")
    scene.user.write("approve.name", "Åse")
    scene.questions.will_answer("approve")
    return lambda: scene.user.click("approve.approve")


def _receipt(scene: Scene) -> Callable[[], object]:
    _approve(scene)()
    scene.questions.will_answer(scene.file("kvittering.pdf"))
    workbench = _window(scene).workbench
    assert workbench is not None
    return lambda: workbench._on_document_asked(DocumentKind.RECEIPT)


def _tick(scene: Scene) -> Callable[[], object]:
    workbench = _window(scene).workbench
    assert workbench is not None
    transfer = workbench.transferring().transfer
    return lambda: transfer.tick(0)


def _panel(scene: Scene) -> Callable[[], object]:
    """Opens the panel, presses its buttons and closes it, which keeps where it was."""
    workbench = _window(scene).workbench
    assert workbench is not None
    scene.questions.is_cautious = True

    def do() -> None:
        workbench.transferring().open_panel()
        panel = workbench.transferring().panel
        assert panel is not None
        _press_all(panel)
        panel.close()

    return do


def _recent(scene: Scene) -> Callable[[], object]:
    """Shows the start page with drafts to choose from, and presses its buttons."""
    scene.questions.is_cautious = True

    def do() -> None:
        _window(scene).show_start()
        settle()
        _press_all(_window(scene))

    return do


def _menu_and_buttons(words: str) -> Prepare:
    """A command, and each button of what it opens; every question gets the safe answer."""

    def prepare(scene: Scene) -> Callable[[], object]:
        action = scene.user.action(words)
        before = {*_shown()}
        scene.questions.is_cautious = True

        def do() -> None:
            action.trigger()
            settle()
            for top in [each for each in _shown() if each not in before]:
                _press_all(top)

        return do

    return prepare


def _page_and_buttons(page: str) -> Prepare:
    """Goes to a page and presses each of its buttons; every question gets the safe answer."""

    def prepare(scene: Scene) -> Callable[[], object]:
        scene.user.controller.reveal_everything()
        scene.questions.is_cautious = True

        def do() -> None:
            scene.user.go_to(page)
            _press_all(scene.user.page)

        return do

    return prepare


def _shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _press_all(top: QWidget) -> None:
    """Presses each button that is shown, also those that turn up meanwhile; menus open at no file."""
    pressed: list[QAbstractButton] = []
    before = {*_shown()}
    while shiboken6.isValid(top) and top.isVisible():
        buttons = (button for button in top.findChildren(QAbstractButton) if _can_be_pressed(button))
        button = next((button for button in buttons if button not in pressed), None)
        if button is None or len(pressed) > _MOST_BUTTONS:
            return
        pressed.append(button)
        button.click()
        settle()
        for other in _shown():
            if other not in before and isinstance(other, QDialog):
                other.reject()
        settle()


def _can_be_pressed(button: QAbstractButton) -> bool:
    opens_menu = isinstance(button, QPushButton | QToolButton) and button.menu() is not None
    return button.isVisible() and button.isEnabled() and not opens_menu and button.text() not in _CLOSING


COMMANDS = (
    *("&Ny kladde", "&Åbn …", "&Gem kladde", "Gem &som …", "Gem en &kopi …", "Tidligere &versioner …"),
    *("Send til k&ollega …", "Gem som &Word …", "Gem som E&xcel …", "Ny kladde ud f&ra en tidligere …"),
    *("Sammenlign eller &flet med en kopi …", "Indsæt projekter fra Ex&cel-fil …", "&Udskriv …", "&Indstillinger …"),
    *("H&ent fra dokument …", "&Hent fra udklipsholderen …", "Tilfø&j en ansøgningsrunde …", "Sa&ml ansøgninger …"),
    *("Gem alle &papirer …", "U&dskriv alle papirer …", "Næste d&el af vinduet", "Fo&rrige del af vinduet"),
    *("&Luk kladden", "&Afslut", "&Fortryd", "&Gentag", "&Søg …", "Søg og &erstat …", "Næste f&und", "F&orrige fund"),
    *("Skemaet si&de for side", "&Tilbage", "&Næste", "&Større tekst", "&Mindre tekst", "Normal te&kststørrelse"),
    *("&Overførselspanelet", "Skriv i hele &vinduet", "&Vejledning", "Ministeriets &brev og vejledning"),
    *("K&lip", "Kop&iér", "Sæ&t ind", "Gø&r teksten kortere …", "Læs&barhed …"),
    *("Sta&vekontrol: næste ukendte ord", "Forslag til or&det", "Indsæt sætning fra ske&maet …"),
    *("&Log til it-afdelingen …", "&Om Botilbud Desktop", "Skriv en &kommentar", "Pak &til KKR …"),
)
"""Every command of the menus but those that go to a page."""
PAGES = ("applicant", "projects", "project.0", "description", "contacts", "check", "approve", "transfer")

DEEDS: dict[str, Prepare] = {
    **{f"command {words}": _menu_and_buttons(words) for words in COMMANDS},
    **{f"page {page}": _page_and_buttons(f"page.{page}") for page in PAGES},
    "approve": _approve,
    "document kvittering": _receipt,
    "print": print_form,
    "print all papers": print_papers,
    "transfer a field": _tick,
    "transfer panel": _panel,
    "start page and its buttons": _recent,
    "new": _new,
    "open": _open,
    "open by menu": _menu("&Åbn …", "anden.botilbud", makes="anden.botilbud"),
    "open again": _open_again,
    "start page": _start_page,
    "settle": _settle,
    "save": _save,
    "save over somebody else's": _conflict,
    "save as": _menu("Gem &som …", "ny.botilbud"),
    "send": _send,
    "save copy": _menu("Gem en &kopi …", "kopi.botilbud"),
    "save copy over the draft": _menu("Gem en &kopi …", "kladde.botilbud"),
    "open copy": _work_copy,
    "compare": _compare,
    "compare by menu": _menu("Sammenlign eller &flet med en kopi …", "anden.botilbud", makes="anden.botilbud"),
    "merge a copy": _merge,
    "merge the file": _merge_file,
    "versions": _versions,
    "versions of lost drafts": _lost_drafts,
    "export a version": _export_version,
    **{f"document {kind}": _document(kind) for kind in DocumentKind if kind is not DocumentKind.RECEIPT},
    "text": _text,
    "papers in a folder": save_papers("folder"),
    "papers as a zip file": save_papers("zip"),
    "workbook": _menu("Gem som E&xcel …", "ud.xlsx"),
    "attach a file": attachment_deeds.attach_file,
    "remove a file": attachment_deeds.remove_file,
    "pack for the KKR": attachment_deeds.pack,
    "add a round": add_round,
    "open a draft whose round is missing": open_without_round,
    "look for rounds": look_for_rounds,
    "import": _import,
    **FETCHING,
    "collect": collect_again,
    "make an agenda": make_agenda,
    "settings": _settings,
    "settings folder": _settings_folder,
    "housekeeping and recovery": _recover,
    "what is saved": _what_is_saved,
    "close": _close,
    "log off": _log_off,
    **repair_deeds(_press_all),
}


def end(user: User) -> None:
    """Closes the dialogs that a deed opened."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
    settle()
    user.window.drafts.let_go()
    settle()
