"""Numbers of parts, of before and of others, which contradict nothing, beside the project's, which do."""

import pytest

from tests.rules.contradictions.drafts import SEL_108, askely, elmely, words
from tests.rules.samples import group

LATE = askely(places=(group(5, SEL_108),))
"""A second project under § 108, with its places in the first year."""


@pytest.mark.parametrize(
    "text",
    [
        "Elmely opføres i to huse med hhv. 8 og 10 pladser.",
        "Elmely bygges som to huse, et med 7 og et med 11 pladser.",
        "Aalborg Kommune har siden 2019 udvidet fra 38 til 51 pladser.",
        "Kapaciteten er de sidste år vokset fra 38 til 51 pladser.",
        "Vi voksede i de år fra 38 til 51 pladser.",
        "Ca. 24 pct. af beboerne på kommunens tilbud kommer fra nabokommuner.",
        "Hver tredje plads er til andre kommuner, mens 40 pct. af borgerne i vores tilbud er fra andre kommuner.",
        "Vi kan tilbyde de to nabokommuner faste pladser på treårige aftaler.",
        "Projektet består af to nybyggerier, hvor alle pladser er nyetablerede.",
        "Byggeriet ligger på tre matrikler, når alle pladser er taget i brug.",
        "Der opføres 19 boliger i alt, hvor den ene er en aflastningsplads, som ikke er med i projektet.",
        "Gug-projektet (9 pladser, 19,9 mio. kr.) afsluttes i maj 2025.",
        "Kommunens øvrige projekt på Strandvej (6 pladser, 14,8 mio. kr., klar 1. maj 2025) er ikke med.",
        "Kommunens andre initiativer giver yderligere 12 pladser efter 2026.",
    ],
)
def test_it_is_of_a_part_or_of_something_else(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Til de to projekter søges 8,0 mio. kr. i 2025 til det ene (0 kr. i 2026).",
        "Elmely giver 18 pladser i 2026, og Askely giver 5 pladser i 2025.",
        "Askely drives efter § 108, og Elmely efter §§ 107 og 108.",
        "§ 108-tilbuddet Askely er til unge.",
        "Først får vi Elmely. Året før kommer 5 pladser på Askely.",
    ],
)
def test_it_is_of_one_of_two(text: str) -> None:
    assert words(text, elmely(), LATE) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Året efter følger 12 pladser på Askely.", "12 pladser"),
        ("Så kommer der 9 pladser på Askely, som er til unge.", "9 pladser"),
        ("Askelys 9 pladser deler køkken med skolen.", "9 pladser"),
        ("Elmely giver 18 pladser i 2025, og Askely giver 5 pladser.", "18 pladser i 2025"),
        ("Askely giver 5 pladser i 2026 (SEL § 108, borgere med epilepsi).", "5 pladser i 2026"),
        ("§ 107-tilbuddet Askely er til unge.", "§ 107"),
        ("Askely opføres udelukkende efter servicelovens § 107 og bliver for voksne.", "§ 107"),
        ("Askely drives alene efter SEL § 107.", "§ 107"),
    ],
)
def test_what_is_told_of_a_named_project_is_held_against_it(text: str, found: str) -> None:
    assert [word for word in words(text, elmely(), LATE) if found in word]


def test_the_whole_loan_in_a_year_needs_no_verb() -> None:
    assert words("Vi ønsker hele lånebeløbet i 2025.")
    assert words("Vi ønsker hele lånet alene i 2026.")
    assert words("Vi ønsker hele lånebeløbet i 2025.", askely()) == []
    assert words("Vi ønsker hele lånebeløbet i 2025 og 2026.") == []
    assert words("Vi har ikke brug for hele lånet i 2025, men deler det.") == []
    assert words("Af hele lånet i 2025, 8,0 mio. kr., går det meste til grunden.") == []


def test_the_project_may_still_grow_by_more_than_the_table_has() -> None:
    assert words("Kapaciteten udvides fra 38 til 60 pladser.") == ["fra 38 til 60"]
    assert words("Elmely og Askely får hhv. 18 og 9 pladser.", elmely(), LATE) == ["9 pladser"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De første år skal 24 af pladserne bruges af borgere med spiseforstyrrelse.", ["24 af pladserne"]),
        ("De første år skal 12 af pladserne bruges af borgere med spiseforstyrrelse.", []),
        ("Elmely er nyt. Kommunen har i dag 42 pladser, og 24 af pladserne er efter § 108.", []),
        ("Forventet i drift: efteråret 2027", ["efteråret 2027"]),
        ("Forventet i drift: efteråret 2026", []),
        ("Vi er færdige med at bygge den 1. december 2026.", ["den 1. december 2026"]),
        ("Vi er færdige med at bygge den 30. september 2026.", []),
        ("Vi er færdige med at bygge grundmuren den 1. marts 2026.", []),
        ("Vi er færdige med høringen den 1. marts 2025.", []),
    ],
)
def test_parts_and_times_by_their_label(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_short_word_of_a_name_is_not_the_beginning_of_others() -> None:
    mark, lide = elmely(name="Botilbud Gug Mark"), askely(name="Botilbud Bjerre Lide", places=LATE.places)
    assert words("§ 105-tilbuddet Gug Mark er til mennesker med psykisk lidelse.", mark, lide) == ["§ 105"]
    assert words("Lides 9 pladser er til unge.", mark, lide) == ["9 pladser"]


def test_rows_below_a_projects_heading_are_of_it() -> None:
    rows = "I: Elmely\nPladser: 18 i et nyt hus\nMålgruppe: voksne med autisme\nTil andre kommuner: {}"
    assert words(rows.format("2 af de 18"), elmely(), LATE) == ["2 af de 18"]
    assert words(rows.format("6 af de 18"), elmely(), LATE) == []
