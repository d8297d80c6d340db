"""Recognises the rows of the ministry's sheet for one project, by its own words and a few that people write instead."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.domain.document_import.structure.lines import Line, plain
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import is_unit
from botilbud_desktop.domain.table_import.units import without_unit_behind


class RowKind(StrEnum):
    """What a row of the sheet asks for."""

    UNIT = "unit"
    LOAN = "loan"
    PLACES_107 = "places_107"
    PLACES_108 = "places_108"
    PLACES_UNDECIDED = "places_undecided"
    PLACES = "places"
    TOTAL = "total"
    SHARE = "share"
    DATE = "date"
    DESCRIPTION = "description"


class SheetRow(NamedTuple):
    """A row of the sheet; `value` is what stands behind its words."""

    kind: RowKind
    year: int | None
    value: str
    cell: int
    """The cell that the value stands in; 0 when it stands behind the words in the same text."""
    is_variant: bool = False
    """Whether the words are not the sheet's own."""


_PARENTHESES = re.compile(r" *\([^()]*\)")
_LONGEST_ANSWER = 60
_LONGEST_WORDS = 300
_NEW = r"(?:antal )?(?:nye )?pladser (?:efter )?(?:(?:sel|servicelovens?) )?"
_VARIANTS = {
    RowKind.LOAN: re.compile(
        r"(?:ansøgt |det ansøgte )?lån(?:ebeløb|eramme|esum|eadgang)?(?: der ansøges om)?(?: for|"
        r" i)? (?P<year>20[0-9]{2})(?!\w)",
        re.IGNORECASE,
    ),
    RowKind.PLACES_107: re.compile(rf"{_NEW}§ ?107(?: i (?P<year>20[0-9]{{2}}))?(?!\w)", re.IGNORECASE),
    RowKind.PLACES_108: re.compile(rf"{_NEW}§ ?108(?: i (?P<year>20[0-9]{{2}}))?(?!\w)", re.IGNORECASE),
}
"""Words that people write instead of the sheet's."""
_NO_COUNT = re.compile(r"[0-9],[0-9]|\bkr\b|\bmio\b", re.IGNORECASE)


def sheet_row(line: Line, round_: Round) -> SheetRow | None:
    """Returns what a line is of the sheet, or None."""
    if line.is_row:
        return _of_cells(line, round_)
    text = plain(line.text.replace("**", ""))
    if _is_unit_row(text, round_):
        return SheetRow(RowKind.UNIT, None, "", 0)
    for kind, pattern in _patterns(round_.project_sheet):
        if (found := pattern.match(text)) is not None:
            value = text[found.end() :].strip(" :\t")
            if kind is RowKind.TOTAL and not re.fullmatch(r"[0-9][0-9. ]*(?:pladser)?", value):
                continue
            is_variant = pattern in _VARIANTS.values()
            if kind is not RowKind.DESCRIPTION and not _may_be_answer(value, is_variant=is_variant):
                continue
            return SheetRow(kind, _year(found), value, 0, is_variant)
    return None


def _may_be_answer(value: str, *, is_variant: bool) -> bool:
    """Whether what stands behind a row's words in one text may be its answer, and the text is no sentence."""
    amount, _ = without_unit_behind(value)
    amount = _PARENTHESES.sub("", amount) if amount[:1].isdigit() else amount
    return (not value and not is_variant) or is_figure(amount) or (not is_variant and len(value) <= _LONGEST_ANSWER)


def starts_row(text: str, round_: Round) -> bool:
    """Whether a text is the beginning of a row's words, which go on in the next line of a PDF."""
    words = plain(text[:_LONGEST_WORDS]).casefold()
    wordings = (wording.casefold() for _, wording in _wordings(round_.project_sheet))
    return len(words) > 14 and any(
        re.match(re.escape(words).replace(re.escape("{year}"), "20[0-9]{2}"), wording.replace("{year}", found))
        for wording in wordings
        if len(wording) > len(words)
        for found in [_first_year(words)]
    )


def _first_year(text: str) -> str:
    found = re.search(r"\b20[0-9]{2}\b", text)
    return found[0] if found else "2000"


def _of_cells(line: Line, round_: Round) -> SheetRow | None:
    filled = line.filled
    label = plain(line.cells[filled[0]].replace("**", ""))
    values = filled[1:]
    if not values:
        if _is_unit_row(label, round_):
            return SheetRow(RowKind.UNIT, None, "", filled[0])
        return sheet_row(Line((label,), line.place), round_)
    for kind, pattern in _patterns(round_.project_sheet):
        if (found := pattern.fullmatch(label.rstrip(": "))) is not None:
            is_variant = pattern in _VARIANTS.values()
            if is_variant and kind is not RowKind.LOAN and _NO_COUNT.search(line.cells[values[0]]):
                continue  # an amount in a budget
            return SheetRow(kind, _year(found), line.cells[values[0]], values[0], is_variant)
    return None


def _year(found: re.Match[str]) -> int | None:
    year = found.groupdict().get("year")
    return int(year) if year else None


def _is_unit_row(text: str, round_: Round) -> bool:
    sheet = round_.project_sheet
    units = () if sheet is None else (sheet.loan_unit, sheet.places_unit, sheet.share_unit, sheet.date_unit)
    return text.casefold() in {unit.casefold() for unit in units} or (len(text) < 30 and is_unit(text))


@lru_cache(maxsize=8)
def _patterns(sheet: ProjectSheet | None) -> tuple[tuple[RowKind, re.Pattern[str]], ...]:
    own = tuple((kind, re.compile(_pattern(wording), re.IGNORECASE)) for kind, wording in _wordings(sheet))
    return (*own, *_VARIANTS.items())


def _wordings(sheet: ProjectSheet | None) -> Iterator[tuple[RowKind, str]]:
    """Yields the sheet's words, longer ones first, since one may begin like another."""
    if sheet is None:
        return
    given = (
        (RowKind.LOAN, sheet.loan_wording),
        (RowKind.PLACES_107, sheet.places_107_wording),
        (RowKind.PLACES_108, sheet.places_108_wording),
        (RowKind.PLACES_UNDECIDED, sheet.places_undecided_wording),
        (RowKind.PLACES, sheet.places_wording),
        (RowKind.TOTAL, sheet.total_wording),
        (RowKind.SHARE, sheet.share_wording),
        (RowKind.DATE, sheet.date_wording),
        (RowKind.DESCRIPTION, sheet.description_wording),
    )
    yield from sorted(((kind, words) for kind, words in given if words), key=lambda each: -len(each[1]))


def _pattern(wording: str) -> str:
    """Returns a pattern of a wording: any parentheses in the place of its own, and with or without its last mark."""
    bare = _PARENTHESES.sub("", wording).rstrip(" ?:.")
    pattern = r"\s+".join(map(re.escape, bare.split()))
    pattern = pattern.replace(re.escape("{year}"), r"(?P<year>20[0-9]{2})", 1).replace(r"§", r"§{1,2}")
    if _PARENTHESES.search(wording):
        inside = r"\s*\([^()]*\)" if "undecided" in wording or "fordeling" in wording else r"(?:\s*\([^()]*\))?"
        pattern += inside
    return rf"{pattern}\s*[?:]?(?!\w)"
