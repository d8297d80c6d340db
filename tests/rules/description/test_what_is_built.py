"""What is built or renovated must be homes, and by this project: content 6; and near kinds of the other contents."""

import pytest

from botilbud_desktop.rules.text_results import Coverage
from tests.rules.description.judged import covers, judged

PEOPLE = "Målgruppen er unge med ADHD. "


@pytest.mark.parametrize(
    "text",
    [
        "Køkkenet på botilbuddet renoveres.",
        "Botilbuddets have renoveres, og der bygges et nyt orangeri.",
        "Facaden på bostedet istandsættes i samme ombæring.",
        "Fællesstuen og kontoret i tilbuddet moderniseres.",
        "Vi bygger et nyt værksted til beboerne.",
        "Der opføres et aktivitetshus ved siden af bostedet.",
        "Der bygges en ny indgang til bostedet.",
        "Taget på huset skal renoveres i 2025.",
        "Der nyetableres en lægeordning på bostedet.",
        "I bydelen opføres 200 nye boliger til familier.",
        "Når vi bygger, inddrager vi beboerne og de pårørende.",
        "Vi renoverer løbende vores botilbud.",
        "Hvert år renoveres fire boliger på bostedet for driftsmidler.",
        "Nybyggeri af botilbud er dyrt i vores del af landet.",
    ],
)
def test_part_of_a_house_or_a_habit_is_no_kind_of_building(text: str) -> None:
    assert not covers(6, text)


@pytest.mark.parametrize(
    "text",
    [
        "Boliger med eget bad og køkken opføres på marken bag bostedet.",
        "Køkkener og bade i de 12 boliger renoveres.",
        "Botilbuddet opføres med have og orangeri.",
        "Huset renoveres, så de 12 pladser ikke går tabt.",
        "Det tidligere plejehjem gøres om til 16 botilbudspladser.",
        "Huset står tomt, og vi laver det om til ti botilbudspladser.",
        "Kommunen køber en ejendom og gør den til botilbud med 9 pladser.",
        "I den tomme kontorbygning laver vi 12 pladser.",
        "Pladserne har ikke eksisteret før.",
        "Pladserne findes ikke i dag, men etableres med projektet.",
        "Det er 100 pct. nye pladser.",
        "Der etableres 10 pladser, som er nye i kommunens samlede kapacitet.",
        "10 nyetablerede pladser (§§ 107/108) i de tomme stationsbygninger.",
    ],
)
def test_homes_that_are_built_or_made_of_a_house_are(text: str) -> None:
    assert covers(6, text)


@pytest.mark.parametrize(
    "text",
    [
        "50 pct. af pladserne i deres projekt er til andre kommuner.",
        "De 16 pladser er til rådighed for andre kommuner i det omfang, de er ledige.",
        "25 pct. af pladserne er på papiret til andre kommuner.",
        "Mange af pladserne er til andre kommuner, og 25 pct. af dem er til unge.",
    ],
)
def test_places_of_others_or_when_free_are_no_share(text: str) -> None:
    assert not covers(2, text)


def test_part_of_what_is_for_others_is_told_from_the_part_for_them() -> None:
    assert covers(2, "Der er 16 pladser til andre kommuner og os selv, og 25 pct. af dem er til andre kommuner.")


@pytest.mark.parametrize(
    "text",
    [
        "KKR har besluttet, at taksterne på området skal falde med 1 pct. om året.",
        "Entreprenøren har givet en pris, der er 8 pct. lavere end markedet.",
        "Flere pladser giver højere udgifter til drift.",
        "Der er stor konkurrence om pladserne, og taksten er 2.900 kr.",
        "Takster og priser følger den gældende lovgivning om omkostningsbestemte takster.",
        "Vi har et fælles takstsystem i regionen.",
        "Taksten i budget 2024 blev reduceret med 3 pct.",
        "Taksten kender vi først, når budgettet er lagt, men konkurrencen er hård.",
    ],
)
def test_prices_of_others_and_systems_help_nothing(text: str) -> None:
    assert not covers(3, text)


@pytest.mark.parametrize(
    "text",
    [
        "Pladserne giver konkurrence til de private og dermed lavere takster.",
        "Flere pladser giver lavere udgifter pr. plads.",
        "Kommunerne og vi får en fælles takstmodel, hvor prisen kan sammenlignes.",
    ],
)
def test_ways_of_the_project_help(text: str) -> None:
    assert covers(3, text)


def test_places_for_trainees_are_no_homes() -> None:
    assert not covers(1, f"{PEOPLE}Vi etablerer 12 praktikpladser.")
    assert not covers(1, f"{PEOPLE}I KKR er der aftalt 40 nye pladser i regionen.")
    assert covers(1, f"{PEOPLE}Vi etablerer 12 botilbudspladser.")


@pytest.mark.parametrize("loan", ["Almene boliger finansieres med lån på", "Grundkapitallånet er på"])
def test_loan_for_other_homes_is_not_the_one_applied_for(loan: str) -> None:
    assert not covers(4, f"{loan} 10 mio. kr. i 2025 og 12 mio. kr. i 2026.")
    assert covers(4, "Lånet er på 10 mio. kr. i 2025 og 12 mio. kr. i 2026.")


@pytest.mark.parametrize(
    "text",
    [
        "Mosedebo er et nyt botilbud til unge.",
        "Mosedebo opføres på en grund ved stationen.",
        "Mosedebo opføres på arealet bag idrætshallen.",
    ],
)
def test_project_by_its_name_is_homes(text: str) -> None:
    assert judged(text, ("Mosedebo",))[6].coverage is Coverage.COVERED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mosedebo", "Solgården er et nyt botilbud til unge."),
        ("Mosedebo", "Solgården opføres på en grund ved stationen."),
        ("Mosedebo", "Ved siden af Mosedebo opføres en ny idrætshal."),
        ("Mosedebo", "Mosedebo har behov for nye pladser."),
    ],
)
def test_other_name_or_a_hall_is_not(name: str, text: str) -> None:
    assert judged(text, (name,))[6].coverage is not Coverage.COVERED


def test_two_words_answer() -> None:
    assert covers(6, "Nye pladser, ingen renovering.")
    assert not covers(6, "Nye pladser i kommunen, ingen ledige.")
