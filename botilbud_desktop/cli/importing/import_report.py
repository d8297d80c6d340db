"""The report of `import` for people: what was found, where and how sure it is, what is left out and what is missing."""

from collections.abc import Iterator, Sequence
from functools import partial

from botilbud_desktop.cli.text_layout import wrapped
from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.field_labels import full_label, own_label
from botilbud_desktop.domain.field_order import project_fields
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of, year_of

_LONGEST_VALUE = 300
_LONGEST_TEXT = 200
_LONGEST_NAME = 60
_KINDS = {"table": "tabel", "workbook": "regneark", "word": "Word-dokument", "pdf": "PDF", "text": "tekst"}
_NOT_SURE = "Ikke sikkert: "
_NO_VALUES = "Der er ikke fundet noget til kladden."


def report(kind: str, proposal: Proposal, round_: Round) -> Iterator[str]:
    """Yields the lines of the report on a file of a kind."""
    values = proposal.values
    yield f"Læst som {_KINDS[kind]} til »{round_.short_title}«"
    projects = sorted({value.field.project for value in values if value.field.project is not None})
    if not values:
        yield from ("", _NO_VALUES)
    of_application = [value for value in values if value.field.project is None]
    yield from _section("Ansøgningen", of_application, round_)
    for project in projects:
        of_project = [value for value in values if value.field.project == project]
        yield from _section(_title(project, of_project, round_), of_project, round_)
    yield from _left_out(proposal.left_out)
    yield from _not_found(values, projects, round_)


def title_of(project: int, values: Sequence[Proposed], round_: Round) -> str:
    """Returns what a proposed project is called: its number, and its name where it has one."""
    return _title(project, [value for value in values if value.field.project == project], round_)


def _title(project: int, values: Sequence[Proposed], round_: Round) -> str:
    name = next((str(value.value) for value in values if value.field[2:] == ("name",)), "")
    number = f"{round_.row_wording} {project + 1}"
    return f"{number} »{_bounded(name, _LONGEST_NAME)}«" if name.strip() else number


def _section(heading: str, values: Sequence[Proposed], round_: Round) -> Iterator[str]:
    if not values:
        return
    yield from ("", heading)
    formatter = ValueFormatter(round_)
    order = [FieldPath(("projects", 0, *field)) for field in project_fields(round_)]
    for value in sorted(values, key=partial(_rank, order)):
        text = formatter.text(value.value, value.field) or NOT_STATED
        shown = " ".join(_bounded(text, _LONGEST_VALUE).split("\n"))
        yield from wrapped(f"{_label(value, round_)}: {shown} [{value.source}]", "  ")
        if value.remark:
            yield from wrapped(value.remark if value.is_sure else f"{_NOT_SURE}{value.remark}", "    ")
        elif not value.is_sure:
            yield f"    {_NOT_SURE.strip(': ')}."


def _rank(order: Sequence[FieldPath], value: Proposed) -> int:
    """Returns where a value stands among those of its project: in the order of the form."""
    if value.field.project is None:
        return 0
    path = FieldPath(("projects", 0, *value.field[2:]))
    return next((rank for rank, field in enumerate(order) if path.starts_with(field)), len(order))


def _label(value: Proposed, round_: Round) -> str:
    """Returns the label of a value's field, without its project."""
    label = full_label(value.field, round_)
    if value.field.project is None:
        return label
    return label.removeprefix(full_label(FieldPath(value.field[:2]), round_)).removeprefix(" · ") or label


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    if not left_out:
        return
    yield from ("", "Udeladt")
    for one in left_out:
        text = " ".join(one.text.split())
        quoted = f": »{_bounded(text, _LONGEST_TEXT)}«{'' if text.endswith(('.', '?', '!')) else '.'}" if text else ":"
        yield from wrapped(f"{one.source}{quoted} {one.why}", "  ")


def _not_found(values: Sequence[Proposed], projects: Sequence[int], round_: Round) -> Iterator[str]:
    """Yields what the ministry's form asks for and the file does not tell."""
    found = {value.field for value in values}
    lines = []
    whole = [
        field_path(field.path)
        for field in round_.fields
        if field.wording and not field.path.startswith(IN_A_PROJECT) and "[]" not in field.path
    ]
    missing = [own_label(path, round_) for path in whole if not any(one.starts_with(path) for one in found)]
    if missing:
        lines.append(f"Ansøgningen: {', '.join(missing)}")
    for project in projects:
        of_project = [value for value in values if value.field.project == project]
        missing = [
            own_label(field_path(column.path.replace("[]", "[0]")), round_)
            for column in round_.columns
            if not _is_found(column.path, of_project)
        ]
        if missing:
            lines.append(f"{_title(project, of_project, round_)}: {', '.join(missing)}")
    if lines:
        yield from ("", "Ikke fundet")
    for line in lines:
        yield from wrapped(line, "  ")


def _is_found(path: str, values: Sequence[Proposed]) -> bool:
    """Whether a column of the form has a value; places of a year are rows."""
    if kind_of(path) is FieldKind.EXPANSION:
        groups = [value.value for value in values if isinstance(value.value, PlaceGroup)]
        return any(str(group.year) == year_of(path) for group in groups)
    return any(value.field.form_path == path for value in values)


def _bounded(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
