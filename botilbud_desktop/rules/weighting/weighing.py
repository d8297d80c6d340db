"""Puts the weighting criteria of a round beside what a draft says to them, project by project."""

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import WeightedTopic, WeightingTopic
from botilbud_desktop.rules.weighting.asked import Asked
from botilbud_desktop.rules.weighting.coordination import coordination_answer
from botilbud_desktop.rules.weighting.price import price_answer
from botilbud_desktop.rules.weighting.region import region_answer
from botilbud_desktop.rules.weighting.results import Answer, ProjectWeighting, WeightingItem
from botilbud_desktop.rules.weighting.share import share_answer
from botilbud_desktop.rules.weighting.size import size_answer

_UNKNOWN = Answer(remark="Programmet ved ikke, hvilke oplysninger i kladden der hører til dette punkt.")


def weighting_of(application: Application, round_: Round, most: int | None = None) -> tuple[ProjectWeighting, ...]:
    """Returns what the draft says for each project, or for the first `most`, in the ministry's order."""
    return tuple(
        ProjectWeighting(index, _items(application, project, index, round_))
        for index, project in enumerate(application.projects[:most])
    )


def _items(application: Application, project: Project, index: int, round_: Round) -> tuple[WeightingItem, ...]:
    weighting = round_.weighting
    topics = {topic.item: topic for topic in weighting.topics}
    first = [(None, weighting.coordination)] if weighting.coordination else []
    texts = [*first, *enumerate(weighting.items, start=1)]
    return tuple(
        _item(number, source, topics.get(number), Asked(application, project, index, round_, ()))
        for number, source in texts
    )


def _item(number: int | None, source: str, topic: WeightedTopic | None, asked: Asked) -> WeightingItem:
    if topic is None:
        title = f"Punkt {number}" if number is not None else asked.round.weighting.coordination_heading
        return WeightingItem(None, number, title, source, _UNKNOWN)
    answer = _answer(topic.topic, asked._replace(words=topic.recognised_by))
    return WeightingItem(topic.topic, number, topic.title, source, answer)


def _answer(topic: WeightingTopic, asked: Asked) -> Answer:
    match topic:
        case WeightingTopic.COORDINATION:
            return coordination_answer(asked)
        case WeightingTopic.SIZE:
            return size_answer(asked)
        case WeightingTopic.SHARE:
            return share_answer(asked, quantities_of(asked.project, asked.round).places_to_share)
        case WeightingTopic.REGION:
            return region_answer(asked)
        case WeightingTopic.PRICE:
            return price_answer(asked)
