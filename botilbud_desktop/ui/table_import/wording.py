"""The wording of the import preview."""

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_labels import full_label, own_label
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.applying import places_given_up
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.plan import Plan, PlannedRow
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.said import (
    HEADINGS_FROM_WORDS,
    HIDDEN_COLUMN,
    UNKNOWN_HEADINGS,
    places_said,
)
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.left_out_wording import Remark, left_out_remarks

NOTHING = "Der er ikke noget at indsætte. Vælg over kolonnerne, hvad de indeholder."
UNKNOWN = f"{UNKNOWN_HEADINGS} Vælg over hver kolonne, hvad den indeholder."
SEVERAL_TABLES = "Der er kopieret flere tabeller. Kun én af dem bliver indsat. Vælg ved »Ark«, hvilken det er."
GUESSED_HEADINGS = f"{HEADINGS_FROM_WORDS} Er den et projekt, så sæt flueben ved den."
_NO_NAMES = (
    "Ingen kolonne har projekternes navne, så nye projekter får intet navn. Vælg »{name}« over den rigtige kolonne."
)
_HIDDEN_COLUMN = f"{HIDDEN_COLUMN} Vælg »Spring over« over den, hvis den ikke skal med."
_OWN_SHEET = (
    "Arket har kun skemaets kolonner. Pladsernes deling på paragraffer, pladser, der ikke tæller med, og resten af "
    "kladden kommer ikke med herfra."
)


def _places(round_: Round) -> str:
    """Returns which legal basis the places get, and what to do about it."""
    if round_.usual_basis is LegalBasis.SEL_107_108:
        return f"{places_said(round_)} Del dem på projektets side."
    return f"{places_said(round_)} Ret dem på projektets side, hvis de er efter en anden lov."


def unit_words(unit: Unit) -> str:
    """Returns a unit as a choice."""
    return capitalised(unit.words)


def too_many(round_: Round) -> str:
    """Returns why nothing was inserted."""
    return f"{_room(round_)} Der blev ikke indsat noget."


def _room(round_: Round) -> str:
    return f"Der er kun plads til {counted(round_.max_projects, 'projekt', 'projekter')}."


def summary_of(plan: Plan, before: Snapshot, round_: Round) -> Remark:
    """Returns what an import would do, in one or two sentences."""
    if plan.is_too_much:
        have = counted(len(before.application.projects), "projekt", "projekter")
        rows = counted(len(plan.rows), "række", "rækker")
        return State.PROBLEM, f"{_room(round_)} Kladden har {have}, og her er {rows}."
    if not plan.rows:
        return State.ATTENTION, NOTHING
    new = sum(not row.is_update for row in plan.rows)
    sentences = f"{_of_projects(new, len(plan.rows) - new)}."
    unclear = [
        f"{counted(count, 'celle', 'celler')} {words}"
        for verdicts, words in (
            ((Verdict.NOT_UNDERSTOOD,), "er ikke forstået"),
            ((Verdict.DOUBTFUL, Verdict.MISSING), "skal kontrolleres"),
        )
        if (count := sum(map(plan.cell_count, verdicts)))
    ]
    if unclear:
        return State.ATTENTION, f"{sentences} {', og '.join(unclear)}. Se bemærkningerne."
    return State.INFORMATION, sentences


def inserted(plan: Plan) -> str:
    """Returns what was inserted."""
    new = sum(not row.is_update for row in plan.rows)
    updated = len(plan.rows) - new
    parts = [counted(new, "projekt er indsat", "projekter er indsat")] if new else []
    if updated:
        parts.append(counted(updated, "projekt er erstattet", "projekter er erstattet"))
    unread = plan.cell_count(Verdict.NOT_UNDERSTOOD)
    more = f" {counted(unread, 'felt', 'felter')} skal rettes." if unread else ""
    return f"{', og '.join(parts)}.{more}"


def _of_projects(new: int, replaced: int) -> str:
    """Returns what would become of the rows: `1 nyt projekt`, `1 nyt projekt indsættes, og 2 projekter erstattes`."""
    inserted_ = counted(new, "nyt projekt", "nye projekter")
    if not replaced:
        return inserted_
    others = f"{counted(replaced, 'projekt', 'projekter')} erstattes"
    return f"{inserted_} indsættes, og {others}" if new else others


def remarks_on(plan: Plan, before: Snapshot, round_: Round) -> list[Remark]:
    """Returns what is doubtful or not understood, cell by cell, then the other remarks."""
    remarks: list[Remark] = []
    if any(not row.is_update and NAME not in row.cells for row in plan.rows):
        remarks.append((State.ATTENTION, _NO_NAMES.format(name=own_label(field_path("projects[0].name"), round_))))
    remarks.extend(_on_units(plan, round_))
    of_columns = {unit.remark for unit in plan.units.values() if unit.remark}
    for row in plan.rows:
        for path, cell in row.cells.items():
            if cell.remark in of_columns:
                continue
            where = full_label(field_path(path.replace("[]", f"[{row.project_index}]", 1)), round_)
            if cell.verdict is Verdict.NOT_UNDERSTOOD:
                problem = f"»{printable(cell.shown)}« er ikke forstået og bliver stående, så du kan rette det."
                remarks.append((State.PROBLEM, f"{where}: {problem} {cell.remark}"))
            elif cell.verdict is Verdict.DOUBTFUL:
                remarks.append((State.ATTENTION, f"{where}: »{printable(cell.shown)}«. {cell.remark}"))
            elif cell.verdict is Verdict.MISSING:
                remarks.append((State.ATTENTION, f"{where}: {cell.remark}"))
        remarks.extend(_on_places(row, before, round_))
    if any(
        kind_of(path) is FieldKind.EXPANSION and cell.value for row in plan.rows for path, cell in row.cells.items()
    ):
        remarks.append((State.INFORMATION, _places(round_)))
    if plan.is_own_sheet:
        remarks.append((State.ATTENTION, _OWN_SHEET))
    remarks.extend(
        (State.ATTENTION, f"{own_label(field_path(path.replace('[]', '[0]')), round_)}: {_HIDDEN_COLUMN}")
        for path in plan.hidden
    )
    remarks.extend(left_out_remarks(plan, round_))
    return remarks


def _on_units(plan: Plan, round_: Round) -> list[Remark]:
    """Returns what is to be known of the amounts' units, for all columns together where it is the same."""
    said: dict[tuple[State, str], list[str]] = {}
    for column, unit in plan.units.items():
        if unit.remark:
            state = State.ATTENTION if unit.is_noteworthy else State.INFORMATION
            label = own_label(field_path(plan.meanings[column].replace("[]", "[0]")), round_)
            said.setdefault((state, unit.remark), []).append(label)
    return [(state, f"{' og '.join(labels)}: {remark}") for (state, remark), labels in said.items()]


def _on_places(row: PlannedRow, before: Snapshot, round_: Round) -> list[Remark]:
    if not row.is_update:
        return []
    project = before.application.projects[row.project_index]
    return [
        (
            State.ATTENTION,
            f"{round_.row_wording} {row.project_index + 1}: Delingen på paragraffer i {year} bliver erstattet.",
        )
        for path, cell in row.cells.items()
        if kind_of(path) is FieldKind.EXPANSION
        if places_given_up(project, year := year_of(path), cell, round_)
    ]
