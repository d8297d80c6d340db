"""How Excel shows a number in a number format, in Danish: 450000 in `#,##0,` is `450`, 0.25 in `0%` is `25%`."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0 "kr.";-#,##0 "kr."',
    6: '#,##0 "kr.";-#,##0 "kr."',
    7: '#,##0.00 "kr.";-#,##0.00 "kr."',
    8: '#,##0.00 "kr.";-#,##0.00 "kr."',
    9: "0%",
    10: "0.00%",
    14: "dd-mm-yyyy",
    15: "d. mmm yy",
    16: "d. mmm",
    17: "mmm yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: "dd-mm-yyyy hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0 "kr.";-#,##0 "kr.";"-   kr."',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00 "kr.";-#,##0.00 "kr.";"-   kr."',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
}
"""The formats that a workbook names by number only, as a Danish Excel shows them."""

_LONGEST = 250
_ROOM = Context(prec=2_000)
"""Digits enough for every number in every format."""
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General|Standard)|([0#?.,%]+)|([EeDdMmYyHhSs/])|(.)', re.DOTALL
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*', re.DOTALL)
_CURRENCY = re.compile(r"\$([^-\]]*)")


class Shown(NamedTuple):
    """How a number is shown."""

    text: str
    is_plain: bool
    """Whether it is the number itself and nothing else, however grouped."""
    is_exact: bool
    """Whether nothing of it was rounded off."""


class _Section(NamedTuple):
    before: str
    digits: str
    """The placeholders, such as `#,##0.00`; empty when only words are shown."""
    after: str


def shown_number(value: float, code: str) -> Shown | None:
    """Returns how a number is shown; None when the format is one of dates, fractions or conditions, or unusual."""
    if len(code) > _LONGEST or re.search(r"\[[<>=]", code):
        return None
    sections = _sections(code)
    exact = Decimal(format(value, ".15g"))
    negative = len(sections) > 1 and exact < 0
    chosen = sections[1] if negative else sections[2] if len(sections) > 2 and exact == 0 else sections[0]
    section = _parsed(chosen)
    if section is None:
        return None
    sign = "-" if exact < 0 and not negative else ""
    if not section.digits:
        words = " ".join(f"{section.before}{section.after}".split())
        return Shown(words, is_plain=False, is_exact=exact == 0)
    number, is_exact, is_scaled = _rendered(abs(exact), section.digits)
    text = f"{sign}{section.before}{number}{section.after}".strip()
    if negative and not re.search(r"[-(]", text):  # in red only
        return Shown(text, is_plain=False, is_exact=False)
    around = f"{section.before}{section.after}".strip(" -()")
    is_plain = not around and not is_scaled and is_exact and bool(number)
    return Shown(text, is_plain, is_exact)


def date_parts(code: str) -> str:
    """Returns which of `d` and `y` a format of dates shows."""
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code[:_LONGEST]).lower()
    return "".join(letter for letter in "dy" if letter in bare)


def _sections(code: str) -> list[str]:
    found: list[str] = []
    position = 0
    while match := _SECTION.match(code, position):
        found.append(match[0])
        position = match.end() + 1
        if position > len(code):
            break
    return found or [code]


def _parsed(section: str) -> _Section | None:
    """Returns the parts of a section; None when it is none of numbers."""
    before = digits = after = ""
    for quoted, escaped, bracket, general, placeholders, letter, other in _TOKEN.findall(section):
        if letter or general or (placeholders and after.strip() and placeholders != "%"):
            return None
        if placeholders and (digits or placeholders.strip(".,%")):
            digits += placeholders.replace("%", "")
            if "%" in placeholders:
                digits, after = f"{digits}%", f"{after}%"
            continue
        currency = _CURRENCY.match(bracket)
        words = quoted or escaped or (currency[1] if currency else "") or other or placeholders
        spaced = words if quoted or escaped or bracket or other or placeholders else " "
        if digits:
            after += spaced
        else:
            before += spaced
    return _Section(before, digits, after)


def _rendered(size: Decimal, digits: str) -> tuple[str, bool, bool]:
    """Returns the digits of a number, whether they are all of it, and whether it was scaled."""
    percent = digits.count("%")
    whole, _point, behind = digits.replace("%", "").partition(".")
    scale = len(whole) - len(whole.rstrip(",")) + len(behind) - len(behind.rstrip(","))
    whole, behind = whole.rstrip(","), behind.rstrip(",")
    scaled = size * 100**percent / 1000**scale
    rounded = scaled.quantize(Decimal(1).scaleb(-len(behind)), ROUND_HALF_UP, _ROOM)
    integer, _point, decimals = f"{rounded:f}".partition(".")
    least = sum(place == "0" for place in whole)
    integer = integer.lstrip("0").rjust(least, "0")
    if "," in whole and integer:
        integer = f"{int(integer):,}".replace(",", ".").rjust(len(integer), "0")
    while decimals and behind[len(decimals) - 1] != "0" and decimals.endswith("0"):
        decimals = decimals[:-1]
    text = f"{integer},{decimals}" if decimals else integer
    return text, rounded == scaled, bool(percent or scale)
