"""The list of the rounds that the program knows, where each comes from, and what is there and not used."""

from collections.abc import Iterator

from botilbud_desktop.cli.context import Context
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.rules.round_choice import in_order
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.files.path_calls import is_missing
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.rival_registers import rivals_of_round

_ALL_RIGHT, _SOMETHING_UNUSED = 0, 1


def list_rounds(context: Context) -> int:
    """Says each round with its origin, then the folders and what in them is not used."""
    library, console = context.library, context.console
    found = library.added()
    known = library.all_rounds()
    for round_ in in_order(known, context.today):
        added = found.rounds.get(round_.id)
        origin = Origin.SHIPPED if added is None else added.origin
        register = round_.municipality_register if added is None else added.register
        for line in _lines(round_, origin, register):
            console.say(line)
        for rival in [] if added is None else rivals_of_round(library.parts(), round_):
            console.say(f"  {rival}")
    console.say()
    console.say("Andre ansøgningsrunder hentes fra")
    for folder in context.added_folders():
        missing = " (findes ikke)" if is_missing(folder.path) else ""
        remark = f" ({folder.remark})" if folder.remark else ""
        console.say(f"  {folder.path}{missing}: {folder.origin.words}{remark}")
    if not found.unused:
        return _ALL_RIGHT
    console.say()
    console.say("Bruges ikke")
    for unused in found.unused:
        where = f" ({unused.error.place})" if unused.error.place else ""
        console.say(f"  {unused.error.file}{where}, {unused.origin.words}: {capitalised(unused.error.reason)}")
    return _SOMETHING_UNUSED


def _lines(round_: Round, origin: Origin, register: str) -> Iterator[str]:
    window = round_.window
    yield f"{round_.id}: {round_.short_title}"
    yield f"  {origin.words}"
    yield f"  åben fra {window.opening} til {window.closing}"
    yield f"  {for_number(len(round_.years), 'år', 'årene')} {all_of([*round_.year_keys])}, kommuner fra {register}"
