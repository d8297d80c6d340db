"""The recent drafts on the start page: of each its title, how it stands, and when it was changed and where it is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.draft.recent_drafts import RecentDraft
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from botilbud_desktop.storage.user.known_drafts import KnownDraft
    from botilbud_desktop.ui.draft.known import Look
    from botilbud_desktop.ui.window.recent_row import RecentRow

_NONE_YET = "Du har ikke åbnet nogen kladder endnu."
_NOT_KNOWN = "Listen over de seneste kladder kan ikke hentes lige nu."


class RecentList(QVBoxLayout):
    """The rows, the newest draft first."""

    chosen = Signal(object)
    """The `Path` of the draft that the user wants to open."""

    def __init__(self, round_of: Callable[[str], Round | None], clock: Callable[[], datetime]) -> None:
        """`round_of` returns the round with an id, None when it is not known here."""
        super().__init__()
        self._round_of = round_of
        self._clock = clock
        self._rows: dict[Path, RecentRow] = {}
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
            self._add(draft)
        self._instead = plain_label(_NOT_KNOWN if drafts is None else _NONE_YET)
        self.addWidget(self._instead)  # first: shown without a parent it would be a window
        self._instead.setVisible(not drafts)

    def show_look(self, path: Path, look: "Look") -> None:
        """Show what was found out about the draft at `path`."""
        row = self._rows.get(path)
        if row is None:
            return
        if look.known is not None:
            row.known, row.doubt = look.known, ""
        else:
            from botilbud_desktop.ui.window.recent_wording import GONE, refused_words

            row.doubt = GONE if look.is_gone else refused_words(look.reason)
        row.show_known(self._round(row.known), self._clock())

    def show_late(self, path: Path) -> None:
        """Show that the drive of the draft at `path` does not answer."""
        row = self._rows.get(path)
        if row is not None:
            from botilbud_desktop.ui.window.recent_wording import NO_ANSWER

            row.doubt = NO_ANSWER
            row.show_known(self._round(row.known), self._clock())

    def _add(self, draft: RecentDraft) -> None:
        from botilbud_desktop.ui.window.recent_row import RecentRow

        row = self._rows[draft.path] = RecentRow(draft)
        row.link.clicked.connect(self._on_clicked)
        row.show_known(self._round(row.known), self._clock())
        self.addWidget(row)

    def _round(self, known: "KnownDraft | None") -> Round | None:
        return None if known is None else self._round_of(known.round)

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.chosen.emit(Path(str(link.property("file"))))
