"""The expansion with its target group, and whether places are new: each wording beside one that gives nothing."""

import pytest

from tests.rules.description.judged import covers

EXPANSIONS = (
    (
        "Projektet udvider kapaciteten med 19 pladser til voksne med autisme.",
        "Kommunen har i dag 19 pladser til voksne med autisme.",
    ),
    (
        "Der etableres otte nye botilbudspladser. Målgruppen er borgere med demens.",
        "Der etableres nye botilbudspladser. Målgruppen er borgere med demens.",
    ),
    (
        "Kapaciteten øges fra 20 til 28 pladser for unge, der ikke kan bo alene.",
        "Kapaciteten øges for unge, der ikke kan bo alene.",
    ),
    (
        "Vi bygger ni boliger til mennesker med udadreagerende adfærd.",
        "Vi bygger ni boliger. Målgruppen er ikke fastlagt.",
    ),
    (
        "Udvidelse: 12 pladser\nMålgruppe: Voksne med sindslidelse",
        "Udvidelse: XX pladser\nMålgruppe: Voksne med sindslidelse",
    ),
    (
        "Projektet giver 15 pladser efter § 107 til borgere med hjerneskade.",
        "Projektet giver pladser efter § 107 til borgere med hjerneskade.",
    ),
    ("Huset får plads til otte borgere med epilepsi.", "Otte borgere med epilepsi står på venteliste til en plads."),
)
BUILDINGS = (
    ("Der er tale om nyetablering af pladser.", "Nyetablering eller renovering: afklares senere"),
    ("Pladserne opføres som nybyggeri.", "Bygningen er opført i 1974."),
    ("Det tidligere plejehjem renoveres til botilbudspladser.", "Tilkørselsvejen renoveres samtidig."),
    (
        "Der er ikke tale om renovering, men om nybyggeri af boliger.",
        "Det er ikke afgjort, om der er tale om renovering eller nybyggeri.",
    ),
    ("Dels renoveres 4 pladser, dels nyetableres 6 pladser.", "Pladserne enten renoveres eller nyetableres."),
    ("Vi bygger et nyt botilbud på bar mark.", "Vi bygger bro mellem ny viden og praksis."),
    ("Ejendommen ombygges, så de eksisterende pladser bevares.", "Ejendommen blev ombygget i 2015."),
    ("Pladserne er nye.", "Reglerne er nye, og møblerne er nye."),
)


@pytest.mark.parametrize(
    ("number", "text"), [*((1, text) for text, _ in EXPANSIONS), *((6, text) for text, _ in BUILDINGS)]
)
def test_what_is_asked_for_is_found(number: int, text: str) -> None:
    assert covers(number, text)


@pytest.mark.parametrize(
    ("number", "text"), [*((1, text) for _, text in EXPANSIONS), *((6, text) for _, text in BUILDINGS)]
)
def test_what_gives_nothing_is_not_said_to_give_it(number: int, text: str) -> None:
    assert not covers(number, text)
