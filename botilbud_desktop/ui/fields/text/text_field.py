"""A long text with its counter: the limit is visible and never blocks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.text.counting import surplus_start, utf16_length
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.rules.findings.texts import NO_BREAKS_CODE, length_findings, within_limit
from botilbud_desktop.rules.results import LimitedText, Severity
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field, Note, state_of
from botilbud_desktop.ui.fields.inputs import OF_DRAFT
from botilbud_desktop.ui.fields.text.text_input import TextInput, exact
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.link_row import LinkRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbud_desktop.domain.text.pasted_text import CleanedText
    from botilbud_desktop.domain.text.web_form_risks import Trouble
    from botilbud_desktop.rules.text_results import Span
    from botilbud_desktop.ui.fields.text.contradicted import Contradicted
    from botilbud_desktop.ui.fields.text.count_announcer import CountAnnouncer
    from botilbud_desktop.ui.fields.text.passages import Passages
    from botilbud_desktop.ui.fields.text.paste_notice import PasteNotice
    from botilbud_desktop.ui.fields.text.paste_offers import Offer
    from botilbud_desktop.ui.fields.text.trouble_list import TroubleList

COUNTED = ("text.too_long", "text.at_risk")
TROUBLING = ("text.unsupported_characters", "text.markup_like")
LISTED = ("text.contradicts",)
"""Findings that are listed below the text, word for word."""
BESIDE = ("description.content_missing",)
"""Findings that stand beside a text that is alone in the window, so that its height stays while one types."""
PAUSE_MS = 1200
"""A pause in typing of this length, in ms, begins a new step of the undo history."""
NEAR_LIMIT = 10
"""The limit is near when no more than one part in so many is left."""
_COUNT_DELAY_MS = 8
"""Delay in ms from a key until the counter follows: half a frame, so that the letter is painted first."""
_LET_GO_MS = 100
"""Time in ms between two looks whether the mouse is let go."""
LONGEST_RUN = 150
"""After this many changes without a pause, the next word begins a new step of the undo history."""


class TextField(Field):
    """A labelled text area; if the form has a limit, the counter is shown below it."""

    keeps_gap = False

    list_made = Signal(QWidget)
    """The list of what contradicts the form was made; in a field that is alone, it stands where the window puts it."""

    def __init__(
        self,
        controller: DraftController,
        path: FieldPath,
        *,
        hint: str = "",
        lines: int | None = 4,
        is_alone: bool = False,
    ) -> None:
        """`lines` is the height in lines, None for all available; `is_alone` when it fills the window."""
        super().__init__(controller, path, hint=hint)
        field = controller.round.field(path.form_path)
        self._limit = field.limit if field else None
        self._text = ""
        self._refused = ""
        self._changes_in_step = 0
        self._paste_notice: PasteNotice | None = None
        self._troubles: TroubleList | None = None
        self._announcer: CountAnnouncer | None = None
        self._passages: Passages | None = None
        self._contradicted: Contradicted | None = None
        self._is_alone = is_alone
        self._is_typed_in = False
        """Whether something was typed since the text was entered: what stands below it keeps its place until then."""
        self.input = TextInput(lines)
        self.input.setProperty(OF_DRAFT, True)
        # keeps its room, or the page would jump when the limit is reached, and back
        self.counter = Note(2, keeps_room=True, is_tied=True)
        self.counter.told.connect(self._on_told)
        self._marking = (self.note, self.counter)
        self.set_input(self.input)
        if lines is None:
            self._column.setStretchFactor(self.input, 1)
        self._column.insertWidget(self._column.indexOf(self.note), self.counter)
        self.counter.setVisible(self._limit is not None)
        self._add_links(is_alone=is_alone)
        self.note.raise_()  # the last of them, as on the screen: screen readers follow the order of the children
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._end_step)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_DELAY_MS)
        self._counting.timeout.connect(self._follow_count)
        self.input.textChanged.connect(self._on_text_changed)
        self.input.pasted.connect(self._end_step)
        self.input.inserted.connect(self._on_inserted)
        self.input.long_pasted.connect(self._on_long_pasted)
        self.input.too_much_pasted.connect(self._on_too_much_pasted)
        self.input.entered.connect(self._on_entered)
        self.input.left.connect(self._on_left)

    @property
    def announcer(self) -> "CountAnnouncer":
        """Announces the count to screen readers; made on first use."""
        if self._announcer is None:
            from botilbud_desktop.ui.fields.text.count_announcer import CountAnnouncer

            self._announcer = CountAnnouncer(self.input)
        return self._announcer

    @property
    def passages(self) -> "Passages":
        """The sentences that are marked in the text; made on first use."""
        if self._passages is None:
            from botilbud_desktop.ui.fields.text.passages import Passages

            self._passages = Passages(self.input)
        return self._passages

    def described_by(self) -> tuple[str, ...]:
        return self._hint, self._required, self._counted(), self.note.spoken

    def _counted(self) -> str:
        """Returns what the counter says, and where what is too much begins, which is marked for the eye alone."""
        if self._limit is None or not self.counter.matter:
            return self.counter.spoken
        from botilbud_desktop.ui.fields.text.surplus import surplus_in_words

        return f"{self.counter.spoken}\n{surplus_in_words(self._text, self._limit)}".rstrip()

    def render_view(self, view: View) -> None:
        if self.input.isReadOnly() != view.read_only:
            self.input.setReadOnly(view.read_only)
        if view.read_only and self._paste_notice is not None:
            self._paste_notice.forget()
        text: str = value_at(view.application, self.path)
        if text != self._text:
            self.input.show_text(text)
            self._text = text
            if self._paste_notice is not None:
                self._paste_notice.check()
        if self._limit is not None:
            state = self._render_count(self._limit)
            surplus = None if state is None else surplus_start(text, self._limit)
            self.input.highlight_from(surplus, state or State.PROBLEM)
        self._render_note(view)
        self.mark_input()
        self._render_troubles(view)
        if view.assessment.contradictions or self._contradicted is not None:
            self._render_contradictions(view)

    def show_linked_position(self) -> None:
        if self._limit is not None and (start := surplus_start(self._text, self._limit)) is not None:
            self.input.show_position(start)

    def show_words(self, span: "Span") -> None:
        self.show_passages("words" if self._contradicted is None else self._contradicted.topic_of(span), (span,))
        self.input.show_position(span.start, span.end)

    def show_passages(self, topic: str, spans: "Sequence[Span]") -> None:
        """Mark these pieces of the text, in its order, and go to the first; `topic` is what they are about."""
        self.passages.show(topic, spans)
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.show_position(spans[0].start)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._passages is not None and not event.spontaneous():
            self._passages.clear()

    def _add_links(self, *, is_alone: bool) -> None:
        """Add the links below the counter: why Word counts differently, a shorter text, the text in the full window."""
        self._links = LinkRow(self)
        name = self.path.object_name
        if self._limit is not None:
            self.add_link("Hvorfor viser Word et andet tal?", f"{name}.counts").clicked.connect(self._on_counts_asked)
            self.add_link("Gør teksten kortere …", f"{name}.shorter").clicked.connect(self._on_shorter_asked)
        if not is_alone:
            self.add_link("Skriv i hele vinduet", f"{name}.full_window").clicked.connect(self._on_full_window_asked)
        self._links.setVisible(bool(self._links.in_order))
        self._column.insertWidget(self._column.indexOf(self.note), self._links)

    def add_link(self, words: str, name: str) -> LinkButton:
        """Add a link to the row below the counter."""
        link = self._links.add(words, name)
        link.setAccessibleName(f"{words} {self.label_text}")
        self._links.show()
        return link

    def _render_count(self, limit: int) -> State | None:
        """Update the counter, with the wording of the rule; returns the state it shows."""
        counted = LimitedText(str(self.path), limit, self.controller.count(self._text))
        finding = next(length_findings(counted), None)
        state = None if finding is None else state_of(finding)
        self.counter.say(within_limit(counted) if finding is None else finding.message, state)
        return state

    def _render_note(self, view: View) -> None:
        if self._refused:
            self.note.say(self._refused, State.PROBLEM)
            self.note.setVisible(True)
            self._on_told()
            return
        findings = view.findings_at(self.path) if view.is_revealed(self.path) else []
        is_offered = self._paste_notice is not None and self._paste_notice.offers_spaces
        told = (*COUNTED, NO_BREAKS_CODE) if is_offered else COUNTED
        told = (*told, *LISTED, *(BESIDE if self._is_alone else ()))
        others = (finding for finding in findings if finding.code not in told)
        shown = next((finding for finding in others if finding.severity is not Severity.INFO), None)
        self.note.say(*(("", None) if shown is None else (shown.message, state_of(shown))))
        self.note.setVisible(shown is not None)  # last: what is shown is laid out with the words it has
        self._on_told()
        self.show_suggestions(() if shown is None else (shown,), view)
        self.tell_required(view)

    def _render_troubles(self, view: View) -> None:
        """List the characters that the web form may lose or refuse, once the field's findings may be shown."""
        is_revealed = view.is_revealed(self.path)
        if is_revealed and any(finding.code in TROUBLING for finding in view.findings_at(self.path)):
            if self._troubles is None:
                self._troubles = self._make_troubles()
            self._troubles.show_text(self._text, read_only=view.read_only)
        elif self._troubles is not None:
            self._troubles.hide()

    def _render_contradictions(self, view: View) -> None:
        """List the words that do not agree with the form, once there were any."""
        if self._contradicted is None:
            if not any(one.field == str(self.path) for one in view.assessment.contradictions):
                return
            from botilbud_desktop.ui.fields.text.contradicted import Contradicted

            self._contradicted = Contradicted(self, self.passages.follow)
            if not self._is_alone:
                self._add_below(self._contradicted.list)
            self.list_made.emit(self._contradicted.list)
        self._contradicted.render_view(view, may_grow=self._is_alone or not self._is_typed_in)

    def _make_troubles(self) -> "TroubleList":
        from botilbud_desktop.ui.fields.text.trouble_list import TroubleList

        trouble_list = TroubleList(self, self.path.object_name)
        trouble_list.position_asked.connect(self._on_position_asked)
        trouble_list.replace_asked.connect(self._on_replace_asked)
        self._add_below(trouble_list)
        return trouble_list

    def _make_paste_notice(self) -> "PasteNotice":
        from botilbud_desktop.ui.fields.text.paste_notice import PasteNotice

        notice = PasteNotice(self, self.path.object_name)
        notice.raw_asked.connect(self._on_raw_asked)
        notice.offer_taken.connect(self._on_offer_taken)
        self._add_below(notice)
        return notice

    def _add_below(self, widget: QWidget) -> None:
        """Add a widget at the very end, so that nothing above it moves."""
        self._column.addWidget(widget)

    def _change(self, text: str, index: int) -> None:
        """Replace the whole text as one step of the history, and put the cursor at `index` of it."""
        if self.controller.is_frozen:
            return
        self._end_step()
        self.controller.editor.set_value(self.path, text)
        self._end_step()
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.show_position(index)

    def _end_step(self) -> None:
        self._changes_in_step = 0
        self.controller.editor.end_merge()

    def _on_text_changed(self) -> None:
        self._pause.start()
        self._refused, self._is_typed_in = "", True
        self._text = sanitized(self.input.text())
        self.controller.editor.set_value(self.path, self._text, merge=True)
        self._changes_in_step += 1
        if self._changes_in_step >= LONGEST_RUN and self.input.is_after_a_word():
            self._end_step()
        if not self._counting.isActive():
            self._counting.start()
        if self._paste_notice is not None:
            self._paste_notice.check()

    def _follow_count(self) -> None:
        """Show what the text counts now. It takes longer than the letter itself, so the letter does not wait for it."""
        self._counting.stop()
        if self._limit is not None:
            state = self._render_count(self._limit)
            left = self._limit - self.controller.count(self._text).submitted
            count, is_near = self.counter.text().partition("\n")[0], left * NEAR_LIMIT <= self._limit
            self.announcer.follow(count, is_over=state is not None, is_near=is_near)

    def _on_inserted(self, piece: QTextCursor, raw: str, cleaned: "CleanedText") -> None:
        from botilbud_desktop.ui.fields.text.paste_offers import offers_for

        offers = offers_for(exact(piece.selectedText()))
        if cleaned.cleaned or offers:
            if self._paste_notice is None:
                self._paste_notice = self._make_paste_notice()
            self._paste_notice.say(piece, raw, cleaned, offers)

    def _on_raw_asked(self, start: int, end: int, raw: str) -> None:
        self._change(*self._with_piece(start, end, raw))

    def _on_offer_taken(self, start: int, end: int, offer: "Offer") -> None:
        """Put what was offered in place of the pasted text, and offer what is left to offer for it."""
        from botilbud_desktop.ui.fields.text.paste_offers import offers_for

        if self.controller.is_frozen:
            return
        self._change(*self._with_piece(start, end, offer.text))
        self.controller.tell_undoable(offer.done)
        if self._paste_notice is not None:
            piece = self.input.piece(start, start + utf16_length(offer.text))
            self._paste_notice.offer(piece, offers_for(offer.text))

    def _with_piece(self, start: int, end: int, piece: str) -> tuple[str, int]:
        """Returns the text with another piece between two of Qt's positions, and the index of that piece's end."""
        first, last = self.input.index_of(start), self.input.index_of(end)
        return sanitized(f"{self._text[:first]}{piece}{self._text[last:]}"), first + len(piece)

    def _on_position_asked(self, trouble: "Trouble") -> None:
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.show_position(trouble.start, trouble.start + len(trouble.character))

    def _on_replace_asked(self, trouble: "Trouble | None") -> None:
        from botilbud_desktop.domain.text.web_form_risks import replaced, troubles

        chosen = tuple(one for one in troubles(self._text) if one.is_safe) if trouble is None else (trouble,)
        end = chosen[0].start + len(chosen[0].replacement or "") if chosen else 0
        self._change(replaced(self._text, chosen), end)
        if trouble is None and not self.controller.is_frozen:
            self.controller.tell_undoable("Tegnene er erstattet.")

    def _on_long_pasted(self, text: str) -> None:
        """Keep a text that makes the draft too large for the form; it is shown for repair instead."""
        self._end_step()
        self.controller.editor.set_value(self.path, sanitized(text))
        self._end_step()

    def _on_too_much_pasted(self, sentence: str) -> None:
        self._refused = sentence
        self._render_note(self.controller.view)

    def _on_counts_asked(self) -> None:
        from botilbud_desktop.ui.fields.text.counts_popup import CountsPopup

        link = self.findChild(LinkButton, f"{self.path.object_name}.counts")
        if isinstance(link, LinkButton):
            CountsPopup(self.controller.count(self._text), link).show_below(link)

    def _on_shorter_asked(self) -> None:
        self.controller.shortening_asked.emit(self.path)

    def _on_full_window_asked(self) -> None:
        self.controller.writing_asked.emit(self.path)

    def _on_entered(self) -> None:
        self.note_read()
        if self._limit is not None:
            count = self.counter.text()
            self.announcer.begin(count, is_over=surplus_start(self._text, self._limit) is not None)

    def _on_left(self) -> None:
        if self._counting.isActive():
            self._follow_count()
        if self._announcer is not None:
            self._announcer.stop()
        self._changes_in_step = 0
        if self.isActiveWindow():
            self.counter.give_up_room()
        self.leave(bool(self._text))
        if self._is_typed_in:
            self._end_typing()

    def _end_typing(self) -> None:
        """Let the list below grow again, once the mouse is let go: what is being clicked must not move."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_LET_GO_MS, self, self._end_typing)
        elif not self.input.hasFocus():
            self._is_typed_in = False
            self._render_contradictions(self.controller.view)
