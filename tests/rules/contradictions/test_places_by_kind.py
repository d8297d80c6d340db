"""Numbers of places of each kind of stay, beside a table of 12 under § 107 and 6 under § 108."""

import pytest

from tests.rules.contradictions.drafts import words


@pytest.mark.parametrize(
    "text",
    [
        "Der er 18 pladser i projektet: syv til midlertidigt ophold efter § 107 og elleve til længerevarende ophold.",
        "Seks pladser er midlertidige (§ 107), tolv er længerevarende (§ 108).",
        "6 midlertidige og 12 varige pladser",
        "Tolv af pladserne er til varigt ophold (SEL § 108).",
        "Seks af dem drives efter § 107 og tolv efter § 108.",
        "De seks er midlertidige, de øvrige tolv længerevarende.",
        "(6 × SEL § 107, 12 × § 108)",
        "Ti på midlertidigt ophold og otte på længerevarende.",
    ],
)
def test_kinds_of_stay_that_have_changed_places_or_sizes_are_told(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tolv til midlertidigt ophold efter § 107 og seks til længerevarende ophold efter § 108.",
        "12 midlertidige og 6 varige pladser",
        "Fire af de midlertidige pladser er til andre kommuner, to af de varige.",
        "Fire pladser efter § 107 og to efter § 108 stilles til rådighed for andre kommuner.",
        "Kommunen har i dag 6 midlertidige og 12 varige pladser.",
        "Tre af de midlertidige pladser ligger i stueetagen.",
        "I 2022 havde vi tolv varige pladser.",
        "Huset har to fløje med seks midlertidige pladser i hver og en længe med seks varige.",
    ],
)
def test_parts_of_a_kind_and_those_of_others_are_let_be(text: str) -> None:
    assert words(text) == []
