"""The columns that say something to what the ministry weighs (*vægtningskriterier*), in the ministry's order.

The ministry tells the order of its criteria. Of the projects it only says that those coordinated in KKR come before
those coordinated otherwise; nothing is scored.
"""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.documents.collection.columns import (
    BUILDING,
    COORDINATION,
    COST,
    LOAN,
    NOTE,
    RATE,
    REGION,
    SHARE,
    SHARED,
    Column,
)
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import WeightingTopic

_OF_TOPIC = {
    WeightingTopic.COORDINATION: (COORDINATION, NOTE),
    WeightingTopic.SIZE: (COST, LOAN, BUILDING),
    WeightingTopic.SHARE: (SHARE, SHARED),
    WeightingTopic.REGION: (REGION,),
    WeightingTopic.PRICE: (RATE,),
}
"""The names of columns of each topic, or how they begin."""
_KKR_FIRST = "Øverst står projekter, der er koordineret i KKR, så dem i andre tværkommunale samarbejder."
_NO_POINTS = "Ellers rangordner programmet ikke, og det giver ikke point."


class Weighted(NamedTuple):
    """A column with the criterion that it belongs to."""

    name: str
    number: int | None
    """The ministry's number of the criterion; None for coordination, which it writes first."""


def weighted_columns(columns: Sequence[Column], round_: Round) -> tuple[Weighted, ...]:
    """Returns the columns of a table that say something to a criterion, in the ministry's order."""
    names = [column.name for column in columns]
    found: list[Weighted] = []
    for number, topic in _criteria(round_):
        for wanted in () if topic is None else _OF_TOPIC[topic]:
            own = [name for name in names if name == wanted or name.startswith(f"{wanted}.")]
            found += [Weighted(name, number) for name in own]
    return tuple(found)


def is_coordination_weighed(round_: Round) -> bool:
    """Whether the ministry puts coordinated projects first."""
    return any(topic is WeightingTopic.COORDINATION and number is None for number, topic in _criteria(round_))


def weighted_said(round_: Round) -> str:
    """Returns in which order the columns and the rows stand."""
    titles = {topic.item: topic.title for topic in round_.weighting.topics}
    first = [titles.get(None, round_.weighting.coordination_heading)] if round_.weighting.coordination else []
    items = [f"{number}. {titles.get(number, 'Punkt uden kolonne')}" for number, _ in _criteria(round_) if number]
    order = f"Kolonnerne står i ministeriets rækkefølge: {', '.join([*first, *items])}."
    return " ".join([order, *([_KKR_FIRST] if is_coordination_weighed(round_) else []), _NO_POINTS])


def _criteria(round_: Round) -> list[tuple[int | None, WeightingTopic | None]]:
    """Returns each criterion of the ministry with its topic, where the round tells it: coordination, then the list."""
    weighting = round_.weighting
    topics = {topic.item: topic.topic for topic in weighting.topics}
    numbers = [*([None] if weighting.coordination else []), *range(1, len(weighting.items) + 1)]
    return [(number, topics.get(number)) for number in numbers]
