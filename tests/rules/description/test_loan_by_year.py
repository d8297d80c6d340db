"""The loan of each year, each wording with one in almost the same words that gives nothing."""

import pytest

from botilbud_desktop.domain.round_parts import ContentMeaning
from botilbud_desktop.rules.description.wording import Wording
from botilbud_desktop.rules.text_results import Coverage
from tests.other_rounds import LARGER, other_round
from tests.rules.description.judged import covers, judged

PAIRS = (
    ("Der søges om 12 mio. kr. i 2025 og 7,7 mio. kr. i 2026.", "Der søges om 19,7 mio. kr. i 2025 og 2026."),
    ("Lån: hhv. 12,0 og 7,7 mio. kr. i 2025 og 2026.", "Lån: 19,7 mio. kr. fordelt på hhv. 2025 og 2026."),
    (
        "Vi ansøger om låneadgang på 12.000 t.kr. i 2025 og 7.700 t.kr. i 2026.",
        "Anlægsudgiften er 12.000 t.kr. i 2025 og 7.700 t.kr. i 2026.",
    ),
    (
        "Låneadgang:\n- 2025: 12,0 mio. kr.\n- 2026: 7,7 mio. kr.",
        "Låneadgang:\n- 2025: XX mio. kr.\n- 2026: XX mio. kr.",
    ),
    ("Lån 2025: 12.000\nLån 2026: 7.700", "Lån 2025: ?\nLån 2026: ?"),
    ("Hele lånet på 19,7 mio. kr. søges i 2026.", "Lånet på 19,7 mio. kr. søges i 2025 eller 2026."),
    (
        "Der søges om 19,7 mio. kr. i 2025. I 2026 søges der ikke om lån.",
        "Der søges om 19,7 mio. kr. i 2025. Lånet i 2026 er ikke fastlagt.",
    ),
    ("Der søges om 9 mio. kr. i hvert af årene 2025 og 2026.", "Der søges om 18 mio. kr. i årene 2025 og 2026."),
    ("Lånet på 20 mio. kr. fordeles ligeligt på 2025 og 2026.", "Lånet på 20 mio. kr. fordeles på 2025 og 2026."),
    (
        "Vi søger om lån: kr. 12.000.000 i '25 og kr. 7.700.000 i '26.",
        "Vi fik tidligere lån: kr. 12.000.000 i '25 og kr. 7.700.000 i '26.",
    ),
    (
        "Hvis der opnås tilsagn, optages lån på 12 mio. kr. i 2025 og 8 mio. kr. i 2026.",
        "Hvis grunden kan købes, optages lån på 12 mio. kr. i 2025 og 8 mio. kr. i 2026.",
    ),
    (
        "Af lånet på 20 mio. kr. ligger 60 pct. i 2025 og 40 pct. i 2026.",
        "Af lånet på 20 mio. kr. ligger det meste i 2025.",
    ),
    (
        "Låneadgangen er 12 mio. kr. i 2025 og 8 mio. kr. i 2026. Byggeriet koster 40 mio. kr.",
        "Vi søger om lån. Byggeriet koster 12 mio. kr. i 2025 og 8 mio. kr. i 2026.",
    ),
)


@pytest.mark.parametrize("text", [text for text, _ in PAIRS])
def test_the_loan_of_each_year_is_found(text: str) -> None:
    assert covers(4, text)


@pytest.mark.parametrize("text", [text for _, text in PAIRS])
def test_what_gives_it_not_for_each_year_is_not_said_to_give_it(text: str) -> None:
    assert not covers(4, text)


def test_a_loan_of_one_year_is_the_whole_where_the_table_has_none_in_the_other() -> None:
    text = "Der søges om 19,7 mio. kr. i 2026."
    assert judged(text, ["A"], [{"2025": None, "2026": 19_700}])[4].coverage is Coverage.COVERED
    assert judged(text, ["A"], [{"2025": 5_000, "2026": 19_700}])[4].coverage is Coverage.UNCERTAIN
    assert judged(text)[4].coverage is Coverage.UNCERTAIN


def test_the_years_without_a_loan_are_named_in_a_round_of_three_years() -> None:
    round_ = other_round(LARGER)
    first, *others = round_.year_keys
    said = Wording(round_).part_missing(ContentMeaning.LOAN_BY_YEAR, others, f"Lån i {first}: 5 mio. kr.")
    assert said == f"Der er ikke fundet et lån i {' og '.join(others)}."


def test_a_project_without_a_loan_is_told_by_the_sentence_that_the_program_inserts() -> None:
    names, loans = ("Kastanjehuset", "Birkely"), ({"2025": 12_000, "2026": 7_000}, {"2025": 0, "2026": 0})
    asked = "Der søges om låneadgang på 12,0 mio. kr. i 2025 og 7,0 mio. kr. i 2026 til Kastanjehuset."
    none = "Der søges ikke om lån til Birkely."
    assert judged(f"{asked} {none}", names, loans)[4].coverage is Coverage.COVERED
    assert judged(asked, names, loans)[4].coverage is Coverage.UNCERTAIN
    assert judged(f"{asked} {none}", names, (loans[0], loans[0]))[4].coverage is Coverage.UNCERTAIN


def test_a_year_without_a_loan_is_told_by_the_sentence_that_the_program_inserts() -> None:
    text = "Der søges om låneadgang på 12,0 mio. kr. i 2025. Der søges ikke om lån i 2026."
    assert judged(text, ("A",), ({"2025": 12_000, "2026": 0},))[4].coverage is Coverage.COVERED
