"""The overall description: the text with its counter, and the sentences that the table of projects can give it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.rules.inserted_facts.asked import fact_asked_by
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.style.focus import focus_visibly

if TYPE_CHECKING:
    from botilbud_desktop.ui.facts.offers import Offer
    from botilbud_desktop.ui.facts.stale_sentences import StaleSentences

OFFER = "Indsæt sætning fra skemaet …"


class DescriptionField(TextField):
    """The text area of the overall description, on its page or in the full window."""

    def __init__(self, controller: DraftController, *, lines: int | None = 14, is_alone: bool = False) -> None:
        super().__init__(controller, field_path("description"), lines=lines, is_alone=is_alone)
        self._stale: StaleSentences | None = None
        self.offer_link = self.add_link(OFFER, f"{self.path.object_name}.facts")
        self.offer_link.clicked.connect(self._on_offer_asked)
        self._can_offer = any(fact_asked_by(content) is not None for content in controller.round.required_contents)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self.offer_link.setVisible(self._can_offer and not view.read_only)
        if self._stale is not None:
            self._stale.render_view(view)
        elif view.assessment.stale_facts:
            self._stale_sentences().render_view(view)

    def offer_facts(self, content: int | None = None, below: QWidget | None = None) -> None:
        """Offer the sentences that the table gives, to be put in at the cursor.

        `content` is the number of the required content whose sentence is asked for, None for all; the offer opens below
        the widget `below`, else below the link.
        """
        from botilbud_desktop.ui.facts.fact_popup import FactPopup
        from botilbud_desktop.ui.facts.offers import offers_at

        if self.controller.is_frozen:
            return
        self._end_step()
        offers = offers_at(self.controller, self._index())
        popup = FactPopup(tuple(one for one in offers if content in (None, one.offered.content)), self.window())
        popup.chosen.connect(self._on_offer_chosen)
        popup.left.connect(partial(self._on_offers_left, below))
        popup.show_below(below or self.offer_link)

    def show_fact(self, row: int) -> QWidget | None:
        """Mark the sentence of the entry at `row` of `inserted_facts`, where the table no longer bears it.

        Returns where it can be renewed or kept; None where that is not shown.
        """
        return self._stale_sentences().show_row(row) if self.controller.view.assessment.stale_facts else None

    def _index(self) -> int:
        """Returns where a sentence is put in: at the cursor, or after what is selected."""
        cursor = self.input.textCursor()
        return len(sanitized(self.input.text()[: self.input.index_of(cursor.selectionEnd())]))

    def _on_offer_asked(self) -> None:
        self.offer_facts()

    def _on_offer_chosen(self, offer: "Offer") -> None:
        from botilbud_desktop.domain.editing.inserted_sentence import inserted

        if self.controller.is_frozen or not offer.fits:
            return
        self._end_step()
        self.controller.editor.set_values(inserted(self.controller.application, offer.put, offer.entry))
        self._end_step()
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.show_position(offer.put.end)

    def _on_offers_left(self, came_from: QWidget | None) -> None:
        focus_visibly(came_from or self.input)

    def _stale_sentences(self) -> "StaleSentences":
        if self._stale is None:
            from botilbud_desktop.ui.facts.stale_sentences import StaleSentences

            self._stale = StaleSentences(self)
            if self._is_alone:
                self.list_made.emit(self._stale.notes)
            else:
                self._column.insertWidget(self._column.indexOf(self.note) + 1, self._stale.notes)
        return self._stale
