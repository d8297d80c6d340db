"""Numbers of places that other municipalities get, or that the municipality keeps: six of eighteen are for others."""

import pytest

from tests.rules.contradictions.drafts import askely, elmely, words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Elmely har 18 pladser, heraf 4 til andre.", "4 til andre"),
        ("Andre kommuner får fire pladser.", "fire pladser"),
        ("Vi beholder 14, og de andre får 4.", "14"),
        ("Halvdelen er for voksne. Fire - er til andre kommuner i området.", "Fire - er til andre kommuner"),
        ("Otte pladser (40 pct.) ventes brugt af omegnskommunerne.", "Otte pladser (40 pct.) ventes brugt af omegns"),
        ("Tre af pladserne går til nabokommunerne.", "Tre af pladserne går til nabokommunerne"),
        ("Fire af boligerne forbeholdes andre kommuner.", "Fire af boligerne forbeholdes andre kommuner"),
        ("Femten bruger vi selv.", "Femten bruger vi selv"),
        ("Mindst ni pladser stilles til rådighed for andre kommuner.", "Mindst ni pladser"),
        ("Ti pladser er til egne borgere.", "Ti pladser er til egne borgere"),
    ],
)
def test_a_number_that_the_share_does_not_give(text: str, wrong: str) -> None:
    assert any(found.startswith(wrong) for found in words(text))


@pytest.mark.parametrize(
    "text",
    [
        "Elmely har 18 pladser, heraf 6 til andre.",
        "Andre kommuner får seks pladser, og vi beholder tolv.",
        "Mindst fem pladser stilles til rådighed for andre kommuner.",
        "To går til Rebild og fire til andre kommuner.",
        "I første etape er 2 af pladserne til andre kommuner.",
        "Vi samarbejder med fire andre kommuner. De to andre er med i KKR.",
        "Elmely er projekt 3 til andre kommuners borgere.",
        "I dag bruger andre kommuner 9 pladser hos os.",
        "På Solhjem, der har 20 pladser, er 8 til andre kommuner.",
        "Alle pladser på nær tolv er til andre kommuner.",
        "Kommunen har 40 pladser, heraf 11 til andre.",
        "Fire er efter § 107 og til andre kommuner.",
        "Andre kommuner får 33 pct. af pladserne.",
        "Fire medarbejdere er til andre kommuner.",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert words(text) == []


def test_the_sum_over_projects_is_right_as_well() -> None:
    both = elmely(), askely()
    assert words("Begge projekter: 23 pladser, heraf 8 til andre.", *both) == []
    assert words("Begge projekter: 23 pladser, heraf 11 til andre.", *both) == ["11 til andre"]
