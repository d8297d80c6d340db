"""Registers of municipalities that are valid from the same day: which one is used, and why, is said.

The one that a round names goes first, then the most trusted one, then the first by name.
"""

from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.added_rounds import NamedRegister, Parts
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.municipality_register import Register

_MOST_NAMED = 3


def rivals_of_round(parts: Parts, form: RoundForm) -> list[str]:
    """Returns a Danish clause for each register that is passed over for the one of the round."""
    try:
        best = parts.register_for(form, "")
    except RefusedFileError:
        return []
    is_named = best.name == form.municipality_register
    return [_told(best, each, is_named=is_named) for each in _rivals(parts, best)][:_MOST_NAMED]


def rivals_of_register(parts: Parts, name: str, register: Register) -> list[str]:
    """Returns a Danish clause for each known register from the same day as one that is, or would be, the user's own."""
    own = next((each for each in parts.registers if each.name == name), NamedRegister(name, register, Origin.USER))
    own = own._replace(register=register)
    told = []
    for each in _rivals(parts, own):
        best, other = sorted((own, each), key=_rank)
        told.append(_told(best, other, is_named=False))
    return told[:_MOST_NAMED]


def _rivals(parts: Parts, best: NamedRegister) -> list[NamedRegister]:
    """Returns the other registers from the same day that do not say the same."""
    day, municipalities = best.register.valid_from, best.register.municipalities
    same = [each for each in parts.registers if day is not None and each.register.valid_from == day]
    return [each for each in same if each.name != best.name and each.register.municipalities != municipalities]


def _rank(each: NamedRegister) -> tuple[int, str]:
    return list(Origin).index(each.origin), each.name


def _told(best: NamedRegister, other: NamedRegister, *, is_named: bool) -> str:
    used, unused = printable(best.name, 80), printable(other.name, 80)
    if is_named:
        why = f"runden nævner »{used}«"
    elif best.origin is not other.origin:
        why = f"»{used}« går forud: {best.origin.words}"
    else:
        why = f"»{used}« står først efter navn"
    return f"»{unused}« gælder fra samme dag som »{used}« og bruges ikke, for {why}"
