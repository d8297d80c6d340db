"""Hypothesis strategies for every kind of application that can be opened."""

from datetime import date

from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Building,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.values.whole_number import LARGEST_NUMBER
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, ROUND

numbers = st.one_of(
    st.integers(-3, 60), st.sampled_from([19_999, 20_000, 20_001]), st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
)
texts = st.one_of(st.sampled_from(["", " ", "\n", "Ny"]), st.text(st.characters(exclude_categories=["Cs"])))
dates = st.one_of(st.none(), st.sampled_from([date(2026, 12, 31), date(2027, 1, 1)]), st.dates())
shares = st.one_of(
    st.none(),
    st.from_regex(r"^-?[0-9]{1,9}(\.[0-9]{1,2})?\Z"),
    st.sampled_from(["24.99", "25", "25.00", "100"]),
)
groups = st.builds(
    PlaceGroup,
    year=st.one_of(st.sampled_from([2024, 2025, 2026, 2027]), numbers),
    legal_basis=st.sampled_from(LegalBasis),
    origin=st.sampled_from(Origin),
    count=numbers,
)
lines = st.builds(CostLine, label=texts, amount=numbers, treatment=st.sampled_from(Treatment))
plans = st.builds(
    CostPlan,
    basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=numbers, total=numbers),
    lines=st.lists(lines, max_size=4).map(tuple),
    round_to=st.sampled_from([1, 10, 100, 1000]),
)
projects = st.builds(
    Project,
    id=st.just(EMPTY_PROJECT.id),
    name=texts,
    loan=st.dictionaries(st.sampled_from(ROUND.year_keys), st.one_of(st.none(), numbers)),
    gross_construction_cost=st.one_of(st.none(), numbers),
    places=st.lists(groups, max_size=4).map(tuple),
    places_closed_elsewhere=st.one_of(st.none(), numbers),
    share_for_others=shares,
    completion_date=dates,
    building=st.one_of(st.none(), st.sampled_from(Building)),
    coordination=st.one_of(st.none(), st.sampled_from(Coordination)),
    coordination_note=texts,
    preservation_reason=texts,
    daily_rates=st.lists(st.builds(DailyRate, label=texts, lowest=numbers, highest=numbers), max_size=1).map(tuple),
    description=texts,
    cost_plan=st.one_of(st.none(), plans),
)
applications = st.builds(
    Application,
    id=st.just(EMPTY_APPLICATION.id),
    round=st.just(ROUND.id),
    case_number=texts,
    applicant=st.builds(Applicant, municipality_code=st.sampled_from([None, "851"])),
    projects=st.lists(projects, max_size=6).map(tuple),
    description=texts,
    contacts=st.builds(Contacts, names=texts, phones=texts, emails=st.lists(texts, max_size=2).map(tuple)),
)
