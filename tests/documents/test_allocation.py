"""The allocation sheet shows its arithmetic."""

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.cost_plan import CostPlan
from botilbud_desktop.domain.model import replace
from tests.documents.samples import AALBORG, THISTED, in_order, pages, text_of
from tests.rules.samples import UNUSABLE_PLAN, application, findings, plan, project, the_finding

ALLOCATION = DocumentKind.ALLOCATION
HELD_AGAINST = "Lånet sammenholdt med det låneberettigede beløb"


def thisted(**changes: object) -> Application:
    """Returns Thisted's application with its project changed."""
    return replace(THISTED, projects=(replace(THISTED.projects[0], **changes),))


def thisted_plan() -> CostPlan:
    """Returns Thisted's cost plan."""
    cost_plan = THISTED.projects[0].cost_plan
    assert cost_plan is not None
    return cost_plan


def test_the_basis_and_the_rounding_are_told() -> None:
    text = text_of(ALLOCATION, THISTED)
    assert "Fordeles efter 8 af 50 pladser" in text
    assert "Afrunding Hver post er afrundet til hele 100.000 kr." in text


def test_each_line_shows_its_treatment_formula_exact_and_rounded_result() -> None:
    assert in_order(
        text_of(ALLOCATION, THISTED),
        "§ 107/108-boliger Medregnes helt 14.600 14.600 14.600 14.600",
        "Fælles- og servicearealer Deles forholdsmæssigt 31.900 31.900 × 8/50 = 5.104 → 5.100 5.104 5.100",
        "Almene boliger Holdes uden for lånet 74.400 74.400 holdes uden for lånet 0 0",
        "I alt 120.900 19.704 19.700",
    )


def test_without_rounding_the_sum_is_exact() -> None:
    text = text_of(ALLOCATION, thisted(cost_plan=replace(thisted_plan(), round_to=1)))
    assert "Hver post er afrundet til hele 1.000 kr." in text
    assert "I alt 120.900 19.704 19.704" in text
    assert "→" not in text


def test_what_is_excluded_is_summed_and_named() -> None:
    text = text_of(ALLOCATION, THISTED)
    assert "Låneberettiget i alt, afrundet 19.700 (19,7 mio. kr.)" in text
    assert "Låneberettiget i alt, præcist 19.704 Forskel ved afrunding −4" in text
    assert "Holdt helt uden for lånet 74.400 (Almene boliger)" in text
    assert "Den del af de fælles udgifter, lånet ikke dækker 26.796" in text


@pytest.mark.parametrize(
    ("loan", "told"),
    [
        ({}, "Lånet er ikke angivet endnu."),
        ({"2025": 9_700, "2026": 10_000}, "Lånet svarer til det foreslåede lån."),
        ({"2026": 19_704}, "Lånet svarer til det låneberettigede beløb."),
        ({"2026": 20_000}, "Lånet er 296.000 kr. højere end det låneberettigede beløb."),
        ({"2026": 19_000}, "Lånet er 704.000 kr. lavere end det låneberettigede beløb."),
        ({"2026": 0}, "Lånet er 19.704.000 kr. lavere end det låneberettigede beløb."),
    ],
)
def test_the_loan_is_held_against_the_exact_eligible_amount(loan: dict[str, int], told: str) -> None:
    text = text_of(ALLOCATION, thisted(loan=loan))
    assert in_order(text, HELD_AGAINST, "Foreslået lån 19.700 (19,7 mio. kr.)", "Ansøgt lån i alt", told)


