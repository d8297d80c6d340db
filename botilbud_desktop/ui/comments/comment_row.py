"""One comment in the side pane: what was written, by whom and when, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.comments.wording import beginning, breakable, in_one_line, is_long, signature
from botilbud_desktop.ui.style.spacing import GAP, HALF
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton

_SPOKEN = 40


class CommentRow(QWidget):
    """Shows one comment."""

    tick_asked = Signal(object, bool)
    """The comment, and whether it is to be ticked off (or reopened)."""
    edit_asked = Signal(object)
    """The comment whose words are to be changed."""
    delete_asked = Signal(object)
    """The comment."""
    unfolded = Signal(object)
    """The comment, all of which is shown from now on."""

    def __init__(self, comment: Comment, *, is_own: bool, read_only: bool, is_unfolded: bool = False) -> None:
        """Only who wrote a comment may change its words. With `is_unfolded` all of a long one is shown at once."""
        super().__init__()
        self._comment = comment
        about = plain_label(breakable(signature(comment) + (" · Afsluttet" if comment.done else "")), self)
        about.setAccessibleName(about.text().replace("\u200b", ""))
        text = comment.text.strip() if is_unfolded else beginning(comment.text)
        self._text = plain_label(breakable(text), self)
        self._text.setAccessibleName(visible(text))
        set_text_colour(about, quiet_colour(self.palette()))
        if comment.done:
            set_text_colour(self._text, quiet_colour(self.palette()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, HALF)
        self._column.setSpacing(0)
        self._column.addWidget(about)
        self._column.addWidget(self._text)
        self._links = QHBoxLayout()
        self._links.setSpacing(GAP)
        if is_long(comment.text) and not is_unfolded:
            self._more = self._link("Vis det hele")
            self._more.clicked.connect(self._on_more)
        if not read_only:
            self._link("Genåbn" if comment.done else "Afslut").clicked.connect(self._on_tick)
            if is_own:
                self._link("Ret").clicked.connect(self._on_edit)
            self._link("Slet").clicked.connect(self._on_delete)
        self._links.addStretch(1)
        self._column.addLayout(self._links)

    def _link(self, words: str) -> LinkButton:
        link = LinkButton(words, self)
        link.setAccessibleName(f"{words} kommentaren {in_one_line(self._comment, _SPOKEN)}")
        self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return link

    def _on_more(self) -> None:
        text = self._comment.text.strip()
        self._text.setText(breakable(text))
        self._text.setAccessibleName(visible(text))
        self._more.hide()
        self.unfolded.emit(self._comment)

    def _on_tick(self) -> None:
        self.tick_asked.emit(self._comment, not self._comment.done)

    def _on_edit(self) -> None:
        self.edit_asked.emit(self._comment)

    def _on_delete(self) -> None:
        self.delete_asked.emit(self._comment)
