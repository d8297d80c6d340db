"""Moves some projects of a draft that has too many to a new draft: first into its file, then out of the old one."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from botilbud_desktop.domain.editing.new_draft import copy_of
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import project_id_of
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.draft.draft_file import save_draft
from botilbud_desktop.storage.draft.half_typed import keep_half_typed
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, SaveFailedError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import DRAFT_FILES, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say

_PROJECTS = field_path("projects")
_HALF_TYPED_LOST = "Det, der var halvt skrevet i dem, kunne ikke følge med."


class Splitting(QObject):
    """Writes the new draft in a thread of its own; the projects leave the old one when it is on disk."""

    def __init__(
        self, controller: DraftController, repository: DraftRepository, questions: Questions, say: Say, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._say = say

    def split(self, indices: Sequence[int]) -> None:
        """Ask for the file of the new draft, and move the projects at `indices` there."""
        application = self._controller.application
        moved = tuple(application.projects[index] for index in indices)
        folder = self._repository.folder_of(self._controller)
        suggested = folder / f"{self._controller.location.stem} – flyttede projekter.{DRAFT_FILES.ending}"
        path = self._questions.path_to_save("Flyt projekter til en ny kladde", suggested, DRAFT_FILES)
        if path is None or not moved:
            return
        ids = {project.id for project in moved}
        comments = tuple(comment for comment in application.comments if project_id_of(comment) in ids)
        content = copy_of(replace(application, projects=moved, comments=comments), new_id)
        library = self._repository.library
        half_typed = _of_moved(self._controller.editor.half_typed, indices)
        try:
            digest = self._repository.drive.write(
                path, lambda replacing: save_draft(path, content, library, None, before_replace=replacing.allow)
            )
        except SaveFailedError as error:
            so = "Projekterne er stadig i kladden her" if error.replaced else "Ingen projekter er flyttet"
            self._say(f"{so}. {error}", State.PROBLEM)
            return
        except (ChangedOnDiskError, LockedError) as error:
            self._say(f"Ingen projekter er flyttet. {error}", State.PROBLEM)
            return
        gone = {id(project) for project in moved}
        projects = self._controller.application.projects
        kept = [index for index, project in enumerate(projects) if id(project) not in gone]
        left = ids - {projects[index].id for index in kept}
        gone_comments = tuple(comment for comment in comments if project_id_of(comment) in left)
        self._controller.editor.keep(_PROJECTS, kept, gone=gone_comments)
        count = counted(len(moved), "projekt", "projekter")
        said = f"{count} er flyttet til »{printable(path.name)}«. Kladden her har dem ikke mere."
        if half_typed and not self._keep(half_typed, content.id, digest):
            self._say(f"{said} {_HALF_TYPED_LOST}", State.ATTENTION)
        else:
            self._say(said, State.DONE)

    def _keep(self, half_typed: Mapping[str, str], draft_id: str, digest: str) -> bool:
        """Keep what is half-typed in the new draft, which its file has no room for. Returns whether it is kept."""
        keep = partial(_is_kept, self._repository.folders.state, draft_id, digest, half_typed)
        return self._repository.drive.answer(keep, otherwise=False)


def _is_kept(state: Path, draft_id: str, digest: str, half_typed: Mapping[str, str]) -> bool:
    try:
        keep_half_typed(state, draft_id, digest, half_typed)
    except SaveFailedError:
        return False
    return True


def _of_moved(half_typed: Mapping[str, str], indices: Sequence[int]) -> dict[str, str]:
    """Returns the half-typed texts of the projects at `indices` by their paths in the new draft."""
    moved: dict[str, str] = {}
    for key, text in half_typed.items():
        path = field_path(key)
        if path.project in indices:
            moved[str(FieldPath(("projects", indices.index(path.project), *path[2:])))] = text
    return moved
