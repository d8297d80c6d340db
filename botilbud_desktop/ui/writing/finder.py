"""Find and replace in the open draft: goes from match to match across fields and steps, and replaces."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from botilbud_desktop.domain.editing.find_replace import Match, find_all, replaced_at, replaced_everywhere, text_fields
from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.window.draft_window import DraftWindow
from botilbud_desktop.ui.writing.find_bar import FindBar

_MOST_SELECTED = 100


class Finder(QObject):
    """Controls the bar. Its position is the match that was shown last."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar = FindBar(window)
        self.bar.hide()
        self._shown: Match | None = None
        self._controller: DraftController | None = None
        self._former_focus: QWidget | None = None
        """The widget that had the focus when the bar was opened."""
        self.bar.query_changed.connect(self._on_query_changed)
        self.bar.next_asked.connect(self.find_next)
        self.bar.previous_asked.connect(self.find_previous)
        self.bar.replace_asked.connect(self._on_replace)
        self.bar.replace_all_asked.connect(self._on_replace_all)
        self.bar.closed.connect(self.close)
        content = window.centralWidget()
        column = content.layout() if content is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.bar)

    def open(self, *, replacing: bool) -> None:
        """Shows the bar with the selected words in it, and goes to its first or second line."""
        controller = self._window.controller
        if controller is None:
            return
        if controller is not self._controller:
            self._controller, self._shown = controller, None
            controller.view_changed.connect(self._on_view_changed)
        focus = QApplication.focusWidget()
        if focus is not None and not self.bar.isAncestorOf(focus):
            self._former_focus = focus
        selected = _selected_words()
        self.bar.set_replacing(not controller.is_frozen)
        self.bar.show()
        if selected:
            self.bar.words.setText(selected)
        target = self.bar.replacement if replacing and not controller.is_frozen and selected else self.bar.words
        target.setFocus()
        target.selectAll()
        self._count()

    def close(self) -> None:
        """Hides the bar and goes to the last match; without one, back to where the search began."""
        shown, former_focus = self._shown, self._former_focus
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self._window)
        self.bar.hide()
        if not had_focus or self._window.workspace is None:
            return
        if shown is not None and shown in self._matches():
            self._show(shown)
        elif former_focus is not None and isValid(former_focus) and former_focus.isVisible():
            former_focus.setFocus()
        else:
            self._window.workspace.focus_first()

    def drop(self) -> None:
        """Resets the search: the draft is closed."""
        self._shown = self._controller = None
        self.bar.hide()

    def find_next(self) -> None:
        """Goes to the next match, and from the last to the first."""
        self._go(1)

    def find_previous(self) -> None:
        """Goes to the match before, and from the first to the last."""
        self._go(-1)

    def _go(self, by: int) -> None:
        matches = self._matches()
        if not matches:
            self._count()
            return
        if self._shown in matches:
            index = (matches.index(self._shown) + by) % len(matches)
        else:
            index = self._nearest(matches) if by > 0 else (self._nearest(matches) - 1) % len(matches)
        self._go_to(matches[index])

    def _nearest(self, matches: tuple[Match, ...]) -> int:
        """Returns the index of the first match at or after the position shown last; 0 when none was."""
        controller, shown = self._window.controller, self._shown
        if controller is None or shown is None:
            return 0
        order = list(text_fields(controller.application))
        at = (order.index(shown.path) if shown.path in order else 0, shown.start)
        after = (index for index, match in enumerate(matches) if (order.index(match.path), match.start) >= at)
        return next(after, 0)

    def _go_to(self, match: Match) -> None:
        """Shows a match; the focus stays in the bar while the user searches there."""
        focus = QApplication.focusWidget()
        if self._shown is not None and self._shown.path != match.path:
            self._select(Match(self._shown.path, self._shown.start, self._shown.start))
        self._show(match)
        self._shown = match
        if focus is not None and self.bar.isAncestorOf(focus):
            focus.setFocus()
            self._select(match)
        self._count()

    def _show(self, match: Match) -> None:
        """Goes to the field of a match; a text in the full window stays there."""
        workspace = self._window.workspace
        if workspace is None:
            return
        if workspace.controller.full_window_field != match.path:
            workspace.show_field(match.path)
        elif (field := self._field_of(match)) is not None:
            field.setFocus()
        self._select(match)

    def _select(self, match: Match) -> None:
        field = self._field_of(match)
        if isinstance(field, TextInput):
            field.show_position(match.start, match.end)
        elif isinstance(field, QLineEdit):
            text = field.text()
            start, end = utf16_length(text[: match.start]), utf16_length(text[: match.end])
            field.setSelection(start, end - start)

    def _field_of(self, match: Match) -> QWidget | None:
        """Returns the visible input of the text: on its page, or in the full window."""
        fields = self._window.findChildren(QWidget, match.path.object_name)
        return next((field for field in fields if field.isVisible()), None)

    def _matches(self) -> tuple[Match, ...]:
        controller = self._window.controller
        return () if controller is None else find_all(controller.application, self.bar.query)

    def _count(self) -> None:
        matches = self._matches()
        self.bar.show_count(matches.index(self._shown) if self._shown in matches else None, len(matches))

    def _on_query_changed(self) -> None:
        self._count()

    def _on_view_changed(self) -> None:
        if self.bar.isVisible() and self._window.controller is not None:
            self.bar.set_replacing(not self._window.controller.is_frozen)
            self._count()

    def _on_replace(self) -> None:
        """Replaces the shown match and goes to the next; the first time it only goes there."""
        controller, match = self._window.controller, self._shown
        if controller is None or controller.is_frozen:
            return
        if match is None or match not in self._matches():
            self.find_next()
            return
        replacement = self.bar.replaced_by
        controller.editor.set_values({match.path: replaced_at(controller.application, match, replacement)})
        end = match.start + len(replacement)
        self._shown = Match(match.path, end, end)  # continues after the new words, so as not to find them
        self.find_next()

    def _on_replace_all(self) -> None:
        controller = self._window.controller
        if controller is None or controller.is_frozen:
            return
        total = len(self._matches())
        texts = replaced_everywhere(controller.application, self.bar.query, self.bar.replaced_by)
        if texts:
            controller.editor.set_values(texts)
            self.bar.say(f"{format_number(total)} erstattet")
            places = "1 sted er" if total == 1 else f"{format_number(total)} steder er"
            controller.tell_undoable(f"{places} erstattet.")


def _selected_words() -> str:
    """Returns the selected words of the focused input, if they are one short line, else ""."""
    focus = QApplication.focusWidget()
    if isinstance(focus, TextInput):
        selected = focus.textCursor().selectedText()
    elif isinstance(focus, QLineEdit) and not focus.objectName().startswith("find."):
        selected = focus.selectedText()
    else:
        return ""
    return selected if len(selected) <= _MOST_SELECTED and "\u2029" not in selected else ""
