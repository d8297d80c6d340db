"""The columns of what the ministry weighs stand in its order, and nothing is ranked that it does not rank."""

import pytest

from botilbud_desktop.documents.collection.columns import COORDINATION, NOTE, Entry, columns_of
from botilbud_desktop.documents.collection.weighted import is_coordination_weighed, weighted_columns, weighted_said
from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import ROUND, TODAY, example

AALBORG = example("aalborg")


def test_the_columns_follow_the_criteria_in_their_order() -> None:
    columns = columns_of(collect([Source("a", AALBORG, ROUND)], (), TODAY))
    assert [tuple(each) for each in weighted_columns(columns, ROUND)] == [
        ("coordination", None),
        ("note", None),
        ("cost", 1),
        ("loan.2025", 1),
        ("loan.2026", 1),
        ("building", 1),
        ("share", 2),
        ("shared", 2),
        ("region", 3),
        ("rate.present", 4),
        ("rate.expected", 4),
    ]


def test_the_order_is_told_in_words_and_that_there_are_no_points() -> None:
    assert weighted_said(ROUND) == (
        "Kolonnerne står i ministeriets rækkefølge: Koordinering med andre kommuner, 1. Størrelse og bygning, "
        "2. Andel til andre kommuner, 3. Geografisk spredning, 4. Bedre prissætning. Øverst står projekter, der er "
        "koordineret i KKR, så dem i andre tværkommunale samarbejder. Ellers rangordner programmet ikke, og det giver "
        "ikke point."
    )


@pytest.mark.parametrize("round_id", OTHERS)
def test_another_round_has_its_own_order(round_id: str) -> None:
    round_ = other_round(round_id)
    columns = columns_of(collect([Source("a", draft_of(round_id), round_)], (), TODAY))
    numbers = [each.number or 0 for each in weighted_columns(columns, round_)]
    assert numbers == sorted(numbers)
    assert is_coordination_weighed(round_) is ("Øverst står" in weighted_said(round_))
    for number, text in enumerate(round_.weighting.items, start=1):
        assert f"{number}. " in weighted_said(round_), text


def test_a_criterion_that_the_round_does_not_explain_has_a_place_but_no_column() -> None:
    weighting = ROUND.weighting
    bare = replace(weighting, coordination="", topics=weighting.topics[2:])
    round_ = replace(ROUND, weighting=bare)
    columns = columns_of(collect([Source("a", AALBORG, round_)], (), TODAY))
    assert [each.name for each in weighted_columns(columns, round_)][:2] == ["share", "shared"]
    assert not is_coordination_weighed(round_)
    assert "rækkefølge: 1. Punkt uden kolonne, 2. Andel til andre kommuner, " in weighted_said(round_)


def test_coordination_is_sorted_as_the_ministry_gives_priority_and_a_note_is_missing_only_where_there_is_one() -> None:
    cells = []
    for chosen in (Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL, Coordination.NONE, None):
        project = replace(AALBORG.projects[0], coordination=chosen, coordination_note="")
        collection = collect([Source("a", replace(AALBORG, projects=(project,)), ROUND)], (), TODAY)
        (application,) = collection.applications
        entry = Entry(application, application.projects[0], ROUND)
        by_name = {column.name: column.cell(entry) for column in columns_of(collection)}
        cells.append((by_name[COORDINATION].key, by_name[COORDINATION].text, by_name[NOTE].text))
    assert cells == [
        (0, "I regi af KKR", "Ikke angivet"),
        (1, "I andet tværkommunalt samarbejde", "Ikke angivet"),
        (2, "Ikke koordineret med andre kommuner", ""),
        (None, "Ikke angivet", ""),
    ]
