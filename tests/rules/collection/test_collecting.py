"""A collection of drafts: its round, order, sums and regions."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Applicant, Application, LegalBasis
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection, CollectionTotals
from botilbud_desktop.rules.collection.wording import pool_share_text, regions_said
from tests import strategies
from tests.other_rounds import draft_of, other_round
from tests.rules.samples import ROUND, TODAY, example, group

AALBORG, THISTED = example("aalborg"), example("thisted")
OTHER_ROUND = "Aeldreboliger_2031-33"


def of(application: Application, code: str | None, number: int) -> Application:
    """Returns another municipality's application."""
    own_id = f"00000000-0000-4000-8000-{number:012}"
    return replace(application, id=own_id, applicant=Applicant(municipality_code=code))


def collection(*applications: Application, round_: Round = ROUND) -> Collection:
    sources = [Source(f"{number}.botilbud", each, round_) for number, each in enumerate(applications)]
    return collect(sources, (), TODAY)


def totals_of(found: Collection) -> CollectionTotals:
    assert found.totals is not None
    return found.totals


def test_the_applications_stand_in_danish_order_and_those_without_a_municipality_last() -> None:
    drafts = [of(AALBORG, code, number) for number, code in enumerate(("851", "787", None, "101"))]
    assert [each.name for each in collection(*drafts).applications] == [
        "København",
        "Thisted",
        "Aalborg",
        "Kommune ikke angivet",
    ]


def test_drafts_of_another_round_than_most_are_left_out_with_the_reason() -> None:
    sources = [
        Source("a", of(AALBORG, "851", 1), ROUND),
        Source("b", draft_of(OTHER_ROUND), other_round(OTHER_ROUND)),
        Source("c", of(AALBORG, "787", 2), ROUND),
    ]
    found = collect(sources, [LeftOut("d", "Den kan ikke læses.")], TODAY)
    assert [each.file for each in found.applications] == ["c", "a"]
    assert [each.file for each in found.left_out] == ["d", "b"]
    assert "Kladden hører til en anden ansøgningsrunde: " in found.left_out[1].why
    assert [(each.round.id, each.drafts) for each in found.rounds] == [(OTHER_ROUND, 1), (ROUND.id, 2)]


def test_a_wanted_round_is_shown_and_one_without_drafts_is_not_wanted() -> None:
    sources = [
        Source("a", of(AALBORG, "851", 1), ROUND),
        Source("b", draft_of(OTHER_ROUND), other_round(OTHER_ROUND)),
        Source("c", of(AALBORG, "787", 2), ROUND),
    ]
    found = collect(sources, (), TODAY, wanted=OTHER_ROUND)
    assert [each.file for each in found.applications] == ["b"]
    assert [each.file for each in found.left_out] == ["a", "c"]
    assert totals_of(found).loan.keys() == set(other_round(OTHER_ROUND).year_keys)
    assert collect(sources, (), TODAY, wanted="findes ikke") == collect(sources, (), TODAY)
    assert not found.is_certain


def test_of_two_rounds_with_as_many_drafts_the_later_one_is_taken() -> None:
    later = Source("b", draft_of(OTHER_ROUND), other_round(OTHER_ROUND))
    for sources in ([Source("a", AALBORG, ROUND), later], [later, Source("a", AALBORG, ROUND)]):
        assert [each.file for each in collect(sources, (), TODAY).applications] == ["b"]


def test_copies_and_drafts_without_projects_do_not_choose_the_round() -> None:
    empty = replace(draft_of(OTHER_ROUND), projects=())
    others = [Source(f"b{number}", empty, other_round(OTHER_ROUND)) for number in range(3)]
    found = collect([*others, Source("a", AALBORG, ROUND)], (), TODAY)
    assert [each.file for each in found.applications] == ["a"]


