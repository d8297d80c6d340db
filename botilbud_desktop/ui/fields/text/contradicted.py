"""What a text says otherwise than the form, shown at its field: listed, and marked in the text when asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.text_results import Contradiction, Span
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.text.contradiction_list import ContradictionList, by_topic

WORDS = "words"
"""The name of words that are marked for another reason."""


class Contradicted(QObject):
    """Keeps the list of one field, and the marked words in its text."""

    def __init__(self, field: Field, follow: Callable[[str, Sequence[Span]], None]) -> None:
        """`follow` lets the mark of a name stand at these pieces of the field's text from now on."""
        super().__init__(field)
        self._follow = follow
        self.list = ContradictionList(field, field.path.object_name)
        self._field = field
        self._marked = ""
        """The name of what is marked in the text, as in `by_topic`; "" while nothing was."""
        self.list.words_asked.connect(self._on_words_asked)
        self.list.value_asked.connect(self._on_value_asked)

    def render_view(self, view: View, *, may_grow: bool) -> None:
        """List what is found, and let the mark follow it; without `may_grow` nothing is added to the list."""
        found = tuple(one for one in view.assessment.contradictions if one.field == str(self._field.path))
        if may_grow:
            self.list.show_all(found)
        else:
            self.list.drop_others(found)
        if self._marked:
            still = by_topic(found).get(self._marked)
            self._follow(self._marked, () if still is None else (still.span,))

    def topic_of(self, span: Span) -> str:
        """Returns a name for what is found at these words; the mark of that name follows it from now on."""
        found = self._field.controller.view.assessment.contradictions
        here = tuple(one for one in found if one.field == str(self._field.path))
        self._marked = next((topic for topic, one in by_topic(here).items() if one.span == span), "")
        return self._marked or WORDS

    def _on_words_asked(self, one: Contradiction) -> None:
        self._field.show_words(one.span)

    def _on_value_asked(self, one: Contradiction) -> None:
        self._field.controller.place_asked.emit(field_path(one.other), None)
