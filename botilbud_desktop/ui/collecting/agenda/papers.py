"""»Gem som …« of the agenda: asks where, has the paper made in a job, writes it, and tells where it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.agenda.paper_job import PAPERS, PaperJob
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.waiting import QUICK
from botilbud_desktop.ui.printing.document_saving import say_saved
from botilbud_desktop.ui.questions import Choice
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.window.draft_window import DraftWindow

QUESTION = "Gem dagsordenen"
GIVEN_UP = "Opgivet. Der er ikke gemt noget."
NO_FONTS = "Dokumentet blev ikke dannet: Programmets skrifttyper kan ikke læses."
CHANGED = "Kladder er ændret"
_POLL_MS = 50
_AGAIN, _GO_ON, _BACK = "again", "go_on", "back"


class AgendaPapers(QObject):
    """Makes one paper at a time."""

    progressed = Signal(str, int, int)
    """What is being done, how many steps are done, and how many there are."""
    ended = Signal()

    read_again_asked = Signal()
    """The user wants changed drafts to be read first."""

    def __init__(
        self, window: DraftWindow, page: AgendaPage, folder: Callable[[], Path], number_changed: Callable[[], int]
    ) -> None:
        """`folder` returns the folder that is proposed; `number_changed` how many drafts were changed since."""
        super().__init__(page)
        self._window = window
        self._page = page
        self._folder = folder
        self._number_changed = number_changed
        self.gathered = Gathered()
        """The collection that papers are made of."""
        self._path = Path()
        self._making: PaperJob | None = None
        self._job: Job[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_poll)
        for ending, names in PAPERS.items():
            page.papers.addAction(names.command, partial(self.save, ending))

    @property
    def is_making(self) -> bool:
        """Whether a paper is being made."""
        return self._job is not None

    def show_collection(self, gathered: Gathered) -> None:
        """Make papers of this collection from now on."""
        self._drop_job()
        self.gathered = gathered

    def save(self, ending: str) -> None:
        """Ask where to save a paper whose name ends so, and begin to make it."""
        round_, page = self.gathered.round, self._page
        if round_ is None or page.is_held or self.is_making:
            return
        page.list.finish_typing()
        if not self._may_use_what_was_read():
            return
        files = PAPERS[ending].files
        name = safe_file_name(page.agenda.head or f"Dagsorden {round_.short_title}", ending)
        path = self._window.questions.path_to_save(QUESTION, self._folder() / name, files)
        if path is None:
            return
        page.notice.clear()
        today = self._window.repository.clock().date()
        self._path = path
        self._making = PaperJob(ending, self.gathered, round_, tuple(page.drafts), page.agenda, today)
        self._job = Job(self._making.run)
        self._job.wait(QUICK)
        self._timer.start()
        self._on_poll()

    def give_up(self) -> None:
        """Make the paper no further; nothing is saved."""
        if self.is_making:
            self._drop_job()
            self._page.notice.show_hideable(GIVEN_UP, State.INFORMATION)

    def _may_use_what_was_read(self) -> bool:
        """Returns whether to go on; asks where drafts were changed since they were read."""
        number = self._number_changed()
        if not number:
            return True
        choices = (
            Choice(_AGAIN, "Læs kladderne igen"),
            Choice(_GO_ON, "Gem alligevel", is_doubtful=True),
            Choice(_BACK, "Annullér"),
        )
        answer = self._window.questions.choose(CHANGED, changed_said(number), choices)
        if answer == _AGAIN:
            self.read_again_asked.emit()
        return answer == _GO_ON

    def _on_poll(self) -> None:
        job, making = self._job, self._making
        if job is None or making is None:
            self._timer.stop()
        elif job.is_done:
            self._drop_job()
            try:
                data = job.result()
            except OSError:
                self._page.notice.show_hideable(NO_FONTS, State.PROBLEM)
                return
            self._write(data)
        else:
            self.progressed.emit(*making.state)

    def _write(self, data: bytes) -> None:
        path, notice, drive = self._path, self._page.notice, self._window.repository.drive
        try:
            drive.write(path, partial(write_document, path, None, lambda: data))
        except SaveFailedError as error:
            notice.say(str(error), State.PROBLEM, ("Skjul", notice.clear))
            return
        say_saved(path, self._window.questions, notice)

    def _drop_job(self) -> None:
        """End a job that still runs before its next step; its result is taken by nobody."""
        self._timer.stop()
        if self._job is not None and self._making is not None:
            self._making.give_up()
            self._job.give_up()
            self._job = None
            self.ended.emit()


def changed_said(number: int) -> str:
    """Returns that papers would be made of an earlier state of some drafts."""
    them = for_number(number, "den", "de")
    return (
        f"{counted(number, 'kladde', 'kladder')} er ændret, siden {them} blev læst. Papiret dannes af det, der "
        "blev læst. Læs kladderne igen for at få det nyeste med. Fluebenene bliver, som de er."
    )
