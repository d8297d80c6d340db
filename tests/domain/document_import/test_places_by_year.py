"""Places that sentences tell of by year, and numbers that are not the number of new places."""

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
from tests.domain.document_import.documents import has, proposal, values, why_left_out

_PLACES = "projects[0].places"


def _note(sentence: str) -> str:
    return f"# Vejle Kommune\n## Botilbud Skovly\n{sentence}"


def _groups(sentence: str) -> list[tuple[int, LegalBasis, int]]:
    found = values(proposal(_note(sentence)), _PLACES)
    return [(each.year, each.legal_basis, each.count) for each in found if isinstance(each, PlaceGroup)]


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        (
            "Projektet giver 16 pladser efter § 108, heraf 6 pladser i 2025 og 10 pladser i 2026. Alt er klar i 2026.",
            [(2025, LegalBasis.SEL_108, 6), (2026, LegalBasis.SEL_108, 10)],
        ),
        (
            "Der etableres 16 pladser efter § 108 (6 i 2025 og 10 i 2026).",
            [(2025, LegalBasis.SEL_108, 6), (2026, LegalBasis.SEL_108, 10)],
        ),
        (
            "Udvidelsen er 4 pladser i 2025 og yderligere 4 pladser i 2026, alle efter § 107.",
            [(2025, LegalBasis.SEL_107, 4), (2026, LegalBasis.SEL_107, 4)],
        ),
        (
            "Der kommer 12 pladser efter § 107 i 2025 og 3 pladser efter § 108 i 2026.",
            [(2025, LegalBasis.SEL_107, 12), (2026, LegalBasis.SEL_108, 3)],
        ),
    ],
)
def test_places_are_divided_by_the_years_that_a_sentence_tells(
    sentence: str, groups: list[tuple[int, LegalBasis, int]]
) -> None:
    assert _groups(sentence) == groups
    assert not any(left.text in sentence for left in proposal(_note(sentence)).left_out)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (
            "Kapaciteten udvides fra 20 til 32 pladser efter § 107 i 2026, dvs. med 12 pladser.",
            "Der står to tal, »fra 20 til 32«, så antallet af nye pladser er ikke læst.",
        ),
        (
            "Der kommer mellem 8 og 10 pladser efter § 107 i 2025.",
            "Der står to tal, »mellem 8 og 10«, så antallet af nye pladser er ikke læst.",
        ),
        (
            "Projektet giver 8-10 pladser efter § 107 i 2025.",
            "Der står to tal, »8-10«, så antallet af nye pladser er ikke læst.",
        ),
        (
            "Der kommer 12 pladser efter § 107 i 2025 og 2026.",
            "Der står ikke, hvordan pladserne er delt på årene.",
        ),
        (
            "Der oprettes 3 x 4 pladser efter § 107 i 2025.",
            "Der står to tal, »3 x 4«, så antallet af nye pladser er ikke læst.",
        ),
        (
            "Der oprettes 12 pladser efter § 107 i 2025, hvoraf 4 erstatter eksisterende pladser.",
            "Der står ikke, hvor mange af pladserne der er nye.",
        ),
        (
            "Med projektet får kommunen 25 pladser efter § 107 i 2026 mod 19 i dag.",
            "Der står ikke, hvor mange af pladserne der er nye.",
        ),
        (
            "Udvidelsen er 4 pladser i 2025 og 6 pladser i 2026.",
            "Der står ikke, hvilket lovgrundlag pladserne har.",
        ),
    ],
)
def test_places_that_are_not_one_number_of_a_year_and_a_law_are_left_out(sentence: str, why: str) -> None:
    found = proposal(_note(sentence))
    assert not has(found, f"{_PLACES}[0]")
    assert not has(found, "projects[0].capacity_today[0]")
    assert why_left_out(found, sentence) == why
    assert len([left for left in found.left_out if left.text == sentence]) == 1
