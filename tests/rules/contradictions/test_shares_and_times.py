"""Shares, days, years and laws that a text says, and the table has not."""

import pytest

from botilbud_desktop.domain.application import Building
from tests.rules.contradictions.drafts import askely, elmely, words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("50 pct. af pladserne stilles til rådighed for andre kommuner.", "50 pct. af pladserne"),
        ("Andre kommuner får 25 % af de nye pladser.", "25 % af de nye pladser"),
        ("Hver fjerde plads er til andre kommuner.", "Hver fjerde plads"),
        ("Halvdelen af boligerne er forbeholdt naboerne.", "Halvdelen af boligerne"),
        ("4 af de 18 pladser er til rådighed for andre kommuner.", "4 af de 18 pladser"),
        ("Alle pladser udbydes til andre kommuner.", "Alle pladser"),
        ("Ifølge aftalen med Viborg og Randers får de to kommuner 40 pct. af pladserne.", "40 pct. af pladserne"),
        ("Andel til andre kommuner: 25 pct.", "25 pct."),
        ("12 af de 18 pladser er til andre kommuner.", "12 af de 18 pladser"),
        ("En ud af fire pladser står til rådighed for andre kommuner.", "En ud af fire pladser"),
        ("Kun én af sine atten pladser får Elmely solgt ud af huset.", "én af sine atten pladser"),
        ("Andre kommuner råder over 4 af de 18 pladser.", "4 af de 18 pladser"),
        ("Andre kommuner får seks pladser. Det er under 25 pct.", "under 25 pct."),
        ("67 pct. af pladserne er til andre kommuner.", "67 pct. af pladserne"),
    ],
)
def test_a_share_that_the_table_has_not(text: str, wrong: str) -> None:
    assert words(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "En tredjedel af pladserne er til andre kommuner.",
        "33 pct. af pladserne, svarende til 6 af 18, er til andre kommuner.",
        "Mindst 25 pct. af pladserne er til andre kommuner.",
        "To tredjedele af pladserne er til kommunens egne borgere.",
        "Efterspørgslen fra andre kommuner er steget med 30 pct.",
        "Taksten bliver 15 pct. lavere end i andre kommuner.",
        "60 pct. af brugerne er under 30 år, og ventetiden er vokset med 25 pct.",
        "8 af de 17 kommuner i regionen har samme problem.",
        "Et kvarter fra huset ligger centeret, som andre kommuner bruger.",
        "Alle kommuner i regionen er med.",
        "Vi har også 41 borgere fra andre kommuner i vores egne tilbud, svarende til 53 pct.",
        "Godt 40 pct. af dem er solgt til andre kommuner.",
        (
            "Hertil kommer Rebild 10 pladser med halvdelen til andre kommuner og "
            "Hobro 10 pladser med en fjerdedel til andre kommuner."
        ),
        "En ud af tre pladser står til rådighed for andre kommuner.",
        "En ud af fire kommuner har samme problem.",
        "Andre kommuners andel er et sted mellem en fjerdedel og halvdelen.",
        "Vi skønner, at de tre kommuner sparer 9 pct.",
        "12 af de 18 pladser er altså midlertidige, og 6 af de 18 er for andre kommuner.",
        "Sidste år blev 23 pct. af vore pladser solgt til andre kommuner.",
        "Skal 50 pct. af pladserne være til andre kommuner?",
        "Alle de nye pladser på nær tolv er til andre kommuner.",
    ],
)
def test_other_shares_contradict_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Byggeriet afsluttes den 30. november 2026.", "den 30. november 2026"),
        ("Projektet er færdigt 09.03.2026.", "09.03.2026"),
        ("Byggeriet er afsluttet i midten af juni 2026, hvorefter de første flytter ind.", "midten af juni 2026"),
        ("Pladserne tages i brug i 2027.", "2027"),
        ("Pladserne tages i brug i 1. kvartal 2026.", "1. kvartal 2026"),
        ("Ibrugtagning: 1. marts 2026", "1. marts 2026"),
        ("Aflevering Q1 2026.", "Q1 2026"),
        ("Kommunen får allerede i 2025 en udvidelse på 18 pladser.", "allerede i 2025"),
        ("Byggeriet begynder i marts 2025, men derfor sker udvidelsen først i 2027.", "først i 2027"),
    ],
)
def test_a_time_that_the_table_has_not(text: str, wrong: str) -> None:
    assert words(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Byggeriet afsluttes 30/9-26, og pladserne tages i brug den 1. oktober 2026.",
        "Pladserne tages i brug i 2. halvår 2026, senest ved udgangen af 2026.",
        "Pladserne tages i brug medio november 2026.",
        "Byggeriet begynder i marts 2025, og der er rejsegilde den 8. maj 2026.",
        "Byrådet vedtog projektet den 21. februar 2024.",
        "Kommunen tager sit nye journalsystem i brug den 1. april 2025.",
        "Hovedbygningen blev renoveret i 2004 og taget i brug i 2005.",
        "Pladserne kan tages i brug inden udgangen af 2026.",
        "Aalborg Kommune søger. Vejen Kommune åbner 14 pladser i marts 2025.",
        "Kan pladserne tages i brug i 2027?",
        "Pladserne tages ikke i brug i 2025.",
    ],
)
def test_other_times_contradict_nothing(text: str) -> None:
    assert words(text) == []


def test_places_may_come_in_stages() -> None:
    staged = elmely(places=(askely().places[0], *elmely().places))
    assert words("De første 5 pladser åbner i november 2025, de sidste 18 pladser i oktober 2026.", staged) == []
    assert words("Pladserne tages i brug i 2025.", elmely(completion_date=None)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Askely får 5 nye pladser efter servicelovens § 108.", ["servicelovens § 108"]),
        ("Pladserne oprettes efter almenboliglovens § 105.", ["almenboliglovens § 105"]),
        ("Der opføres 5 pladser jf. SEL § 66.", ["SEL § 66"]),
        ("Pladserne oprettes efter servicelovens §§ 107 og 108.", []),
        ("I dag får gruppen støtte efter § 85 og bor i boliger efter ABL § 105.", []),
        ("Området er udlagt i lokalplan nr. 108, jf. planlovens § 108.", []),
        ("De omdannes ikke fra pladser efter ABL § 105.", []),
        ("Kommunen har 31 pladser efter § 108 i dag.", []),
    ],
)
def test_a_law_that_the_table_has_not(text: str, wrong: list[str]) -> None:
    assert words(text, askely()) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Der er alene tale om ombygning af en eksisterende bygning.", True),
        ("Der er tale om nybyggeri.", False),
        ("Der renoveres også lidt i den eksisterende bygning ved siden af.", False),
    ],
)
def test_the_building_contradicts_where_the_words_leave_no_doubt(text: str, *, wrong: bool) -> None:
    assert bool(words(text)) is wrong
    assert words("Der er tale om nybyggeri.", elmely(building=Building.EXISTING_BUILDING)) == [
        "Der er tale om nybyggeri"
    ]
