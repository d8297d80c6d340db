"""»Saml ansøgninger …«: asks for the drafts, has them read in a job, and opens those that the user wants."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from botilbud_desktop.storage.collection.reading import Named
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import OwnFile
from botilbud_desktop.ui.collecting.agenda.desk import AgendaDesk
from botilbud_desktop.ui.collecting.agenda.papers import AgendaPapers
from botilbud_desktop.ui.collecting.changed_drafts import ChangedDrafts
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.gathered.chosen_copies import keep_unticked
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered, Gathering, Places
from botilbud_desktop.ui.collecting.table.column_layout import ColumnLayout
from botilbud_desktop.ui.collecting.table.kept_columns import keep_columns, kept_columns
from botilbud_desktop.ui.platform.foreground import bring_to_front
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.waiting import QUICK
from botilbud_desktop.ui.platform.window_geometry import restore_geometry, save_geometry
from botilbud_desktop.ui.window.draft_window import DraftWindow

FOLDER_QUESTION = "Vælg mappen med kladderne"
FILES_QUESTION = "Vælg kladderne"
_POLL_MS = 50


class Collecting(QObject):
    """One collection at a time, in a window of its own."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self._repository = window.repository
        self._file = self._repository.folders.state / OwnFile.COLLECTION_WINDOW
        self._places = Places()
        """What is read with »Opdatér«: the places of what is shown, or of what is being read."""
        self._from: Path | None = None
        """The folder that was chosen last."""
        self._round = ""
        """The id of the round that the user wants to see; empty for the one that the program chooses."""
        self._gathered = Gathered()
        """What is shown, or was before the reading."""
        self._gathering: Gathering | None = None
        """The latest reading."""
        self._job: Job[Gathered] | None = None
        """The same while it runs."""
        self.shown = CollectionWindow(window)
        self.desk = AgendaDesk(window, self.shown.agenda)
        self.changed = ChangedDrafts(self.shown, self._repository.drive)
        self.papers = AgendaPapers(window, self.shown.agenda, self._folder, self.changed.number_now)
        self.papers.read_again_asked.connect(self._on_again_asked)
        self.papers.progressed.connect(self.shown.show_making)
        self.papers.ended.connect(self.shown.end_making)
        self.shown.table.lines.counting_changed.connect(self.desk.follow_counting)
        self.shown.making.given_up.connect(self.papers.give_up)
        restore_geometry(self.shown, self._file)
        self._columns_file = self._repository.folders.state / OwnFile.COLLECTION_COLUMNS
        kept = self._repository.drive.answer(partial(kept_columns, self._columns_file), ColumnLayout())
        self.shown.table.use_layout(kept)
        self.shown.folder_button.clicked.connect(self.ask_for_folder)
        self.shown.files_button.clicked.connect(self._on_files_asked)
        self.shown.again_button.clicked.connect(self._on_again_asked)
        self.shown.reading.given_up.connect(self._on_given_up)
        self.shown.round_asked.connect(self._on_round_asked)
        self.shown.open_asked.connect(self._on_open_asked)
        self.shown.closed.connect(self._on_closed)
        window.drafts.ended.connect(self.shown.close)
        self._poll_timer = QTimer(self)
        self._poll_timer.setInterval(_POLL_MS)
        self._poll_timer.timeout.connect(self._on_poll)

    def show(self) -> None:
        """Show the window; the first time it asks for the folder at once."""
        bring_to_front(self.shown)
        if not self._places.named:
            self.shown.folder_button.setFocus()
            self.ask_for_folder()

    @property
    def is_reading(self) -> bool:
        """Whether drafts are being read."""
        return self._job is not None

    def ask_for_folder(self) -> None:
        """Ask for a folder, and read the drafts in it."""
        folder = self._window.questions.folder_to_use(FOLDER_QUESTION, self._folder())
        if folder is not None:
            self._read((Named(folder, folder.name or str(folder)),), folder)

    def _on_files_asked(self) -> None:
        files = self._window.questions.paths_to_open(FILES_QUESTION, self._folder())
        if files:
            self._read([Named(file, file.name) for file in files], files[0].parent)

    def _on_again_asked(self) -> None:
        if self._places.named:
            self._begin()

    def _on_round_asked(self, round_id: str) -> None:
        self._round = round_id
        self._on_again_asked()

    def _read(self, places: Sequence[Named], folder: Path) -> None:
        self._places, self._from, self._round = Places(tuple(places), str(folder)), folder, ""
        self.shown.show_place(self._places)
        self._begin()

    def _begin(self) -> None:
        self._drop_job()
        self.papers.give_up()
        repository = self._repository
        self._keep_ticks()
        self._gathering = Gathering(
            self._places,
            repository.library,
            repository.clock().date(),
            self._unsaved(),
            self._round,
            repository.folders.agendas,
        )
        self._job = Job(self._gathering.run)
        self._job.wait(QUICK)
        self._poll_timer.start()
        self._on_poll()

    def _on_poll(self) -> None:
        job = self._job
        if job is None or self._gathering is None:
            self._poll_timer.stop()
            return
        if not job.is_done:
            self.shown.show_progress(self._gathering.progress)
            return
        self._poll_timer.stop()
        self._job = None
        try:
            self._gathered = job.result()
        except RefusedFileError as error:
            self._gathered = Gathered(self._places, refused=str(error))
        self._show_collection()

    def _on_given_up(self) -> None:
        """Show again what was shown before; »Opdatér« reads that again, too."""
        self._drop_job()
        self._places = self._gathered.places
        self._round = "" if self._gathered.round is None else self._gathered.round.id
        self._show_collection()

    def _on_open_asked(self, file: str) -> None:
        path = self._gathered.paths.get(file)
        if path is not None and not self._repository.drive.is_busy():
            bring_to_front(self._window)
            self._window.drafts.open_path(path)

    def _on_closed(self) -> None:
        """Keep where the window was, how the columns stood and what is typed, and forget the drafts."""
        self._drop_job()
        self.papers.give_up()
        self.desk.finish()
        self._keep_ticks()
        save_geometry(self.shown, self._file)
        keeping = partial(keep_columns, self._columns_file, self.shown.table.own_layout)
        self._repository.drive.answer(keeping, None)
        self._places, self._gathered, self._round = Places(), Gathered(), ""
        self._show_collection()

    def _show_collection(self) -> None:
        self.shown.show_collection(self._gathered)
        self.desk.show_collection(self._gathered)
        self.papers.show_collection(self._gathered)
        self.changed.show_collection(self._gathered)

    def _keep_ticks(self) -> None:
        """Keep which copies are counted, as far as that is in doubt."""
        round_ = self._gathered.round
        if round_ is not None:
            drafts = [each.held for each in self._gathered.applications]
            counting = self.shown.table.lines.counting
            folder = self._repository.folders.agendas
            keeping = partial(keep_unticked, folder, round_.id, self._gathered.copies, drafts, frozenset(counting))
            self._repository.drive.answer(keeping, None)

    def _unsaved(self) -> Path | None:
        """Returns the file of the draft in the main window if it lacks changes."""
        controller = self._window.controller
        return controller.location.path if controller is not None and controller.editor.is_modified else None

    def _drop_job(self) -> None:
        """Let a job that still runs end before its next draft; its result is taken by nobody."""
        self._poll_timer.stop()
        if self._job is not None and self._gathering is not None:
            self._gathering.give_up()
            self._job.give_up()
            self._job = None

    def _folder(self) -> Path:
        """Returns the folder that was chosen last, or the one in which drafts are looked for."""
        return self._repository.drafts_folder() if self._from is None else self._from
