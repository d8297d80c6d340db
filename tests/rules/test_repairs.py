"""The values that findings offer for one click."""

import pytest

from botilbud_desktop.domain.application import (
    Application,
    Project,
)
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.results import Suggestion
from tests.rules.samples import (
    application,
    assessed,
    findings,
    group,
    plan,
    project,
    separating_plan,
)
from tests.rules.test_findings import PRESENT


class TestOneClickRepairs:
    """A slip offers the value that mends it, for one click."""

    def offers(self, code: str, subject: Application | Project) -> list[Suggestion]:
        return list(findings(subject, code)[0].suggestions)

    def test_a_loan_of_23_offers_23_000(self) -> None:
        offer = Suggestion("projects[0].loan.2025", 23_000, "Ret til 23.000")
        assert self.offers("loan.unit_suspect", project(loan={"2025": 23}, gross_construction_cost=23_000)) == [offer]

    def test_a_cost_of_23_offers_23_000(self) -> None:
        offer = Suggestion("projects[0].gross_construction_cost", 23_000, "Ret til 23.000")
        assert self.offers("gross_cost.unit_suspect", project(gross_construction_cost=23)) == [offer]

    @pytest.mark.parametrize(("typed", "offered"), [(22_900_000, 22_900), (22_900_499, 22_900), (22_900_500, 22_901)])
    def test_a_loan_in_kroner_offers_thousands(self, typed: int, offered: int) -> None:
        (offer,) = self.offers("loan.exceeds_pool", project(loan={"2025": typed}))
        assert (offer.field, offer.value) == ("projects[0].loan.2025", offered)

    def test_a_cost_in_kroner_offers_thousands(self) -> None:
        (offer,) = self.offers("gross_cost.exceeds_pool", project(gross_construction_cost=120_900_000))
        assert offer == ("projects[0].gross_construction_cost", 120_900, "Ret til 120.900")

    def test_a_loan_of_one_year_that_is_not_the_plans_offers_the_plans(self) -> None:
        asking = project(loan={"2026": 23_000}, cost_plan=replace(plan(22_950), round_to=1))
        offer = Suggestion("projects[0].loan.2026", 22_950, "Ret til 22.950")
        assert self.offers("loan.differs_from_cost_plan", asking) == [offer]

    @pytest.mark.parametrize("loan", [{}, {"2025": 1_000, "2026": 2_000}])
    def test_a_loan_that_must_be_split_over_the_years_is_not_offered(self, loan: dict[str, int]) -> None:
        assert self.offers("loan.differs_from_cost_plan", project(loan=loan, cost_plan=plan(22_900))) == []

    def test_an_offered_loan_never_exceeds_the_cost(self) -> None:
        asking = project(loan={"2025": 1_000}, cost_plan=replace(plan(22_950), round_to=100))
        assert [offer.value for offer in self.offers("loan.differs_from_cost_plan", asking)] == [22_950]

    def test_the_sum_of_the_lines_is_offered_as_the_cost_and_the_cost_as_the_only_line(self) -> None:
        assert self.offers("cost_plan.sum_differs_from_gross_cost", project(cost_plan=plan(22_000))) == [
            Suggestion("projects[0].gross_construction_cost", 22_000, "Ret bruttoanlægsudgiften til 22.000"),
            Suggestion("projects[0].cost_plan.lines[0].amount", 22_900, "Ret udgiften til 22.900"),
        ]

    def test_of_several_lines_it_is_not_known_which_one_is_wrong(self) -> None:
        offers = self.offers("cost_plan.sum_differs_from_gross_cost", project(cost_plan=separating_plan(22_000)))
        assert [offer.field for offer in offers] == ["projects[0].gross_construction_cost"]

    def test_lines_without_amounts_offer_no_cost(self) -> None:
        offers = self.offers("cost_plan.sum_differs_from_gross_cost", project(cost_plan=plan(0)))
        assert [offer.field for offer in offers] == ["projects[0].cost_plan.lines[0].amount"]

    @pytest.mark.parametrize(
        ("number", "offered"), [(9, "33.33"), (19, "26.32"), (10, "30"), (3, "33.33"), (6, "33.33")]
    )
    def test_the_least_share_of_whole_places_is_offered_and_mends_it(self, number: int, offered: str) -> None:
        asking = project(places=(group(number),), share_for_others="25")
        (offer,) = self.offers("share.too_few_whole_places", asking)
        assert offer.value == offered
        assert findings(replace(asking, share_for_others=offered), "share.too_few_whole_places") == []

    def test_words_between_no_break_spaces_get_ordinary_ones(self) -> None:
        text = "Vi\u00a0bygger\u00a0efter\u00a0§\u00a0107\u00a0for\u00a022\u00a0900\u00a0kr.\u00a0pr.\u00a0plads."
        (offer,) = self.offers("text.no_break_spaces", project(description=text))
        assert offer.value == "Vi bygger efter §\u00a0107 for 22\u00a0900 kr. pr. plads."
        assert findings(project(description=offer.value), "text.no_break_spaces") == []

    def test_every_offer_is_for_a_field_that_the_application_has(self) -> None:
        for _, subject, _ in PRESENT:
            whole = subject if isinstance(subject, Application) else application(subject)
            for offer in (offer for each in assessed(whole).findings for offer in each.suggestions):
                value_at(whole, field_path(offer.field))
                assert offer.words.startswith(("Ret ", "Brug "))
