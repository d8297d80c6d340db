"""The key `weighting` of `check --json`: what a draft says to the ministry's weighting criteria, for each project."""

from typing import Any

from botilbud_desktop.rules.weighting.results import WeightingItem
from botilbud_desktop.rules.weighting.weighing import weighting_of
from botilbud_desktop.storage.draft.draft_file import OpenedDraft


def weighting_json(draft: OpenedDraft) -> list[dict[str, Any]]:
    """Returns a list with one entry for each project, its items in the order in which the ministry weighs."""
    return [
        {"project": weighed.project, "items": [weighting_item_json(item) for item in weighed.items]}
        for weighed in weighting_of(draft.application, draft.round)
    ]


def weighting_item_json(item: WeightingItem) -> dict[str, Any]:
    """Returns one weighting criterion with what the draft says to it for one project."""
    return {
        "topic": None if item.topic is None else str(item.topic),
        "number": item.number,
        "title": item.title,
        "source": item.source,
        "said": list(item.answer.said),
        "missing": [{"field": gap.field, "message": gap.message} for gap in item.answer.missing],
        "remark": item.answer.remark,
    }
