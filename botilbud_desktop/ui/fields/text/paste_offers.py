"""What is offered for a text after it was pasted: nothing of it is done unasked."""

from typing import NamedTuple

from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.text.joining.cut_lines import Joined, joined_lines
from botilbud_desktop.domain.text.joining.no_break import keeps_lines_whole, with_breaks
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.findings.texts import NO_BREAKS, ORDINARY_SPACES

LINES, SPACES = "lines", "spaces"
"""The names of the offers."""
_MOST_WORDS = 4
_LONGEST_WORD = 40


class Offer(NamedTuple):
    """A change of a pasted text that the user may choose."""

    name: str
    """`LINES` or `SPACES`; it ends the name of the button."""
    sentence: str
    """What was found, and what the change would do."""
    words: str
    """The words of the button."""
    text: str
    """The text after the change."""
    done: str
    """What is said when it was chosen."""


def offers_for(text: str) -> tuple[Offer, ...]:
    """Returns what is offered for a pasted text, in the order in which it is best done."""
    return (*_lines(text), *_spaces(text))


def _lines(text: str) -> tuple[Offer, ...]:
    joined = joined_lines(text)
    if not joined.breaks:
        return ()
    saved = count_characters(text).submitted - count_characters(joined.text).submitted
    found = (
        f"{counted(joined.breaks, 'linjeskift', 'linjeskift')} ser ud til at stamme fra linjerne på en side. "
        f"Samles linjerne, fylder teksten {counted(saved, 'tegn', 'tegn')} mindre."
    )
    kept = ""
    if joined.doubtful:
        doubtful = counted(joined.doubtful, "linjeskift", "linjeskift")
        kept = f" {doubtful} efter et punktum kan være afsnit og bliver stående."
    return (Offer(LINES, f"{found}{kept}", "Saml linjerne", joined.text, f"Linjerne er samlet.{_words(joined)}"),)


def _words(joined: Joined) -> str:
    """Returns the first words that were put together, so that they can be looked at."""
    if not joined.words:
        return ""
    named = [f"»{word[:_LONGEST_WORD]}«" for word in dict.fromkeys(joined.words)]
    more = len(named) - _MOST_WORDS
    rest = f" og {counted(more, 'ord', 'ord')} mere" if more > 0 else ""
    return f" Sat sammen igen: {', '.join(named[:_MOST_WORDS])}{rest}."


def _spaces(text: str) -> tuple[Offer, ...]:
    if not keeps_lines_whole(text):
        return ()
    return (Offer(SPACES, NO_BREAKS, ORDINARY_SPACES, with_breaks(text), "Mellemrummene er gjort almindelige."),)
