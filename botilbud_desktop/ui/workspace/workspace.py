"""The workspace of one open draft: steps on the left, the page in the middle, guidance on the right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.comment_list import Sign
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field, steps_of
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.pages.factory import make_page
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.spacing import GAP, PAGE_MARGIN, PANE_WIDTH, STEPS_WIDTH, WIDE
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.tab_order import order_tabs
from botilbud_desktop.ui.workspace.guidance_pane import GuidancePane
from botilbud_desktop.ui.workspace.navigation import Navigation
from botilbud_desktop.ui.workspace.step_list import StepList

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span
    from botilbud_desktop.ui.preview.preview import Preview
    from botilbud_desktop.ui.workspace.folding import Folding

_PREPARE_AFTER_MS, _PREPARE_EVERY_MS = 150, 30
"""Delay in ms from the first paint to building the other pages, and between two pages, so that typing goes first."""
_LEAST_LETTERS = 42
"""So many letters of average width a page has room for before anything stands beside it."""
_ANY_WIDTH = (1 << 24) - 1
"""Qt's largest width of a widget: no limit."""
_LEAST_HEIGHT = 32
"""Height in px that a page has at least, below a bar and above the search: in a low window Qt would cut these."""
_ACROSS, _DOWN = QFrame.Shape.HLine, QFrame.Shape.VLine
_MOST_PREPARED = 6
"""Pages of projects that are made in advance; the others are made when they are first shown."""
_FIELDS_OF_STEP = {
    StepKind.APPLICANT: ("applicant", "case_number", "document_number", "internal_notes", "cover_note"),
    StepKind.PROJECTS: ("projects",),
    StepKind.DESCRIPTION: ("description",),
    StepKind.CONTACTS: ("contacts",),
}


