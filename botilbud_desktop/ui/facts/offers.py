"""What is offered at the cursor: each sentence from the table, and what the text would be with it."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.editing.inserted_sentence import Put, inserted, with_sentence
from botilbud_desktop.domain.field_path import with_value
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.inserted_facts.making import Offered, sentences
from botilbud_desktop.ui.draft.controller import DraftController

_NO_ROOM = "Der er ikke plads til mere i teksten."
_STANDS = "Sætningen står allerede i teksten."


class Offer(NamedTuple):
    """A sentence, or what is missing for it, and what the text would be with it."""

    offered: Offered
    put: Put
    length: str
    """How much longer the text gets, in words; "" without a sentence."""
    problem: str
    """What is wrong with the text then, in words; "" when it fits."""
    fits: bool
    """Whether there is a sentence, and room for it in the program's own form."""

    @property
    def entry(self) -> InsertedFact:
        """The entry that keeps where the sentence came from."""
        return InsertedFact(content=self.offered.content, text=self.offered.made.text)


def offers_at(controller: DraftController, index: int) -> tuple[Offer, ...]:
    """Returns what the table offers to put at `index` of the overall description."""
    half_typed = controller.editor.half_typed
    return tuple(
        _offer(controller, one, index) for one in sentences(controller.application, controller.round, half_typed)
    )


def too_long(controller: DraftController, text: str) -> str:
    """Returns by how much a description is longer than the form takes, in words; "" when it is not."""
    field = controller.round.field("description")
    surplus = 0 if field is None or field.limit is None else controller.count(text).submitted - field.limit
    return f"Teksten bliver {counted(surplus, 'tegn', 'tegn')} for lang." if surplus > 0 else ""


def _offer(controller: DraftController, offered: Offered, index: int) -> Offer:
    application, made = controller.application, offered.made
    put = with_sentence(application.description, index, made.text)
    if not made.text:
        return Offer(offered, put, "", "", fits=False)
    entry = InsertedFact(content=offered.content, text=made.text)
    changed = application
    for path, value in inserted(application, put, entry).items():
        changed = with_value(changed, path, value)
    if FormBounds().excesses(changed):
        return Offer(offered, put, "", _NO_ROOM, fits=False)
    growth = controller.count(put.text).submitted - controller.count(application.description).submitted
    problems = " ".join(_problems(controller, put.text, is_there=made.text in application.description))
    return Offer(offered, put, f"Fylder {counted(growth, 'tegn', 'tegn')}.", problems, fits=True)


def _problems(controller: DraftController, text: str, *, is_there: bool) -> Iterator[str]:
    if is_there:
        yield _STANDS
    if surplus := too_long(controller, text):
        yield surplus
