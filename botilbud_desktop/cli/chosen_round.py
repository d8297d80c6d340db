"""The round that a command makes a draft for."""

from contextlib import suppress

from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_choice import proposed_round
from botilbud_desktop.storage.files.printable import printable


def chosen_round(round_id: str | None, context: Context) -> Round:
    """Returns the round with that id; without one the open round, or the next one to open, or the newest.

    Raises:
        CommandError: the program does not know it.
    """
    library = context.library
    if round_id is not None:
        with suppress(KeyError):
            return library.round(round_id)
    rounds = library.all_rounds()
    proposed = proposed_round(rounds, context.today) if round_id is None else None
    if proposed is None:
        known = ", ".join(each.id for each in rounds) or "ingen"
        raise CommandError(f"Programmet kender ikke ansøgningsrunden »{printable(round_id or '')}«, kun: {known}.")
    return proposed