def test_an_application_without_a_municipality_belongs_to_no_region_and_that_is_told() -> None:
    found = collection(AALBORG, of(THISTED, None, 1))
    totals = totals_of(found)
    assert totals.without_municipality == 1
    assert sum(region.loan for region in totals.regions) == 43_600
    assert regions_said(totals).endswith("1 ansøgning har ingen kommune og hører ikke til nogen region.")
    assert "ingen kommune" not in regions_said(totals_of(collection(AALBORG)))


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(-45, 10_000), "ca. -0,5 pct."),
        (Fraction(-1, 100), "-1,0 pct."),
        (Fraction(-1, 100_000), "ca. 0,0 pct."),
        (Fraction(1, 3), "ca. 33,3 pct."),
        (None, "–"),
    ],
)
def test_a_part_of_the_pool_is_rounded_to_the_nearest_tenth(share: Fraction | None, words: str) -> None:
    assert pool_share_text(share) == words


def test_without_drafts_there_is_no_round_and_no_sum() -> None:
    found = collect([], [LeftOut("a", "Den kan ikke læses.")], TODAY)
    assert (found.round, found.totals, found.applications, len(found.left_out)) == (None, None, (), 1)


def test_the_loans_are_held_against_the_pool_of_each_year() -> None:
    totals = totals_of(collection(AALBORG, THISTED))
    assert totals.loan == {"2025": 22_900, "2026": 20_700}
    assert totals.pool_share("2025") == Fraction(22_900, 600_000)
    assert totals.pool_share("2026") == Fraction(20_700, 700_000)
    assert (totals.without_loan, totals.without_share) == (1, 1)


def test_a_year_without_a_pool_has_no_share_of_it() -> None:
    without = ROUND.model_copy(update={"pool": {"2025": 600_000}})
    totals = totals_of(collection(AALBORG, round_=without))
    assert (totals.pool_share("2025"), totals.pool_share("2026")) == (Fraction(22_900, 600_000), None)


def test_a_region_is_covered_by_one_project_and_not_by_an_application_without_any() -> None:
    empty = replace(of(AALBORG, "101", 1), projects=())
    regions = {each.region: each for each in totals_of(collection(AALBORG, empty)).regions}
    assert list(regions) == list(dict.fromkeys(each.region for each in ROUND.municipalities))
    assert [name for name, each in regions.items() if each.is_covered] == ["Region Nordjylland"]
    assert (regions["Region Hovedstaden"].applications, regions["Region Hovedstaden"].projects) == (1, 0)
    assert (regions["Region Nordjylland"].loan, regions["Region Nordjylland"].places) == (43_600, 28)


def test_places_are_counted_by_law_whatever_their_origin_and_only_in_the_rounds_years() -> None:
    project = replace(
        AALBORG.projects[0],
        places=(group(3), group(4, LegalBasis.SEL_66), group(5, year=2031)),
        share_for_others="25",
    )
    totals = totals_of(collection(replace(AALBORG, projects=(project,))))
    assert totals.by_basis == {LegalBasis.SEL_107: 3, LegalBasis.SEL_66: 4}
    assert totals.shared_places == Fraction(3, 4)


@given(st.lists(strategies.applications(), max_size=4))
def test_the_sums_are_those_of_the_assessments_of_the_counted_drafts(applications: list[Application]) -> None:
    found = collection(*applications)
    if found.totals is None:
        assert applications == []
        return
    assessed = [assess(each.application, ROUND, TODAY) for each in found.applications]
    for year in ROUND.year_keys:
        assert found.totals.loan[year] == sum(each.totals.loan[year] for each in assessed)
        assert found.totals.places[year] == sum(each.totals.places[year] for each in assessed)
    for collected, assessment in zip(found.applications, assessed, strict=True):
        results = [result for project in collected.projects for result in project.criteria]
        assert sorted(results) == sorted(assessment.criteria)
    assert len(found.applications) + len(found.left_out) == len(applications)


@given(strategies.applications())
def test_the_shared_places_are_the_share_of_the_places_that_count(application: Application) -> None:
    for collected in collection(application).applications[0].projects:
        share, number = collected.project.share, collected.quantities.places_to_share
        if share is None or number <= 0:
            assert collected.shared_places is None
        else:
            assert collected.shared_places == Fraction(share * Decimal(number)) / 100
