"""A Word document that the program wrote comes back as it was."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Application,
    Building,
    CapacityToday,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import CoverNote, Milestone
from botilbud_desktop.domain.round import Round
from tests.domain.document_import.documents import one, values
from tests.domain.document_import.exported import exported
from tests.domain.for_colleagues import with_all_of_them
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import ROUND, example

_SINGLE = (
    *("name", "gross_construction_cost", "places_closed_elsewhere", "share_for_others", "completion_date", "building"),
    *("coordination", "coordination_note", "preservation_reason", "description", "purpose", "target_group"),
    *("economy_note", "partners"),
)
_LISTS = ("places", "daily_rates", "milestones", "capacity_today")
_OF_APPLICATION = (
    *("applicant.municipality_code", "case_number", "document_number", "description", "contacts.names"),
    *(
        "contacts.phones",
        "contacts.emails",
        "cover_note.to",
        "cover_note.copy_to",
        "cover_note.from",
        "cover_note.text",
    ),
)


def _came_back(application: Application, round_: Round) -> Proposal:
    found = propose(exported(application, round_), round_, round_.municipalities)
    for field in _OF_APPLICATION:
        _same(found, field, value_at(application, field_path(field)))
    for index, project in enumerate(application.projects):
        at = f"projects[{index}]"
        for name in _SINGLE:
            _same(found, f"{at}.{name}", getattr(project, name))
        for year in round_.year_keys:
            _same(found, f"{at}.loan.{year}", project.loan.get(year))
        for name in _LISTS:
            _same_rows(found, f"{at}.{name}", getattr(project, name))
        if project.cost_plan is not None:
            _same(found, f"{at}.cost_plan.basis", project.cost_plan.basis)
            _same_rows(found, f"{at}.cost_plan.lines", project.cost_plan.lines)
    return found


def _same(found: Proposal, field: str, expected: object) -> None:
    if expected in (None, "", ()):
        assert [each for each in found.values if str(each.field) == field] == []
    else:
        value = one(found, field)
        assert value.value == expected, field
        assert value.is_sure, value


def _same_rows(found: Proposal, field: str, expected: Sequence[Any]) -> None:
    """The rows are there, each sure; the note sorts places by their kind and leaves out rows without any."""
    filled = [row for row in expected if not (isinstance(row, PlaceGroup) and row.count == 0)]
    assert sorted(map(repr, values(found, field))) == sorted(map(repr, filled)), field
    prefix = field_path(field)
    assert all(each.is_sure for each in found.values if FieldPath(each.field[:-1]) == prefix)


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_an_example_comes_back(name: str) -> None:
    found = _came_back(with_all_of_them(example(name)), ROUND)
    assert len({each.field.project for each in found.values}) == len(example(name).projects) + 1


@pytest.mark.parametrize("name", OTHERS)
def test_a_draft_of_another_round_comes_back(name: str) -> None:
    _came_back(draft_of(name), other_round(name))


_VOCABULARY = ("vi", "udvider", "nu", "et", "roligt", "sted", "unge", "voksne", "nær", "byen", "gode", "trives")
_WORDS = st.lists(st.sampled_from(_VOCABULARY), min_size=2, max_size=8).map(" ".join)
_TEXTS = st.lists(_WORDS.map(lambda words: f"{words.capitalize()}."), min_size=1, max_size=3).map("\n".join)
_COUNTS = st.integers(1, 60)
_AMOUNTS = st.integers(1, 99_999)


def _unique(rows: st.SearchStrategy[Any], key: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(rows, max_size=3, unique_by=key).map(tuple)


_PLACES = st.builds(
    PlaceGroup,
    year=st.sampled_from(ROUND.years),
    legal_basis=st.sampled_from(LegalBasis),
    origin=st.sampled_from(Origin),
    count=_COUNTS,
    stay=st.sampled_from([None, *Stay]),
)
_RATES = st.builds(
    DailyRate,
    label=_WORDS,
    lowest=_COUNTS,
    highest=_AMOUNTS,
    when=st.sampled_from([None, *RateTime]),
    provider=st.sampled_from([None, *Provider]),
)
_PLANS = st.builds(
    CostPlan,
    basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=st.integers(1, 20), total=st.integers(20, 60)),
    lines=st.lists(
        st.builds(CostLine, label=_WORDS, amount=_AMOUNTS, treatment=st.sampled_from(Treatment)), min_size=1, max_size=4
    ).map(tuple),
)
_PROJECTS = st.builds(
    Project,
    id=st.just("00000000-0000-4000-8000-000000000001"),
    name=st.tuples(st.sampled_from(("Nord", "Syd", "Havnen", "Skoven", "Torvet")), _WORDS).map(" ".join),
    loan=st.fixed_dictionaries({year: st.none() | _AMOUNTS for year in ROUND.year_keys}),
    gross_construction_cost=st.none() | _AMOUNTS,
    places=_unique(_PLACES, lambda row: (row.year, row.legal_basis, row.origin, row.stay)),
    places_closed_elsewhere=st.none() | st.integers(0, 9),
    share_for_others=st.sampled_from([None, "25", "33.33", "100"]),
    completion_date=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    building=st.sampled_from([None, *Building]),
    coordination=st.sampled_from([None, *Coordination]),
    coordination_note=st.just("") | _WORDS,
    preservation_reason=st.just("") | _WORDS,
    daily_rates=_unique(_RATES, lambda row: row.label),
    description=st.just("") | _TEXTS,
    cost_plan=st.none() | _PLANS,
    purpose=st.just("") | _TEXTS,
    target_group=st.just("") | _TEXTS,
    economy_note=st.just("") | _TEXTS,
    milestones=_unique(st.builds(Milestone, label=_WORDS, when=_WORDS), lambda row: row.label),
    partners=st.sampled_from([(), ("787",), ("787", "101", "400")]),
    capacity_today=_unique(
        st.builds(CapacityToday, legal_basis=st.sampled_from(LegalBasis), area=_WORDS, count=_COUNTS),
        lambda row: (row.legal_basis, row.area),
    ),
)


@settings(max_examples=30, deadline=None, phases=(Phase.generate,))
@given(st.lists(_PROJECTS, min_size=1, max_size=4, unique_by=lambda project: project.name.split()[0]), _TEXTS)
def test_any_draft_comes_back(projects: list[Project], text: str) -> None:
    application = replace(
        example("aalborg"),
        projects=tuple(projects),
        description=text,
        cover_note=replace(CoverNote(), to="KKR Nordjylland", text=text),
    )
    _came_back(application, ROUND)
