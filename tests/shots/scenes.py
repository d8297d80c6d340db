"""The pictures to take: a caseworker's path through the window, and what opens beside it."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QScrollArea, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.storage.draft.examples import ExampleDraft, example_drafts
from botilbud_desktop.ui.fields.date_field import DateField
from botilbud_desktop.ui.help.letter_window import LetterWindow
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.pages.approve import ApprovePage
from botilbud_desktop.ui.workspace.workspace import Workspace
from tests.shots.camera import Camera
from tests.shots.earlier import earlier_dialogs
from tests.shots.import_scenes import photograph_document, photograph_import
from tests.shots.judged_scenes import photograph_judged
from tests.shots.mended import mended_values
from tests.shots.merge_scenes import photograph_merging
from tests.shots.opened_scenes import photograph_opened
from tests.shots.preview_scenes import photograph_preview
from tests.shots.spelling_scenes import photograph_spelling
from tests.shots.transfer_scenes import photograph_transfer
from tests.shots.writing_scenes import photograph_writing

_PROJECT = Step(StepKind.PROJECT, 0)
_APPROVE = Step(StepKind.APPROVE)
_THISTED_CODE = "787"
_MENUS = ("file", "edit", "view", "help")
_PARTS = {
    "description": "projects[0].description",
    "questions": "projects[0].gross_construction_cost",
    "cost-plan": "projects[0].cost_plan",
    "rates": "projects[0].daily_rates",
}
_WRONGLY_TYPED = {
    "projects.0.loan.2025": "22,9",
    "projects.0.share_for_others": "20",
    "projects.0.completion_date": "31.02.2026",
    "projects.0.gross_construction_cost": "22900000",
}


class Scenes:
    """Moves the window from scene to scene."""

    def __init__(self, window: MainWindow, camera: Camera, folder: Path) -> None:
        """`folder` is the user's own, where drafts are saved."""
        self._window = window
        self._camera = camera
        self._folder = folder
        self._aalborg, self._thisted = example_drafts()

    def photograph(self) -> None:
        """Takes every picture of the set."""
        self._start()
        self._steps_of("aalborg", self._aalborg)
        self._steps_of("thisted", self._thisted)
        self._beside_the_pages()
        photograph_preview(self._window, self._camera)
        photograph_writing(self._window, self._camera)
        photograph_spelling(self._window, self._camera)
        photograph_judged(self._window, self._camera)
        photograph_merging(self._window, self._workspace.controller.round, self._camera)
        controller = self._workspace.controller
        photograph_import(self._window, controller.editor.snapshot, controller.round, self._camera)
        photograph_document(self._window, controller.editor.snapshot, controller.round, self._camera)
        photograph_transfer(self._window, self._camera, self._camera.folder)
        self._errors()
        self._approval()

    @property
    def _workspace(self) -> Workspace:
        workspace = self._window.workspace
        if workspace is None:
            raise RuntimeError("no draft is open")
        return workspace

    def _start(self) -> None:
        page = self._window.findChild(QScrollArea, "page.start")
        self._camera.take("start")
        if isinstance(page, QScrollArea):
            self._camera.take_whole("start", page)

    def _steps_of(self, name: str, example: ExampleDraft) -> None:
        """Every step of an example, then its first project scrolled to each part."""
        self._window.drafts.open_example(example)
        self._camera.take(f"{name}-opened")
        workspace = self._workspace
        workspace.notice.clear()
        for step in steps_of(workspace.controller.application):
            workspace.show_step(step)
            self._take_page(f"{name}-{_short_name(step)}", whole=True)
        for part, path in _PARTS.items():
            workspace.show_field(field_path(path))
            self._camera.take(f"{name}-project-0-at-{part}")

    def _beside_the_pages(self) -> None:
        """What opens above the window, and the criteria's wording."""
        self._window.drafts.open_example(self._aalborg)
        self._workspace.notice.clear()
        self._popups()
        self._menus()
        for number in (4, 5):
            _button(self._workspace, f"criterion.{number}.wording").click()
        self._camera.take("criteria-opened")
        letter = LetterWindow(self._window)
        letter.open_round(self._workspace.controller.round)
        self._camera.take_window("letter", letter)
        letter.search.setText("andre kommuner")
        self._camera.take_window("letter-searched", letter)
        letter.close()
        letter.deleteLater()
        controller = self._workspace.controller
        for name, dialog in earlier_dialogs(
            self._window, controller.application, controller.round, self._folder / "earlier"
        ):
            dialog.open()
            self._camera.take(f"dialog-{name}")
            dialog.close()
        for name, words in (("open", "Åbn …"), ("save-as", "Gem som …")):
            action = next(a for a in self._window.findChildren(QAction) if a.text().replace("&", "") == words)
            self._camera.take_dialog(f"dialog-{name}", action.trigger)
        photograph_opened(self._window, self._camera)

    def _popups(self) -> None:
        self._workspace.show_field(field_path("projects[0].completion_date"))
        self._workspace.page.findChildren(DateField)[0].button.click()
        self._camera.take("calendar")
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._workspace.show_field(field_path("projects[0].coordination"))
        choice = self._workspace.page.findChild(QComboBox, "projects.0.coordination")
        if isinstance(choice, QComboBox):
            choice.showPopup()
            self._camera.take("choice-opened")
            choice.hidePopup()
        self._context_menu("description", "projects.0.description")
        self._context_menu("line", "projects.0.name")

    def _context_menu(self, name: str, input_name: str) -> None:
        """The context menu, which blocks like a dialog."""
        found = self._workspace.page.findChild(QWidget, input_name)
        if isinstance(found, QWidget):
            self._workspace.show_field(field_path(input_name))
            self._camera.take_context_menu(f"context-menu-{name}", found)

    def _menus(self) -> None:
        bar = self._window.menuBar()
        for name, action in zip(_MENUS, bar.actions(), strict=True):
            menu = action.menu()
            if isinstance(menu, QMenu):
                menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft() + QPoint(0, 1)))
                self._camera.take(f"menu-{name}")
                menu.close()

    def _errors(self) -> None:
        """A new draft, filled in wrongly and left with »Næste«."""
        self._window.drafts.open_new(self._workspace.controller.round.id, _THISTED_CODE)
        workspace = self._workspace
        workspace.show_step(Step(StepKind.PROJECTS))
        self._camera.take("new-projects")
        _button(workspace.page, "projects.add").click()
        workspace.show_step(_PROJECT)
        self._take_page("new-project", whole=True)
        _button(workspace.page, "projects.0.places.add").click()
        _button(workspace.page, "projects.0.daily_rates.add").click()
        for name, text in _WRONGLY_TYPED.items():
            self._type(name, text)
        self._leave_and_return(_PROJECT)
        self._take_page("errors-project", whole=True)
        workspace.show_step(Step(StepKind.CONTACTS))
        self._type("contacts.emails", "mette.example.dk; bo@example.dk")
        self._leave_and_return(Step(StepKind.CONTACTS))
        self._take_page("errors-contacts")
        workspace.show_step(Step(StepKind.CHECK))
        self._take_page("errors-check", whole=True)

    def _approval(self) -> None:
        """Refused first, then corrected, confirmed, approved, unlocked, lapsed."""
        draft = self._folder / "aalborg.botilbud"
        shutil.copyfile(self._aalborg.path, draft)
        self._camera.take_dialog("dialog-not-saved", lambda: self._window.drafts.open_path(draft), "Kassér ændringerne")
        workspace = self._workspace
        self._camera.take("draft-opened")
        workspace.notice.clear()
        workspace.show_step(_APPROVE)
        page = workspace.page
        if not isinstance(page, ApprovePage):
            raise TypeError(page)
        page.name.setText("Mette Ågesen")
        page.approve_button.click()
        self._camera.take("approve-refused")
        for path, value in mended_values(workspace.controller.application).items():
            workspace.controller.editor.set_value(field_path(path), value)
        for step in (_PROJECT, Step(StepKind.DESCRIPTION), Step(StepKind.CONTACTS), Step(StepKind.CHECK)):
            workspace.show_step(step)
            self._take_page(f"mended-{_short_name(step)}")
        workspace.show_step(_APPROVE)
        self._camera.take("approve-ready")
        self._camera.take_dialog("dialog-approve", page.approve_button.click, "Godkend")
        self._take_page("approve-done", whole=True)
        workspace.show_step(_PROJECT)
        self._camera.take("approved-project")
        workspace.show_step(_APPROVE)
        self._camera.take_dialog("dialog-unlock", page.unlock_button.click, "Lås op")
        self._camera.take("approve-unlocked")
        workspace.controller.editor.set_value(field_path("case_number"), "2024-005658")
        self._camera.take("approve-lapsed")
        self._window.show_start()
        self._camera.take("start-with-recent-drafts")

    def _take_page(self, name: str, *, whole: bool = False) -> None:
        self._camera.take(name)
        if whole:
            self._camera.take_whole(name, self._workspace.page)

    def _leave_and_return(self, step: Step) -> None:
        """»Næste« may mark missing values on the page; returning shows them."""
        self._workspace.go_on()
        self._workspace.show_step(step)

    def _type(self, name: str, text: str) -> None:
        found = self._workspace.page.findChild(QLineEdit, name)
        if not isinstance(found, QLineEdit):
            raise LookupError(name)
        found.setText(text)


def _short_name(step: Step) -> str:
    return step.page.removeprefix("page.").replace(".", "-")


def _button(inside: QWidget, name: str) -> QAbstractButton:
    found = inside.findChild(QAbstractButton, name)
    if not isinstance(found, QAbstractButton):
        raise LookupError(name)
    return found
