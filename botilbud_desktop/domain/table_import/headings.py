"""Recognises the form's columns in an imported table by their headings."""

import re
from enum import IntEnum
from functools import lru_cache
from unicodedata import combining, normalize

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.units import is_only_unit, units_in
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of, year_of, year_path

NAME = f"{IN_A_PROJECT}{FieldKind.NAME}"
SHARE = f"{IN_A_PROJECT}{FieldKind.SHARE}"
DATE = f"{IN_A_PROJECT}{FieldKind.DATE}"

_LONGEST_HEADING = 300
_COLUMN = re.compile(r"kol(?:onne)?")
_LETTER_AHEAD = re.compile(r"\s*([^\W_]{1,4})[.:)]\s*(.+)", re.DOTALL)
_SECTION = re.compile(r"(?<![0-9])[0-9]{2,3}(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")
_SEVERAL_YEARS = re.compile(
    r"(?<![0-9])(?:19|20|21)[0-9]{2} ?(?:[-/+&,\u2013] ?(?:(?:19|20|21)?[0-9]{2})|(?:og|til|samt) (?:19|20|21)[0-9]{2})"
    r"(?![0-9])"
)
"""`2024/2025`, `2025-26`: the figures are of no single year."""
_NOT_THE_WHOLE = re.compile(
    r"\b(?:pr|per|primo|ultimo|saldo|heraf|deraf|hvoraf|ikke|uden|anden|andet|andre|øvrige?|ekskl|eksklusive?)\b",
    re.IGNORECASE,
)
"""`Lån pr. plads` is no amount of a project, `Pladser ultimo 2025` no expansion, `Heraf lån 2025` a part."""
_HINT = re.compile(r"\([^()]*\)\s*\Z")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})

_NAMES = frozenset(
    (
        "projekt",
        "projekter",
        "projektnavn",
        "projektnavne",
        "projektetsnavn",
        "navn",
        "navnpaprojekt",
        "navnpaprojektet",
        "anlaegsprojekt",
        "projekttitel",
        "titel",
        "botilbud",
        "tilbud",
        "raekkenavne",
        "raekkemaerkater",
        "raekkeetiketter",
        "rowlabels",
    )
)
_NAME_WORDS = frozenset({"projekt", "projektnavn", "projektets", "navn", "botilbud", "tilbud", "anlægsprojekt"})
_WITH_NAMES = frozenset({"og", "på", "adresse", "sted", "by", "kommune", "nyt", "beliggenhed"})
"""The words that may stand beside one for the name: *Projekt og adresse*; others make it something else."""
_SHARES = frozenset({"andel", "andele", "andeli", "andelpct", "andelipct", "andelprocent", "andeliprocent"})
_SHARE_WORDS = ("andrekommuner", "andrekom", "radighed", "ekstern", "udenbys", "fremmedekommuner", "ovrigekommuner")
_SHARE_UNITS = frozenset({"", "pct", "procent", "ipct", "iprocent"})
"""Headings of nothing but the unit; without letters it is `%`."""
_OF_SHARES = ("andel", "pct", "procent")
_DATES = frozenset({"dato", "forventetdato", "forvdato", "fordato"})
_DATE_WORDS = ("afslut", "faerdig", "slutdato", "ibrugtag", "aflever")
_LOAN_WORDS = ("ansogt", "belob", "dispensation")
_LOAN = re.compile(r"lån|\blan\b")
"""A whole word, since *planlagt*, *balance* and *Landsbyggefonden* contain the letters too."""
_EXPANSION_WORDS = ("plads", "udvid", "kapacitet", "bolig")
_NEW = re.compile(r"udvid|\b(?:nye?|nyt|ekstra|flere|øget)\b|forøg")
"""`Kapacitet 2025` is what there is in all, `Ny kapacitet 2025` what is added."""
_OTHER_WORDS = (
    *("brutto", "anlaegsudgift", "budget", "takst", "lukke", "nedlaeg", "start", "begynd", "frist", "alt"),
    *("afdrag", "gaeld", "restlan", "eksist", "nuvaer", "nedlagt", "areal", "m2", "kvm", "pris", "husleje", "rente"),
    *("indfri", "tilbagebetal", "driftsudgift", "indtaegt", "tilskud", "belagt", "belaeg", "renover", "tidligere"),
    *("egne", "egen", "egetbidrag", "egetkapital", "grad", "egenkapital", "bevilget", "bevilliget", "meddelt"),
    *("optaget", "hjemtaget", "opdater", "beslut", "godkend", "oprett", "underskr", "modedato", "kontor"),
    *("parkering", "byggeplads", "arbejdsplads", "legeplads", "boligstotte", "automatisk", "afslag", "afslaet"),
    *("gennemsnit", "ydelse", "aendring", "betaling", "udgift", "lokalplan", "projektering", "udbud"),
)
_OTHER_FIGURES = ("udgift", "budget", "takst", "indtaegt", "afdrag", "gaeld", "rente", "husleje", "forbrug", "regnskab")
_TOTALS = frozenset(
    (
        *(
            "ialt",
            "total",
            "totalt",
            "sum",
            "samlet",
            "samlede",
            "summa",
            "totaler",
            "hovedtotal",
            "subtotal",
            "mellemtotal",
        ),
        *("deltotal", "sluttotal", "totalsum", "mellemsum", "delsum", "slutsum", "subtotaler", "summer"),
        *("resultat", "hovedresultat", "tilsammen", "sammenlagt", "resumé", "σ", "ς"),
    )
)
_WITH_TOTALS = frozenset(
    (
        *("i", "alt", "kr", "t", "tkr", "mio", "hele", "pct", "for", "alle", "og", "grand", "de", "af", "antal"),
        *("projekt", "projekter", "projekterne", "lån", "pladser", "beløb", "ansøgt", "ansøgte", "kommune", "kommunen"),
    )
)
"""The words that may stand beside it in a row of sums; any other word makes it a project's name."""
_UNIT = re.compile(r"[(\[]?(?:antal|stk\.?|pladser|boliger|(?:i )?(?:pct\.?|procent|%)|dato|d+[-./]m+[-./][åy]+)[)\]]?")


