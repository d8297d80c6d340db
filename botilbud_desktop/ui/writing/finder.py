"""Find and replace in the open draft: goes from match to match across fields and steps, and replaces."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from botilbud_desktop.domain.editing.find_replace import Match, replaced_at, replaced_everywhere, text_fields
from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.steps import step_of_field, steps_of
from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.window.draft_window import DraftWindow
from botilbud_desktop.ui.writing.find_bar import FindBar
from botilbud_desktop.ui.writing.match_marks import MatchMarks
from botilbud_desktop.ui.writing.matches import Matches, Place

_MOST_SELECTED = 100


class Finder(QObject):
    """Controls the bar. Its position is the match that was shown last."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar = FindBar(window)
        self.bar.hide()
        self._shown: Match | None = None
        self._origin: Place | None = None
        """Where the user was when the bar was opened, or has gone to since: what is typed is looked for from there."""
        self._known: Matches | None = None
        self._marks = MatchMarks(window)
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
            self._origin = self._place_of(focus)
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
        self._marks.clear()
        if had_focus and self._window.workspace is not None:  # before it is hidden: Qt would choose what has the focus
            if shown is not None and self._matches().index_of(shown) is not None:
                self._show(shown)
            elif former_focus is not None and isValid(former_focus) and former_focus.isVisible():
                former_focus.setFocus()
            else:
                self._window.workspace.focus_first()
        self.bar.hide()

    def _place_of(self, focus: QWidget) -> Place | None:
        """Returns the place in the texts that the user is at: the cursor, else the start of the page that is shown."""
        controller, workspace = self._window.controller, self._window.workspace
        if controller is None or workspace is None:
            return None
        order, own = list(text_fields(controller.application)), field_path(focus.objectName())
        if own in order:
            return Place(own, _start_of_selection(focus))
        steps = steps_of(controller.application)
        later = steps[steps.index(workspace.step) :]
        return next((Place(path, 0) for path in order if step_of_field(path) in later), None)

    def drop(self) -> None:
        """Resets the search: the draft is closed."""
        self._shown = self._controller = self._origin = self._known = None
        self._marks.clear()
        self.bar.hide()

    def find_next(self) -> None:
        """Goes to the next match, and from the last to the first."""
        self._go(1)

    def find_previous(self) -> None:
        """Goes to the match before, and from the first to the last."""
        self._go(-1)

    def _go(self, by: int) -> None:
        matches = self._matches()
        if len(matches):
            index = matches.index_of(self._shown)
            if index is not None:
                index += by
            else:
                index = matches.at_or_after(self._place()) - (by < 0)
            match = matches.at(index % len(matches))
            self._origin = Place(match.path, match.start)
            self._go_to(match)
        self._count()

    def _place(self) -> Place | None:
        """Returns where the search goes on from when the shown match is gone."""
        return self._origin if self._shown is None else Place(self._shown.path, self._shown.start)

    def _go_to(self, match: Match) -> None:
        """Shows a match; the focus stays in the bar while the user searches there."""
        focus = QApplication.focusWidget()
        if self._shown is not None and self._shown.path != match.path:
            self._select(Match(self._shown.path, self._shown.start, self._shown.start))
        self._show(match, takes_focus=focus is None or not self.bar.isAncestorOf(focus))
        self._shown = match

    def _show(self, match: Match, *, takes_focus: bool = True) -> None:
        """Goes to the field of a match; a text in the full window stays there."""
        workspace = self._window.workspace
        if workspace is None:
            return
        if workspace.controller.full_window_field != match.path:
            workspace.show_field(match.path, takes_focus=takes_focus)
        elif takes_focus and (field := self._field_of(match)) is not None:
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

    def _matches(self) -> Matches:
        """Returns what is found now; searched again only when the draft or the query has changed."""
        controller = self._window.controller
        if controller is None:
            raise LookupError("no draft is open")
        application, query, known = controller.application, self.bar.query, self._known
        if known is None or known.application is not application or known.query != query:
            self._known = known = Matches(application, query, known)
        return known

    def _count(self) -> None:
        """Shows how many matches there are and which is shown, and marks those that can be seen."""
        if self._window.controller is None:
            return
        matches = self._matches()
        index = matches.index_of(self._shown)
        where = ""
        if index is not None and self._shown is not None:
            where = full_label(self._shown.path, self._window.controller.round)
        self.bar.show_count(index, len(matches), where)
        if self.bar.isVisible() and len(matches):
            self._marks.show(matches, self._shown)
        else:
            self._marks.clear()

    def _on_query_changed(self) -> None:
        """Goes to the first match from where the user was on."""
        if self._window.controller is None:
            return
        match = self._first_match(self._matches(), self._window.controller.full_window_field)
        if match is not None:
            self._go_to(match)
        elif self._shown is not None:
            self._select(Match(self._shown.path, self._shown.start, self._shown.start))
            self._shown = None
        self._count()

    def _first_match(self, matches: Matches, alone: FieldPath | None) -> Match | None:
        """Returns the match to go to while one types: one in the same text before one on another page.

        The full window, whose text is at the path `alone`, and Vis are not left.
        """
        workspace, origin = self._window.workspace, self._origin
        if origin is not None and alone in (None, origin.path):
            found = matches.first_in(origin.path, origin.start)
        else:
            found = None if alone is None else matches.first_in(alone, 0)
        if found is not None or alone is not None or not len(matches):
            return found
        if workspace is None or workspace.shown_aside is not None:
            return None
        return matches.at(matches.at_or_after(origin))

    def _on_view_changed(self) -> None:
        if self.bar.isVisible() and self._window.controller is not None:
            self.bar.set_replacing(not self._window.controller.is_frozen)
            self._count()

    def _on_replace(self) -> None:
        """Replaces the shown match and goes to the next; the first time it only goes there."""
        controller, match = self._window.controller, self._shown
        if controller is None or controller.is_frozen:
            return
        if match is None or self._matches().index_of(match) is None:
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
            places = f"{counted(total, 'sted', 'steder')} er"
            controller.tell_undoable(f"{places} erstattet.")


def _start_of_selection(field: QWidget) -> int:
    """Returns the index in its text at which the selection of an input begins, or the cursor stands."""
    if isinstance(field, TextInput):
        return field.index_of(field.textCursor().selectionStart())
    if isinstance(field, QLineEdit):
        start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
        return len(field.text().encode("utf-16-le", "surrogatepass")[: 2 * start].decode("utf-16-le", "ignore"))
    return 0


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
