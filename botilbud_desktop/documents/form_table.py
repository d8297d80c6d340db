"""What stands in and below the ministry's table of projects besides the values of its columns, as on every paper."""

from collections.abc import Sequence

from botilbud_desktop.documents.values import left_out_places
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.totals import total_eligible_places, total_loans
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import AS_PRINTED, FormValue, totals_row, written
from botilbud_desktop.rules.wording import all_of

NOT_USED = "Ikke brugt"
"""The name in a row of the form that has no project."""
_TOO_MANY_MARK = "*"


def row_label(index: int, round_: Round) -> str:
    """Returns the number of a row, marked where the form has no such row."""
    return f"{index + 1}{_TOO_MANY_MARK if index >= round_.max_projects else ''}"


def too_many_projects(application: Application, round_: Round) -> str:
    """Returns what the mark at a row means; empty while the form has room for all projects."""
    if len(application.projects) <= round_.max_projects:
        return ""
    return (
        f"{_TOO_MANY_MARK} Skemaet har kun plads til {counted(round_.max_projects, 'projekt', 'projekter')}. "
        "De markerede projekter kan "
        f"ikke indtastes i det. {round_.more_projects}"
    )


def left_out_lines(application: Application, round_: Round) -> list[str]:
    """Returns a line for each project with places that the columns of new places do not count."""
    letters = [column.column for column in round_.columns if kind_of(column.path) is FieldKind.EXPANSION]
    where = f"i {all_of(letters)}" if letters else "som nye pladser"
    return [
        f"{round_.row_wording} {index + 1}: {left_out}"
        for index, project in enumerate(application.projects)
        if (left_out := left_out_places(project, round_, where))
    ]


def totals_of(columns: Sequence[FormField], application: Application, round_: Round) -> list[FormValue]:
    """Returns what stands below each of the columns: the word for totals, the sum of a year, else None."""
    totals = totals_row(round_, total_loans(application, round_), total_eligible_places(application, round_))
    by_path = dict(zip((column.path for column in round_.columns), totals, strict=True))
    return [by_path[column.path] for column in columns]


def total_text(total: FormValue) -> str:
    """Returns a total as printed; empty without one."""
    return "" if total is None else written(total, AS_PRINTED)
