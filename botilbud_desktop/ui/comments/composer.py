"""The input in which a comment is written. It is in the draft from the first word on, so nothing of it is lost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.form_bounds import LONGEST_LINE
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.comment_list import COMMENTS, MOST_COMMENTS, Sign, Signature, written
from botilbud_desktop.domain.notes.commented_field import comment_field
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.comments.wording import DELETED, in_one_line
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.focus import show_soon
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.announcing import announce

LONGEST_COMMENT = LONGEST_LINE
_LINES = 4
_TOO_LONG = f"En kommentar har plads til {format_number(LONGEST_COMMENT)} tegn. Der blev ikke sat mere ind."
_TOO_MANY = (
    f"Der er plads til {format_number(MOST_COMMENTS)} kommentarer i en kladde. Slet dem, der ikke skal bruges mere."
)


class CommentComposer(QWidget):
    """Writes one comment at a time; all that is typed in one go is one step of the history."""

    finished = Signal()
    """The user wants to go back to the field."""

    def __init__(self, controller: DraftController, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._sign = sign
        self._field = ""
        self._comment: Comment | None = None
        self._before: Comment | None = None
        """The comment that is being changed, as it was; None for a new one."""
        self._place: int | None = None
        """Where the comment stands among all, also while it has no words."""
        self._text = ""
        self.input = TextInput(_LINES)
        self.input.setObjectName("comment.text")
        self.input.textChanged.connect(self._on_text_changed)
        self._is_earlier = False
        """Whether a comment that was there is being changed."""
        self.input.left.connect(self._on_left)
        self.input.long_pasted.connect(self._on_too_much_pasted)
        self.input.too_much_pasted.connect(self._on_too_much_pasted)
        self.note = plain_label("", self)
        set_text_colour(self.note, state_colour(State.PROBLEM, self.palette()))
        self.note.hide()
        self.done_button = QPushButton("Færdig", self)
        self.done_button.setObjectName("comment.finish")
        self.done_button.clicked.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.input)
        column.addWidget(self.note)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def field(self) -> str:
        """The field of the comment that is being written, as the comment names it."""
        return self._field

    @property
    def comment_id(self) -> str | None:
        """The id of the comment that is being written; None before its first word."""
        return None if self._comment is None else self._comment.id

    def begin(self, path: FieldPath, label: str) -> None:
        """Begin a comment on the field at `path`."""
        ids = [project.id for project in self._controller.application.projects]
        self._begin(None, comment_field(path, ids))
        self.input.setAccessibleName(f"Kommentar til {label}")

    def resume(self, comment: Comment) -> None:
        """Change the words of a comment of one's own; it is then as new as its words."""
        self._begin(comment, comment.field)
        self.input.setAccessibleName(f"Ret kommentaren {in_one_line(comment)}")

    def _begin(self, comment: Comment | None, field: str) -> None:
        self._comment, self._before, self._field = comment, comment, field
        ids = [one.id for one in self._controller.application.comments]
        self._place = None if comment is None or comment.id not in ids else ids.index(comment.id)
        self._is_earlier = comment is not None
        self._show("" if comment is None else comment.text)
        self.note.hide()
        self._controller.editor.end_merge()

    def render_view(self, view: View) -> None:
        """Show the comment as the draft has it: it may have been undone, or repeated."""
        self.input.setReadOnly(view.is_held)
        if self._comment is None:
            return
        here = next((one for one in view.application.comments if one.id == self._comment.id), None)
        if here is not None:
            self._comment = here
            if here.text != self._text:
                self._show(here.text)
        elif self._text.strip():
            self._show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        self._text = text
        self.input.show_text(text)

    def _on_text_changed(self) -> None:
        text = sanitized(self.input.text())
        comments = self._controller.application.comments
        if len(text) > LONGEST_COMMENT:
            self._refuse(_TOO_LONG)
            return
        if self._comment is None and text.strip():
            if len(comments) >= MOST_COMMENTS:
                self._refuse(_TOO_MANY)
                return
            author, at = self._signature()
            self._comment = Comment(id=new_id(), field=self._field, author=author, written_at=at)
            self._place = len(comments)
        self.note.hide()
        self._text = text
        if self._comment is not None:
            self._comment = self._reworded(self._comment, text)
            comments = written(comments, self._comment, self._place)
            self._controller.editor.set_value(COMMENTS, comments, merge=True)

    def _reworded(self, comment: Comment, text: str) -> Comment:
        """Returns the comment with these words, which are from now unless it had them before."""
        if self._before is None:
            return replace(comment, text=text)
        if text == self._before.text:
            return replace(comment, text=text, written_at=self._before.written_at)
        return replace(comment, text=text, written_at=self._signature().at)

    def _signature(self) -> Signature:
        author, at = self._sign()
        return Signature(author, at.replace(microsecond=0))

    def _on_left(self) -> None:
        """Tell that a comment was deleted by taking away its words."""
        if self._is_earlier and not self._text.strip():
            self._is_earlier = False
            self._controller.tell_undoable(DELETED)
        self._controller.editor.end_merge()

    def _on_too_much_pasted(self) -> None:
        self._refuse(_TOO_LONG)

    def _refuse(self, sentence: str) -> None:
        """Keep the text as it was, and say why."""
        self.input.show_text(self._text)
        self.note.setText(sentence)
        self.note.show()
        show_soon(self.note)
        announce(self.input, sentence)
