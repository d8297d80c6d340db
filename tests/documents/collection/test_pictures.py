"""The pictures of a collection: the same numbers as its sums, as parts of one whole, and as text."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.documents.collection.pictures import NO_REGION, TO_OWN, UNTOLD, Picture, pictures_of
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.rules.collection.shared import all_shared, shared_of
from botilbud_desktop.rules.collection.totals import totals_of
from tests import strategies
from tests.rules.samples import ROUND, TODAY, example

AALBORG, THISTED = example("aalborg"), example("thisted")


def collection(*applications: Application) -> Collection:
    return collect([Source(f"{number}", each, ROUND) for number, each in enumerate(applications)], (), TODAY)


def pictures(*applications: Application) -> tuple[Picture, ...]:
    found = collection(*applications).applications
    shared = all_shared(shared_of(each.projects) for each in found)
    return pictures_of(totals_of(found, ROUND), shared, ROUND)


def test_places_by_region_and_law_and_whom_they_are_for_are_said_in_words() -> None:
    assert [picture.said for picture in pictures(AALBORG, THISTED)] == [
        (
            "Nye pladser efter region (i alt 36): Region Hovedstaden 0 (0,0 pct.), Region Sjælland 0 (0,0 pct.), "
            "Region Syddanmark 0 (0,0 pct.), Region Midtjylland 0 (0,0 pct.), Region Nordjylland 36 (100,0 pct.)."
        ),
        (
            "Alle pladser efter lovgrundlag (i alt 78): SEL § 107 24 (ca. 30,8 pct.), SEL § 108 4 (ca. 5,1 pct.), "
            "SEL §§ 107 og 108 8 (ca. 10,3 pct.), ABL § 105 42 (ca. 53,8 pct.)."
        ),
        (
            "Hvem pladserne er til (i alt 36): Andre kommuner 28 (ca. 77,8 pct.), Kommunen selv 0 (0,0 pct.), "
            "Ikke oplyst 8 (ca. 22,2 pct.)."
        ),
    ]


def test_a_municipality_that_is_missing_has_a_bar_of_its_own() -> None:
    nowhere = replace(AALBORG, applicant=replace(AALBORG.applicant, municipality_code=None))
    by_region = pictures(nowhere)[0]
    assert (by_region.bars[-1].label, by_region.bars[-1].number, by_region.bars[-1].share) == (
        NO_REGION,
        28,
        Fraction(1),
    )
    assert NO_REGION not in pictures(AALBORG)[0].said


def test_where_every_project_tells_the_share_nothing_is_said_to_be_missing() -> None:
    assert [bar.label for bar in pictures(AALBORG)[2].bars][-1] == TO_OWN
    assert UNTOLD in pictures(THISTED)[2].said


def test_there_is_no_picture_of_nothing() -> None:
    assert pictures(replace(AALBORG, projects=())) == ()


@settings(max_examples=30)
@given(st.lists(strategies.applications(), min_size=1, max_size=4))
def test_the_bars_of_any_drafts_are_parts_of_one_whole(applications: list[Application]) -> None:
    for picture in pictures(*applications):
        assert sum(bar.share for bar in picture.bars) == pytest.approx(Fraction(1))
        assert sum(bar.number for bar in picture.bars) > 0
        assert len({bar.label for bar in picture.bars}) == len(picture.bars)
