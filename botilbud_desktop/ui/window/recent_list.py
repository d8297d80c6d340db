"""The recent drafts on the start page: of each its title, how it stands, and when it was changed and where it is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.user.known_drafts import KnownDraft
from botilbud_desktop.ui.draft.recent_drafts import RecentDraft
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.window.recent_wording import GONE, LOOKING, NO_ANSWER, refused_words, row_words

if TYPE_CHECKING:
    from botilbud_desktop.ui.draft.known import Look

_NONE_YET = "Du har ikke åbnet nogen kladder endnu."
_NOT_KNOWN = "Listen over de seneste kladder kan ikke hentes lige nu."


class _Row(QWidget):
    """One draft: a link and two lines of text, which keep their room."""

    def __init__(self, recent: RecentDraft) -> None:
        super().__init__()
        self.path = recent.path
        self.known = recent.known
        self.doubt = LOOKING
        self.link = LinkButton("")
        self.link.setProperty("file", str(recent.path))
        self.state = StillText(1, self, keeps_room=True)
        self.about = StillText(1, self, keeps_room=True)
        set_text_colour(self.about, quiet_colour(self.palette()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(0)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.state)
        column.addWidget(self.about)

    def show_known(self, round_: Round | None, now: datetime) -> None:
        """Show what is known, and what is doubtful about it."""
        words = row_words(self.path, self.known, round_, self.doubt, now)
        self.link.show_words(words.title)
        self.state.setText(words.state)
        self.about.setText(words.about)
        self.link.setAccessibleDescription(f"{words.state}\n{words.about}")


class RecentList(QVBoxLayout):
    """The rows, the newest draft first."""

    chosen = Signal(object)
    """The `Path` of the draft that the user wants to open."""

    def __init__(self, round_of: Callable[[str], Round | None], clock: Callable[[], datetime]) -> None:
        """`round_of` returns the round with an id, None when it is not known here."""
        super().__init__()
        self._round_of = round_of
        self._clock = clock
        self._rows: dict[Path, _Row] = {}
        self._instead = plain_label()
        """What is said while there are no rows."""
        self.setSpacing(HALF)

    @property
    def drafts(self) -> list[RecentDraft]:
        """The drafts in the list, with what is known of each by now."""
        return [RecentDraft(row.path, row.known) for row in self._rows.values()]

    def show_drafts(self, drafts: Sequence[RecentDraft] | None) -> None:
        """List the drafts with what was known of them; None: it is not known which there are."""
        for widget in (*self._rows.values(), self._instead):
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = {}
        for draft in drafts or ():
            row = self._rows[draft.path] = _Row(draft)
            row.link.clicked.connect(self._on_clicked)
            row.show_known(self._round(row.known), self._clock())
            self.addWidget(row)
        self._instead = plain_label(_NOT_KNOWN if drafts is None else _NONE_YET)
        self._instead.setVisible(not drafts)
        self.addWidget(self._instead)

    def show_look(self, path: Path, look: "Look") -> None:
        """Show what was found out about the draft at `path`."""
        row = self._rows.get(path)
        if row is None:
            return
        if look.known is not None:
            row.known, row.doubt = look.known, ""
        else:
            row.doubt = GONE if look.is_gone else refused_words(look.reason)
        row.show_known(self._round(row.known), self._clock())

    def show_late(self, path: Path) -> None:
        """Show that the drive of the draft at `path` does not answer."""
        row = self._rows.get(path)
        if row is not None:
            row.doubt = NO_ANSWER
            row.show_known(self._round(row.known), self._clock())

    def _round(self, known: KnownDraft | None) -> Round | None:
        return None if known is None else self._round_of(known.round)

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.chosen.emit(Path(str(link.property("file"))))
