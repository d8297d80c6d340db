"""»Tidligere versioner« of drafts whose files are gone or damaged: which there are, and where they were."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.draft.lost_files import LostDraft
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.versions.wording import when

INTRODUCTION = "Filerne til disse kladder kan ikke åbnes, men der er tidligere versioner af dem på denne computer."
POSSIBLE = (
    "Filen kan ikke åbnes. Det, der kan læses af den, peger på disse kladder. Det er ikke sikkert, at det er en af dem."
)
NONE = "Der er ingen kladder, hvis filer er væk eller beskadigede. Åbn en kladde for at se dens tidligere versioner."
_SIZE = QSize(760, 460)
_LONGEST = 120
_LOST = Qt.ItemDataRole.UserRole


class LostDraftsDialog(QDialog):
    """Shown by `open()` without blocking; it deletes itself when it is closed."""

    versions_asked = Signal(object)
    """The user wants to see the versions of this `LostDraft`."""

    def __init__(
        self, parent: QWidget, lost: Sequence[LostDraft], round_of: Callable[[str], Round], now: datetime
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tidligere versioner")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ScreenFit(self, _SIZE)
        self.drafts = QListWidget(self)
        self.drafts.setObjectName("lost_drafts")
        self.drafts.setAccessibleName("Kladder, hvis filer ikke kan åbnes")
        self.drafts.setWordWrap(True)
        self.drafts.setItemDelegate(TallRows(self.drafts))
        self.drafts.setSpacing(UNIT // 2)
        self.drafts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in lost:
            lines = (title_of(each, round_of(each.newest.round)), about_of(each, now))
            item = QListWidgetItem("\n".join(lines), self.drafts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines).replace("\n", ", "))
            item.setData(_LOST, each)
        self.drafts.itemActivated.connect(self._on_asked)
        self.show_versions = QPushButton("Se versionerne …", self)
        self.show_versions.setDefault(True)
        self.show_versions.clicked.connect(self._on_asked)
        close = QPushButton("Luk", self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.show_versions)
        buttons.addWidget(close)
        is_proven = all(each.kept.is_proven for each in lost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(plain_label(NONE if not lost else INTRODUCTION if is_proven else POSSIBLE, self))
        layout.addWidget(self.drafts, 1)
        layout.addLayout(buttons)
        self.drafts.setVisible(bool(lost))
        self.show_versions.setEnabled(bool(lost))
        if lost:
            self.drafts.setCurrentRow(0)
            self.drafts.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            layout.addStretch(1)
            close.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_asked(self) -> None:
        item = self.drafts.currentItem()
        if item is not None:
            self.versions_asked.emit(item.data(_LOST))


def title_of(lost: LostDraft, round_: Round) -> str:
    """Returns the file's name and the municipality: `sag.botilbud – Aalborg Kommune`."""
    code = lost.newest.applicant.municipality_code
    municipality = round_.municipality(code) if code is not None else None
    name = printable(lost.kept.path.name, _LONGEST)
    return name if municipality is None else f"{name} – {municipality.official_name}"


def about_of(lost: LostDraft, now: datetime) -> str:
    """Returns when it was kept last, how many versions there are, where the file was and what is wrong with it.

    A file that is not proven to have been this draft's says nothing of what is wrong with the draft's own.
    """
    last = when(lost.kept.versions[0].at, now)
    count = counted(len(lost.kept.versions), "version", "versioner")
    folder = printable(str(lost.kept.path.parent), _LONGEST)
    about = f"{last} · {count}\nMappe: {folder}"
    return f"{about}\nFilen kan ikke åbnes: {capitalised(lost.reason)}." if lost.kept.is_proven else about
