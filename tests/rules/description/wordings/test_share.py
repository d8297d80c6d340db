"""Wordings of the share for other municipalities, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Mindst 25 pct. af de nye pladser vil være til rådighed for andre kommuner.",
    "En tredjedel af pladserne forventes solgt til andre kommuner.",
    "Vi stiller 4 af de 12 pladser til rådighed for omkringliggende kommuner.",
    "Tilbuddet er åbent for alle kommuner i landsdelen, og halvdelen af pladserne holdes fri til dem.",
    "Andre kommuner kan købe tre af de ti pladser.",
    "Andel til andre kommuner: 30 pct.",
    "Andel af pladserne til rådighed for andre kommuner: 5 ud af 18 (28 %)",
    "Hver tredje bolig reserveres til borgere fra andre kommuner.",
    "Det forventes, at 40 % af kapacitetsudvidelsen stilles til rådighed for andre kommuner.",
    "Samtlige nye pladser udbydes til kommunerne i regionen.",
    "Alle 14 pladser kan benyttes af andre kommuner.",
    "Der reserveres 6 pladser, svarende til 50 pct., til nabokommunerne.",
    "Af de 16 pladser er fire øremærket til borgere fra andre kommuner.",
    "Heraf er to pladser forbeholdt andre kommuner.",
    "Andre kommuners borgere får adgang til 35 pct. af pladserne.",
    "Fordelingen bliver 70/30: 70 pct. til egne borgere og 30 pct. til borgere fra andre kommuner.",
    "60 pct. af pladserne anvendes af kommunen selv, mens 40 pct. sælges til andre kommuner.",
    "En fjerdedel af botilbuddet er tiltænkt borgere fra omegnskommunerne.",
    "Hjørring og Brønderslev kommuner får hver to af de ni pladser.",
    "3 pladser (25 pct.) sættes til salg til andre kommuner i KKR-regi.",
    "Kommunen bruger selv 6 af de 9 pladser, og de sidste 3 er til rådighed for andre kommuner.",
    "Vi binder os til, at mindst 5 pladser altid kan købes af andre kommuner.",
    "Pladserne udbydes på Tilbudsportalen; 45 procent ventes belagt af andre kommuner.",
    "Andre kommuner tilbydes 1/3 af pladserne.",
    "Tre fjerdedele af pladserne er til borgere, der er visiteret af andre kommuner.",
    "Af hensyn til det mellemkommunale samarbejde er 8 ud af 20 pladser afsat til andre kommuner.",
    "Minimum hver fjerde plads vil kunne benyttes af andre kommuner end Aalborg.",
    "25 pct. (svarende til 3 pladser) skal være til rådighed for andre kommuner.",
    "Vi har aftalt med nabokommunerne, at de råder over 5 af de 15 pladser.",
    "Tilbuddet er landsdækkende, og 100 % af pladserne kan købes af andre kommuner.",
    "Kommunerne omkring os får førsteret til syv af de tyve pladser.",
    "Botilbuddet stiller to ud af otte pladser til rådighed for andre.",
    "Hvor stor en andel er til andre kommuner? 33 pct.",
    "50 pct. af pladserne, svarende til 4 af 8 pladser, forventes at være til rådighed for andre kommuner.",
    "Pladserne fordeles, så 6 er til værtskommunen, og 3 er til rådighed for andre kommuner.",
)
NOT_GIVEN = (
    "Pladserne vil også kunne købes af andre kommuner.",
    "En del af pladserne forventes at være til rådighed for andre kommuner.",
    "Et passende antal pladser stilles til rådighed for andre kommuner.",
    "Kommunen køber i dag 25 pct. af sine pladser i andre kommuner.",
    "I dag er 6 af 20 pladser på Skovbo belagt af borgere fra andre kommuner.",
    "Andelen til andre kommuner er ikke fastlagt, men vil være mindst 25 pct. efter reglerne.",
    "25 pct. af udgiften betales af andre kommuner.",
    "Projektet er drøftet med 5 af de 11 kommuner i KKR.",
    "Tre kommuner har tilkendegivet, at de vil købe pladser.",
    "Hvor stor en andel kan andre kommuner få? Måske 25 pct.",
    "Der indgås aftaler med andre kommuner om brug af pladserne. Kommunens egen andel af finansieringen er 40 pct.",
    "Andre kommuner efterspørger pladser, og efterspørgslen er vokset 25 pct.",
    "Halvdelen af kommunerne i regionen har samme behov for pladser.",
    "Ventelisten tæller 12 borgere, heraf 4 fra andre kommuner.",
    "Alle kommuner kan henvende sig om pladserne.",
    "Vi vil gerne drøfte med andre kommuner, om de kan bruge 25 pct. af pladserne.",
    "Vi arbejder på en aftale, hvor 25 pct. af pladserne går til andre kommuner.",
    "Pladserne er forbeholdt kommunens egne borgere; 0 pct. er til andre kommuner.",
    "Det kan blive aktuelt at sælge en fjerdedel af pladserne til andre kommuner.",
    "50 pct. af pladserne har eget køkken, og andre kommuner er velkomne.",
    "12 pladser er nye, og andre kommuner er orienteret om dem.",
    "Projektet giver 12 pladser, som andre kommuner også kan bruge.",
    "Private opholdssteder sælger 60 pct. af deres pladser til andre kommuner.",
    "Tidligere stillede vi 25 pct. af pladserne til rådighed for andre kommuner.",
    "Puljen forudsætter, at 25 pct. af pladserne er til rådighed for andre kommuner.",
    "Andel til andre kommuner: __ pct. af pladserne",
    "Ifølge kriterierne skal minimum 25 pct. af pladserne være til rådighed for andre kommuner.",
    "Kommunen og andre kommuner har sammen 25 pct. flere borgere med behov for pladser end i 2020.",
    "Pladserne tilbydes andre kommuner, når egne borgere er tilgodeset.",
    "Hvis KKR godkender det, er 30 pct. af pladserne til andre kommuner.",
    "I det eksisterende hus er 3 af de 8 pladser solgt til andre kommuner.",
    "Ved overbelægning kan 25 pct. af pladserne midlertidigt lånes af andre kommuner.",
    "Hvordan 25 pct. af pladserne bliver til rådighed for andre kommuner, er endnu ikke besluttet.",
    "Om 25 pct. af pladserne bliver til rådighed for andre kommuner, ved vi efter sommeren.",
    "5 af de 13 kommuner i samarbejdet har bedt om at bruge tilbuddet.",
    "Andre kommuner\nEn tredjedel af pladserne er til borgere under 30 år.",
    "Andre kommuner kan bruge 25 pct. af pladserne. Tallet er dog kun et oplæg.",
    "[HT: 25 pct. af pladserne til andre kommuner]",
    "KKR har anbefalet, at en tredjedel af pladserne går til andre kommuner.",
    "Andre kommuner har brug for 5 af de 12 pladser.",
    "På vores øvrige tilbud er 35 pct. af pladserne til andre kommuner.",
    "4 af de 12 pladser bruges til at hjemtage borgere fra andre kommuner.",
    "25 pct. af regionens pladser er til rådighed for andre kommuner.",
    "Det bliver nok 25 pct. af pladserne, der går til andre kommuner.",
    "Siger byrådet ja, stilles 25 pct. af pladserne til rådighed for andre kommuner.",
    "Region Nordjylland råder over 25 pct. af pladserne.",
    "På Fyn er 35 pct. af pladserne allerede solgt til andre kommuner.",
    "Vi stiller vores erfaringer til rådighed for andre kommuner, 100 pct. gratis.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(2, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(2, text)
