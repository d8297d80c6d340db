"""What was expected or is one of two ways, and growth of something else than places."""

import pytest

from tests.rules.description.judged import covers

PEOPLE = "Målgruppen er voksne med autisme. "


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, f"{PEOPLE}Vi forventede 12 nye pladser, men grunden viste sig for lille."),
        (2, "Andelen til andre kommuner skulle have været 30 pct."),
        (2, "30 pct. af pladserne – så vidt vi husker – er til andre kommuner."),
        (5, "Vores ønske er, at pladserne kan tages i brug i oktober 2026."),
        (6, "Der arbejdes med to spor: nybyggeri og renovering."),
        (6, "Der er i lokalplanen mulighed for at opføre nye boliger."),
    ],
)
def test_expectation_of_then_or_one_of_two_ways_is_no_answer(number: int, text: str) -> None:
    assert not covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, f"{PEOPLE}Vi forventer 12 nye pladser."),
        (2, "Andelen til andre kommuner er 30 pct."),
        (5, "Den forventede ibrugtagning af pladserne er oktober 2026."),
        (6, "Projektet er både nybyggeri og renovering."),
    ],
)
def test_expectation_of_now_is_an_answer(number: int, text: str) -> None:
    assert covers(number, text)


@pytest.mark.parametrize(
    "growth", ["Projektet udvider åbningstiden fra 8 til 12 timer", "Personalet øges fra 20 til 30"]
)
def test_more_hours_or_hands_are_no_places(growth: str) -> None:
    assert not covers(1, f"{PEOPLE}{growth}.")
    assert covers(1, f"{PEOPLE}Tilbuddet udvides fra 20 til 30.")


@pytest.mark.parametrize(
    "text",
    [
        "Vi deltager i KKR's arbejde med at nedbringe taksterne.",
        "Taksterne sænkes i forvejen hvert år med 1 pct. efter rammeaftalen.",
        "Takstberegningen vedlægges, når den er lavet; vi forventer et fald.",
        "Kommunen sparer udgifter til transport, da tilbuddet ligger tættere på.",
    ],
)
def test_work_of_others_or_other_costs_help_no_prices(text: str) -> None:
    assert not covers(3, text)


@pytest.mark.parametrize("whose", ["I 2025 har kommunen lån for", "Kommunens samlede låneramme er"])
def test_all_loans_of_the_municipality_are_not_the_one_applied_for(whose: str) -> None:
    assert not covers(4, f"{whose} 50 mio. kr. i 2025 og 60 mio. kr. i 2026.")


def test_house_for_children_is_none_of_the_project() -> None:
    assert not covers(5, "Det nye børnehus åbner i maj 2026.")
    assert covers(5, "Det nye botilbud åbner i maj 2026.")


@pytest.mark.parametrize(
    ("number", "text", "following"),
    [
        (2, "30 pct. af pladserne er til andre kommuner.", "For Birkely er andelen endnu ikke aftalt."),
        (5, "Pladserne tages i brug i maj 2026.", "Vi vil gerne i gang.\n\nFor Birkely kendes datoen ikke."),
    ],
)
def test_what_is_open_by_its_bare_name_casts_doubt(number: int, text: str, following: str) -> None:
    assert covers(number, text)
    assert not covers(number, f"{text} {following}")


@pytest.mark.parametrize(
    ("number", "text", "following"),
    [
        (2, "30 pct. af pladserne er til andre kommuner.", "Andelen af unge kendes ikke."),
        (5, "Pladserne tages i brug i maj 2026.", "Datoen for rejsegildet kendes ikke."),
    ],
)
def test_open_share_or_date_of_something_else_does_not(number: int, text: str, following: str) -> None:
    assert covers(number, f"{text}\n\n{following}")
