"""Amounts that sentences tell of: which year they are in, and those that are none of the loan applied for."""

import pytest

from tests.domain.document_import.documents import has, one, proposal, values, why_left_out

_2025, _2026 = "projects[0].loan.2025", "projects[0].loan.2026"


def _note(sentence: str) -> str:
    return f"# Vejle Kommune\n## Botilbud Skovly\n{sentence}"


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Der ansøges om 31,4 mio. kr., fordelt med 12,4 mio. kr. i 2025 og 19,0 mio. kr. i 2026.", 12_400, 19_000),
        ("Der ønskes lån i 2025 på 8,0 mio. kr. og i 2026 på 13,5 mio. kr.", 8_000, 13_500),
        ("Lånet fordeles med henholdsvis 8,0 mio. kr. i 2025 og 13,5 mio. kr. i 2026.", 8_000, 13_500),
        ("Lånebehov: 2025: 12,5 mio. kr.; 2026: 8,0 mio. kr.", 12_500, 8_000),
        ("For 2025 søges nu om 21,7 mio. kr.", 21_700, None),
        ("Kommunen søger 25,0 mio. kr. i 2025.", 25_000, None),
        ("Kommunen ansøger om en låneramme på DKK 21.500.000 i 2026.", None, 21_500),
    ],
)
def test_loans_are_read_by_their_year(sentence: str, first: int | None, second: int | None) -> None:
    found = proposal(_note(sentence))
    assert values(found, _2025) == [first] * (first is not None)
    assert values(found, _2026) == [second] * (second is not None)
    assert not any(left.text == sentence for left in found.left_out)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Der søges om mellem 18 og 22 mio. kr. i 2025.", "Der står et spænd og ikke ét beløb."),
        ("Der søges om 18-22 mio. kr. i 2025.", "Der står et spænd og ikke ét beløb."),
        ("Der søges om 21,5 mio. kr. i 2025 og 2026.", "Der står ikke, hvordan beløbet er delt på årene."),
        ("Kommunen ansøger ikke om lån på 5,0 mio. kr. i 2025.", "Sætningen siger nej til beløbet."),
        (
            "I 2025 har kommunen fået lånetilsagn på 6,0 mio. kr.",
            "Der står »fået«, så beløbet er ikke læst som et ansøgt lån.",
        ),
        (
            "Lånet i 2025 er på 2,1 mio. kr. pr. plads for 5 pladser.",
            "Der står »pr. plads«, så beløbet er ikke læst som hele lånet.",
        ),
    ],
)
def test_amounts_that_are_no_loan_of_a_year_are_left_out_with_the_reason(sentence: str, why: str) -> None:
    found = proposal(_note(sentence))
    assert not has(found, _2025)
    assert not has(found, _2026)
    assert why_left_out(found, sentence) == why


def test_a_total_with_only_one_of_its_years_is_left_out() -> None:
    sentence = "Kommunen søger om 24,0 mio. kr. i alt, heraf 9,0 mio. kr. i 2025."
    found = proposal(_note(sentence))
    assert values(found, _2025) == [9_000]
    assert not has(found, _2026)
    assert why_left_out(found, sentence)


def test_what_a_number_is_counted_in_is_no_amount() -> None:
    found = proposal(_note("Lånebeløbet i 2025 er 16.400 (i 1.000 kr.), og i 2026 er det 5.600 i hele 1.000 kr."))
    assert not has(found, _2025)
    assert not has(found, _2026)


def test_a_cost_beside_its_parts_and_what_is_lent_of_it() -> None:
    gross = "projects[0].gross_construction_cost"
    found = proposal(
        _note(
            "Anlægsudgiften er 36,0 mio. kr., heraf 30,0 mio. kr. i 2025 og 2026; "
            "heraf lånefinansieres 24,0 mio. kr. i 2026."
        )
    )
    assert values(found, gross) == [36_000, 30_000]
    assert not has(found, _2025)
    assert values(found, _2026) == [24_000]
    of_parts = proposal(_note("Anlægsudgiften udgør 26.750.000 kr., heraf 3.200.000 kr. til inventar."))
    assert values(of_parts, gross) == [26_750]
    of_places = proposal(_note("Anlægsudgiften er 2,1 mio. kr. pr. plads, i alt 25,2 mio. kr. for 12 pladser."))
    assert values(of_places, gross) == [25_200]


def test_what_the_pool_demands_is_no_cost_of_the_project() -> None:
    sentence = "Projekterne skal have en bruttoanlægsudgift over 20 mio. kr. i 2025 og 2026."
    found = proposal(_note(f"{sentence} Projektets anlægsudgift er 21,3 mio. kr."))
    assert values(found, "projects[0].gross_construction_cost") == [21_300]
    assert why_left_out(found, sentence) == "Det ligner et af puljens krav og ikke projektets eget beløb."


def test_a_correction_of_an_amount_is_said() -> None:
    sentence = "Rettelse: Beløbet for 2025 er 13,0 mio. kr."
    found = proposal(_note(f"Der søges om 12,0 mio. kr. i 2025. {sentence}"))
    assert why_left_out(found, sentence) == "Det ligner en rettelse af et beløb, men der står ikke af hvilket."


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Egedal Kommune søger selv om 9,0 mio. kr. i 2025.", _2025),
        ("Der er i Egedal Kommune etableret 12 pladser efter § 107 i 2025.", "projects[0].places[0]"),
    ],
)
def test_what_a_sentence_tells_of_another_municipality_is_asked_about(sentence: str, field: str) -> None:
    remark = one(proposal(_note(f"{sentence} Vejle Kommune har selv et behov.")), field).remark
    assert "Sætningen nævner Egedal Kommune. Gælder den ansøgningen?" in remark
