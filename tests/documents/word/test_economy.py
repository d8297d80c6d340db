"""The economy of a project: all numbers below zero have the same sign."""

from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from tests.documents.word.reading import all_text, pairs, word
from tests.rules.samples import EMPTY_PROJECT, application


def test_all_numbers_below_zero_have_the_same_sign() -> None:
    line = CostLine(label="Hus", amount=10, treatment=Treatment.SHARED)
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=1, total=3), lines=(line,))
    project = replace(EMPTY_PROJECT, loan={"2025": -500}, cost_plan=plan)
    document = word(application(project))
    assert pairs(document, "Det låneberettigede beløb")[0]["Forskel ved afrunding"] == "-1/3"
    assert pairs(document, "Økonomi")[0]["Lån i 2025 (hele 1.000 kr.)"] == "-500"
    assert "\N{MINUS SIGN}" not in all_text(document)
