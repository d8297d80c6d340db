"""Numbers as users type and read them: amounts in whole 1.000 kr., counts and per cent. Exact, no floats.

In amounts and counts a dot or a space before *three* digits groups thousands, and a comma is the decimal
comma. Text that could mean two amounts is never guessed at. All parsers accept a minus sign; the rules report
numbers that are negative or out of range.
"""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor

from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

MAX_DIGITS = 15
"""The most digits of an amount or count: other programs cannot keep longer whole numbers exactly in JSON."""

_LEAST_IN_KRONER = 1_000_000
"""From here on an amount that says `kr.` is in kroner: in 1.000 kr. it would be over 1 mia. kr."""

_WRITE_THOUSANDS = "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr."
_WRITE_MILLIONS = "Skriv millioner med komma, fx 22,9 mio. kr."
_WRITE_WHOLE_THOUSANDS = "Skriv et beløb, der går op i hele 1.000 kr., fx 22,905 mio. kr."
_WRITE_COUNT = "Skriv et helt tal, fx 8 eller 1.644."
_WRITE_FEWER_DIGITS = f"Skriv et tal på højst {MAX_DIGITS} cifre."
_WRITE_PERCENT = "Skriv et tal i procent med højst to decimaler, fx 25 eller 33,33."
_WRITE_SHORTER_PERCENT = "Skriv et tal i procent med højst 9 cifre før kommaet."

_NUMBER = r"(?P<sign>-?)\ ?(?P<number>[0-9][0-9., ]*?)"
_KRONER = r"(?:kr\.?|kroner|dkk)"
_AMOUNT = rf"""(?x)(?:(?P<before>{_KRONER})\ ?)?{_NUMBER}
    (?:
        \ ?(?P<millions>mio\.?|mill\.?|million(?:er)?)(?:\ ?{_KRONER})?
      | \ ?(?P<billions>mia\.?|milliard(?:er)?)(?:\ ?{_KRONER})?
      | \ ?(?P<kroner>{_KRONER}|,-)
      | \ ?(?P<thousands>(?:t\.?\ ?|tusinde?\ ?){_KRONER})
      | \ (?P<of_thousand>(?:[x*\u00d7]\ ?)?1\.?000\ ?{_KRONER})
    )?"""
_COUNT = rf"""(?x)(?:{_KRONER}\ ?)?{_NUMBER}
    (?:
        \ ?(?:plads(?:er)?|bolig(?:er)?|stk\.?|m2|m\u00b2|kvm\.?)
      | \ ?{_KRONER}(?:\ ?(?:/|pr\.?|om)\ ?(?:dag(?:en)?|døgn(?:et)?))?
      | \ ?,-
    )?"""
_PERCENT = r"(?P<sign>-?) ?(?P<whole>[0-9]+)(?:[.,](?P<decimals>[0-9]{1,2}))?(?: ?(?:%|pct\.?|procent))?"
_DANISH = r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<dot>[. ])[0-9]{3}(?:(?P=dot)[0-9]{3})*)(?:,(?P<decimals>[0-9]+))?"
_ENGLISH_DECIMALS = r"(?P<whole>[0-9]+)\.(?P<decimals>[0-9]{1,2})"
_ONE_DOT = r"[0-9]+\.[0-9]+"


def parse_thousands(text: str) -> int:
    """Reads an amount in whole 1.000 kr.: `22900`, `22.900`, `22 900`, `22.900 kr.`, `22,9 mio.` are 22900.

    A bare `kr.` does not change the unit of a small number: the field asks for 1.000 kr., and the user sees the
    amount spelt out. From 1.000.000 kr. it does (see `is_in_kroner`): `12.000.000 kr.` is 12000. A dot before one
    or two digits is a decimal point in millions only (`22.9 mio.`). The result has at most 15 digits.

    Raises:
        NotUnderstoodError: the text could also mean another amount (`22,9`, `22.9`, `22,900`, `2.29.00`,
            `22.900 mio.`), is not whole 1.000 kr. (`22,9005 mio.`, `22.900.500 kr.`), is too long, or is no number.
    """
    match = re.fullmatch(_AMOUNT, tidy(text))
    if match is None:
        raise NotUnderstoodError(_WRITE_THOUSANDS)
    number = match["number"]
    if match["millions"]:
        amount = _read_scaled(number, 3)
    elif match["billions"]:
        amount = _read_scaled(number, 6)
    else:
        amount = _read_thousands(number)
        if _states_kroner(match) and amount >= _LEAST_IN_KRONER:
            amount = _to_thousands(amount)
    return -amount if match["sign"] else amount


def is_in_kroner(text: str) -> bool:
    """Whether `parse_thousands` reads `text` as whole kroner: it says `kr.` and is at least 1.000.000."""
    match = re.fullmatch(_AMOUNT, tidy(text))
    danish = match and re.fullmatch(_DANISH, match["number"])
    return bool(match and danish and _states_kroner(match) and _to_int(danish["whole"]) >= _LEAST_IN_KRONER)


def parse_count(text: str) -> int:
    """Reads a whole number of places, homes, m² or kr. per day: `8`, `1.644`, `8 pladser`, `1644 kr.`.

    The result has at most 15 digits.

    Raises:
        NotUnderstoodError: the text is not one whole number, or it is too long.
    """
    match = re.fullmatch(_COUNT, tidy(text))
    danish = match and re.fullmatch(_DANISH, match["number"])
    if match is None or danish is None or (danish["decimals"] or "0") not in {"0", "00"}:
        raise NotUnderstoodError(_WRITE_COUNT)
    count = _to_int(danish["whole"])
    return -count if match["sign"] else count


