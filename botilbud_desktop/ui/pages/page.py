"""The base of every page: a scrolling column of fields, rendered from a view, that can go to a field."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.steps import Step
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import BEING_BUILT, Field
from botilbud_desktop.ui.fields.field_row import FieldRow
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.style.cards import CardColumn
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.quiet_bar import use_quiet_bar
from botilbud_desktop.ui.style.spacing import COLUMN_WIDTH, GAP, HALF, LEAD, PAGE_MARGIN, SECTION, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import (
    WINDOW_MNEMONICS,
    assign_mnemonics,
    heading,
    is_heading,
    plain_label,
    set_text_colour,
    subheading,
)
from botilbud_desktop.ui.widgets.tab_order import PageContent, order_tabs

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span
    from botilbud_desktop.ui.attachments.part import AttachmentPart
    from botilbud_desktop.ui.comments.marks import CommentMarks
    from botilbud_desktop.ui.fields.optional.section import OptionalSection
    from botilbud_desktop.ui.fields.text.text_input import TextInput


_NEARLY_ALL = 1000
"""The share of the width that the column takes before the room beside it, as long as it may grow."""

_DEEPEST_LAYOUT = 8
"""So many rounds of events a change of height needs at most until all layouts around it know."""


class Page(QScrollArea):
    """One page of the window."""

    field_asked = Signal(object)
    """The path of a field that the user wants to see."""
    comments_asked = Signal()
    """The user wants to read the comments on the field that has the focus."""
    attachments_made = Signal(object)
    """The `AttachmentPart` of the page was built; its signals can be connected."""

    def __init__(self, controller: DraftController, step: Step) -> None:
        super().__init__()
        self.controller = controller
        self.step = step
        self.setObjectName(step.page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        use_quiet_bar(self, is_always_there=True)
        self.setAccessibleName(step.title_in(controller.round))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # not by Tab: the focused input passes scroll keys on
        self._rendered: list[RenderedWidget] = []
        self._labels: list[QLabel] = []
        self._marks: CommentMarks | None = None
        self._sections: list[OptionalSection] = []
        self.cards = CardColumn()
        self.cards.setMaximumWidth(COLUMN_WIDTH + 2 * PAGE_MARGIN)
        self.column: QVBoxLayout = self.cards.begin_open()
        """The part of the page that is being built: what lies on the window, or on one card."""
        self._last: QWidget | None = None
        """What was added to it last, if that is a heading, an introduction or a part."""
        self._outer = PageContent()
        row = QHBoxLayout(self._outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.cards, _NEARLY_ALL)
        row.addStretch(1)
        self.heading = heading(step.title_in(controller.round))
        self.column.addWidget(self.heading)
        self._mnemonics: frozenset[str] = WINDOW_MNEMONICS
        self.is_complete = False
        self._lowered: TextInput | None = None
        """The long text whose height was fitted to the window last."""
        self.build()
        self._assign_mnemonics()
        self.setWidget(self._outer)

    @property
    def spoken_title(self) -> str:
        """What screen readers say when the page is shown: its title, and the messages that stand on it."""
        return "\n".join(filter(None, (self.heading.text(), *self.messages)))

    @property
    def messages(self) -> tuple[str, ...]:
        """Returns what the page says of itself, besides what is read with its inputs; empty ones are left out."""
        return ()

    def build(self) -> None:
        """Add what is visible first; called once."""
        raise NotImplementedError

    def build_rest(self) -> None:
        """Add what is further down on a long page; called once, soon after the page is first shown."""

    def complete(self) -> None:
        """Make sure that the whole page is built."""
        if not self.is_complete:
            self.is_complete = True
            self.setProperty(BEING_BUILT, True)
            self.build_rest()
            order_tabs(self._outer)
            self._assign_mnemonics()
            self.render_view(self.controller.view)
            self.setProperty(BEING_BUILT, False)

    def begin_card(self) -> None:
        """Lay what follows on a card of its own."""
        self.column, self._last = self.cards.begin_card(), None

    def begin_open(self) -> None:
        """Lay what follows on the window itself."""
        self.column, self._last = self.cards.begin_open(), None

    def add_introduction(self, text: str) -> QLabel:
        """Add a sentence or two about what follows, in a quiet colour."""
        label = plain_label(text)
        set_text_colour(label, quiet_colour(self.palette()))
        if self._last is not None and is_heading(self._last):
            self._last.setContentsMargins(0, 0, 0, 0)
        self._add_lead(label)
        return label

    def add_subheading(self, text: str) -> QLabel:
        """Begin a card with the heading of a part of the page."""
        self.column = self.cards.begin_card(has_heading=True)
        label = subheading(text)
        self._add_lead(label)
        return label

    def add_fields(self, *fields: Field) -> None:
        """Add fields side by side, of equal width; the lines that they keep for notes are the gap below them."""
        self._labels.extend(field.label for field in fields)
        self._rendered.extend(fields)
        added: QWidget = FieldRow(fields) if len(fields) > 1 else fields[0]
        if isinstance(self._last, RenderedWidget):
            added.setContentsMargins(0, SECTION - HALF, 0, 0)
        self.column.addWidget(added)
        self._last = None if all(field.keeps_gap for field in fields) else fields[0]
        self._set_room_below(GAP if self._last else UNIT)

    def add_section(self, section: "OptionalSection") -> None:
        """Add a part that is folded away at first."""
        self._sections.append(section)
        self.add_part(section)

    def add_part(self, part: RenderedWidget) -> None:
        """Add a part that renders views itself."""
        if isinstance(self._last, RenderedWidget):
            part.setContentsMargins(0, SECTION - HALF, 0, 0)
        self.column.addWidget(part)
        self._rendered.append(part)
        self._last = part
        self._set_room_below(GAP)

    def _add_lead(self, label: QLabel) -> None:
        """Add a heading or an introduction; on a card it stands off from what follows."""
        if self.column.contentsMargins().left():
            label.setContentsMargins(0, 0, 0, LEAD - HALF)
        self.column.addWidget(label)
        self._last = label
        self._set_room_below(GAP)

    def _set_room_below(self, room: int) -> None:
        margins = self.column.contentsMargins()
        if margins.left():  # a card
            self.column.setContentsMargins(margins.left(), margins.top(), margins.right(), room)

    def add_attachments(self, part: "AttachmentPart") -> None:
        """Add the part with the PDF files that are attached."""
        self.add_part(part)
        self.attachments_made.emit(part)

    def render_view(self, view: View) -> None:
        """Show the view."""
        for part in self._rendered:
            part.render_view(view)
        if view.comments or self._marks is not None:
            self._render_marks(view)

    def _render_marks(self, view: View) -> None:
        """Mark the fields that colleagues have commented on."""
        if self._marks is None:
            from botilbud_desktop.ui.comments.marks import CommentMarks

            self._marks = CommentMarks(self._outer, self.step, self.comments_asked.emit)
        self._marks.render_view(view, is_complete=self.is_complete)

    def bring_in_view(self, path: FieldPath) -> QWidget | None:
        """Returns the input at `path`, or the nearest below or above it, with its label in view; None without any."""
        self.complete()
        self.unfold(path)
        for rows in self.findChildren(Rows):
            rows.show_row(path)
        target = self.input_near(path)
        if target is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._make_room(target)
            self.show_whole(target)
            self._show_again(target, _DEEPEST_LAYOUT)
        return target

    def _make_room(self, target: QWidget) -> None:
        """Let a long text be so low that the label above it and the message below it fit into the window with it."""
        frame = target.parentWidget()
        if not isinstance(frame, Field) or not isinstance(target, QPlainTextEdit):
            return
        from botilbud_desktop.ui.fields.text.text_input import TextInput

        if isinstance(target, TextInput):
            self._lowered = target
            target.fit_into(self.viewport().height() - 2 * GAP - (frame.height() - target.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lowered is not None:
            self._make_room(self._lowered)

    def _show_again(self, target: QWidget, rounds: int) -> None:
        """Scroll again when the layouts around it, one in another, have made room for what came with the field."""
        if rounds:
            QTimer.singleShot(0, target, partial(self._on_laid_out, target, rounds))

    def _on_laid_out(self, target: QWidget, rounds: int) -> None:
        self._make_room(target)
        self.show_whole(target)
        self._show_again(target, rounds - 1)

    def focus_field(self, path: FieldPath, span: "Span | None" = None) -> None:
        """Focus the input at `path`, or the nearest below or above it, with its label in view.

        With `span`, those words of its text are marked and selected.
        """
        target = self.bring_in_view(path)
        if target is None:
            return
        focus_visibly(target)
        holder = target.parentWidget()
        if not isinstance(holder, Field):
            return
        if span is None:
            holder.show_linked_position()
        else:
            holder.show_words(span)

    def unfold(self, path: FieldPath) -> None:
        """Open the folded part that holds the field at `path`, if there is one."""
        for section in self._sections:
            if section.holds(path):
                section.open()

    def show_whole(self, widget: QWidget) -> None:
        """Scroll so that an input is visible with its label and the note below it."""
        holder = widget.parentWidget()
        frame = holder if isinstance(holder, Field) else widget
        if not self._outer.isAncestorOf(frame):
            return
        area = QRect(frame.mapTo(self._outer, frame.rect().topLeft()), frame.size())
        self.ensureVisible(area.left(), area.bottom(), 0, GAP)
        self.ensureVisible(area.left(), area.top(), 0, GAP)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A page that is being hidden keeps the focus until the next one takes it.

        Qt would give it to the button below, and screen readers would read that.
        """
        return not self.isVisible() or super().focusNextPrevChild(forward)

    def focus_first(self) -> None:
        """Focus the first input, with the page's heading in view."""
        first = next((part for part in self._rendered if isinstance(part, Field)), None)
        target = first.label.buddy() if first else None
        if target is not None:
            focus_visibly(target)
        else:
            self.setFocus()  # or nothing has it, and a screen reader stays where the last page was
        self.verticalScrollBar().setValue(0)

    def _assign_mnemonics(self) -> None:
        self._mnemonics = assign_mnemonics(self._labels, self._mnemonics)
        self._labels.clear()

    def input_near(self, path: FieldPath) -> QWidget | None:
        """Returns the input at `path`, or the nearest below or above it."""
        while path:
            name = path.object_name
            exact = self.findChild(QWidget, name)
            if isinstance(exact, QWidget) and exact.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return exact
            for widget in self.findChildren(QWidget):
                below = widget.objectName().startswith(f"{name}.")
                if below and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isHidden():
                    return widget
            path = FieldPath(path[:-1])
        return None
