"""The figures of the criteria: do the criteria and the help say those that the program judges by, and the same way?"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.own_texts.cost_limit import cost_limit_in_words
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import MEANING_OF_FIGURE, CriterionMeaning
from botilbud_desktop.domain.values.amounts import format_millions, format_percent
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.limit_words import Way, ways_of_days, ways_of_numbers
from botilbud_desktop.rules.round_file.read_texts import amounts_in, days_in, percents_in

_NEXT = timedelta(days=1)


class _Figure(NamedTuple):
    meaning: CriterionMeaning
    read: Callable[[str], set[Fraction]]
    number: Fraction
    words: str
    field: str
    """The field whose help may name it too."""
    way: Way
    judged: str
    """How the program judges by it, in words."""


def threshold_gaps(round_: Round) -> Iterator[Gap]:
    """Yields figures of the criteria that no text names, that a text names otherwise, and that none uses."""
    yield from _unused(round_)
    for figure in _figures(round_):
        yield from _named(figure, round_)
        yield from _ways(figure, round_)
    yield from _last_day(round_)


def _figures(round_: Round) -> Iterator[_Figure]:
    limits = round_.limits
    share = f"{format_percent(limits.least_share)} pct."
    yield _Figure(
        CriterionMeaning.SHARE_FOR_OTHERS,
        percents_in,
        Fraction(limits.least_share),
        share,
        "projects[].share_for_others",
        Way.AT_LEAST,
        f"mindst {share}",
    )
    yield _Figure(
        CriterionMeaning.GROSS_COST,
        amounts_in,
        Fraction(limits.gross_cost.amount),
        format_millions(limits.gross_cost.amount),
        "projects[].gross_construction_cost",
        Way.OVER if limits.gross_cost.is_over else Way.AT_LEAST,
        cost_limit_in_words(limits.gross_cost),
    )


def _unused(round_: Round) -> Iterator[Gap]:
    """Yields the figures that no criterion is judged by."""
    for name, meaning in MEANING_OF_FIGURE.items():
        if getattr(round_.thresholds, name) is not None and getattr(round_.limits, name) is None:
            text = f"intet kriterium har »meaning«: »{meaning}«, så programmet ser bort fra tallet. Slet det"
            yield Gap(f"thresholds.{name}", text)


def _texts(round_: Round, meaning: CriterionMeaning) -> Iterator[tuple[str, str]]:
    """Yields the title and the text of the criterion about something, each with its place; none without it."""
    for index, criterion in enumerate(round_.criteria):
        if round_.meanings[criterion.number] is meaning:
            yield f"criteria[{index}].title", criterion.title
            yield f"criteria[{index}].text", criterion.text


def _named(figure: _Figure, round_: Round) -> Iterator[Gap]:
    texts = list(_texts(round_, figure.meaning))
    for place, text in texts:
        if figure.number not in figure.read(text):
            yield Gap(place, f"teksten nævner ikke {figure.words}, som står i »thresholds«")
    field = round_.field(figure.field)
    if texts and field is not None and figure.read(field.help) - {figure.number}:
        text = f"hjælpen nævner et andet tal end {figure.words}, som står i »thresholds«"
        yield Gap(f"fields[{round_.fields.index(field)}].help", text)


def _ways(figure: _Figure, round_: Round) -> Iterator[Gap]:
    """Yields a text that says *at least* where the program judges by *over*, or that is not clear."""
    for place, text in _texts(round_, figure.meaning):
        ways = ways_of_numbers(text)
        if figure.meaning is CriterionMeaning.GROSS_COST and len(ways) == 1 and ways < {Way.OVER, Way.AT_LEAST}:
            if figure.way not in ways:
                right = "gross_cost_at_least" if figure.way is Way.OVER else "gross_cost_over"
                said = f"teksten siger »{ways.pop()}«, men programmet regner med {figure.judged}"
                yield Gap(place, f"{said} Skriv tallet i »{right}«")
        elif doubt := _doubt(ways, figure.way, place):
            yield Gap(place, f"{doubt}: programmet regner med {figure.judged}", is_doubt=True)


def _doubt(ways: set[Way], way: Way, place: str) -> str:
    """Returns what is not clear in a text; a title need not say which way a limit is meant."""
    if ways == {way} or (not ways and place.endswith(".title")):
        return ""
    if ways:
        return f"teksten siger {' og '.join(f'»{one}«' for one in sorted(ways))}"
    return f"det er ikke klart, at teksten betyder »{way}«"


def _last_day(round_: Round) -> Iterator[Gap]:
    last = round_.last_day
    for place, text in _texts(round_, CriterionMeaning.COMPLETION_DATE):
        days, ways = days_in(text), ways_of_days(text)
        is_day_before = Way.BEFORE in ways and last + _NEXT in days
        if str(last.year) not in text and not is_day_before:
            yield Gap(place, f"teksten nævner ikke {last.year}, som står i »thresholds.last_completion_date«")
        elif days and last not in days and not is_day_before:
            yield Gap(place, "teksten nævner en anden dag end »thresholds.last_completion_date«")
        elif doubt := _doubt(ways, Way.BY, place):
            yield Gap(place, f"{doubt}: programmet regner med {_judged(last)}", is_doubt=True)


def _judged(last: date) -> str:
    return f"senest den {format_long_date(last)}"
