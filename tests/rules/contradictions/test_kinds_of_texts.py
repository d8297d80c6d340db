"""Kinds of texts in which a figure was once taken for the project's, or overlooked."""

import pytest

from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import askely, elmely, words

HIGH, LOW = elmely(name="Botilbud Højmark"), askely(name="Botilbud Marskvej")
SIDES = (elmely(name="Gullestrup Vest"), askely(name="Ejby Have"))


@pytest.mark.parametrize(
    "text",
    [
        "Kapaciteten øges med 43 pct. til 60 pladser.",
        "Der er på Vestegnen et underskud på 46 pladser til unge.",
        "Elmely får 18 pladser, heraf 12 midlertidige efter § 107 og 6 efter § 108.",
        "Ansøgt (1.000 kr.)\nProjekt | 2024 | lån 2025 | lån 2026 | øvrigt\nElmely | 900 | 8.000 | 14.900 | 9.300",
        "Lån i 1.000 kr.\nKontonummer XA-5381031 er oprettet til lånet.",
        "5. Tid\nAflevering\t\tjuli 2026\nIbrugtagning\t30. september 2026",
        "Seks af pladserne er klar 1. juni 2026, og resten den 30. september 2026.",
        "De seks flytter ud i pavilloner, som tages i brug 15. marts 2025.",
        "Af beboerne på vores eksisterende botilbud er 22 pct. fra andre kommuner.",
        "Halvdelen af pladserne har egne køkkener.",
    ],
)
def test_it_is_of_something_else(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Højmark får 18 nye pladser. Halvdelen på Højmark, og 2 af de 5 pladser i det andet botilbud.",
        "Højmark ligger i byen.\nAlle 23 pladser er nye.",
        "B. Udvidelse af Marskvej\nMarskvej har 24 pladser til voksne.",
        "Højmark og Marskvej søges der lån til: projekt 2 får 20,5 mio. kr. i 2025.",
    ],
)
def test_it_is_of_another_project_or_of_all(text: str) -> None:
    assert words(text, HIGH, LOW) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a) Gullestrup Øst – 18 nye pladser", "Gullestrup Øst"),
        ("EJBY HUS er det rolige hus.", "EJBY HUS"),
    ],
)
def test_a_name_with_another_side_or_word_is_found(text: str, found: str) -> None:
    assert words(text, *SIDES) == [found]


def test_a_place_of_the_same_town_is_no_project() -> None:
    assert words("Ejby Skole er nabo, og Ejby Kirke ligger overfor.", *SIDES) == []
    assert words("Gullestrup Skole er nabo, og Gullestrup Kirke ligger overfor.", *SIDES) == []
    assert words("Gullestrup Have er nabo til Gullestrup Vest.", *SIDES) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi bygger Botilbud Højmark og Botilbud Digevej.", "Botilbud Digevej"),
        ("Ansøgerkommune: Herlev. Deltagere: Aalborg.", "Ansøgerkommune: Herlev"),
    ],
)
def test_what_stands_for_another_project_or_applicant_is_found(text: str, found: str) -> None:
    assert words(text, HIGH, LOW) == [found]


def test_a_shortened_name_may_be_any() -> None:
    assert words("Projektet »Gulle…« forventes afsluttet den 1. december 2025.", *SIDES) == []


def test_paragraphs_that_have_changed_places_are_found() -> None:
    assert words("Projektet giver 18 pladser, heraf 6 efter § 107 og 12 efter § 108.") == [
        "6 efter § 107",
        "12 efter § 108",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("Der opføres 12 midlertidige pladser.", False), ("Der opføres 12 længerevarende boliger.", True)],
)
def test_the_kind_of_stay_is_held_against_the_law(text: str, *, found: bool) -> None:
    temporary = elmely(places=(replace(elmely().places[0], count=12),))
    assert bool(words(text, temporary)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Af pladserne får andre kommuner to tredjedele, og resten benytter kommunen selv.", True),
        ("Af pladserne får andre kommuner en tredjedel, og resten benytter kommunen selv.", False),
        ("Kommunens egne borgere får 75 pct. af pladserne.", True),
        ("Kommunens egne borgere får to tredjedele af pladserne.", False),
    ],
)
def test_what_the_municipality_keeps_is_the_rest(text: str, *, found: bool) -> None:
    assert bool(words(text)) is found
