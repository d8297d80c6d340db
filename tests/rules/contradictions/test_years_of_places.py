"""The year in which the capacity is said to grow: `De 18 pladser tælles med i kapaciteten for 2025`."""

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import elmely, words
from tests.rules.samples import group

ANOTHER_YEAR = (
    "Ifølge planen får kommunen de nye pladser i 2025, hvilket passer med, at lejemålet ophører.",
    "De 18 pladser tælles med i kapaciteten for 2025, hvor udvidelsen sker.",
    "Udvidelsen af kapaciteten sker i 2025.",
    "Kapaciteten stiger allerede i 2025 med 18 pladser.",
    "Pladserne etableres i 2025.",
    "Kommunens kapacitet udvides i løbet af 2025.",
    "De nye pladser kommer i 2027.",
    "Pladserne indgår i kapacitetsopgørelsen for 2025.",
    "Udvidelsen falder i 2025.",
    "Kapacitetsudvidelse i 2025: 18 pladser",
    "18 nye pladser (2025)",
    "Alle 18 pladser er nye i 2025.",
    "Udvidelsen er lagt i 2025.",
    "Først i 2027 udvides kapaciteten.",
)
OF_OTHER_THINGS = (
    "Der er plads til at udvide med 8-10 boliger mere i 2030.",
    "Andelen kan øges til fem nye pladser i 2028.",
    "Kommunen udvidede kapaciteten i 2023.",
    "Vi søger lån til de nye pladser i 2025 og 2026.",
    "Grunden til de nye pladser købes i 2025.",
    "Lånet til de nye pladser ligger i 2025.",
    "Byggeriet af de nye pladser begynder i 2025.",
    "Kapaciteten i 2025 er 42 pladser, og den stiger med 18 i 2026.",
    "Rammeaftalen for 2025 omfatter kapaciteten.",
    "Udbygningsplanen forudser 30 nye pladser i 2030.",
    "I 2025 kommer der tre borgere hjem fra andre kommuner.",
    "Takstudviklingen i 2025 får virkning for de nye pladser.",
    "I 2025 tager vi hul på udvidelsen med projektering.",
    "De nye pladser indgår i budgettet for 2026.",
    "Udgifterne til pladserne falder i 2025 og 2026.",
    "Kommunen har 42 pladser i 2025.",
    "Behovet for nye pladser stiger i 2025.",
    "Udvidelsen indgår i kommunens kapacitetsplan for 2025.",
)
ALL_IN_ONE_YEAR = (
    "Samtlige 12 pladser får først virkning for kapaciteten i 2026.",
    "Alle pladser etableres i 2025.",
    "Alle 12 pladser kommer i 2026.",
)
FOUR_AND_EIGHT = tuple(replace(group(count, LegalBasis.SEL_107), year=year) for count, year in ((4, 2025), (8, 2026)))


@pytest.mark.parametrize("text", ANOTHER_YEAR)
def test_a_year_that_has_no_places_in_the_table_is_told(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_a_year_of_other_things_is_let_be(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("text", ALL_IN_ONE_YEAR)
def test_all_places_are_not_of_one_year_where_the_table_has_two(text: str) -> None:
    assert words(text, elmely(places=FOUR_AND_EIGHT))


def test_all_places_are_there_in_the_second_year() -> None:
    assert words("Alle 12 pladser er i brug i 2026.", elmely(places=FOUR_AND_EIGHT)) == []


def test_words_of_one_value_are_told_once() -> None:
    assert words("Kapaciteten stiger allerede i 2025 med 18 pladser.") == ["allerede i 2025"]
