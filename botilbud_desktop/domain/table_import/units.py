"""The units that amounts are stated in, as people write them: `(mio. kr.)`, `t.kr.`, `hele 1.000 kr.`, `i kroner`."""

import re
from enum import StrEnum

from botilbud_desktop.domain.text.typed_text import tidy


class Unit(StrEnum):
    """What an amount counts."""

    KRONER = "kroner"
    THOUSANDS = "thousands"
    """Whole 1.000 kr., as the form asks for."""
    MILLIONS = "millions"
    BILLIONS = "billions"

    @property
    def words(self) -> str:
        """What the user reads."""
        return _WORDS[self]


_WORDS = {
    Unit.KRONER: "kroner",
    Unit.THOUSANDS: "hele 1.000 kr.",
    Unit.MILLIONS: "mio. kr.",
    Unit.BILLIONS: "mia. kr.",
}
_LONGEST = 500
_KR = r"(?:kr|kroner|dkk)\b\.?+"
_NO_AMOUNT = r"(?<![0-9])(?<![0-9][ .,])"
_NO_UNIT_ITSELF = r"(?!1[. ]?000(?:[. ]?000)?\s?(?:kr|dkk))"
_LARGE = r"(?:mio\b\.?|mill?\b\.?|mia\b\.?|t\.?)"
_AMOUNT = re.compile(rf"(?<![0-9.,])(?<![0-9] ){_NO_UNIT_ITSELF}[0-9][0-9.,]*\s?{_LARGE}?\s?{_KR}")
"""`Pulje 500 mio. kr.` states an amount, and no unit of others."""
_YEAR = re.compile(r"(?<![0-9.])(?:19|20|21)[0-9]{2}(?![0-9])")
_AROUND = re.compile(r"[()\[\]:;,./\s-]+|\b(?:i|hele|beløb|alle|tal|er|enhed|note|obs|angivet|anført|opgjort|vist)\b")
_BEHIND = re.compile(r"(?P<rest>.*[0-9,-])\s*[(\[](?P<unit>[^()\[\]]{1,24})[)\]]", re.DOTALL)
_UNKNOWN = re.compile(
    r"[€$£]|\b(?:eur|euro|usd|sek|nok|gbp|m\.? kr)\b|"
    r"[(\[](?:i )?(?:hele )?(?!1[. ]?000\b)(?!1[. ]?000[. ]?000)10*(?:[. ]?0{3})* ?(?:kr|dkk)"
)
"""Units that amounts are not read in: `(100.000 kr.)`, `(€)`, `(M kr.)`."""
_PATTERNS = (
    (Unit.MILLIONS, rf"{_NO_AMOUNT}1[. ]?000[. ]?000\s?{_KR}"),
    (Unit.THOUSANDS, rf"{_NO_AMOUNT}1[. ]?000(?![. ]?[0-9])(?:['´]?(?:er)?\s?{_KR}|(?=\s*[)\]])|\s*\Z)"),
    (Unit.THOUSANDS, rf"{_NO_AMOUNT}\bt\.?\s?{_KR}|{_NO_AMOUNT}\btusinder?\b(?:\s?{_KR})?|\bk(?:dkk|kr)\b"),
    (Unit.BILLIONS, rf"{_NO_AMOUNT}\b(?:mia\b\.?|milliard(?:er)?\b)(?:\s?{_KR})?"),
    (Unit.MILLIONS, rf"{_NO_AMOUNT}\b(?:mio\b\.?|mill\b\.?|million(?:er)?\b)(?:\s?{_KR})?|\bm(?:kr|dkk|io\.?kr)\b\.?"),
    (Unit.KRONER, rf"{_NO_AMOUNT}\b{_KR}(?!\s?(?:/|pr\b|om\b))"),
)


def units_in(text: str) -> tuple[Unit, ...]:
    """Returns the units that a heading or a title states; several contradict each other."""
    return _found(text)[0]


def states_unknown_unit(text: str) -> bool:
    """Whether a heading or a title states a unit that amounts are not read in."""
    return _UNKNOWN.search(tidy(text[:_LONGEST])) is not None


def is_only_unit(text: str) -> bool:
    """Whether a text states a unit and nothing else."""
    found, rest = _found(text)
    return len(found) == 1 and not _AROUND.sub("", rest)


def without_unit_behind(text: str) -> tuple[str, Unit | None]:
    """Returns an amount without the unit in parentheses behind it, and that unit: `16.400 (i 1.000 kr.)`."""
    found = _BEHIND.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or not is_only_unit(found["unit"]):
        return text, None
    return found["rest"], units_in(found["unit"])[0]


def _found(text: str) -> tuple[tuple[Unit, ...], str]:
    """Returns the units of a text, and what else it holds."""
    rest = _AMOUNT.sub("#", _YEAR.sub("@", tidy(text[:_LONGEST])))
    found: list[Unit] = []
    for unit, pattern in _PATTERNS:
        rest, count = re.subn(pattern, " ", rest)
        if count and unit not in found:
            found.append(unit)
    return tuple(found), rest
