"""Rows of sums are known by name and figures together; where the two do not agree, it is asked."""

import pytest

from botilbud_desktop.domain.table_import.headings import hints_at_total, is_total
from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.sums import HEADS_A_SUM, IS_A_SUM, NAMED_LIKE_A_SUM
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.domain.table_import.test_accounts import NAME, planned
from tests.rules.samples import ROUND

HEADINGS = "Projekt\tLån 2025\tLån 2026\tPladser 2025\tAfsluttes\n"
TWO = "Solgården\t22.900\t1.000\t8\t\nMånehuset\t500\t\t4\t\n"


def plan_of(rows: str) -> Plan:
    return planned(grid_of_tsv(HEADINGS + rows))


def sums(plan: Plan) -> list[str]:
    return [row.words for row in plan.left_out if row.reason is Reason.SUM]


def asked(plan: Plan) -> list[tuple[object, str]]:
    cells = [row.cells[NAME] for row in plan.rows]
    return [(cell.value, cell.remark) for cell in cells if cell.verdict in (Verdict.DOUBTFUL, Verdict.MISSING)]


@pytest.mark.parametrize(
    "name",
    [
        *("Hovedtotal", "Subtotal", "Lån i alt", "I alt lån", "Projekter i alt", "Mellemtotal", "Samlet beløb"),
        *("Grand Total", "Ansøgt i alt (1.000 kr.)", "Kommunen i alt", "Sum af lån", "TOTAL:", "Antal pladser i alt"),
    ],
)
def test_a_sum_is_known_by_its_name(name: str) -> None:
    assert is_total(name, ROUND)
    plan = plan_of(f"{TWO}{name}\t23.400\t1.000\t12\t\n")
    assert (sums(plan), asked(plan), len(plan.rows)) == ([name], [], 2)


@pytest.mark.parametrize("name", ["Nord i alt", "Total for Nord", "Samlet Nord", "Nord Total", "Nord Hovedtotal", ""])
def test_a_sum_of_a_group_is_known_by_its_figures(name: str) -> None:
    plan = plan_of(f"{TWO}{name}\t23.400\t1.000\t12\t\nHuset\t5\t\t1\t\nGården\t6\t\t1\t\nSyd i alt\t11\t\t2\t\n")
    assert sums(plan) == [name or "23.400", "Syd i alt"]
    assert [row.cells[NAME].value for row in plan.rows] == ["Solgården", "Månehuset", "Huset", "Gården"]
    assert asked(plan) == []


def test_a_sum_of_sums_is_the_sum_of_all_rows() -> None:
    groups = f"{TWO}Nord i alt\t23.400\t1.000\t12\t\nHuset\t5\t\t1\t\nGården\t6\t\t1\t\nSyd i alt\t11\t\t2\t\n"
    for name in ("Hovedtotal", "Nord og Syd i alt", ""):
        assert len(sums(plan_of(f"{groups}{name}\t23.411\t1.000\t14\t\n"))) == 3


def test_a_sum_may_stand_above_the_rows() -> None:
    assert sums(plan_of(f"I alt\t23.400\t1.000\t12\t\n{TWO}")) == ["I alt"]


def test_a_sum_of_rounded_figures_is_one() -> None:
    assert sums(plan_of(f"{TWO}I alt\t23.401\t1.000\t12\t\n")) == ["I alt"]


def test_a_sum_over_rows_that_cannot_be_read_or_are_empty_is_known_by_its_name() -> None:
    assert sums(plan_of(f"{TWO}Huset\tmange\t\t\t\nI alt\t99.999\t1.000\t12\t\n")) == ["I alt"]
    assert sums(plan_of("Huset\t\t\t\t1.1.2026\nI alt\t\t\t0\t\n")) == ["I alt"]


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("Total\t7\t\t\t", NAMED_LIKE_A_SUM),
        ("I alt\t\t\t\t", NAMED_LIKE_A_SUM),
        ("Sum\t\t\t\t30-11-2025", NAMED_LIKE_A_SUM),
        ("Nord i alt\t7\t\t\t", NAMED_LIKE_A_SUM),
        ("I alt\t23.400\t1.000\t12\t30-11-2025", NAMED_LIKE_A_SUM),
        ("Nord i alt\t23.400\t1.000\t12\t30-11-2025", IS_A_SUM),
        ("Nord i alt\t\t\t12\t", IS_A_SUM),
        ("Nyhuset\t\t\t12\t", IS_A_SUM),
        ("Nyhuset\t23.400\t1.000\t12\t", IS_A_SUM),
    ],
)
def test_a_row_that_may_be_a_project_or_a_sum_is_asked_about_and_not_left_out(row: str, doubt: str) -> None:
    plan = plan_of(f"{TWO}{row}\n")
    assert (sums(plan), asked(plan)) == ([], [(row.partition("\t")[0], doubt)])


def test_a_row_that_equals_the_only_row_above_is_asked_about_where_its_name_says_nothing() -> None:
    one = "Solgården\t22.900\t1.000\t8\t\n"
    assert asked(plan_of(f"{one}\t22.900\t1.000\t8\t\n")) == [(None, IS_A_SUM)]
    assert asked(plan_of(f"{one}Nord i alt\t22.900\t1.000\t8\t\n")) == [("Nord i alt", IS_A_SUM)]
    assert asked(plan_of(f"{one}Månehuset\t22.900\t1.000\t8\t\n")) == []
    assert sums(plan_of(f"{one}I alt\t22.900\t1.000\t8\t\n")) == ["I alt"]


@pytest.mark.parametrize("name", ["Samlet bosted", "Total renovering", "Altanhuset"])
def test_a_project_whose_figures_are_its_own_is_no_sum(name: str) -> None:
    plan = plan_of(f"{TWO}{name}\t77\t1\t2\t\n")
    assert (sums(plan), asked(plan), len(plan.rows)) == ([], [], 3)


def test_words_beside_a_sums_word_only_hint_at_it() -> None:
    assert hints_at_total("Nord i alt")
    assert not hints_at_total("Det samlet set bedste")
    assert not hints_at_total("")


def test_a_project_called_sum_that_has_a_share_only_is_asked_about() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\tAndel\nHuset\t5\t25%\nSum\t-\t52%\n"))
    assert asked(plan) == [("Sum", NAMED_LIKE_A_SUM)]


def test_a_group_of_a_pivot_table_that_stands_above_its_rows_is_asked_about() -> None:
    nord, syd = "Nord\t30\nHuset\t10\nGården\t20\n", "Syd\t5\nLunden\t2\nBirk\t3\n"
    plan = planned(grid_of_tsv(f"Rækkenavne\tSum af Lån 2025\n{nord}{syd}Hovedtotal\t35\n"))
    assert asked(plan) == [("Nord", HEADS_A_SUM), ("Syd", HEADS_A_SUM)]
    assert sums(plan) == ["Hovedtotal"]


@pytest.mark.parametrize("below", ["10\t\nGården\t20\t1", "10\t\nGården\t21\t", "30\t\nGården\t\t5"])
def test_rows_that_do_not_add_up_are_no_group(below: str) -> None:
    text = f"Projekt\tLån 2025\tLån 2026\nNord\t30\t\nHuset\t{below}\nLunden\t7\t\n"
    assert asked(planned(grid_of_tsv(text))) == []