class Workspace(QWidget):
    """Moves between pages and renders what is shown."""

    page_made = Signal(object)
    """A `Page` was built; its signals can be connected."""
    moved = Signal()
    """Another step is shown."""
    field_left = Signal()
    """The focus went from one input to another, or out of the window."""

    def __init__(self, controller: DraftController, sign: Sign) -> None:
        """`sign` tells who writes a comment, and when."""
        super().__init__()
        self.controller = controller
        self.notice = NoticeBar(self)
        self.steps = StepList()
        self.pane = GuidancePane(controller, sign)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumHeight(_LEAST_HEIGHT)
        self._pages: dict[str, Page] = {}
        self._step = Step(StepKind.APPLICANT)
        self.navigation = Navigation()
        self._folding: Folding | None = None
        self._lay_out()
        self.steps.step_chosen.connect(self._on_step_chosen)
        self.steps.itemClicked.connect(self._on_step_clicked)
        self.steps.itemActivated.connect(self._on_step_activated)
        self.pane.field_asked.connect(self.show_field)
        self.pane.filled.connect(self._on_pane_filled)
        self.navigation.back_asked.connect(self.go_back)
        self.navigation.next_asked.connect(self.go_on)
        self.navigation.way_back_asked.connect(self._on_way_back_asked)
        self._way_back: Callable[[], object] | None = None
        self._voice = Voice(self)
        controller.view_changed.connect(self._on_view_changed)
        controller.place_asked.connect(self.show_field)
        controller.structure_changed.connect(self._on_structure_changed)
        self._follow_focus()
        self._prepare = QTimer(self)
        self._prepare.timeout.connect(self._on_prepare)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.page_of(self._step)

    def start(self, step: Step) -> None:
        """Show the first page. The others are prepared once the window has been painted."""
        self.show_step(step)

    def page_of(self, step: Step) -> Page:
        """Returns the page of a step, built on first use."""
        page = self._pages.get(step.page)
        if page is None:
            page = make_page(self.controller, step)
            self._pages[step.page] = page
            self._stack.addWidget(page)
            order_tabs(page, after=self.steps)
            page.field_asked.connect(self.show_field)
            page.comments_asked.connect(self.pane.came_to)
            self.page_made.emit(page)
        return page

    def made_page(self, step: Step) -> Page | None:
        """Returns the page of a step; None while it is not built."""
        return self._pages.get(step.page)

    def show_step(self, step: Step) -> None:
        """Go to a step, whatever the status of the others."""
        self._go_to(step, self._focus_first)
        self.page.focus_first()
        self._say_page()

    def show_check(self) -> None:
        """Go to the check."""
        self.show_step(Step(StepKind.CHECK))

    def show_field(self, path: FieldPath, span: "Span | None" = None, *, takes_focus: bool = True) -> None:
        """Go to the page of a field and focus the field; with `span`, mark and select those words of its text.

        Without `takes_focus` the field is only shown: the user types elsewhere, and screen readers follow the focus.
        """
        before = self._step
        self._go_to(step_of_field(path), partial(self._focus_near, path) if takes_focus else None)
        if takes_focus:
            self.page.focus_field(path, span)
        else:
            self.page.bring_in_view(path)
            self.pane.follow(path)
        self.pane.show_comments_of(path)
        if takes_focus and self._step != before:
            self._say_page()

    def _focus_first(self) -> None:
        self.page.focus_first()

    def _focus_near(self, path: FieldPath) -> None:
        target = self.page.input_near(path)
        if target is not None:
            target.setFocus()

    def _say_page(self) -> None:
        """Say which page is shown, after what has the focus on it."""
        self._voice.forget()
        self._voice.say(self.page.spoken_title)

    @property
    def shown_aside(self) -> "Preview | None":
        """The widget that is shown instead of a page; None while a page is shown."""
        shown = self._stack.currentWidget()
        return None if isinstance(shown, Page) else cast("Preview", shown)

    def show_aside(self, step: Step, widget: "Preview") -> None:
        """Show `widget` instead of the page and the pane until the user goes to another step; it belongs to `step`."""
        self._move_to(step)
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        for part in (*self._below_pages, *self._beside_pages):
            part.hide()
        if self._folding is not None:
            self._folding.show_aside()
        self.moved.emit()

    def focus_first(self) -> None:
        """Focus the start of what is shown, whether that is a page or a widget instead of one."""
        shown = self.shown_aside
        (self.page if shown is None else shown).focus_first()

    def restore_notice_bar(self) -> None:
        """Put the notice bar back at the top after it was shown elsewhere."""
        column = self.layout()
        if isinstance(column, QVBoxLayout) and column.indexOf(self.notice) < 0:
            column.insertWidget(0, self.notice)

    def offer_way_back(self, lead: Callable[[], object]) -> None:
        """Offer the way back to the review before approval, which the user came from; `lead` goes there."""
        self._way_back = lead
        self.navigation.way_back.show()

    def go_back(self) -> None:
        """Go to the previous step."""
        self._go_by(-1)

    def go_on(self) -> None:
        """Go to the next step; findings on this page may now be shown."""
        self.controller.reveal_below(self._fields_of(self._step))
        self._go_by(1)

    def _go_by(self, by: int) -> None:
        steps = steps_of(self.controller.application)
        position = steps.index(self._step) + by
        if 0 <= position < len(steps):
            self.show_step(steps[position])

    def _go_to(self, step: Step, ahead: Callable[[], object] | None = None) -> None:
        """Show the page of a step; `ahead` chooses its input with the focus before it is shown, so that one is read."""
        self._move_to(step)
        self.page.render_view(self.controller.view)
        try:
            if ahead is not None and self._stack.currentWidget() is not self.page:
                ahead()
        finally:  # a page whose input was not found is shown too
            self._show_page()

    def _show_page(self) -> None:
        """Show the page of the current step, and what stands beside pages."""
        self._stack.setCurrentWidget(self.page)
        self.navigation.line_up(self.page.verticalScrollBar().sizeHint().width())
        for part in self._below_pages if self._folding else (*self._below_pages, *self._beside_pages):
            part.show()
        if self._folding is not None:
            self._folding.show_page()  # a folded pane that is shown for a moment would make a low window higher
        self.moved.emit()

    def _move_to(self, step: Step) -> None:
        """Make the step the current one; its page is not rendered, as it may not be what is shown."""
        steps = steps_of(self.controller.application)
        step = step if step in steps else Step(StepKind.PROJECTS)
        self.controller.editor.end_merge()
        self._step = step
        self.steps.render_view(self.controller.view)
        self.steps.show_current(step)
        if step.kind is StepKind.APPROVE:
            self._way_back = None
            self.navigation.way_back.hide()
        self.pane.show_step(step, self.controller.view)
        self.navigation.back.setEnabled(step != steps[0])
        self.navigation.forward.setEnabled(step != steps[-1])
        self.navigation.forward.set_primary(step.kind is not StepKind.APPROVE)

    def _fields_of(self, step: Step) -> tuple[FieldPath, ...]:
        if step.project is not None:
            return (field_path(f"projects[{step.project}]"),)
        return tuple(field_path(text) for text in _FIELDS_OF_STEP.get(step.kind, ()))

    def _follow_focus(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_view_changed(self, view: View) -> None:
        is_there = self._step.project is None or self._step.project < len(view.application.projects)
        if is_there and self.shown_aside is None:
            self.page.render_view(view)
        self.steps.render_view(view)
        self.pane.render_view(view)

    def _on_structure_changed(self) -> None:
        pages = {step.page for step in steps_of(self.controller.application)}
        for name in [name for name in self._pages if name not in pages]:
            page = self._pages.pop(name)
            self._stack.removeWidget(page)
            page.deleteLater()
        if self._step.page not in pages:
            self._go_to(Step(StepKind.PROJECTS))
        self._prepare.start(_PREPARE_EVERY_MS)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.field_left.emit()
        if new is None or not self._stack.isAncestorOf(new):
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.page.show_whole(new)
        while new is not None and not new.objectName():
            new = new.parentWidget()
        name = new.objectName() if new is not None else ""
        self.pane.follow(None if name.startswith(("page.", "qt_")) else field_path(name))

    def _on_step_chosen(self, step: Step) -> None:
        """Keep the focus in the list for the arrow keys, so that they can go on; Enter and the mouse focus the page."""
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton and self.steps.hasFocus():
            self._go_to(step)
        else:
            self.show_step(step)

    def _on_way_back_asked(self) -> None:
        if self._way_back is not None:
            self._way_back()

    def _on_step_clicked(self) -> None:
        """Show the page again after a click on the current step while another widget is shown instead."""
        if self.shown_aside is not None:
            self.show_step(self._step)

    def _on_step_activated(self) -> None:
        self.show_step(self._step)

    def _on_pane_filled(self) -> None:
        self._prepare.start(_PREPARE_AFTER_MS)

    def _on_prepare(self) -> None:
        self._prepare.stop()  # a page that fails is not retried again and again
        for step in (self._step, *_prepared(steps_of(self.controller.application))):
            is_made = step.page in self._pages
            page = self.page_of(step)
            if is_made and page.is_complete:
                continue
            if is_made:
                page.complete()
            self._prepare.start(_PREPARE_EVERY_MS)
            return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the page from what is shown in its place."""
        if event.key() != Qt.Key.Key_Escape or not self.show_page_again():
            super().keyPressEvent(event)

    def show_page_again(self) -> bool:
        """Show the page again, with the focus where it was; returns whether a column stood in its place."""
        return self._folding is not None and self._folding.go_back()

    def _fit_columns(self) -> None:
        """Give the columns beside the page their widths, or fold them: the page needs some letters in a line."""
        steps, pane = (max(least, min(most, most * self.width() // WIDE)) for least, most in (STEPS_WIDTH, PANE_WIDTH))
        page = _LEAST_LETTERS * self.fontMetrics().averageCharWidth() + 2 * (PAGE_MARGIN + GAP)
        folds_pane, folds_steps = steps + page + pane > self.width(), steps + page > self.width()
        if self._folding is None and folds_pane:
            from botilbud_desktop.ui.workspace.folding import Columns, Folding

            columns = Columns(self.steps, self._stack, self.pane, self.navigation, *self._lines, *self._layouts)
            self._folding = Folding(columns, self)
            self.pane.came_to.connect(self._folding.show_pane)
        if self._folding is not None:
            self._folding.fold(steps=folds_steps, pane=folds_pane)
        for part, width, is_folded in ((self.steps, steps, folds_steps), (self.pane, pane, folds_pane)):
            part.setMinimumWidth(0 if is_folded else width)
            part.setMaximumWidth(_ANY_WIDTH if is_folded else width)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        below, beside_steps, beside_pane = (_separator_line(shape) for shape in (_ACROSS, _DOWN, _DOWN))
        self._below_pages, self._beside_pages = (below, self.navigation), (beside_pane, self.pane)
        middle.addWidget(below)
        middle.addWidget(self.navigation)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addWidget(beside_steps)
        row.addLayout(middle, 1)
        row.addWidget(beside_pane)
        row.addWidget(self.pane)
        self._lines, self._layouts = (beside_steps, beside_pane), (row, middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addLayout(row, 1)


def _prepared(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Returns the steps whose pages are made before they are shown: of many projects only the first ones."""
    return tuple(step for step in steps if step.project is None or step.project < _MOST_PREPARED)


def _separator_line(shape: QFrame.Shape) -> QFrame:
    line = QFrame()
    line.setFrameShape(shape)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)  # a role, so that it follows the theme
    return line
