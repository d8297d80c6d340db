"""The figures of the criteria: do the criteria and the help say those that the program judges by?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.own_texts.cost_limit import cost_limit_in_words
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import MEANING_OF_FIGURE, CriterionMeaning
from botilbud_desktop.domain.values.amounts import format_percent
from botilbud_desktop.domain.values.dates import MONTHS
from botilbud_desktop.rules.round_file.gap import Gap

_PERCENT = re.compile(r"([0-9]{1,3}(?:,[0-9]{1,2})?) ?(?:pct\.|%|procent)")
_MILLIONS = re.compile(r"([0-9]{1,4}(?:,[0-9]{1,3})?) ?mio\.")
_DAY = re.compile(rf"([0-9]{{1,2}})\. ({'|'.join(MONTHS)}) ([0-9]{{4}})")


class _Figure(NamedTuple):
    meaning: CriterionMeaning
    pattern: re.Pattern[str]
    number: str
    words: str
    field: str
    """The field whose help may name it too."""


def threshold_gaps(round_: Round) -> Iterator[Gap]:
    """Yields figures of the criteria that no text names, or that a text names otherwise."""
    limits = round_.limits
    share = format_percent(limits.least_share)
    millions = f"{limits.gross_cost.amount / 1000:g}".replace(".", ",")
    for figure in (
        _Figure(CriterionMeaning.SHARE_FOR_OTHERS, _PERCENT, share, f"{share} pct.", "projects[].share_for_others"),
        _Figure(
            CriterionMeaning.GROSS_COST,
            _MILLIONS,
            millions,
            f"{millions} mio. kr.",
            "projects[].gross_construction_cost",
        ),
    ):
        yield from _named(figure, round_)
    yield from _unused(round_)
    yield from _over_or_at_least(round_)
    yield from _last_day(round_)


def _unused(round_: Round) -> Iterator[Gap]:
    """Yields the figures that no criterion is judged by."""
    for name in MEANING_OF_FIGURE:
        if getattr(round_.thresholds, name) is not None and getattr(round_.limits, name) is None:
            meaning = MEANING_OF_FIGURE[name]
            text = f"intet kriterium har »meaning«: »{meaning}«, så programmet ser bort fra tallet: slet det"
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
        if figure.number not in figure.pattern.findall(text):
            yield Gap(place, f"teksten nævner ikke {figure.words}, som står i »thresholds«")
    field = round_.field(figure.field)
    if texts and field is not None and set(figure.pattern.findall(field.help)) - {figure.number}:
        text = f"hjælpen nævner et andet tal end {figure.words}, som står i »thresholds«"
        yield Gap(f"fields[{round_.fields.index(field)}].help", text)


def _over_or_at_least(round_: Round) -> Iterator[Gap]:
    """Yields a text that says *at least* where the program judges by *over*, or the other way round."""
    limit = round_.limits.gross_cost
    wrong, right = ("mindst", "gross_cost_at_least") if limit.is_over else ("over", "gross_cost_over")
    for place, text in _texts(round_, CriterionMeaning.GROSS_COST):
        words = set(re.findall(r"\w+", text.lower()))
        if wrong in words and not words & {"mindst", "over"} - {wrong}:
            said = cost_limit_in_words(limit)
            yield Gap(place, f"teksten siger »{wrong}«, men programmet vurderer {said} Skriv tallet i »{right}«")


def _last_day(round_: Round) -> Iterator[Gap]:
    last = round_.last_day
    for place, text in _texts(round_, CriterionMeaning.COMPLETION_DATE):
        days = {(int(day), MONTHS.index(month) + 1, int(year)) for day, month, year in _DAY.findall(text)}
        if str(last.year) not in text:
            yield Gap(place, f"teksten nævner ikke {last.year}, som står i »thresholds.last_completion_date«")
        elif days and (last.day, last.month, last.year) not in days:
            yield Gap(place, "teksten nævner en anden dag end »thresholds.last_completion_date«")
