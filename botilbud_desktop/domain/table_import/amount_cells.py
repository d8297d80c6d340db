"""Reads an amount in a cell as spreadsheets and bookkeeping show it, in the unit of its column.

`(500)` and `500-` are below zero, ` kr.  -   ` is nothing, `Mio. kr. 1,5` has its unit ahead, `22'900` an apostrophe.
"""

import re

from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.amounts import is_in_kroner, parse_thousands
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_LONGEST = 60
_KR = r"(?:kr\.?|kroner|dkk)"
_NOTHING = re.compile(rf"(?:{_KR} ?)?-+(?: ?,?-+)?(?: ?{_KR})?")
_LARGE = r"(?:mio\.?|mill\.?|million(?:er)?|mia\.?|milliard(?:er)?|t\.?|tusinde?)"
_NUMBER = r"[0-9](?:[0-9., ]*[0-9])?"
_UNIT = rf"{_LARGE} ?{_KR}|{_LARGE}|{_KR}"
_AHEAD = re.compile(rf"(?P<sign>-?) ?(?P<unit>{_UNIT}) ?(?P<inner>-?) ?(?P<rest>{_NUMBER}(?:,-)?)")
_IN_BRACKETS = re.compile(rf"(?P<before>(?:{_LARGE} ?)?(?:{_KR})?) ?\( ?(?P<inside>[^()-]+?) ?\) ?(?P<after>.*)")
_MINUS_BEHIND = re.compile(rf"(?P<number>{_NUMBER}) ?-(?P<after>(?: ?{_LARGE})?(?: ?{_KR})?)")
_APOSTROPHE = re.compile(r"(?<=[0-9])['\u2019\u00b4](?=[0-9]{3}(?![0-9]))")
_OWN_UNIT = re.compile(r"mio|mill|mia|t\.? ?kr|t\.? ?dkk|tusind|(?:[x*\u00d7] ?| )1\.?000 ?(?:kr|dkk)")
_BARE = re.compile(rf"(?:{_KR} ?)?(?P<sign>-?) ?(?P<number>{_NUMBER})(?: ?{_KR}| ?,-)?")
_ZERO = re.compile(rf"-?0+(?:,0+)?(?: ?(?:{_KR}|,-))?")
_DECIMALS = re.compile(r"(?P<whole>[0-9][0-9. ]*),(?P<decimals>[0-9]+)")
_MANY_DECIMALS = "Beløbet går ikke op i hele 1.000 kr. Skriv det i hele 1.000 kr."


def is_nothing(text: str) -> bool:
    """Whether a cell shows that there is no amount: `-`, ` kr.  -   `, `-   kr.`, `-,-`."""
    return len(text) <= _LONGEST and _NOTHING.fullmatch(tidy(text.replace("—", "-"))) is not None


def plain_amount(text: str) -> str:
    """Returns an amount as people type it: the minus ahead, the unit behind."""
    if len(text) > _LONGEST:
        return text
    plain = _APOSTROPHE.sub(".", tidy(text))
    if match := _IN_BRACKETS.fullmatch(plain):
        plain = f"-{match['inside']} {match['after'] or match['before']}".strip()
    if match := _MINUS_BEHIND.fullmatch(plain):
        plain = f"-{match['number']}{match['after']}"
    if (match := _AHEAD.fullmatch(plain)) and not (match["sign"] and match["inner"]):
        unit = "" if match["rest"].endswith(",-") else f" {match['unit']}"
        plain = f"{match['sign'] or match['inner']}{match['rest']}{unit}"
        if re.search(r" (?:t\.?|tusinde?)\Z", plain):
            plain += " kr."
    return plain


def states_unit(plain: str) -> bool:
    """Whether an amount states thousands, millions or billions itself."""
    return _OWN_UNIT.search(plain) is not None


def says_kroner(text: str) -> bool:
    """Whether an amount says `kr.` and no larger unit."""
    plain = plain_amount(text)
    return not states_unit(plain) and re.search(rf"[0-9] ?(?:{_KR}|,-)\Z", plain) is not None


def amount_in(text: str, unit: Unit | None) -> int:
    """Reads the amount of a cell in whole 1.000 kr.; `unit` is that of the column, None when nothing states it.

    Raises:
        NotUnderstoodError: it could mean several amounts, is not whole 1.000 kr., or is no amount.
    """
    plain = plain_amount(text)
    if _ZERO.fullmatch(plain):
        return 0
    if unit is None or states_unit(plain) or (unit is not Unit.KRONER and is_in_kroner(plain)):
        return parse_thousands(plain)
    match = _BARE.fullmatch(plain)
    if match is None:
        return parse_thousands(plain)
    number, sign = match["number"], match["sign"]
    if unit in (Unit.MILLIONS, Unit.BILLIONS):
        return parse_thousands(f"{sign}{number} {'mio.' if unit is Unit.MILLIONS else 'mia.'}")
    if decimals := _DECIMALS.fullmatch(number):
        if decimals["decimals"].strip("0"):
            raise NotUnderstoodError(_MANY_DECIMALS)
        number = decimals["whole"]
    amount = parse_thousands(f"{sign}{number}")
    if unit is Unit.THOUSANDS:
        return amount
    if amount % 1000:
        raise NotUnderstoodError(_MANY_DECIMALS)
    return amount // 1000
