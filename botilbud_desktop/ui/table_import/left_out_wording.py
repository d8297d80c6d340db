"""The wording of what an import leaves out, and why."""

from collections.abc import Iterable

from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.left_out import LeftOutColumn, LeftOutRow, Reason
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.style.states import State

Remark = tuple[State, str]

_MOST_NAMED = 10
_LONGEST_NAME = 40
_ROWS = {
    Reason.SUM: ("række med sum", "rækker med sum"),
    Reason.ABOVE: ("række over overskrifterne", "rækker over overskrifterne"),
    Reason.REPEATED: ("række, der gentager overskrifterne", "rækker, der gentager overskrifterne"),
    Reason.FILTERED: ("række, som et filter i arket skjuler", "rækker, som et filter i arket skjuler"),
    Reason.NOTHING_CHOSEN: ("række uden noget i de valgte kolonner", "rækker uden noget i de valgte kolonner"),
    Reason.UNWANTED: ("række, som du har fjernet fluebenet ved", "rækker, som du har fjernet fluebenet ved"),
    Reason.EMPTY: ("tom række", "tomme rækker"),
}
_SHORT = {
    Reason.SUM: "sum",
    Reason.ABOVE: "over tabellen",
    Reason.REPEATED: "overskrifter",
    Reason.FILTERED: "skjult af filter",
    Reason.NOTHING_CHOSEN: "intet valgt",
    Reason.UNWANTED: "fravalgt",
}
_MAY_BE_PROJECTS = "Er det projekter, så sæt flueben ved dem."
_MAY_BE_A_PROJECT = "Er det et projekt, så sæt flueben ved det."


def outcome_words(row: LeftOutRow) -> str:
    """Returns what the preview shows of a row that becomes no project."""
    return f"Udeladt: {_SHORT[row.reason]}"


def left_out_remarks(plan: Plan, round_: Round) -> list[Remark]:
    """Returns what is left out, row by row and column by column, with the reasons."""
    remarks = [_on_rows(rows) for reason in _ROWS if (rows := [row for row in plan.left_out if row.reason is reason])]
    lacking = [column for column in plan.columns_left_out if column.lacks_year]
    if lacking:
        named = " og ".join(f"»{_heading(column)}«" for column in lacking[:_MOST_NAMED])
        remarks.insert(0, (State.ATTENTION, f"Udeladt: {named}. Hvilket år? Vælg det over kolonnen."))
    if not plan.rows:
        return remarks
    headings = [row for row in plan.left_out if row.reason is Reason.HEADINGS]
    if len(headings) > 1:
        named = _named(row.words for row in headings)
        remarks.append(
            (State.INFORMATION, f"{counted(len(headings), 'række', 'rækker')} er læst som overskrifter{named}.")
        )
    skipped = [column for column in plan.columns_left_out if not column.doubled and not column.lacks_year]
    if skipped:
        named = _named(_heading(column) for column in skipped)
        cells = counted(sum(column.cells for column in skipped), "celle", "celler")
        many = counted(len(skipped), "kolonne", "kolonner")
        remarks.append((State.INFORMATION, f"Udeladt: {many} med {cells}{named}."))
    remarks.extend(_on_doubled(column, round_) for column in plan.columns_left_out if column.doubled)
    return remarks


def _on_rows(rows: list[LeftOutRow]) -> Remark:
    reason = rows[0].reason
    sentence = f"Udeladt: {counted(len(rows), *_ROWS[reason])}{_named(row.words for row in rows)}."
    if reason is Reason.FILTERED or (reason is Reason.ABOVE and any(row.has_figures for row in rows)):
        return State.ATTENTION, f"{sentence} {_MAY_BE_A_PROJECT if len(rows) == 1 else _MAY_BE_PROJECTS}"
    return State.INFORMATION, sentence


def _on_doubled(column: LeftOutColumn, round_: Round) -> Remark:
    label = own_label(field_path(column.doubled.replace("[]", "[0]")), round_)
    return (
        State.ATTENTION,
        f"Udeladt: Kolonnen »{_heading(column)}«. En anden er læst som »{label}«. Er det den rigtige?",
    )


def _heading(column: LeftOutColumn) -> str:
    return printable(column.heading, _LONGEST_NAME) or f"Kolonne {column.column + 1}"


def _named(names: Iterable[str]) -> str:
    """Returns the names in brackets, or "" without any."""
    shown = [f"»{printable(name, _LONGEST_NAME)}«" for name in names if name]
    more = ", …" if len(shown) > _MOST_NAMED else ""
    return f" ({', '.join(shown[:_MOST_NAMED])}{more})" if shown else ""
