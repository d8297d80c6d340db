"""Whatever is found, held and ticked: what is ticked comes in, nothing else does, and nothing goes that is not told."""

from random import Random

import pytest

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, PlaceGroup, Project, Stay
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.taking import taken
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Row
from tests.ui import drafts
from tests.ui.proposals import NAME, proposed
from tests.ui.test_document_choices import EMPTY

_TRIES = 400
_LISTS = ("places", "cost_plan.lines")
_FIELDS = ("loan.2025", "loan.2026", "gross_construction_cost")


def places(chance: Random) -> PlaceGroup:
    basis = chance.choice([LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108, LegalBasis.ABL_105])
    stay = chance.choice([None, None, Stay.RESPITE])
    year, count = chance.choice([2025, 2026]), chance.randint(1, 3)
    return PlaceGroup(year=year, legal_basis=basis, origin=Origin.NEW, count=count, stay=stay)


def line(chance: Random) -> CostLine:
    return CostLine(label=chance.choice("AB"), amount=chance.randint(1, 2), treatment=Treatment.DIRECT)


def draft(chance: Random) -> Application:
    lines = tuple(line(chance) for _ in range(chance.randint(0, 3)))
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=1, total=2), lines=lines)
    project = Project(
        id=drafts.uuid(2),
        name=NAME,
        loan={year: chance.choice([None, 1, 2]) for year in ("2025", "2026")},
        gross_construction_cost=chance.choice([None, 1]),
        places=tuple(places(chance) for _ in range(chance.randint(0, 3))),
        cost_plan=plan,
    )
    return replace(EMPTY, projects=(project,))


def proposal(chance: Random) -> Proposal:
    found: list[Proposed] = [proposed("projects[0].name", NAME, "afsnit 1")]
    for path, one in (("places", places), ("cost_plan.lines", line)):
        found += [_unsure(chance, f"projects[0].{path}[{at}]", one(chance)) for at in range(chance.randint(0, 3))]
    for path in _FIELDS:
        found += [_unsure(chance, f"projects[0].{path}", number) for number in (1, 2) if chance.random() < 0.5]
    return Proposal(tuple(found))


def _unsure(chance: Random, path: str, value: object) -> Proposed:
    return proposed(path, value, "afsnit 2", is_sure=chance.random() < 0.5)


def decided(chance: Random, form: Round) -> Choices:
    made = Choices(proposal(chance), Snapshot(draft(chance), {}), form)
    for _ in range(chance.randint(0, 8)):
        made.tick(chance.choice(made.rows), chance.random() < 0.7)
    return made


def held(application: Application, path: str) -> list[object]:
    """Returns what a draft holds: the rows of a list, or the value."""
    value = value_at(application, field_path(f"projects[0].{path}"))
    return list(value) if isinstance(value, tuple) else [value]


def path_of(row: Row) -> str:
    path = row.found.field[2:]
    return str(FieldPath(path[:-1] if isinstance(path[-1], int) else path))


@pytest.mark.parametrize("start", range(0, _TRIES, 100))
def test_the_draft_changes_by_what_is_ticked_and_as_is_told(form: Round, start: int) -> None:
    for seed in range(start, start + 100):
        made = decided(Random(seed), form)
        chosen, before = made.chosen, made.before.application
        after = taken(chosen.values, made.before, form, lambda: drafts.uuid(9), chosen.targets).application
        for path in (*_LISTS, *_FIELDS):
            rows = [row for row in made.rows if path_of(row) == path]
            ticked = [row for row in rows if row.is_ticked]
            was, now = held(before, path), held(after, path)
            assert all(row.value in now or made.keeps_basis(row) for row in ticked), f"{seed}: not taken"
            new = [value for value in now if value not in was and value not in [row.value for row in ticked]]
            assert not new or any(made.keeps_basis(row) for row in ticked), f"{seed}: came in unasked"
            gone = [value for value in was if value is not None and value not in now]
            assert not gone or any(made.replaces(row) for row in ticked), f"{seed}: went unsaid"
            assert ticked or now == was, f"{seed}: changed without a tick"
