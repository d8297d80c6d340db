"""»Kommentarer« in the side pane: those of the field, the input for a new one, and links to others on the page."""

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from botilbud_desktop.domain.commenting.places import (
    Placed,
    is_at,
    known_field,
    known_fields,
    open_comments,
    place_label,
)
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.comment_list import COMMENTS, Comments, Sign, ticked, without
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.steps import Step
from botilbud_desktop.domain.values.amounts import for_number, format_number
from botilbud_desktop.ui.comments.comment_row import CommentRow
from botilbud_desktop.ui.comments.composer import CommentComposer
from botilbud_desktop.ui.comments.wording import ANSWER, DELETED, WRITE, counted
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.focus import focus_visibly, show_soon
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold, subheading
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

_AT_A_TIME = 20
"""Comments of a field that are shown at first and each time more are asked for; also other fields that are listed."""
_OTHERS, _ON_THE_PAGE = "Andre felter på siden", "På siden"


class _Shown(NamedTuple):
    """What is shown, to find out whether it has changed."""

    label: str
    """The field; "" while none is chosen or it has no comments."""
    comments: tuple[Comment, ...]
    earlier: int
    """Comments that are not shown yet, since there are many."""
    done: int
    """Comments that are ticked off and not shown."""
    others: tuple[tuple[FieldPath, str, int], ...]
    """Other fields of the page with their labels and the number of open comments."""
    can_write: bool
    read_only: bool