def parse_percent(text: str) -> Decimal:
    """Reads per cent with at most two decimals: `100`, `33,33`, `33.33`, `25 pct.`, `25 %`.

    The result has at most 9 digits before the comma and is not limited to 0-100. It has no trailing zeros and
    no exponent, so that `str` of it is the text that the draft file holds.

    Raises:
        NotUnderstoodError: the text is not one number, has more than two decimals, or is too long.
    """
    match = re.fullmatch(_PERCENT, tidy(text))
    if match is None:
        raise NotUnderstoodError(_WRITE_PERCENT)
    whole, decimals = match["whole"].lstrip("0") or "0", (match["decimals"] or "").rstrip("0")
    if len(whole) > 9:
        raise NotUnderstoodError(_WRITE_SHORTER_PERCENT)
    size = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return size.copy_negate() if match["sign"] and size else size


def format_number(value: int) -> str:
    """Formats `value` with a dot between thousands: `22.900`, `-5`."""
    return f"{value:,}".replace(",", ".")


def counted(number: int, one: str, many: str) -> str:
    """Returns the number with its noun: `1 version`, `1.240 versioner`."""
    return f"{format_number(number)} {for_number(number, one, many)}"


def counted_or_none(number: int, one: str, many: str) -> str:
    """Returns the number with its noun, and nought in words: `ingen versioner`, `1 version`, `1.240 versioner`."""
    return counted(number, one, many) if number else f"ingen {many}"


def for_number(number: int, one: str, many: str) -> str:
    """Returns the word that goes with a number told elsewhere in the sentence: `den` for one, else `de`."""
    return one if number == 1 else many


def format_millions(thousands: int) -> str:
    """Formats an amount in whole 1.000 kr. as millions, exactly, no trailing zeros: 19704 is `19,704 mio. kr.`."""
    return f"{_with_decimals(thousands)} mio. kr."


def format_exact_millions(thousands: Fraction) -> str:
    """Formats an exact amount in 1.000 kr. as millions, rounded down where it is broken: `ca. 10,633 mio. kr.`."""
    whole = floor(thousands)
    return format_millions(whole) if whole == thousands else f"ca. {format_millions(whole)}"


def format_kroner(thousands: int) -> str:
    """Formats an amount in whole 1.000 kr. in kroner: 22900 is `22.900.000 kr.`."""
    return f"{format_number(thousands * 1000)} kr."


def format_percent(value: Decimal) -> str:
    """Formats `value` with a decimal comma, without trailing zeros and without unit: `33,33`, `100`."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace(".", ",")


def format_fraction(value: Fraction) -> str:
    """Formats `value` exactly: whole (`5.104`), with up to three decimals (`10,5`), or mixed (`10.633 1/3`)."""
    if 1000 % value.denominator == 0:
        return _with_decimals(int(value * 1000))
    whole, rest = divmod(abs(value.numerator), value.denominator)
    sign = "-" if value < 0 else ""
    ahead = f"{format_number(whole)} " if whole else ""
    return f"{sign}{ahead}{format_number(rest)}/{format_number(value.denominator)}"


def _with_decimals(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    decimals = f",{rest:03}".rstrip("0") if rest else ""
    return f"{sign}{format_number(whole)}{decimals}"


def _read_thousands(number: str) -> int:
    """Reads whole 1.000 kr.; `,00` only from 1.000 up: a spreadsheet shows 22.900,00, but 20,00 may be millions."""
    danish = re.fullmatch(_DANISH, number)
    if danish is None:
        raise NotUnderstoodError(_WRITE_THOUSANDS)
    amount = _to_int(danish["whole"])
    if danish["decimals"] is not None and (danish["decimals"] != "00" or amount < 1000):
        raise NotUnderstoodError(_WRITE_THOUSANDS)
    return amount


def _states_kroner(match: re.Match[str]) -> bool:
    """Whether an amount that `_AMOUNT` matched says `kr.`, and no larger unit."""
    larger = (match["millions"], match["billions"], match["thousands"], match["of_thousand"])
    return bool(match["kroner"] or match["before"]) and not any(larger)


def _to_thousands(kroner: int) -> int:
    thousands, rest = divmod(kroner, 1000)
    if rest:
        raise NotUnderstoodError(_WRITE_WHOLE_THOUSANDS)
    return thousands


def _read_scaled(number: str, exponent: int) -> int:
    """Reads a number in units of 10**exponent times 1.000 kr., such as millions (3), as whole 1.000 kr."""
    match = re.fullmatch(_ENGLISH_DECIMALS, number) or re.fullmatch(_DANISH, number)
    if match is None or (re.fullmatch(_ONE_DOT, number) and not match["decimals"]):
        raise NotUnderstoodError(_WRITE_MILLIONS)
    decimals = (match["decimals"] or "").rstrip("0")
    if len(decimals) > exponent:
        raise NotUnderstoodError(_WRITE_WHOLE_THOUSANDS)
    return _to_int(match["whole"] + decimals.ljust(exponent, "0"))


def _to_int(digits: str) -> int:
    significant = re.sub(r"[. ]", "", digits).lstrip("0")
    if len(significant) > MAX_DIGITS:
        raise NotUnderstoodError(_WRITE_FEWER_DIGITS)
    return int(significant or "0")
