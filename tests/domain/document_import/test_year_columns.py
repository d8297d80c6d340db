"""Tables with the years in their columns: loans, places by law and the construction cost."""

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
from botilbud_desktop.domain.document_import.proposal import Proposal
from tests.domain.document_import.documents import doubtful, has, one, proposal, sure, values, why_left_out

_2025, _2026 = "projects[0].loan.2025", "projects[0].loan.2026"
_GROSS = "projects[0].gross_construction_cost"


def _found(*rows: str) -> Proposal:
    return proposal("# Vejle Kommune\n## Botilbud Skovly\n" + "\n".join(row.replace("|", "\t") for row in rows))


def _groups(found: Proposal) -> list[tuple[int, LegalBasis, int]]:
    groups = values(found, "projects[0].places")
    return [(each.year, each.legal_basis, each.count) for each in groups if isinstance(each, PlaceGroup)]


def test_loans_and_costs_by_year_in_the_unit_of_the_table() -> None:
    found = _found(
        "(1.000 kr.)|2024|2025|2026|I alt",
        "Bruttoanlægsudgift|2.000|11.500|13.500|27.000",
        "Ansøgt lån|0|11.500|10.000|21.500",
        "Egenfinansiering|2.000|0|3.500|5.500",
    )
    assert sure(found, _2025) == 11_500
    assert one(found, _2025).source == "tabel 1, række 3, kolonne 3"
    assert sure(found, _2026) == 10_000
    assert doubtful(found, _GROSS) == 25_000
    assert one(found, _GROSS).remark == "Det er summen af 2025 og 2026."
    assert why_left_out(found, "2.000") == "Skemaet har ikke året 2024."
    assert why_left_out(found, "21.500") == "Det er summen af årene."
    assert why_left_out(found, "Egenfinansiering") == "Det er ikke forstået."


@pytest.mark.parametrize(
    ("heading", "label", "cells", "is_sure", "amount"),
    [
        ("Post", "Ansøgt lån (mio. kr.)", "10,5|9,25", True, 10_500),
        ("Mio. kr.", "Ansøgt lån", "10,5|9,25", True, 10_500),
        ("Post", "Ansøgt lån", "10,5 mio. kr.|9,25 mio. kr.", True, 10_500),
        ("Post", "Ansøgt lån (kr.)", "10.500.000|9.250.000", True, 10_500),
        ("Post", "Ansøgt lån", "10.500|9.250", False, 10_500),
        ("Mio. kr.", "Lån", "10,5|9,25", False, 10_500),
    ],
)
def test_a_loan_is_sure_where_its_unit_is_told_and_it_is_the_one_applied_for(
    heading: str, label: str, cells: str, is_sure: bool, amount: int
) -> None:
    found = _found(f"{heading}|2025|2026", f"{label}|{cells}")
    assert (one(found, _2025).value, one(found, _2025).is_sure) == (amount, is_sure)


def test_places_by_law_are_new_where_the_table_says_so() -> None:
    rows = ("SEL § 107|4|2", "SEL § 108|0|6", "I alt|4|8")
    expected = [(2025, LegalBasis.SEL_107, 4), (2026, LegalBasis.SEL_107, 2), (2026, LegalBasis.SEL_108, 6)]
    new, unsaid = _found("Nye pladser|2025|2026", *rows), _found("Pladser|2025|2026", *rows)
    assert _groups(new) == _groups(unsaid) == expected
    assert one(new, "projects[0].places[0]").is_sure
    assert "om pladserne er nye" in one(unsaid, "projects[0].places[0]").remark
    assert why_left_out(new, "I alt") == "Rækken er summen af rækkerne over den."


def test_a_wrong_sum_makes_its_numbers_doubtful() -> None:
    found = _found("Nye pladser|2025|2026", "SEL § 107|4|2", "I alt|4|8")
    assert one(found, "projects[0].places[0]").is_sure is False
    loans = _found("Mio. kr.|2025|2026|I alt", "Ansøgt lån|10,0|9,0|20,0")
    assert doubtful(loans, _2025) == 10_000
    assert "20.000" in why_left_out(loans, "20,0")


def test_a_part_below_makes_the_places_doubtful_and_is_not_lost() -> None:
    found = _found("Nye pladser|2025|2026", "§ 107|3|4", "Heraf aflastning|1|0")
    assert "en del af pladserne" in one(found, "projects[0].places[0]").remark
    assert why_left_out(found, "Heraf aflastning")


def test_a_table_with_several_columns_of_a_year_is_not_read() -> None:
    found = _found("|2025||2026|", "|Lån|Pladser|Lån|Pladser", "SEL § 107|6,5|3|8,0|4")
    assert not _groups(found)
    assert not has(found, _2025)
    assert why_left_out(found, "6,5")


def test_tables_that_a_page_has_close_below_each_other_are_read_one_by_one() -> None:
    found = _found("Mio. kr.|2025|2026", "Ansøgt lån|10,0|9,0", "Nye pladser|2025|2026", "SEL § 107|4|2")
    assert sure(found, _2025) == 10_000
    assert _groups(found) == [(2025, LegalBasis.SEL_107, 4), (2026, LegalBasis.SEL_107, 2)]


def test_what_is_no_answer_in_a_year_is_left_out_with_the_reason() -> None:
    found = _found("|2025|2026", "Ansøgt lån (mio. kr.)|5,0|ikke afklaret")
    assert sure(found, _2025) == 5_000
    assert why_left_out(found, "ikke afklaret") == "Det er ikke fastlagt endnu."


def test_places_of_today_or_summed_from_year_to_year_are_not_surely_new() -> None:
    today = _found("Pladser i dag|2025|2026", "SEL § 107|19|25")
    assert not _groups(today)
    assert why_left_out(today, "Pladser i dag") == why_left_out(today, "SEL § 107") == "Det er ikke forstået."
    found = _found("Nye pladser (akkumuleret)|2025|2026", "SEL § 107|4|10")
    assert one(found, "projects[0].places[0]").remark == "Tallene er måske lagt sammen fra år til år."
    assert not one(found, "projects[0].places[0]").is_sure
