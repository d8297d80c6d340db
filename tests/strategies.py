"""Hypothesis strategies for valid applications."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Approval,
    Building,
    CapacityToday,
    Contacts,
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
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, CoverNote, InsertedFact, Milestone
from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.domain.values.whole_number import LARGEST_NUMBER

YEARS = ("2025", "2026")
ROUND = "LanBotilbud_2025-26"

uuids = st.uuids().map(str)
whole_numbers = st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
percentages = st.builds(
    lambda sign, whole, part: f"{sign}{whole}{part}",
    st.sampled_from(["", "", "-"]),
    st.integers(0, 100) | st.sampled_from([999_999_999, "007"]),
    st.sampled_from(["", ".5", ".33", ".00"]),
)
moments = st.builds(
    lambda moment, minutes: moment.replace(tzinfo=timezone(timedelta(minutes=minutes))) if minutes else moment,
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Returns texts as the program stores them (NFC, LF), with all Unicode characters except surrogates."""
    awkward = st.sampled_from(["æøå ÆØÅ", "\n\n", "–", "<b>fed</b>", "&amp;", "=1+1", "\x00", "\u202e", "\u2028", "😀"])
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)
    return st.one_of(anything, awkward, st.just("")).map(normalise)


place_groups = st.builds(
    PlaceGroup,
    year=whole_numbers,
    legal_basis=st.sampled_from(LegalBasis),
    origin=st.sampled_from(Origin),
    count=whole_numbers,
    stay=st.none() | st.sampled_from(Stay),
)
daily_rates = st.builds(
    DailyRate,
    label=texts(),
    lowest=whole_numbers,
    highest=whole_numbers,
    when=st.none() | st.sampled_from(RateTime),
    provider=st.none() | st.sampled_from(Provider),
)
milestones = st.builds(Milestone, label=texts(), when=texts())
capacities = st.builds(CapacityToday, legal_basis=st.sampled_from(LegalBasis), area=texts(), count=whole_numbers)
cost_lines = st.builds(CostLine, label=texts(), amount=whole_numbers, treatment=st.sampled_from(Treatment))
cost_plans = st.builds(
    CostPlan,
    basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=whole_numbers, total=whole_numbers),
    lines=st.lists(cost_lines, max_size=3).map(tuple),
    round_to=st.sampled_from([1, 10, 100, 1000]),
)


def projects(years: Sequence[str] = YEARS) -> st.SearchStrategy[Project]:
    """Returns projects with any values that a file may contain, sensible or not."""
    return st.builds(
        Project,
        id=uuids,
        name=texts(),
        loan=st.fixed_dictionaries({year: st.none() | whole_numbers for year in years}),
        gross_construction_cost=st.none() | whole_numbers,
        places=st.lists(place_groups, max_size=3).map(tuple),
        places_closed_elsewhere=st.none() | whole_numbers,
        share_for_others=st.none() | percentages,
        completion_date=st.none() | st.dates(date(1, 1, 1)),
        building=st.none() | st.sampled_from(Building),
        coordination=st.none() | st.sampled_from(Coordination),
        coordination_note=texts(),
        preservation_reason=texts(),
        daily_rates=st.lists(daily_rates, max_size=2).map(tuple),
        description=texts(200),
        cost_plan=st.none() | cost_plans,
        purpose=texts(),
        target_group=texts(),
        economy_note=texts(),
        milestones=st.lists(milestones, max_size=2).map(tuple),
        partners=st.lists(st.sampled_from(["101", "787", "851"]), max_size=2).map(tuple),
        capacity_today=st.lists(capacities, max_size=2).map(tuple),
    )


approvals = st.builds(
    Approval,
    approved_at=moments,
    approved_by=texts(),
    fingerprint=st.binary(min_size=32, max_size=32).map(lambda digest: f"sha256:{digest.hex()}"),
)


cover_notes = st.builds(
    lambda to, copy_to, sender, text: replace(CoverNote(), to=to, copy_to=copy_to, from_=sender, text=text),
    texts(),
    texts(),
    texts(),
    texts(100),
)
comments = st.builds(
    Comment, id=uuids, field=texts(), text=texts(), author=texts(), written_at=moments, done=st.booleans()
)


def applications(
    municipality_codes: Sequence[str] = ("101", "787", "851"), max_projects: int = 6
) -> st.SearchStrategy[Application]:
    """Returns any applications that a file may contain, with too many projects, negative amounts and odd texts."""
    return st.builds(
        Application,
        id=uuids,
        round=st.just(ROUND),
        case_number=texts(),
        applicant=st.builds(Applicant, municipality_code=st.none() | st.sampled_from(municipality_codes)),
        projects=st.lists(projects(), max_size=max_projects).map(tuple),
        description=texts(400),
        contacts=st.builds(Contacts, names=texts(), phones=texts(), emails=st.lists(texts(), max_size=3).map(tuple)),
        internal_notes=texts(),
        approvals=st.lists(approvals, max_size=2).map(tuple),
        document_number=texts(),
        cover_note=cover_notes,
        judged_contents=st.dictionaries(st.sampled_from(["1", "3", "999"]), st.sampled_from(ContentVerdict)),
        inserted_facts=st.lists(st.builds(InsertedFact, content=whole_numbers, text=texts()), max_size=2).map(tuple),
        comments=st.lists(comments, max_size=2).map(tuple),
    )
