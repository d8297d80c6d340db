"""Each finding is absent just within its limit."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import (
    Application,
    Building,
    Coordination,
    DailyRate,
    LegalBasis,
    Project,
)
from botilbud_desktop.domain.cost_plan import Unit
from botilbud_desktop.domain.model import replace
from tests.rules.samples import (
    application,
    assessed,
    converted,
    findings,
    group,
    outside,
    plan,
    preserved,
    project,
    separating_plan,
    shared_plan,
)

BY_AREA = replace(plan(22_900), basis=replace(plan(1).basis, unit=Unit.AREA_M2))


def agreed(note: str) -> Project:
    return project(coordination=Coordination.OTHER_INTERMUNICIPAL, coordination_note=note)


class TestBoundaries:
    @pytest.mark.parametrize(
        ("code", "subject"),
        [
            ("loan.missing", project(loan={"2025": 0, "2026": 1})),
            ("loan.unit_suspect", project(loan={"2025": 1_000, "2026": 0})),
            ("loan.unit_suspect", project(loan={"2025": -1})),
            ("gross_cost.unit_suspect", project(gross_construction_cost=1_000)),
            ("gross_cost.unit_suspect", project(gross_construction_cost=0)),
            ("loans.exceed_pool", application(project(loan={"2025": 599_000}), project(loan={"2025": 1_000}))),
            ("loan.per_place_unlikely", project(places=(group(229),), loan={"2025": 22_900})),
            ("loan.per_place_unlikely", project(places=(group(2),), loan={"2025": 20_000})),
            ("loan.per_place_unlikely", project(loan={})),
            ("loan.per_place_unlikely", project(places=(preserved(1),))),
            (
                "loan.differs_from_cost_plan",
                project(cost_plan=replace(plan(22_950), round_to=100), loan={"2025": 22_950}),
            ),
            (
                "loan.differs_from_cost_plan",
                project(cost_plan=replace(plan(22_950), round_to=100), loan={"2025": 23_000}),
            ),
            ("project.duplicate", application(project(), project(name="Et andet"))),
            ("project.duplicate", application(project(), project(loan={"2025": 22_901}))),
            ("project.duplicate", application(project(), project(places=(group(19),)))),
            ("project.duplicate", application(project(name=" "), project(name=" "))),
            ("completion.before_window", project(completion_date=date(2024, 5, 1))),
            ("places.after_completion", project(completion_date=date(2025, 1, 1))),
            ("places.after_completion", project(places=(group(0, year=2026),))),
            ("places.closed_not_subtracted", project(places_closed_elsewhere=1, places=(outside(2),))),
            ("places.not_counted", project(places=(group(8), outside(42), preserved(3)))),
            ("places.not_counted", project(places=(group(0, LegalBasis.SEL_66),))),
            ("places.converted_to_same_law", project(places=(outside(1), converted(1)))),
            ("building.new_cannot_preserve", project(places=(preserved(1),), building=Building.EXISTING_BUILDING)),
            ("cost_plan.basis_differs_from_places", project(places=(group(4), outside(21)), cost_plan=plan(22_900))),
            ("cost_plan.basis_differs_from_places", project(cost_plan=BY_AREA)),
            ("cost_plan.basis_differs_from_places", project(places=(), cost_plan=plan(22_900))),
            ("cost_plan.sum_differs_from_gross_cost", project(cost_plan=separating_plan(20_000, excluded=2_900))),
            ("cost_plan.sum_differs_from_gross_cost", project(cost_plan=plan(1), gross_construction_cost=None)),
            ("cost_plan.nothing_separated", project(cost_plan=plan(22_900))),
            ("cost_plan.nothing_separated", project(places=(group(8), converted(1)), cost_plan=shared_plan(22_900))),
            ("cost_plan.rounding_above_exact", project(cost_plan=replace(plan(22_949), round_to=100))),
            ("share.too_few_whole_places", project(share_for_others="26.32")),
            ("share.too_few_whole_places", project(places=(group(9),), share_for_others="33.33")),
            ("share.too_few_whole_places", project(places=(group(8),), share_for_others="25")),
            ("share.too_few_whole_places", project(places=(outside(8),), share_for_others="0")),
            ("share.too_few_whole_places", project(share_for_others="-1")),
            ("daily_rate.reversed", project(daily_rates=(DailyRate(lowest=900, highest=900),))),
            ("daily_rate.negative", project(daily_rates=(DailyRate(label="Ny", lowest=0, highest=0),))),
            ("weighting.unanswered", project(daily_rates=(DailyRate(label="Ny"),))),
            ("coordination.note_missing", project(coordination=Coordination.KKR, coordination_note="Punkt 3.5")),
            ("coordination.note_missing", project(coordination=Coordination.NONE)),
            ("coordination.differs_from_note", project(coordination=Coordination.NONE, coordination_note=" \n")),
            ("coordination.differs_from_note", project(coordination=None, coordination_note="")),
            ("coordination.differs_from_note", project(coordination=Coordination.KKR, coordination_note="KKR 3.5")),
            ("coordination.differs_from_note", agreed("Aftale med Mors")),
            ("coordination.differs_from_note", agreed("Aftale om 500 kkr.")),
            ("coordination.differs_from_note", agreed("SKKR og KKRX")),
            ("loan.negative", project(loan={"2025": 0})),
            ("loan.exceeds_pool", project(loan={"2025": 600_000, "2026": 700_000})),
            ("loan.exceeds_cost", project(gross_construction_cost=22_900)),
            ("loan.exceeds_cost", project(gross_construction_cost=None)),
            ("loan.differs_from_cost_plan", project(cost_plan=plan(22_900))),
            ("loan.differs_from_cost_plan", project(cost_plan=plan(1, total=0))),
            ("loan.after_completion", project(loan={"2026": 1}, completion_date=date(2026, 1, 1))),
            ("loan.after_completion", project(loan={"2026": 1}, completion_date=None)),
            ("loan.after_completion", project(loan={"2025": 1, "2026": 0})),
            ("places.before_completion", project(completion_date=date(2025, 12, 31))),
            ("places.before_completion", project(places=(group(0),), completion_date=date(2026, 1, 1))),
            ("places.year_outside_round", project(places=(group(0, year=2024),))),
            ("places.negative", project(places=(group(0),))),
            ("share.out_of_range", project(share_for_others="0")),
            ("share.out_of_range", project(share_for_others="100")),
            ("projects.too_many", application(*[project()] * 5)),
            ("text.too_long", project(description="a" * 1000)),
            ("text.at_risk", project(description="a" * 998 + "\n")),
            ("text.unsupported_characters", project(description="»æøå – …« €")),
            (
                "text.no_break_spaces",
                project(description="22\u00a0900\u00a0000\u00a0kr.\u00a0pr.\u00a0år er nok\u00a0nu"),
            ),
            ("text.no_break_spaces", project(name="Vi\u00a0udvider")),
            ("text.markup_like", project(description="4 < 5 <3 a<-b R&D & # 7")),
            ("coordination.document_to_send", project(coordination=Coordination.NONE)),
            ("contacts.missing", application()),
            ("description.content_missing", application(description="  ")),
        ],
    )
    def test_just_within_is_fine(self, code: str, subject: Application | Project) -> None:
        assert findings(subject, code) == []

    def test_a_text_is_too_long_or_at_risk_but_never_both(self) -> None:
        for length in range(995, 1003):
            codes = {finding.code for finding in assessed(project(description="a" * length + "\n\n")).findings}
            assert len(codes & {"text.too_long", "text.at_risk"}) == (length > 996)
            assert ("text.too_long" in codes) == (length > 998)
