"""The sums of columns B-E."""

import pytest
from hypothesis import given

from botilbud_desktop.domain.application import Application, LegalBasis, Origin
from botilbud_desktop.domain.totals import (
    eligible_places,
    loans,
    total_eligible_places,
    total_loans,
)
from tests.rules.samples import (
    EMPTY_APPLICATION,
    ROUND,
    application,
    example,
    group,
    project,
)
from tests.rules.strategies import applications


def test_aalborg() -> None:
    assert total_loans(example("aalborg"), ROUND) == {"2025": 22_900, "2026": 20_700}
    assert total_eligible_places(example("aalborg"), ROUND) == {"2025": 19, "2026": 9}


def test_thisted_expands_by_eight_of_its_fifty_places() -> None:
    assert total_eligible_places(example("thisted"), ROUND) == {"2025": 0, "2026": 8}


def test_nothing_sums_to_nothing() -> None:
    assert total_loans(EMPTY_APPLICATION, ROUND) == {"2025": 0, "2026": 0}
    assert total_eligible_places(EMPTY_APPLICATION, ROUND) == {"2025": 0, "2026": 0}


def test_a_year_not_filled_in_counts_as_no_loan() -> None:
    assert loans(project(loan={"2026": None}), ROUND) == {"2025": 0, "2026": 0}


@pytest.mark.parametrize("basis", LegalBasis)
@pytest.mark.parametrize("origin", Origin)
def test_only_new_places_within_107_and_108_are_eligible_expansion(basis: LegalBasis, origin: Origin) -> None:
    within = basis in (LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108)
    expected = 3 if within and origin is Origin.NEW else 0
    places = (group(3, basis, origin),)
    assert eligible_places(project(places=places), ROUND) == {"2025": expected, "2026": 0}


def test_places_of_other_years_have_no_column() -> None:
    elsewhere = project(places=(group(8, year=2024), group(8, year=2027)))
    assert eligible_places(elsewhere, ROUND) == {"2025": 0, "2026": 0}


def test_negative_numbers_are_summed_as_they_stand() -> None:
    odd = project(loan={"2025": -5}, places=(group(-2), group(1)))
    assert total_loans(application(odd, project()), ROUND) == {"2025": 22_895, "2026": 0}
    assert total_eligible_places(application(odd, project()), ROUND) == {"2025": 18, "2026": 0}


@given(applications)
def test_the_totals_are_the_sums_of_the_projects(draft: Application) -> None:
    for year in ROUND.year_keys:
        assert total_loans(draft, ROUND)[year] == sum(loans(each, ROUND)[year] for each in draft.projects)
