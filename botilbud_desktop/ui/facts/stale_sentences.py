"""What the overall description holds of an earlier table: told below it, and renewed or kept when it is asked for."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton

from botilbud_desktop.domain.editing.inserted_sentence import kept, renewed
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.rules.text_results import StaleFact
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.facts.offers import too_long
from botilbud_desktop.ui.facts.stale_notes import MOST_SHOWN, ShownFact, StaleNotes
from botilbud_desktop.ui.fields.text.text_field import TextField


class StaleSentences(QObject):
    """Ties the note about them to the text."""

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self._field = field
        self._controller = field.controller
        self._shown: tuple[ShownFact, ...] = ()
        self._marked: int | None = None
        """The row of the entry whose sentence was marked in the text."""
        self.notes = StaleNotes(field)
        self.notes.place_asked.connect(self._on_place_asked)
        self.notes.renew_asked.connect(self._on_renew_asked)
        self.notes.keep_asked.connect(self._on_keep_asked)

    def render_view(self, view: View) -> None:
        """Tell of the first sentences, and let the mark follow the one that it is about."""
        facts, text = view.assessment.stale_facts, view.application.description
        shown = []
        for fact in facts[:MOST_SHOWN]:
            with_new = f"{text[: fact.span.start]}{fact.made}{text[fact.span.end :]}"
            shown.append(ShownFact(fact, too_long(self._controller, with_new) if fact.made else ""))
        self._shown = tuple(shown)
        self.notes.show_facts(self._shown, len(facts), read_only=view.read_only)
        if self._marked is not None:
            spans = tuple(fact.span for fact in facts if fact.row == self._marked)
            self._field.passages.follow(_topic(self._marked), spans)

    def show_row(self, row: int) -> QAbstractButton | None:
        """Mark the sentence of the entry at `row` wherever it stands; returns where it can be renewed or kept.

        Returns None where the note has no room for it; then the text has the focus.
        """
        facts = self._controller.view.assessment.stale_facts
        found = [fact for fact in facts if fact.row == row]
        if not found:
            return None
        self._show(found)
        return self.notes.first_choice(facts.index(found[0]))

    def _show(self, facts: list[StaleFact]) -> None:
        self._marked = facts[0].row
        self._field.show_passages(_topic(self._marked), tuple(fact.span for fact in facts))

    def _fact(self, number: int) -> StaleFact | None:
        """Returns the sentence that is shown with that number, where it stands now; None when it is gone."""
        asked = self._shown[number].words
        self._controller.update_view_now()  # so that its place is that in the text as it stands
        facts = self._controller.view.assessment.stale_facts
        return facts[number] if self._shown[number : number + 1] and self._shown[number].words == asked else None

    def _on_place_asked(self, number: int) -> None:
        if (fact := self._fact(number)) is not None:
            self._show([fact])

    def _on_renew_asked(self, number: int) -> None:
        fact = self._fact(number)
        if fact is None or not fact.made or self._controller.is_frozen:
            return
        entry = InsertedFact(content=fact.entry.content, text=fact.made)
        self._controller.editor.end_merge()
        self._controller.editor.set_values(renewed(self._controller.application, *fact.span, entry))
        self._controller.tell_undoable("Sætningen er fornyet.")
        self._go_to(fact.span.start + len(fact.made))

    def _on_keep_asked(self, number: int) -> None:
        fact = self._fact(number)
        if fact is None or self._controller.is_frozen:
            return
        self._controller.editor.end_merge()
        self._controller.editor.set_values(kept(self._controller.application, fact.entry))
        self._controller.tell_undoable("Sætningen bliver stående, som den er.")
        self._go_to(fact.span.end)

    def _go_to(self, index: int) -> None:
        """Go to the text behind the sentence: the button that was pressed is gone."""
        self._field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.input.show_position(index)


def _topic(row: int) -> str:
    return f"inserted fact {row}"
