"""Numbers of places of a year: `fire i 2025 og otte i 2026`."""

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup, Project
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import contradictions, draft, elmely, words
from tests.rules.samples import group

CONTRADICTING = (
    "I 2025 tages der 4 pladser i brug (november), i 2026 yderligere 6 pladser (marts).",
    "Der etableres 8 pladser i 2025 og 4 i 2026.",
    "Pladserne kommer i to omgange: otte i 2025, fire i 2026.",
    "2025: 8 pladser\n2026: 4 pladser",
    "Pladser i 2025: 8",
    "Fem af pladserne åbner i 2025, og de sidste syv følger i 2026.",
    "Fem af de tolv pladser er i brug ved udgangen af 2025.",
    "I 2025 tager vi de første seks pladser i brug, i 2026 yderligere seks.",
    "Udvidelsen sker med 6 pladser i hvert af årene 2025 og 2026.",
    "Kapaciteten øges med 12 pladser (8 i 2025, 4 i 2026).",
    "12 pladser, heraf 7 i 2025 og 5 i 2026",
    "De første otte pladser står klar i december 2025 og de sidste fire i juni 2026.",
    "I 2025 oprettes der otte pladser, og i 2026 fire.",
    "Der kommer seks pladser til i 2025 og seks i 2026.",
)
AGREEING = (
    "Der etableres 4 pladser i 2025 og 8 i 2026.",
    "I alt 12 pladser er i brug i 2026.",
    "Tilbuddet har 12 pladser fra 2026.",
    "I 2026 er alle 12 pladser i brug.",
    "Lånet er på 8 i 2025 og 14 i 2026 (mio. kr.).",
    "Lån (mio. kr.) til de nye pladser\n8 i 2025 og 14,9 i 2026",
    "Kommunen råder over 9 pladser i 2025.",
    "Kommunen havde 8 pladser i 2023, og i 2025 er der stadig 8.",
    "Der ansættes 8 medarbejdere i 2025 og 4 i 2026.",
    "Der skal bruges 6 pladser i 2025, viser behovsanalysen.",
    "Efterspørgslen er 7 pladser i 2025 og 9 i 2026.",
    "2 af pladserne er til andre kommuner i 2025.",
    "Pladserne kommer i to etaper. Etape 1 åbner 1. december 2025. Etape 2 er færdig 30. september 2026.",
    "Fire pladser tages i brug den 1. december 2025 og otte pladser den 30. september 2026.",
    "Der bygges i 8 måneder i 2025.",
    "Vi forventer 5 henvendelser om pladserne i 2025.",
    "Pladserne: 0 i 2025, hvis lånet bliver afslået.",
)


def _of(count: int, year: int) -> PlaceGroup:
    return replace(group(count, LegalBasis.SEL_107), year=year)


def _in_two_years() -> Project:
    return elmely(places=(_of(4, 2025), _of(8, 2026)))


@pytest.mark.parametrize("text", CONTRADICTING)
def test_places_of_a_year_that_the_table_has_otherwise_are_told(text: str) -> None:
    assert words(text, _in_two_years())


@pytest.mark.parametrize("text", AGREEING)
def test_numbers_of_a_year_that_agree_or_are_of_other_things_are_let_be(text: str) -> None:
    assert words(text, _in_two_years()) == []


def test_both_years_are_told_with_what_the_table_has() -> None:
    found = contradictions(draft("Pladserne oprettes med otte i 2025 og fire i 2026.", _in_two_years()))
    assert [(one.words, one.other) for one in found] == [
        ("otte i 2025", "projects[0].places"),
        ("fire i 2026", "projects[0].places"),
    ]
    assert "har 4 pladser i 2025 i tabellen" in found[0].message
    assert "har 8 pladser i 2026 i tabellen" in found[1].message


def test_when_places_are_taken_into_use_is_told_by_the_completion() -> None:
    in_2025 = elmely(places=(_of(12, 2025),))
    assert words("De 12 pladser tages i brug i 2026.", in_2025) == []
    assert words("De 12 pladser etableres i 2026.", in_2025)
