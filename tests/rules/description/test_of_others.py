"""What others do, say or have, what was so before, what is asked or wished for: none of it is of the project."""

import pytest

from botilbud_desktop.rules.text_results import Coverage
from tests.rules.description.judged import covers, judged

PEOPLE = "Målgruppen er unge med ADHD. "


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "25 % (?) af pladserne stilles til rådighed for andre kommuner."),
        (3, "Spørg Lars om takstberegningen, før vi skriver, at det bliver billigere."),
        (6, "Teknisk forvaltning vurderer, om botilbuddet skal opføres eller renoveres."),
    ],
)
def test_note_to_a_colleague_is_no_answer(number: int, text: str) -> None:
    assert not covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "25 % (mindst) af pladserne stilles til rådighed for andre kommuner."),
        (3, "Spørgsmålet om takst er afklaret: Den bliver 8 pct. lavere end hos de private."),
    ],
)
def test_answer_near_a_note_is_one(number: int, text: str) -> None:
    assert covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "I den forrige ansøgning var 30 pct. af pladserne til rådighed for andre kommuner."),
        (2, "Andelen til andre kommuner var 30 pct. i det projekt, vi trak tilbage."),
        (2, "Forvaltningen foreslog 40 pct. til andre kommuner, men udvalget har bedt om en ny beregning."),
        (3, "I det forrige projekt regnede vi med en takst, der lå 10 pct. under de private."),
        (3, "Vi har i flere år arbejdet på at sænke taksterne på vores tilbud."),
        (4, "Vores første bud var 10 mio. kr. i lån i 2025 og 12 mio. kr. i 2026, men anlægssummen er ændret."),
        (5, "I sidste ansøgning stod der, at pladserne skulle tages i brug i juni 2026."),
        (6, "Vi har tidligere etableret nye pladser på Elmely."),
        (6, "Byrådet har tidligere besluttet at renovere Elmelys pladser."),
        (1, f"{PEOPLE}De 12 nye pladser fra sidste pulje er fyldt op."),
    ],
)
def test_plan_or_project_of_before_gives_nothing(number: int, text: str) -> None:
    assert not covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (6, "Bygningen har tidligere været skole og ombygges til 12 pladser."),
        (5, "Det første projekt, Havnehuset, tages i brug i maj 2026."),
    ],
)
def test_house_of_before_becomes_homes(number: int, text: str) -> None:
    assert covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, f"{PEOPLE}Nordstjernen i nabobyen udvider med 10 pladser."),
        (1, f"{PEOPLE}Et privat tilbud udvider med 8 pladser i byen."),
        (2, "KKR har peget på, at 30 pct. af pladserne skal gå til andre kommuner."),
        (2, "I lignende tilbud er det normalt, at 30 pct. af pladserne sælges til andre kommuner."),
        (2, "Nabokommunerne har brug for seks pladser om året."),
        (3, "KKR's rammeaftale siger, at taksterne skal sænkes med 1 pct. årligt."),
        (3, "Et tilsvarende projekt i Randers gav lavere takster."),
        (3, "En konsulentrapport fra 2022 viste, at stordrift kan give lavere takster."),
        (3, "Socialtilsynet mener, at taksten skal være lavere."),
        (3, "Andre kommuner har fået lavere takster ved at bygge selv."),
        (5, "Ibrugtagningen af naboens botilbud sker i april 2026."),
        (5, "Pladserne skal efter kriterierne være i brug inden 31. december 2026."),
        (6, "Flere kommuner har etableret nye pladser de seneste år."),
    ],
)
def test_what_others_do_or_ask_for_gives_nothing(number: int, text: str) -> None:
    assert not covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "Andre kommuner har adgang til 30 pct. af pladserne."),
        (2, "Fem af de 12 pladser går til nabokommunerne."),
        (3, "Projektet giver lavere takster, som KKR har ønsket."),
        (6, "Pladserne bygges fra grunden, som byrådet har ønsket."),
    ],
)
def test_what_others_get_or_wished_for_is_of_the_project(number: int, text: str) -> None:
    assert covers(number, text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi ville gerne sænke taksten, men det tillader økonomien ikke.",
        "Prissætningen er et vigtigt tema for kommunen, og vi vil gerne bidrage til lavere priser.",
        "Lavere takster ville være ønskeligt.",
        "De private tilbud er 20 pct. dyrere end de kommunale.",
        "Taksten for pladserne på Solgården er faldet, efter at vi slog nattevagterne sammen.",
        "Et fælles bestyrelsesmøde om prissætning holdes i juni.",
        "I 2023 brugte vi 61 mio. kr. på køb af pladser, hvoraf de 23 mio. kr. gik til private.",
        "Pris pr. plads i byggeriet er 2,1 mio. kr., hvilket er lavere end normalt.",
    ],
)
def test_wish_or_prices_as_they_are_help_nothing(text: str) -> None:
    assert not covers(3, text)


@pytest.mark.parametrize(
    "text",
    [
        "Taksten bliver lavere end hos de private, fordi vi deler nattevagt.",
        "De private tilbud er 20 pct. dyrere, end projektets takst bliver.",
        "De nye pladser er 20 pct. billigere end de private tilbud.",
        "Nabokommunerne vil gerne købe pladserne, fordi taksten bliver lavere end hos de private.",
    ],
)
def test_prices_of_the_project_help(text: str) -> None:
    assert covers(3, text)


def test_what_is_done_else_is_conditional() -> None:
    assert not covers(6, "Hvis grunden kan købes, opføres der nyt; ellers renoveres de gamle pladser.")
    assert covers(6, "Der opføres nyt; ellers måtte vi købe pladser hos private.")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "På Elmely er 30 pct. af pladserne til andre kommuner."),
        (2, "Bostedet Elmely, som ligger ved siden af, har 30 pct. af sine pladser til andre kommuner."),
        (3, "Taksten på Elmely ligger 14 pct. under den, de private tager."),
    ],
)
def test_house_that_is_no_project_gives_nothing(number: int, text: str) -> None:
    assert judged(text, ("Havnehuset",))[number].coverage is not Coverage.COVERED
    assert judged(text, ("Udvidelse af Elmely",))[number].coverage is Coverage.COVERED
    assert covers(number, text)  # the table does not tell what the project is called