class CommentPane(QWidget):
    """The comments of the field that has the focus, and of its page."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    def __init__(self, controller: DraftController, sign: Sign) -> None:
        super().__init__()
        self._controller = controller
        self._sign = sign
        self._step: Step | None = None
        self._path: FieldPath | None = None
        self._is_writing = False
        self._shows_done = False
        self._most = _AT_A_TIME
        self._unfolded: set[str] = set()
        """The ids of the long comments that the user has unfolded at this field."""
        self._shown: _Shown | None = None
        self._rendered: tuple[Placed, tuple[object, ...]] | None = None
        """The comments that were looked through last, and what was asked of them."""
        self.rows: list[CommentRow] = []
        self._listed, self._others = QWidget(self), QWidget(self)
        self._field_label = plain_label("", self)
        set_bold(self._field_label)
        self.composer = CommentComposer(controller, sign, self)
        self.composer.finished.connect(self._on_finished)
        self.composer.hide()
        self.write_link = LinkButton(WRITE, self)
        self.write_link.clicked.connect(self._on_write_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        self._column.setSpacing(UNIT)
        heading = subheading("Kommentarer", self)
        above = (heading, self._field_label, self._listed)
        for part in (*above, self.composer, self.write_link, self._others):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def is_writing(self) -> bool:
        """Whether a comment is being written."""
        return self._is_writing

    def is_written_beside(self, comment: Comment) -> bool:
        """Whether a comment is being written at the field of `comment`; it may be that comment."""
        return self._is_writing and self.composer.field == comment.field

    def show_place(self, step: Step, path: FieldPath | None) -> None:
        """Turn to another page or field; what is being written is finished."""
        self._end_writing()
        if (step, path) != (self._step, self._path):
            self._step, self._path = step, path
            self._shows_done, self._most = False, _AT_A_TIME
            self._unfolded.clear()

    def write(self, path: FieldPath) -> None:
        """Begin a comment on the field at `path`."""
        self._path, self._is_writing = path, True
        self.composer.begin(path, place_label(path, self._controller.round))
        self.composer.show()
        self.render_view(self._controller.view)

    def focus_input(self) -> None:
        """Put the cursor into the comment that is being written."""
        self.composer.input.setFocus()
        show_soon(self.composer.done_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_finished()
        else:
            super().keyPressEvent(event)

    def render_view(self, view: View) -> None:
        """Show the comments."""
        if self._is_writing:
            self.composer.render_view(view)
        asked = (self._step, self._path, self._is_writing, self._shows_done, self._most, view.is_held)
        if self._rendered is not None and self._rendered[0] is view.comments and self._rendered[1] == asked:
            return  # somebody types in a field, which changes nothing here
        self._rendered = view.comments, asked
        shown = self._to_show(view)
        if shown != self._shown:
            self._shown = shown
            self._fill(shown)

    def _to_show(self, view: View) -> _Shown:
        field = known_field(self._path, view.application, view.round)
        known = known_fields(view.comments, view.application, view.round)
        here = () if field is None else tuple(one for one in view.comments if is_at(known.get(one.path), field))
        listed_here = {one.number for one in here}
        being_written = self.composer.comment_id if self._is_writing else None
        comments = [one.comment for one in here if one.comment.id != being_written]
        listed = [one for one in comments if self._shows_done or not one.done]
        counts = Counter(
            known[one.path]
            for one in open_comments(view.comments)
            if one.step == self._step and one.path in known and one.number not in listed_here
        )
        others = [(path, place_label(path, view.round), number) for path, number in counts.items()]
        return _Shown(
            label="" if field is None or not (here or self._is_writing) else place_label(field, view.round),
            comments=tuple(listed[-self._most :]),
            earlier=max(0, len(listed) - self._most),
            done=len(comments) - len(listed),
            others=tuple(others[:_AT_A_TIME]),
            can_write=field is not None and not self._is_writing and not view.is_held,
            read_only=view.is_held,
        )

    def _fill(self, shown: _Shown) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (self._listed.isAncestorOf(focused) or self._others.isAncestorOf(focused))
        self._field_label.setText(shown.label)
        self._field_label.setVisible(bool(shown.label))
        self._listed = self._replaced(self._listed, self._comment_parts(shown))
        self._others = self._replaced(self._others, self._other_parts(shown))
        self.write_link.show_words(ANSWER if shown.comments else WRITE)
        self.write_link.setVisible(shown.can_write)
        order_tabs(self)
        if had_focus:
            focus_visibly(self.write_link)

    def _replaced(self, old: QWidget, parts: list[QWidget]) -> QWidget:
        """Show the parts in a widget of their own in place of `old`."""
        new = QWidget(self)
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for part in parts:
            column.addWidget(part)
        self._column.replaceWidget(old, new)
        for link in old.findChildren(LinkButton):
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab may come before it is deleted
        old.hide()
        old.deleteLater()
        new.setVisible(bool(parts))
        return new

    def _comment_parts(self, shown: _Shown) -> list[QWidget]:
        parts: list[QWidget] = []
        if shown.earlier:
            earlier = LinkButton(f"Vis flere (der er {format_number(shown.earlier)} endnu)")
            earlier.clicked.connect(self._on_earlier_asked)
            parts.append(earlier)
        own = self._sign().author
        self.rows = [
            CommentRow(
                comment,
                is_own=comment.author == own,
                read_only=shown.read_only,
                is_unfolded=comment.id in self._unfolded,
            )
            for comment in shown.comments
        ]
        for row in self.rows:
            row.tick_asked.connect(self._on_tick_asked)
            row.delete_asked.connect(self._on_delete_asked)
            row.edit_asked.connect(self._on_edit_asked)
            row.unfolded.connect(self._on_unfolded)
        parts.extend(self.rows)
        if shown.done:
            done = LinkButton(f"Vis {format_number(shown.done)} {for_number(shown.done, 'afsluttet', 'afsluttede')}")
            done.clicked.connect(self._on_done_asked)
            parts.append(done)
        return parts

    def _other_parts(self, shown: _Shown) -> list[QWidget]:
        if not shown.others:
            return []
        heading = plain_label(_OTHERS if shown.label else _ON_THE_PAGE)
        set_bold(heading)
        parts: list[QWidget] = [heading]
        for path, label, number in shown.others:
            link = LinkButton(f"{label}: {counted(number)}", path=path)
            link.path_asked.connect(self.field_asked)
            parts.append(link)
        return parts

    def _set(self, comments: Comments) -> None:
        editor = self._controller.editor
        editor.end_merge()
        editor.set_value(COMMENTS, comments)

    def _end_writing(self) -> None:
        if self._is_writing:
            self._is_writing = False
            self._controller.editor.end_merge()
            self.composer.hide()

    def _on_write_asked(self) -> None:
        view = self._controller.view
        field = known_field(self._path, view.application, view.round)
        if field is not None:
            self.write(field)
            self.focus_input()

    def _on_finished(self) -> None:
        path = self._path
        self._end_writing()
        self.render_view(self._controller.view)
        if path is not None:
            self.field_asked.emit(path)

    def _on_tick_asked(self, comment: Comment, done: bool) -> None:
        self._set(ticked(self._controller.application.comments, comment, done=done))

    def _on_edit_asked(self, comment: Comment) -> None:
        self._is_writing = True
        self.composer.resume(comment)
        self.composer.show()
        self.render_view(self._controller.view)
        self.focus_input()

    def _on_delete_asked(self, comment: Comment) -> None:
        self._set(without(self._controller.application.comments, comment))
        self._controller.tell_undoable(DELETED)

    def _on_unfolded(self, comment: Comment) -> None:
        self._unfolded.add(comment.id)

    def _on_done_asked(self) -> None:
        self._shows_done = True
        self.render_view(self._controller.view)

    def _on_earlier_asked(self) -> None:
        self._most += _AT_A_TIME
        self.render_view(self._controller.view)
