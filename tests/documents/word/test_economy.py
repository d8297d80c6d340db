"""The economy of a project: one minus sign, and the loan as the form of the round calls it."""

import pytest

from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from tests.documents.samples import COMPLETE
from tests.documents.word.reading import all_text, grids, pairs, word
from tests.other_rounds import LARGER, OWN_CRITERIA, SMALLER, draft_of, other_round
from tests.rules.samples import EMPTY_PROJECT, ROUND, application


def test_all_numbers_below_zero_have_the_same_sign() -> None:
    line = CostLine(label="Hus", amount=10, treatment=Treatment.SHARED)
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=1, total=3), lines=(line,))
    project = replace(EMPTY_PROJECT, loan={"2025": -500}, cost_plan=plan)
    document = word(application(project))
    assert pairs(document, "Det låneberettigede beløb")[0]["Forskel ved afrunding"] == "-1/3"
    assert pairs(document, "Økonomi")[0]["Lån i 2025 (hele 1.000 kr.)"] == "-500"
    assert "\N{MINUS SIGN}" not in all_text(document)


@pytest.mark.parametrize(
    ("round_id", "words"),
    [
        (LARGER, "Låneramme, der søges om i alt (hele 1.000 kr.)"),
        (SMALLER, "Lån (hele 1.000 kr.)"),
        (OWN_CRITERIA, "Lån i alt (t.kr.)"),
        (ROUND.id, "Ansøgt lånebeløb i alt (i hele 1.000 kr.)"),
    ],
)
def test_the_loan_is_called_as_in_the_form_of_the_round(round_id: str, words: str) -> None:
    draft, round_ = (COMPLETE, ROUND) if round_id == ROUND.id else (draft_of(round_id), other_round(round_id))
    document = word(draft, round_)
    assert grids(document, "Projekterne")[0].rows[0][2] == words
    assert all(words in found for found in pairs(document, "Økonomi"))
