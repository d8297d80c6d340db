"""»Tidligere versioner«: view what was saved of a draft, compare it, export it, restore it or delete it all."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.history.versions import Reason, Version
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, Questions
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.versions.contents import VersionContents
from botilbud_desktop.ui.versions.groups import version_before
from botilbud_desktop.ui.versions.kept_versions import Versions
from botilbud_desktop.ui.versions.version_list import VersionList
from botilbud_desktop.ui.versions.version_view import Titled, VersionView
from botilbud_desktop.ui.versions.wording import (
    about,
    exactly_when,
    how,
    name_in_file,
    since,
    size_in_words,
    when,
    who,
)
from botilbud_desktop.ui.widgets.button_row import ButtonRow
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.stacking import Stacking

NO_VERSIONS = "Der er ingen tidligere versioner af kladden endnu."
NOT_KEPT = "It-afdelingen har bestemt, at der ikke gemmes tidligere versioner på denne computer."
DELETED = "De tidligere versioner er slettet."
READ_ONLY = "Du kan kun læse kladden lige nu, så du kan ikke gendanne en version. Du kan gemme den som fil."
TOO_LARGE = "Kladden er for stor til at blive sammenlignet. Du kan gendanne en version, der er mindre."
EARLIER_TOO_LARGE = "Versionen lige før er for stor til skemaet, så de to kan ikke sammenlignes."
TOO_LARGE_VERSION = "Versionen er for stor til skemaet, så den kan ikke sammenlignes."

_SIZE = QSize(1120, 680)
_LIST_WIDTH = (232, 340)
_VIEW_LETTERS = 36
"""So many letters of average width a comparison has room for beside the list."""
_DELETE = "delete"
_KEEP = "keep"


class VersionedDraft(NamedTuple):
    """The draft whose earlier versions are shown."""

    history: Versions
    current: Snapshot
    """The present draft."""
    round: Round
    """Its round."""
    library: FormLibrary
    path: Path
    """Its file, or where it would be saved: exported versions are suggested in the same folder."""
    is_read_only: bool
    """Whether no version can be restored."""
    is_kept: bool = True
    """Whether earlier versions are kept on this computer; those of before are there all the same."""
    lost: str = ""
    """The place of its file when that cannot be opened; only the versions of that file are shown, and can be opened."""


class VersionsDialog(QDialog):
    """Shown by `open()` without blocking; it deletes itself when it is closed."""

    restore_asked = Signal(object)
    """The user wants this `OpenedDraft` restored; the dialog stays open."""

    lost_asked = Signal()
    """The user wants to see the versions of drafts whose files are gone; the dialog is closed."""

    def __init__(
        self,
        parent: QWidget,
        draft: VersionedDraft,
        questions: Questions,
        save: Callable[[Path, bytes], None],
        clock: Callable[[], datetime],
    ) -> None:
        """`save` writes an exported version and raises `SaveFailedError`; `clock` gives the local time."""
        super().__init__(parent)
        self.setWindowTitle("Tidligere versioner")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ScreenFit(self, _SIZE)
        self._draft = draft
        self._questions = questions
        self._save = save
        self._clock = clock
        self._versions: list[Version] = []
        self._chosen: Version | None = None
        draft_id = draft.current.application.id
        self._contents = VersionContents(draft.history, draft.library, draft.round, draft_id)
        self.notice = NoticeBar(self)
        self.versions = VersionList(self._contents.changes, self)
        self.versions.version_chosen.connect(self._on_chosen)
        self._amount = plain_label("", self)
        self._is_too_large = not draft.lost and bool(FormBounds().excesses(draft.current.application))
        is_compared = not draft.lost and not self._is_too_large
        self.view = VersionView(draft.current if is_compared else None, draft.round, self)
        self._lay_out()
        self._read()

    @property
    def chosen(self) -> Version | None:
        """The version that is shown."""
        return self._chosen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._versions:
            self.versions.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        set_text_colour(self._amount, quiet_colour(self.palette()))
        self._left = QWidget(self)
        self._left.setMinimumWidth(_LIST_WIDTH[0])
        self._left.setMaximumWidth(_LIST_WIDTH[1])
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(UNIT)
        left.addWidget(self.versions, 1)
        left.addWidget(self._amount)
        parts = Stacking()
        parts.setSpacing(GAP)
        parts.take(self._left, 3)
        parts.take(self.view, 7, least=_VIEW_LETTERS * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(self.notice)
        layout.addLayout(parts, 1)
        if not self._draft.is_kept:
            layout.addWidget(plain_label(NOT_KEPT, self))
        if self._draft.is_read_only:
            self._read_only_label: QLabel = plain_label(READ_ONLY, self)
            layout.addWidget(self._read_only_label)
        elif self._is_too_large:
            layout.addWidget(plain_label(TOO_LARGE, self))
        layout.addWidget(self._buttons())

    def _buttons(self) -> ButtonRow:
        self.delete = QPushButton("Slet tidligere versioner …", self)
        self.delete.clicked.connect(self._on_delete)
        self.others = QPushButton("Kladder, der er væk …", self)
        self.others.clicked.connect(self._on_others)
        self.restore = QPushButton("Åbn denne version" if self._draft.lost else "Gendan denne version", self)
        self.restore.clicked.connect(self._on_restore)
        self.export = QPushButton("Gem som fil …", self)
        self.export.clicked.connect(self._on_export)
        close = QPushButton("Luk", self)
        close.setDefault(True)  # Enter in the comparison must not change the draft
        close.clicked.connect(self.reject)
        buttons = ButtonRow(self)
        buttons.put(self.delete, self.others)
        buttons.put_at_end(self.restore, self.export, close)
        for button in (self.delete, self.others):
            button.setVisible(not self._draft.lost)
        return buttons

    def _read(self) -> None:
        """Reads the list of versions and shows the newest."""
        try:
            versions = self._draft.history.versions()
        except RefusedFileError as error:
            self._show_none(str(error))
            self.delete.setEnabled(True)  # so that the user can delete a damaged history
            return
        lost = self._draft.lost
        self._versions = [version for version in versions if not lost or version.place == lost]
        if not self._versions:
            self._show_none(NO_VERSIONS)
            return
        count = counted(len(self._versions), "version", "versioner")
        size = size_in_words(self._draft.history.size())
        self._amount.setText(f"{count}. De fylder {size}.")
        self.versions.show_versions(self._versions, self._clock())

    def _show_none(self, sentence: str) -> None:
        self._versions, self._chosen = [], None
        self._left.hide()
        self.view.say(sentence)
        for button in (self.restore, self.export, self.delete):
            button.setEnabled(False)

    def _on_chosen(self, version: Version) -> None:
        self._chosen = version
        before = version_before(self._versions, version.number)
        needs_seconds = version.reason is Reason.AUTOMATIC or (
            before is not None and self._when(before) == self._when(version)
        )
        shown = self._titled(version, exactly=needs_seconds)
        earlier = None if before is None else self._titled(before, exactly=needs_seconds, too_large=EARLIER_TOO_LARGE)
        self.view.show_version(shown, about(who(version), how(version)), earlier)
        self.restore.setEnabled(shown.content is not None and not self._draft.is_read_only)

    def _when(self, version: Version, *, exactly: bool = False) -> str:
        return (exactly_when if exactly else when)(version.at, self._clock())

    def _titled(self, version: Version, *, exactly: bool = False, too_large: str = TOO_LARGE_VERSION) -> Titled:
        title = self._when(version, exactly=exactly)
        try:
            content = self._contents.application(version)
            return Titled(title, content, too_large if FormBounds().excesses(content) else "")
        except RefusedFileError as error:
            return Titled(title, problem=str(error))

    def _on_restore(self) -> None:
        if self._chosen is None:
            return
        try:
            version = self._contents.draft(self._chosen)
        except RefusedFileError as error:
            self.notice.say(str(error), State.PROBLEM)
        else:
            self.restore_asked.emit(version)

    def _on_export(self) -> None:
        version = self._chosen
        if version is None:
            return
        path = self._draft.path
        name = safe_file_name(f"{path.stem[:40]} {name_in_file(version)}", f".{DRAFT_FILES.ending}")
        chosen = self._questions.path_to_save("Gem version som fil", path.with_name(name), DRAFT_FILES)
        if chosen is None:
            return
        try:
            self._save(chosen, self._contents.data(version))
        except (RefusedFileError, SaveFailedError) as error:
            self.notice.say(str(error), State.PROBLEM)
        else:
            self.notice.say(f"Versionen er gemt som »{printable(chosen.name)}«.", State.DONE)

    def _on_others(self) -> None:
        self.close()
        self.lost_asked.emit()

    def _on_delete(self) -> None:
        if not self._confirm_delete():
            return
        try:
            self._draft.history.delete()
        except SaveFailedError as error:
            self.notice.say(str(error), State.PROBLEM)
            return
        self.versions.clear()
        self._show_none(DELETED)

    def _confirm_delete(self) -> bool:
        """Asks twice; the second question says how many versions would be deleted."""
        text = "Alle tidligere versioner af kladden bliver slettet på denne computer. Kladden selv bliver, som den er."
        choices = (Choice(_DELETE, "Slet tidligere versioner …"), Choice(_KEEP, "Behold dem"))
        if self._questions.choose("Slet tidligere versioner?", text, choices) != _DELETE:
            return False
        if self._versions:
            count = counted(len(self._versions), "tidligere version", "tidligere versioner")
            text = f"Det er {count} siden {since(self._versions[-1])}. De kan ikke hentes frem igen."
            delete = f"Slet {counted(len(self._versions), 'version', 'versioner')}"
        else:
            text, delete = "De tidligere versioner kan ikke hentes frem igen.", "Slet dem"
        choices = (Choice(_DELETE, delete), Choice(_KEEP, "Behold dem"))
        return self._questions.choose("Er du helt sikker?", text, choices) == _DELETE