class Certainty(IntEnum):
    """How a heading was recognised; of two columns with the same meaning, the more certain one is used."""

    WORD = 1
    """By a short, common word."""
    LETTER = 2
    """By the column's letter alone."""
    WORDING = 3
    """By the ministry's own wording, or the program's label."""


def readable_columns(round_: Round) -> tuple[FormField, ...]:
    """Returns the columns of the form that can be read from a table: all but choices and notes."""
    return tuple(column for column in round_.columns if kind_of(column.path) is not FieldKind.OTHER)


def meaning_of(heading: str, round_: Round) -> tuple[str, Certainty] | None:
    """Returns the path of the field that `heading` names (`projects[].loan.2025`) and the certainty, or None.

    Letter case, accents, spaces and punctuation do not matter.
    """
    if len(heading) > _LONGEST_HEADING or is_figure(heading):
        return None
    plain = plain_words(heading)
    columns = readable_columns(round_)
    for field in columns:
        if plain in {plain_words(words) for words in _wordings(field)}:
            return field.path, Certainty.WORDING
    by_letter = {plain_words(field.column): field.path for field in columns if not field.column.isdigit()}
    for letter in (plain, _COLUMN.sub("", plain, count=1)):
        if letter in by_letter:
            return by_letter[letter], Certainty.LETTER
    if found := _by_word(heading, round_):
        return found, Certainty.WORD
    if (ahead := _LETTER_AHEAD.fullmatch(heading)) and plain_words(ahead[1]) in by_letter:
        return by_letter[plain_words(ahead[1])], Certainty.WORD
    return None


def is_of_something_else(text: str) -> bool:
    """Whether a title has a word for figures that the form does not ask for: `Driftsudgifter`, `Anlægsbudget`."""
    plain = plain_words(text[:_LONGEST_HEADING])
    return any(word in plain for word in _OTHER_FIGURES)


def bare_year(heading: str, round_: Round) -> str | None:
    """Returns `heading` when it is just a year of the round, such as `2025`; else None."""
    stripped = heading.strip()
    return stripped if stripped in round_.year_keys else None


def kinds_with_years(round_: Round) -> tuple[FieldKind, ...]:
    """Returns the kinds of columns that occur once for each year, in the order of the form."""
    return tuple(dict.fromkeys(kind_of(column.path) for column in round_.columns if year_of(column.path)))


def is_total(text: str, round_: Round) -> bool:
    """Whether a row that begins with `text` sums others: `I alt`, `Hovedtotal`, `Lån i alt`, `Sum (1.000 kr.)`."""
    within = text[:_LONGEST_HEADING]
    if plain_words(within) == plain_words(round_.totals_wording):
        return True
    words = set(_total_words(within))
    return bool(words & _TOTALS) and words <= _TOTALS | _WITH_TOTALS


def hints_at_total(text: str) -> bool:
    """Whether a word for a sum stands first or last among other words: `Nord i alt`, `Total for Nord`."""
    words = _total_words(text[:_LONGEST_HEADING])
    return bool(words) and bool({words[0], words[-1]} & _TOTALS)


def is_plainly_total(text: str) -> bool:
    """Whether a text tells of a sum in words that no project is named by: `I alt`; not `Sum`, `Samlet`."""
    return any("total" in word or word == "ialt" for word in _total_words(text[:_LONGEST_HEADING]))


def ends_as_total(text: str) -> bool:
    """Whether a word for a sum stands last: `Nord i alt`."""
    return not _TOTALS.isdisjoint(_total_words(text[:_LONGEST_HEADING])[-1:])


