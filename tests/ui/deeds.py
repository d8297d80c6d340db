"""What users do that touches files: each deed is prepared, done and leaves the window ready for the next."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.settings.open_settings import open_settings
from botilbud_desktop.ui.window.draft_window import DraftWindow
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

LOAN = "projects.0.loan.2025"


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


def _settle(scene: Scene) -> Callable[[], object]:
    return _window(scene).drafts.settle


def _compare(scene: Scene) -> Callable[[], object]:
    path = scene.draft()
    workbench = _window(scene).workbench
    assert workbench is not None
    comparisons = workbench.comparisons(_window(scene))
    return lambda: comparisons.compare_with(path)


def _merge(scene: Scene) -> Callable[[], object]:
    path = scene.draft()
    workbench = _window(scene).workbench
    assert workbench is not None
    comparisons = workbench.comparisons(_window(scene))
    return lambda: comparisons._merge_copy(path)


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


DEEDS: dict[str, Prepare] = {
    "new": _new,
    "open": _open,
    "open by menu": _menu("&Åbn …", "anden.botilbud", makes="anden.botilbud"),
    "open again": _open_again,
    "start page": _start_page,
    "settle": _settle,
    "save": _save,
    "save over somebody else's": _conflict,
    "save as": _menu("Gem &som …", "ny.botilbud"),
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
    "import": _import,
    "settings": _settings,
    "settings folder": _settings_folder,
    "housekeeping and recovery": _recover,
    "what is saved": _what_is_saved,
    "close": _close,
    "log off": _log_off,
}


def end(user: User) -> None:
    """Closes the dialogs that a deed opened."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
    settle()
    user.window.drafts.let_go()
    settle()
