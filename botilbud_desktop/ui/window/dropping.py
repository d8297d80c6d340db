"""Files that are dropped on the window: each is opened as what it is, or the user is told what to do with it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import is_folder
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.round_package import read_package
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action
from botilbud_desktop.ui.window.draft_window import DraftWindow

_AGAIN_MS = 100
_DRAFT, _ROUND, _TABLE = ".botilbud", ".json", ".csv"
_SEVERAL = "Træk én fil ad gangen ind i vinduet. Ingen af filerne er åbnet."
_FOLDER = "Det er en mappe. Vælg »Saml ansøgninger …« i menuen »Fil«, hvis du vil læse alle kladder i den."
_NO_DRAFT = "Der er ingen åben kladde at hente filen »{name}« ind i."
_NO_FORM = "Filen »{name}« kan først hentes ind, når kladden igen kan vises i skemaet."


class Dropping(QObject):
    """Takes the files that are dropped on one window. Nothing is read before the drag has ended."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept a drag of files of this computer, unless a dialog waits for an answer."""
        if dropped_files(event.mimeData()) and QApplication.activeModalWidget() is None:
            _take(event)
        else:
            event.ignore()

    def drop(self, event: QDropEvent) -> None:
        """Take dropped files when the drag has ended."""
        if paths := dropped_files(event.mimeData()):
            _take(event)
            QTimer.singleShot(0, self, partial(self.take, paths))

    def take(self, paths: Sequence[Path]) -> None:
        """Open what was dropped; later, if the window waits for a drive, or for an answer in a dialog opened since."""
        if self._window.repository.drive.is_busy() or QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_AGAIN_MS, self, partial(self.take, paths))
        elif len(paths) > 1:
            self._window.say(_SEVERAL, State.ATTENTION)
        elif self._window.repository.drive.answer(partial(is_folder, paths[0]), otherwise=False):
            self._window.say(_FOLDER, State.ATTENTION)
        else:
            self._open(paths[0])

    def _open(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending == _DRAFT:
            self._window.drafts.open_path(path)
        elif ending == _ROUND or (ending == _TABLE and self._is_of_a_round(path)):
            self._window.rounds.add(path)
        elif self._window.workbench is not None:
            self._window.workbench.document_importing().open(path)
        elif self._window.controller is None:
            fetch: Action = ("Hent ind i en ny kladde", partial(self._begin_with, path))
            self._window.say(_NO_DRAFT.format(name=printable(path.name)), State.INFORMATION, (fetch,))
        else:
            self._window.say(_NO_FORM.format(name=printable(path.name)), State.ATTENTION)

    def _begin_with(self, path: Path) -> None:
        """Begin a draft of the round that is proposed first, and show what is found in the file."""
        rounds = self._window.rounds.at_once()
        if rounds:
            self._window.drafts.open_new(rounds[0].id, None)
        if self._window.workbench is not None:
            self._window.workbench.document_importing().open(path)

    def _is_of_a_round(self, path: Path) -> bool:
        """Whether a table is a register of municipalities; without a draft it can be nothing else."""
        library = self._window.repository.library
        if self._window.workbench is None:
            return True
        return self._window.repository.drive.answer(partial(_is_package, path, library), otherwise=False)


def _is_package(path: Path, library: FormLibrary) -> bool:
    try:
        read_package(path, library)
    except RefusedFileError:
        return False
    return True


def dropped_files(content: QMimeData) -> tuple[Path, ...]:
    """Returns the files of this computer that are dragged; none when anything else is among them. No drive is asked."""
    urls = content.urls() if content.hasUrls() else []
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return paths if len(paths) == len(urls) else ()


def _take(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)  # a file manager deletes what was moved
    event.accept()
