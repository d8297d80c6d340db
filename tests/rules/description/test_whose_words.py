"""Whose words a sentence is: the ministry's, a neighbour's, one project's of several, or none that is decided."""

import pytest

from botilbud_desktop.rules.text_results import Coverage
from tests.rules.description.judged import covers, judged
from tests.rules.samples import ROUND

TWO = ("Kastanjehuset", "Birkely")


@pytest.mark.parametrize("criterion", [criterion.text for criterion in ROUND.criteria])
def test_a_pasted_criterion_covers_nothing(criterion: str) -> None:
    assert {content.coverage for content in judged(criterion).values()} & {Coverage.COVERED} == set()


def test_a_pasted_point_without_its_number_or_its_end_covers_nothing() -> None:
    text = "- Angivelse af, hvor stor en andel af kapacitetsudvidelsen, der forventes til rådighed for andre kommuner"
    assert not covers(2, text)


def test_an_answer_below_or_behind_a_pasted_point_covers_it() -> None:
    point = ROUND.required_contents[1].text
    assert covers(2, f"2. {point}\n25 pct. af pladserne.")
    assert covers(2, f"2. {point} 25 pct. af pladserne.")


def test_what_a_neighbour_does_is_not_the_applicants() -> None:
    assert covers(5, "Aalborg Kommune åbner pladserne i marts 2026.")
    assert not covers(5, "Herning Kommune åbner pladserne i marts 2026.")


def test_neighbours_by_name_may_use_the_places() -> None:
    assert covers(2, "5 af de 13 pladser reserveres til Thisted og Rebild.")
    assert not covers(2, "5 af de 13 pladser reserveres til Aalborg Kommune.")


def test_scenarios_are_no_project() -> None:
    one = "Scenarie A: Pladserne tages i brug i marts 2026."
    assert covers(5, one)
    assert not covers(5, f"{one}\nScenarie B: Grunden sælges.")


def test_a_content_must_be_given_for_each_project() -> None:
    text = "Kastanjehuset tages i brug 1. marts 2026."
    lacking = judged(text, TWO)[5]
    assert lacking.coverage is Coverage.UNCERTAIN
    assert "»Birkely«" in lacking.reason
    assert judged(f"{text} Birkely åbner 1. maj 2026.", TWO)[5].coverage is Coverage.COVERED
    assert judged("Begge tilbud tages i brug 1. marts 2026.", TWO)[5].coverage is Coverage.COVERED


def test_a_heading_names_the_project_of_what_stands_below() -> None:
    one = "Kastanjehuset\nPladserne tages i brug 1. marts 2026."
    assert judged(f"{one}\n\nBirkely\nIbrugtagning afventer.", TWO)[5].coverage is Coverage.UNCERTAIN
    assert judged(f"{one}\n\nBirkely\nIbrugtagning: 1. maj 2026", TWO)[5].coverage is Coverage.COVERED


def test_a_sentence_of_one_project_that_it_does_not_name_is_uncertain() -> None:
    content = judged("Tilbuddet tages i brug 1. marts 2026.", TWO)[5]
    assert content.coverage is Coverage.UNCERTAIN
    assert "hvilket projekt" in content.reason


def test_sentences_that_cover_are_told_with_their_places() -> None:
    text = "Hej.\n\nPladserne tages i brug 1. marts 2026. Tak."
    [span] = judged(text)[5].spans
    assert text[span.start : span.end] == "Pladserne tages i brug 1. marts 2026."


def test_letters_that_grow_in_small_letters_move_no_place() -> None:
    text = "İİİ Vi glæder os. Pladserne tages i brug 1. marts 2026."
    [span] = judged(text)[5].spans
    assert text[span.start : span.end] == "Pladserne tages i brug 1. marts 2026."


def test_all_places_are_those_of_the_only_project_that_its_line_names() -> None:
    text = "Kastanjehuset får otte pladser. Alle pladser kan bruges af andre kommuner."
    assert judged(text, TWO)[2].coverage is Coverage.UNCERTAIN
    assert judged(f"Kastanjehuset og Birkely får otte pladser. {text[32:]}", TWO)[2].coverage is Coverage.COVERED


@pytest.mark.parametrize(
    "text",
    [
        "Det første sted tages i brug 1. maj 2026, og det andet sted åbner 1. juni 2026.",
        "Det første er beboeligt fra maj 2026 og det andet fra juni 2026.",
        "Førstnævnte tages i brug 1. maj 2026; sidstnævnte åbner 1. juni 2026.",
    ],
)
def test_two_projects_are_told_by_their_order(text: str) -> None:
    assert judged(text, TWO)[5].coverage is Coverage.COVERED
    only_one = text.partition(" og ")[0].partition(";")[0]
    assert judged(only_one, TWO)[5].coverage is Coverage.UNCERTAIN


@pytest.mark.parametrize("name", ["Åhuset (fase 2)", "Åhuset (", "*+? [a-", "|", "\\", "(a|b)*", "2.", " "])
def test_odd_names_break_nothing(name: str) -> None:
    names = (name, "Birkely", "Åhuset [3]")
    text = f"{name} tages i brug 1. maj 2026.\nBirkely og Åhuset [3] åbner 1. juni 2026."
    assert judged(text, names)[5].coverage in Coverage
