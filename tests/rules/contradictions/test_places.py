"""Numbers of places that a text says, and the table has not."""

import pytest

from botilbud_desktop.domain.application import CapacityToday, LegalBasis
from tests.rules.contradictions.drafts import askely, contradictions, draft, elmely, words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Projektet udvider kapaciteten med 19 pladser.", "19 pladser"),
        ("Projektet omfatter i alt nitten nye døgnpladser.", "nitten nye døgnpladser"),
        ("Kommunen opfører 17 nye boliger til unge med autisme.", "17 nye boliger"),
        ("Fire af de 16 pladser er til borgere med autisme.", "16 pladser"),
        ("De 20 pladser, som kommer til, får hver sin lejlighed.", "20 pladser"),
        ("De første ti pladser åbner i maj og de næste otte i juni, i alt 19 nye pladser.", "19 nye pladser"),
        ("Der etableres 13 pladser efter § 107 og 6 pladser efter § 108.", "13 pladser"),
        ("Kapaciteten hæves fra 47 til 66 pladser.", "fra 47 til 66"),
        ("Huset får plads til 21 borgere.", "21 borgere"),
        ("Nye pladser: 19", "19"),
        ("To af dem er til unge. Et halvt dusin af de 15 nye boliger er til voksne.", "15 nye boliger"),
        ("Seks af pladserne er til rådighed for andre kommuner.", ""),
        ("Andre kommuner får 4 pladser.", "4 pladser"),
    ],
)
def test_a_number_of_places_that_the_table_has_not(text: str, wrong: str) -> None:
    assert words(text) == [wrong] * bool(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Projektet udvider kapaciteten med 18 pladser, 12 efter § 107 og 6 efter § 108.",
        "Der opføres mellem 16 og 20 nye pladser.",
        "Der opføres ca. 17 nye pladser.",
        "4 af de 18 pladser er til unge, og heraf er 2 pladser til aflastning.",
        "Kapaciteten hæves fra 47 til 65 pladser.",
        "Kommunen har i dag 31 pladser efter § 108.",
        "Kommunen køber 37 pladser hos private.",
        "I 2021 fik kommunen 12 nye pladser på Sønæs.",
        "Vejen Kommune bygger selv 14 pladser til en anden gruppe.",
        "Der anlægges 24 parkeringspladser.",
        "Det nordlige hus rummer 10 pladser og det sydlige 8 pladser.",
        "Projektet giver 7 pladser til unge.\nDer opføres 11 pladser til voksne.",
        "6 pladser er til andre kommuner.",
        "Kan vi nå op på 19 pladser?",
        "Der udvides ikke med 19 pladser.",
        "Gennemsnitsprisen for de 118 købte pladser er 4.420 kr. i døgnet.",
        "Der opføres 18 boliger på 42 m2 med 24 ansatte.",
    ],
)
def test_other_numbers_of_places_contradict_nothing(text: str) -> None:
    assert words(text) == []


def test_an_empty_table_contradicts_nothing() -> None:
    assert words("Projektet udvider kapaciteten med 19 pladser.", elmely(places=())) == []
    assert words("Projekterne giver tilsammen 40 pladser.", elmely(), askely(places=())) == []


def test_several_projects_are_told_apart_by_their_names() -> None:
    both = elmely(), askely()
    assert words("Elmely får 18 nye pladser, og Askely får 5. Det er i alt 23 nye pladser.", *both) == []
    assert words("Projekterne giver tilsammen 24 nye pladser.", *both) == ["24 nye pladser"]
    assert words("Elmely\nDer opføres 18 nye pladser.\n\nAskely\nDer indrettes 6 nye pladser.", *both) == [
        "6 nye pladser"
    ]


def test_a_dozen_is_twelve() -> None:
    assert words("Et dusin nye boliger rejses i Nørresundby.", askely()) == ["dusin nye boliger"]
    assert words("Et dusin nye boliger rejses i Nørresundby.") == []


def test_places_that_close_are_subtracted() -> None:
    closing = elmely(places_closed_elsewhere=4)
    assert words("Kapaciteten udvides netto med 14 pladser, når der lukkes 4 pladser på Sønæs.", closing) == []


def test_a_split_that_is_not_decided_is_either() -> None:
    open_ = elmely(places=(elmely().places[0].model_copy(update={"legal_basis": LegalBasis.SEL_107_108, "count": 8}),))
    assert words("Der etableres 3 pladser efter § 107 og 5 pladser efter § 108, i alt 8 pladser.", open_) == []


def test_the_capacity_of_today_is_no_expansion() -> None:
    today = elmely(capacity_today=(CapacityToday(legal_basis=LegalBasis.SEL_107, count=11),))
    assert words("I dag findes der 11 pladser efter § 107.", today) == []


def test_both_places_are_named_and_lead_to_the_value() -> None:
    [found] = contradictions(draft("Vi udvider med 19 pladser.", elmely(), askely()))
    assert found.message == (
        "Den samlede beskrivelse siger »19 pladser«, men projekterne tilsammen har 23 pladser i tabellen. "
        "Ret det ene, hvis de handler om det samme."
    )
    [found] = contradictions(draft("Vi udvider med 19 pladser."))
    assert (found.field, found.span, found.other) == ("description", (15, 25), "projects[0].places")
