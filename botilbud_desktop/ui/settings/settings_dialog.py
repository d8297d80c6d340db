"""Indstillinger: the appearance changes at once, the rest on »Gem«; »Annullér« restores everything."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.chosen_folder import make_folder
from botilbud_desktop.storage.user.settings import LONGEST_FOLDER, LONGEST_NAME, Settings, is_folder, is_name
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.settings.appearance import change_appearance, the_application
from botilbud_desktop.ui.settings.decisions import STAYS, unreachable
from botilbud_desktop.ui.settings.sections import Defaults, Sections
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

_SIZE = QSize(560, 720)
_RESET = Choice("reset", "Nulstil")
_BACK = Choice("back", "Annullér")
_WHAT_RESET_DOES = (
    "Alle indstillinger bliver, som de var fra begyndelsen, og dit navn bliver slettet. "
    "Dine kladder og kvitteringer bliver liggende, hvor de er."
)
_THIS_RUN = "Indstillingerne gælder, indtil du lukker programmet."


class SettingsDialog(QDialog):
    """The settings of the user."""

    changed = Signal(object, object)
    """The `Settings` before and after, once they are in effect."""

    def __init__(self, repository: DraftRepository, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self._repository = repository
        self._questions = questions
        self._application = the_application()
        self._in_effect = repository.settings.current
        """The settings in effect, which »Annullér« restores."""
        self._shown = self._in_effect
        """The settings whose appearance the windows have now."""
        self.setWindowTitle("Indstillinger")
        self.notice = NoticeBar(self)
        self._decided = decided = repository.settings.decided
        defaults = Defaults(repository.documents_folder(), repository.folders.receipts)
        self.sections = Sections(defaults, questions, decided, unreachable(decided, repository.drive))
        self.sections.show_settings(self._in_effect)
        self.sections.text_size.currentIndexChanged.connect(self._on_appearance_chosen)
        self.sections.theme.currentIndexChanged.connect(self._on_appearance_chosen)
        self._build()
        ScreenFit(self, _SIZE)
        self.sections.text_size.setFocus()

    def _build(self) -> None:
        self._area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.sections)
        self.save_button = QPushButton("&Gem", self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button = QPushButton("&Annullér", self)
        self.reset_button = QPushButton("Nulstil indstillinger …", self)
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self._on_reset)
        for choice in (self.sections.drafts, self.sections.receipts):
            choice.choose_button.setAutoDefault(False)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(self.notice)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)

    def reject(self) -> None:
        """Restores the appearance, and keeps the settings in effect."""
        self._show_appearance(self._in_effect)
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.notice.isVisible():
            self.notice.clear()  # it has the colours of the theme before

    def _on_appearance_chosen(self) -> None:
        self._show_appearance(self.sections.settings())

    def _show_appearance(self, settings: Settings) -> None:
        before, self._shown = self._shown, settings
        change_appearance(self._application, before, settings)

    def _on_save(self) -> None:
        wanted = self.sections.settings()
        change = partial(self._repository.settings.change, wanted)
        if self._check_names(wanted) and self._check_folders(wanted) and self._apply(wanted, change):
            self.accept()

    def _on_reset(self) -> None:
        text = f"{_WHAT_RESET_DOES} {STAYS}" if self._decided.values else _WHAT_RESET_DOES
        answer = self._questions.choose("Nulstil indstillinger?", text, (_RESET, _BACK))
        if answer != _RESET.key:
            return
        first = self._decided.over(Settings())
        self.sections.show_settings(first)
        if self._apply(first, self._repository.settings.reset):
            self.notice.say("Indstillingerne er nulstillet.", State.DONE)

    def _apply(self, settings: Settings, save: Callable[[], None]) -> bool:
        """Applies the settings and saves them; returns whether they could be saved. `save` makes them the current."""
        before, self._in_effect = self._in_effect, settings
        self._show_appearance(settings)
        try:
            save()
        except SaveFailedError as error:
            self.notice.say(f"{error} {_THIS_RUN}", State.PROBLEM)
            self.cancel_button.setText("&Luk")
            return False
        finally:
            self.changed.emit(before, settings)
        return True

    def _check_names(self, wanted: Settings) -> bool:
        for text, words, line in (
            (wanted.approver_name, "Navnet", self.sections.approver_name),
            (wanted.department, "Afdelingen", self.sections.department),
        ):
            if not is_name(text):
                most = format_number(LONGEST_NAME)
                self._refuse(f"{words} må højst fylde {most} tegn og skal stå på én linje.", line)
                return False
        return True

    def _check_folders(self, wanted: Settings) -> bool:
        for key, folder, words, line in (
            ("drafts_folder", wanted.drafts_folder, "Mappen til kladder", self.sections.drafts.input),
            ("receipts_folder", wanted.receipts_folder, "Mappen til kvitteringer", self.sections.receipts.input),
        ):
            if key in self._decided.values:
                continue  # it is not the user's to mend
            if folder and not is_folder(folder):
                self._refuse(f"{words} må højst have en sti på {format_number(LONGEST_FOLDER)} tegn.", line)
                return False
            if folder and not self._repository.drive.answer(partial(make_folder, folder), otherwise=False):
                self._refuse(f"{words} findes ikke og kan ikke oprettes. Vælg en anden mappe.", line)
                return False
        return True

    def _refuse(self, words: str, line: LineInput) -> None:
        self.notice.say(words, State.PROBLEM)
        line.setFocus()
        self._area.ensureWidgetVisible(line)
        line.selectAll()