def _total_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"\bi\s+alt\b", "ialt", _folded(text)))


def is_unit(text: str) -> bool:
    """Whether a cell below a heading only states the unit of its column: `1.000 kr.`, `antal`, `dd-mm-åååå`."""
    return is_only_unit(text) or _UNIT.fullmatch(_folded(text.strip())) is not None


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold().replace("aa", "å")


def plain_words(text: str) -> str:
    """Returns `text` in lower case without accents, spaces and punctuation: `Lån i 2025` is `lani2025`."""
    return _plain_words(text) if len(text) > _LONGEST_HEADING else _remembered_words(text)


@lru_cache(maxsize=4096)
def _remembered_words(text: str) -> str:
    """Returns the same of a text that may be a heading: a document compares the form's words with each of its lines."""
    return _plain_words(text)


def _plain_words(text: str) -> str:
    decomposed = normalize("NFD", _folded(text).translate(_LETTERS))
    return "".join(character for character in decomposed if character.isalnum() and not combining(character))


def _is_name_and_more(heading: str) -> bool:
    words = re.findall(r"[^\W_]+", _folded(heading))
    return bool(words) and words[0] in _NAME_WORDS and set(words) <= _NAME_WORDS | _WITH_NAMES


def _wordings(field: FormField) -> tuple[str, ...]:
    without_hint = _HINT.sub("", field.label)
    return (
        field.wording,
        _HINT.sub("", field.wording),
        field.label,
        field.lettered_label,
        without_hint,
        f"{field.column}. {without_hint}",
        f"{field.column}. {field.wording}",
    )


def is_only_per_cent(heading: str) -> bool:
    """Whether a heading that is read as the share says no more than per cent: `%`, `Pct.`."""
    plain = plain_words(heading)
    return plain in _SHARE_UNITS and (bool(plain) or "%" in heading)


def says_per_cent(heading: str) -> bool:
    """Whether a heading of shares tells that they are in per cent: `Andel (pct.)`."""
    plain = plain_words(heading)
    return "%" in heading or "pct" in plain or "procent" in plain


def _by_word(heading: str, round_: Round) -> str | None:
    ahead = _LETTER_AHEAD.fullmatch(heading)
    words = ahead[2] if ahead else heading
    plain = plain_words(words)
    if is_only_per_cent(words) or plain in _SHARES:
        return SHARE
    if plain in _NAMES or _is_name_and_more(words):
        return NAME
    if any(word in plain for word in _OTHER_WORDS) or _is_of_one_basis(words):
        return None
    if any(word in plain for word in _SHARE_WORDS):
        return None if _counts_places(plain) and "%" not in words else SHARE
    years: set[str] = set(_YEAR.findall(words)) & set(round_.year_keys)
    if len(years) == 1:
        kind = None if _SEVERAL_YEARS.search(words) or _NOT_THE_WHOLE.search(words) else _kind_in_a_year(words, plain)
        return year_path(kind, years.pop()) if kind else None
    return DATE if plain in _DATES or any(word in plain for word in _DATE_WORDS) else None


def _kind_in_a_year(words: str, plain: str) -> FieldKind | None:
    """Returns what a heading with a year tells of: of loans and places in one heading, what comes first."""
    folded = _folded(words)
    money = min((at for word in ("lån", "beløb") if (at := folded.find(word)) >= 0), default=-1)
    places = min((at for word in _EXPANSION_WORDS if (at := folded.find(word)) >= 0), default=-1)
    if any(word in plain for word in _EXPANSION_WORDS) and not 0 <= money < places:
        is_level = "kapacitet" in plain and not tells_of_new(words)
        return None if is_level or units_in(words) else FieldKind.EXPANSION
    return FieldKind.LOAN if any(word in plain for word in _LOAN_WORDS) or _LOAN.search(folded) else None


def tells_of_new(heading: str) -> bool:
    """Whether a heading of places says that they are new: `Nye pladser`, `Udvidelse`."""
    return _NEW.search(_folded(heading)) is not None


def _counts_places(plain: str) -> bool:
    """Whether a heading of the places for other municipalities tells of their number, and not of a share."""
    return any(word in plain for word in _EXPANSION_WORDS) and not any(word in plain for word in _OF_SHARES)


def _is_of_one_basis(heading: str) -> bool:
    """Whether a heading tells of the places of one section of the law only, as beside another column's."""
    return "§" in heading and len(set(_SECTION.findall(heading))) == 1


def lacks_year(heading: str, round_: Round) -> bool:
    """Whether a heading would be one of the form's if it said which year it tells of: `Lån`, `Pladser`."""
    if _YEAR.search(heading) or meaning_of(heading, round_) is not None:
        return False
    return any(
        (found := meaning_of(f"{heading} {year}", round_)) is not None and year_of(found[0])
        for year in round_.year_keys
    )