def test_the_loans_of_the_years_stand_above_their_sum() -> None:
    text = text_of(ALLOCATION, thisted(loan={"2025": 9_700, "2026": 10_000}))
    assert "Ansøgt lån i 2025 9.700 Ansøgt lån i 2026 10.000 Ansøgt lån i alt 19.700 (19,7 mio. kr.)" in text


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        (None, "Ikke angivet Forskel Bruttoanlægsudgiften er ikke angivet endnu."),
        (120_900, "120.900 (120,9 mio. kr.) Forskel Ingen. Udgifterne svarer til bruttoanlægsudgiften."),
        (120_000, "120.000 (120 mio. kr.) Forskel Udgifterne er 900.000 kr. højere end bruttoanlægsudgiften."),
        (121_000, "121.000 (121 mio. kr.) Forskel Udgifterne er 100.000 kr. lavere end bruttoanlægsudgiften."),
    ],
)
def test_the_costs_are_held_against_the_gross_cost(cost: int | None, told: str) -> None:
    text = text_of(ALLOCATION, thisted(gross_construction_cost=cost))
    assert f"Udgifter i alt 120.900 (120,9 mio. kr.) Bruttoanlægsudgift {told}" in text


def test_a_rounding_above_the_exact_amount_is_told_and_borrows_no_more_than_the_cost() -> None:
    draft = application(project(cost_plan=replace(plan(22_900), round_to=1_000)))
    text = text_of(ALLOCATION, draft)
    assert in_order(text, "Låneberettiget i alt, afrundet 23.000", "præcist 22.900 Forskel ved afrunding +100")
    assert "Foreslået lån 22.900 (22,9 mio. kr.)" in text
    assert the_finding(draft, "cost_plan.rounding_above_exact").message in text
    assert "Afrundet er" not in text_of(ALLOCATION, THISTED)


def test_a_difference_of_broken_kroner_is_told_as_about() -> None:
    thirds = replace(thisted_plan(), basis=replace(thisted_plan().basis, eligible=1, total=3), round_to=1)
    text = text_of(ALLOCATION, thisted(cost_plan=thirds, loan={"2026": 25_000}))
    assert "Lånet er ca. 233.333 kr. lavere end det låneberettigede beløb." in text


def test_a_plan_that_cannot_be_allocated_says_why_in_the_words_of_the_check() -> None:
    draft = application(project(cost_plan=UNUSABLE_PLAN))
    (finding,) = findings(draft, "cost_plan.total_not_positive")
    text = text_of(ALLOCATION, draft)
    assert in_order(text, "Udgifterne kan ikke fordeles endnu", finding.message)
    assert "I alt" not in text.replace("i alt", "")


def test_a_plan_without_lines_says_so() -> None:
    assert "Fordelingen har ingen poster endnu." in text_of(ALLOCATION, application(project(cost_plan=plan())))


def test_without_any_plan_there_is_one_page_that_says_so() -> None:
    (page,) = pages(ALLOCATION, AALBORG)
    assert "Ingen af projekterne har en fordeling af udgifter." in page
    assert page.startswith("Aalborg Kommune · ansog851 Journalnr. 2024-005657")


def test_each_plan_has_its_page_and_projects_without_one_are_named() -> None:
    draft = application(project(), project(cost_plan=plan(21_000)), project(), project(cost_plan=plan(22_000)))
    first, second = pages(ALLOCATION, draft)
    assert "Projekt 2: 19 botilbudspladser" in first
    assert "Projekt 4: 19 botilbudspladser" in second
    assert "Uden fordeling af udgifter: Projekt 1 og Projekt 3." in second


@pytest.mark.parametrize(
    ("loan", "sentence"),
    [
        (22_899, "Lånet er 1.000 kr. lavere end det låneberettigede beløb."),
        (22_900, "Lånet svarer til det foreslåede lån."),
        (22_901, "Lånet er 1.000 kr. højere end det låneberettigede beløb."),
        (None, "Lånet er ikke angivet endnu."),
    ],
)
def test_the_loan_is_compared_with_what_it_may_cover(loan: int | None, sentence: str) -> None:
    draft = application(project(cost_plan=plan(22_900), loan={"2025": loan, "2026": None}))
    assert sentence in text_of(DocumentKind.ALLOCATION, draft)
