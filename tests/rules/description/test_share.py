"""The share for other municipalities, each wording with one in almost the same words that gives nothing."""

import pytest

from tests.rules.description.judged import covers

PAIRS = (
    (
        "25 pct. af pladserne er til rådighed for andre kommuner.",
        "XX pct. af pladserne er til rådighed for andre kommuner.",
    ),
    (
        "5 af de 19 pladser stilles til rådighed for andre kommuner.",
        "Nogle af de 19 pladser stilles til rådighed for andre kommuner.",
    ),
    ("Hver fjerde plads er forbeholdt øvrige kommuner.", "Hver fjerde borger kommer fra øvrige kommuner i dag."),
    (
        "To tredjedele af pladserne udbydes til nabokommuner.",
        "To tredjedele af vores udgifter går til køb i nabokommuner.",
    ),
    (
        "Samtlige pladser er til rådighed for andre kommuner.",
        "Samtlige kommuner i regionen er orienteret om pladserne.",
    ),
    (
        "Halvdelen af boligerne reserveres til andre kommuner.",
        "Halvdelen af boligerne renoveres, og andre kommuner er orienteret.",
    ),
    ("Andel til andre kommuner: 50 %", "Andel til andre kommuner: oplyses senere"),
    (
        "Pladserne er også for andre kommuner. Vi regner med 25 pct.",
        "Pladserne er også for andre kommuner. Vi regner med at drøfte andelen.",
    ),
    (
        "Ikke mindst 25 pct. af pladserne reserveres til andre kommuner.",
        "Ikke 25 pct. af pladserne reserveres til andre kommuner.",
    ),
    (
        "Pladserne er ikke alene til egne borgere, men også til andre kommuner: 40 pct. af pladserne er til dem.",
        "Pladserne er ikke til andre kommuner, selv om 40 pct. af pladserne er ledige.",
    ),
    (
        "Mindst 5 pladser er øremærket andre kommuner.",
        "Andre kommuner har spurgt til pladserne, og vi opfører 5 pladser.",
    ),
    (
        "Vi reserverer 30 pct. af pladserne til borgere fra andre kommuner.",
        "Efterspørgslen fra andre kommuner er steget med 30 pct.",
    ),
    (
        "Af pladserne er 25 pct. til rådighed for andre kommuner, når tilsagnet er givet.",
        "Andelen til andre kommuner afventer drøftelse i KKR, men 25 pct. har været nævnt.",
    ),
    (
        "75 pct. er til egne borgere, resten er til rådighed for andre kommuner.",
        "75 pct. er til egne borgere og ikke til rådighed for andre kommuner.",
    ),
    ("Andre kommuner får fire af de 15 pladser.", "I dag køber andre kommuner fire af de 15 pladser på Skovly."),
    (
        "De 8 pladser er alle til rådighed for andre kommuner.",
        "Puljens krav om 25 pct. til andre kommuner er kommunen bekendt med.",
    ),
    (
        "100 procent af kapaciteten stilles til rådighed for øvrige kommuner.",
        "Vi kan endnu ikke oplyse, om 100 procent af kapaciteten stilles til rådighed for øvrige kommuner.",
    ),
    (
        "Det forventes, at 25 pct. af pladserne sælges til andre kommuner.",
        "Det forventes ikke, at 25 pct. af pladserne sælges til andre kommuner.",
    ),
)


@pytest.mark.parametrize("text", [text for text, _ in PAIRS])
def test_a_share_is_found(text: str) -> None:
    assert covers(2, text)


@pytest.mark.parametrize("text", [text for _, text in PAIRS])
def test_what_gives_no_share_is_not_said_to_give_it(text: str) -> None:
    assert not covers(2, text)
