"""Values of a draft as text, for comparisons and merges."""

from datetime import date
from typing import Any

import pytest

from botilbud_desktop.domain.application import Building, Coordination
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, Treatment, Unit
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.web_form.values import AS_PRINTED, AS_TYPED, ON_SCREEN, FormValue, Notation, written
from tests.rules.samples import ROUND, group, plan

LOAN = field_path("projects[0].loan.2025")


def test_half_typed_text_is_shown_as_typed_and_without_any_the_value() -> None:
    assert ValueFormatter(ROUND).text(22_900, LOAN) == "22.900"
    assert not ValueFormatter(ROUND).has_half_typed
    typed = ValueFormatter(ROUND, {str(LOAN): "22,9"})
    assert (typed.text(None, LOAN), typed.has_half_typed) == ("22,9", True)
    assert typed.text(5, field_path("projects[0].loan.2026")) == "5"


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("projects[0].completion_date", date(2025, 11, 30), "30.11.2025"),
        ("projects[0].share_for_others", "33.33", "33,33"),
        ("projects[0].name", None, ""),
        ("projects[0].places", (), ""),
        ("contacts.emails", ("a@b.dk", "c@d.dk"), "a@b.dk\nc@d.dk"),
        ("projects[0].places", (group(8),), "8"),
    ],
)
def test_each_kind_of_value_has_its_notation(path: str, value: Any, shown: str) -> None:
    text = ValueFormatter(ROUND).text(value, field_path(path))
    assert text == shown if path != "projects[0].places" or not value else shown in text


def test_a_cost_plan_is_listed_with_its_rows() -> None:
    text = ValueFormatter(ROUND).text(plan(14_600), field_path("projects[0].cost_plan"))
    assert text.split("\n") == [
        "Fordeles efter: pladser",
        "Heraf efter SEL §§ 107 og 108: 8",
        "I alt: 50",
        "Afrunding af hver udgift: 1.000 kr.",
        "Udgifter: Boliger · 14.600 · Medregnes helt",
    ]


@pytest.mark.parametrize(
    ("value", "notation", "shown"),
    [
        (None, AS_TYPED, ""),
        (22_900, AS_TYPED, "22900"),
        (22_900, AS_PRINTED, "22.900"),
        (date(2025, 11, 30), AS_PRINTED, "30/11/2025"),
        (date(2025, 11, 30), ON_SCREEN, "30.11.2025"),
        (next(iter(Building)), ON_SCREEN, None),
        (next(iter(Coordination)), ON_SCREEN, None),
    ],
)
def test_a_value_of_the_form_is_written_in_words_and_numbers(
    value: FormValue, notation: Notation, shown: str | None
) -> None:
    found = written(value, notation)
    assert found == shown if shown is not None else found[:1].isupper()


def test_a_row_is_told_without_its_empty_cells() -> None:
    rows = replace(plan(14_600), lines=(CostLine(label="", amount=5, treatment=Treatment.SHARED),)).lines
    assert (
        ValueFormatter(ROUND).text(rows[0], field_path("projects[0].cost_plan.lines[0]")) == "5 · Deles forholdsmæssigt"
    )


def test_the_basis_of_a_cost_plan_is_a_part_of_a_whole() -> None:
    basis = CostBasis(unit=Unit.PLACES, eligible=8, total=50)
    assert ValueFormatter(ROUND).text(basis, field_path("projects[0].cost_plan.basis")) == "8 af 50 pladser"
