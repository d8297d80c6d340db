"""The words of the dialog about one text."""

from collections.abc import Sequence

from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.readability.hard_sentences import HardSentence
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.results import LimitedText
from botilbud_desktop.rules.shortening.repetitions import Repetition
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind
from botilbud_desktop.storage.files.printable import printable

EMPTY = "Der er ingen ord i teksten endnu."
_AROUND = 24
_QUOTED = 90
BLANKS = {
    SavingKind.SPACES: "Mellemrum, der ikke betyder noget, går ud",
    SavingKind.BREAKS: "Flere tomme linjer bliver til én",
    SavingKind.BLANK_LINE: "Tomme linjer mellem afsnit går ud",
}
"""What happens to blanks; all places of one kind are offered together."""


def characters(number: int) -> str:
    """Returns `1 tegn`, `1.240 tegn`."""
    return counted(number, "tegn", "tegn")


def quoted(text: str, start: int, end: int) -> str:
    """Returns the beginning of a piece of a text, in quotation marks."""
    return f"»{printable(text[start:end].strip(), _QUOTED)}«"


def saving_words(offer: Sequence[Saving], text: str, round_: Round) -> str:
    """Returns what an offer does, what it saves, and where it stands: one replacement, or all blanks of a kind."""
    one = offer[0]
    saves = f"Sparer {characters(sum(each.saved for each in offer))}"
    if one.kind is SavingKind.REPEATED:
        return f"Sætningen går ud, for den står {_elsewhere(one.elsewhere, round_)}\n{saves}: {_piece(one, text)}"
    if one.kind in BLANKS:
        return f"{BLANKS[one.kind]}\n{saves}, {counted(len(offer), 'sted', 'steder')}"
    short = one.replacement.removeprefix(", ")
    return f"{_piece(one, text)} bliver til »{short}«\n{saves}: {_around(one, text)}"


def repeated_words(repetition: Repetition, text: str, path: str, round_: Round) -> str:
    """Returns what a sentence repeats, without an offer."""
    where = _elsewhere("" if repetition.of.path == path else repetition.of.path, round_)
    alike = "Sætningen står" if repetition.is_literal else "En sætning, der ligner, står"
    return f"{alike} {where}\n{quoted(text, repetition.sentence.start, repetition.sentence.end)}"


def use_words(share: int, used: int, named: str) -> str:
    """Returns what a part of the text uses. `share` is in per cent."""
    return f"{characters(used)} ({f'{share} pct.' if share else 'under 1 pct.'})\n{named}"


def long_words(one: HardSentence, text: str) -> str:
    """Returns how long a sentence is."""
    return f"Lang sætning: {counted(one.words, 'ord', 'ord')}\n{quoted(text, one.start, one.end)}"


def passive_words(one: HardSentence, text: str) -> str:
    """Returns which passives a sentence has."""
    verbs = ", ".join(f"»{printable(text[start:end])}«" for start, end in one.passives)
    return f"Flere udsagnsord i passiv: {verbs}\n{quoted(text, one.start, one.end)}"


def left_words(counted_text: LimitedText | None, saved: int) -> str:
    """Returns how many characters are left, or too many, after so many are saved; "" without a limit."""
    if counted_text is None:
        return ""
    left = counted_text.limit - counted_text.length.submitted + saved
    when = "Så er der" if saved else "Nu er der"
    if left < 0:
        return f"{when} {characters(-left)} for meget."
    return f"{when} {characters(left)} tilbage af {format_number(counted_text.limit)}."


def _elsewhere(path: str, round_: Round) -> str:
    return f"også i »{full_label(field_path(path), round_)}«" if path else "også et andet sted i teksten"


def _piece(one: Saving, text: str) -> str:
    return quoted(text, one.start, one.end)


def _around(one: Saving, text: str) -> str:
    start, end = max(0, one.start - _AROUND), min(len(text), one.end + _AROUND)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return f"{before}{printable(text[start:end].strip(), 3 * _QUOTED)}{after}"
