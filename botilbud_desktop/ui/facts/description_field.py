"""The overall description: the text with its counter, and the sentences that the table of projects can give it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.text.text_field import TextField

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import StaleFact
    from botilbud_desktop.ui.facts.offers import Offer
    from botilbud_desktop.ui.facts.stale_notes import StaleNotes

OFFER = "Indsæt fra tabellen …"


class DescriptionField(TextField):
    """The text area of the overall description, on its page or in the full window."""

    def __init__(self, controller: DraftController, *, lines: int | None = 14, is_alone: bool = False) -> None:
        super().__init__(controller, field_path("description"), lines=lines, is_alone=is_alone)
        self._stale: StaleNotes | None = None
        self.offer_link = self.add_link(OFFER, f"{self.path.object_name}.facts")
        self.offer_link.clicked.connect(self.offer_facts)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self.offer_link.setVisible(not view.read_only)
        if view.assessment.stale_facts or self._stale is not None:
            self._render_stale(view)

    def offer_facts(self) -> None:
        """Offer the sentences that the table gives, to be put in at the cursor."""
        from botilbud_desktop.ui.facts.fact_popup import FactPopup
        from botilbud_desktop.ui.facts.offers import offers_at

        if self.controller.is_frozen:
            return
        self._end_step()
        popup = FactPopup(offers_at(self.controller, self._index()), self)
        popup.chosen.connect(self._on_offer_chosen)
        popup.left.connect(self._on_offers_left)
        popup.show_at(self.offer_link)

    def show_fact(self, row: int) -> None:
        """Select the sentence of the entry at `row` of `inserted_facts`, where the table no longer bears it."""
        found = next((fact for fact in self.controller.view.assessment.stale_facts if fact.row == row), None)
        if found is not None:
            self._select(found)

    def _index(self) -> int:
        """Returns where a sentence is put in: at the cursor, or after what is selected."""
        cursor = self.input.textCursor()
        return len(sanitized(self.input.text()[: self.input.index_of(cursor.selectionEnd())]))

    def _on_offer_chosen(self, offer: "Offer") -> None:
        from botilbud_desktop.domain.editing.inserted_sentence import inserted

        if self.controller.is_frozen or not offer.fits:
            return
        self._end_step()
        self.controller.editor.set_values(inserted(self.controller.application, offer.put, offer.entry))
        self._end_step()
        self._on_offers_left()
        self.input.show_position(offer.put.end)

    def _on_offers_left(self) -> None:
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_stale(self, view: View) -> None:
        from botilbud_desktop.ui.facts.offers import too_long
        from botilbud_desktop.ui.facts.stale_notes import MOST_SHOWN, ShownFact

        if self._stale is None:
            self._stale = self._make_stale_notes()
        facts, text = view.assessment.stale_facts, view.application.description
        shown = []
        for fact in facts[:MOST_SHOWN]:
            renewed = f"{text[: fact.span.start]}{fact.made}{text[fact.span.end :]}"
            shown.append(ShownFact(fact, too_long(self.controller, renewed) if fact.made else ""))
        self._stale.show_facts(tuple(shown), len(facts), read_only=view.read_only)

    def _make_stale_notes(self) -> "StaleNotes":
        from botilbud_desktop.ui.facts.stale_notes import StaleNotes

        notes = StaleNotes(self)
        notes.place_asked.connect(self._on_place_asked)
        notes.renew_asked.connect(self._on_renew_asked)
        notes.keep_asked.connect(self._on_keep_asked)
        self._add_below(notes)
        return notes

    def _fact(self, number: int) -> "StaleFact | None":
        """Returns the changed sentence of that number, as of now."""
        facts = self.controller.view.assessment.stale_facts
        return facts[number] if number < len(facts) else None

    def _select(self, fact: "StaleFact") -> None:
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.show_position(fact.span.start, fact.span.end)

    def _on_place_asked(self, number: int) -> None:
        if (fact := self._fact(number)) is not None:
            self._select(fact)

    def _on_renew_asked(self, number: int) -> None:
        from botilbud_desktop.domain.editing.inserted_sentence import renewed
        from botilbud_desktop.domain.notes.records import InsertedFact

        fact = self._fact(number)
        if fact is None or not fact.made or self.controller.is_frozen:
            return
        entry = InsertedFact(content=fact.entry.content, text=fact.made)
        self._end_step()
        self.controller.editor.set_values(renewed(self.controller.application, *fact.span, entry))
        self.controller.tell_undoable("Sætningen er fornyet.")
        self._on_offers_left()
        self.input.show_position(fact.span.start, fact.span.start + len(fact.made))

    def _on_keep_asked(self, number: int) -> None:
        from botilbud_desktop.domain.editing.inserted_sentence import kept

        fact = self._fact(number)
        if fact is None or self.controller.is_frozen:
            return
        self._end_step()
        self.controller.editor.set_values(kept(self.controller.application, fact.entry))
        self.controller.tell_undoable("Sætningen bliver stående, som den er.")
        self._on_offers_left()
