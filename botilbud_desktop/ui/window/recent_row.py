"""One recent draft on the start page. It is loaded only when there is one: most of it is words about what is known."""

from datetime import datetime

from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.draft.recent_drafts import RecentDraft
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.text import set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.window.recent_wording import LOOKING, row_words
from botilbud_desktop.ui.window.tile import Tile


class RecentRow(Tile):
    """One draft: a link and two lines of text, which keep their room."""

    def __init__(self, recent: RecentDraft) -> None:
        self.state, self.about = (StillText(1, keeps_room=True) for _line in range(2))
        super().__init__("document", LinkButton(""), (self.state, self.about))
        for line in (self.state, self.about):
            line.setAutoFillBackground(False)  # it stands on the tile, which follows the mouse
        self.path = recent.path
        self.known = recent.known
        self.doubt = LOOKING
        self.link.setProperty("file", str(recent.path))
        set_text_colour(self.about, quiet_colour(self.palette()))

    def show_known(self, round_: Round | None, now: datetime) -> None:
        """Show what is known, and what is doubtful about it."""
        words = row_words(self.path, self.known, round_, self.doubt, now)
        self.link.show_words(words.title)
        self.state.setText(words.state)
        self.about.setText(words.about)
        self.link.setAccessibleDescription(f"{words.state}\n{words.about}")
