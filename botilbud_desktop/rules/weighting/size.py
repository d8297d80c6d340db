"""The size in money, and whether the project builds anew or uses an existing building."""

from collections.abc import Iterator

from botilbud_desktop.domain.application import Building
from botilbud_desktop.domain.totals import loans
from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.weighting.asked import Asked
from botilbud_desktop.rules.weighting.evidence import has_amount
from botilbud_desktop.rules.weighting.results import Answer, Gap
from botilbud_desktop.rules.wording import all_of, any_of

_BUILDINGS = {
    Building.NEW_BUILDING: "Projektet er nybyggeri.",
    Building.EXISTING_BUILDING: "Projektet bruger en eksisterende bygning.",
}


def size_answer(asked: Asked) -> Answer:
    """Returns cost, loan and building. The ministry does not say which of them gives priority."""
    return Answer(
        (*_said(asked), *asked.quoted()),
        tuple(_missing(asked)),
        "Ministeriet skriver ikke, hvilken størrelse eller hvilken slags bygning der vægtes højest.",
    )


def _said(asked: Asked) -> Iterator[str]:
    cost = asked.project.gross_construction_cost
    if cost is not None:
        yield f"Bruttoanlægsudgiften er {format_millions(cost)}"
    applied_for = {year: amount for year, amount in loans(asked.project, asked.round).items() if amount}
    if applied_for:
        parts = all_of([f"{format_millions(amount)} i {year}" for year, amount in applied_for.items()])
        yield f"Der søges om lån på {parts}."
    if asked.project.building is not None:
        yield _BUILDINGS[asked.project.building]


def _missing(asked: Asked) -> Iterator[Gap]:
    cost = asked.project.gross_construction_cost
    if cost is None:
        yield asked.gap("gross_construction_cost", "Angiv bruttoanlægsudgiften.")
    elif not has_amount(asked.application.description, cost):
        told = f"bruttoanlægsudgiften på {format_millions(cost)}"
        yield from asked.not_found("gross_construction_cost", told, "den")
    if not any(loans(asked.project, asked.round).values()):
        years = asked.round.year_keys
        yield asked.gap(f"loan.{years[0]}", f"Angiv det lånebeløb, I søger om i {any_of(years)}.")
    if asked.project.building is None:
        yield asked.gap("building", "Angiv, om I bygger nyt eller bruger en eksisterende bygning.")
    else:
        yield from asked.not_told("building", "nybyggeri eller en eksisterende bygning", "det")
