"""`check --json` tells what a draft says to the ministry's weighting criteria."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def weighting_of(run: Run, file: Path) -> Any:
    (values,) = json.loads(run("check", "--json", "--today", "2024-05-03", file).out)
    return values["weighting"]


def test_each_project_has_five_items_in_the_ministrys_order(run: Run, aalborg: Path) -> None:
    weighting = weighting_of(run, aalborg)
    assert [weighed["project"] for weighed in weighting] == [0, 1]
    for weighed in weighting:
        topics = [(item["topic"], item["number"]) for item in weighed["items"]]
        assert topics == [("coordination", None), ("size", 1), ("share", 2), ("region", 3), ("price", 4)]


def test_an_item_says_what_the_draft_says_and_what_is_missing(run: Run, thisted: Path) -> None:
    share = weighting_of(run, thisted)[0]["items"][2]
    assert list(share) == ["topic", "number", "title", "source", "said", "missing", "remark"]
    assert share["source"].startswith("Andelen af pladser, der står rådighed")
    assert share["said"] == []
    assert share["missing"] == [
        {
            "field": "projects[0].share_for_others",
            "message": "Angiv den andel af pladserne, som andre kommuner kan bruge.",
        }
    ]


def test_there_is_no_score(run: Run, aalborg: Path) -> None:
    for weighed in weighting_of(run, aalborg):
        for item in weighed["items"]:
            assert not [key for key, value in item.items() if isinstance(value, int | float) and key != "number"]
