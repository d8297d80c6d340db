"""The fields of an application and of a project in the order of the form.

A field is the unit of a change or a conflict: a value, a whole list of rows or a whole cost plan. All fields of the
models are included; of those that the form lacks some follow another one (`FOLLOWS`), and the others come last.
"""

from collections.abc import Iterable
from math import inf

from botilbud_desktop.domain.application import Applicant, Application, Contacts, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.model import Model, field_names
from botilbud_desktop.domain.notes.records import CoverNote
from botilbud_desktop.domain.own_fields import FOLLOWS
from botilbud_desktop.domain.round import Round

PROJECTS = field_path("projects")

_SAME_IN_ALL_COPIES = ("format", "format_version", "id", "round")
_GROUPS: dict[str, type[Model]] = {"applicant": Applicant, "contacts": Contacts, "cover_note": CoverNote}
_IN_A_PROJECT = "projects[]."


def application_fields(round_: Round) -> tuple[FieldPath, ...]:
    """Returns the paths of all fields but format, id and round; `projects` stands for all content of the projects."""
    paths: list[FieldPath] = []
    for name in field_names(Application):
        if name in _GROUPS:
            paths.extend(FieldPath((name, part)) for part in field_names(_GROUPS[name]))
        elif name not in _SAME_IN_ALL_COPIES:
            paths.append(FieldPath((name,)))
    return _in_order(paths, [field.path.partition("[]")[0] for field in round_.fields])


def project_fields(round_: Round, years: Iterable[str] = ()) -> tuple[FieldPath, ...]:
    """Returns the paths, below a project, of all its fields but the id; the loan of each year is a separate field.

    Args:
        round_: the form, with its years.
        years: further years of loans, besides those of the form.
    """
    paths: list[FieldPath] = []
    for name in field_names(Project):
        if name == "loan":
            paths.extend(FieldPath((name, year)) for year in dict.fromkeys((*round_.year_keys, *years)))
        elif name != "id":
            paths.append(FieldPath((name,)))
    in_projects = [field.path for field in round_.fields if field.path.startswith(_IN_A_PROJECT)]
    return _in_order(paths, [path.removeprefix(_IN_A_PROJECT) for path in in_projects])


def _in_order(paths: Iterable[FieldPath], on_the_form: list[str]) -> tuple[FieldPath, ...]:
    positions: dict[str, int] = {}
    for position, path in enumerate(on_the_form):
        positions.setdefault(path, position)

    def place_of(path: str) -> tuple[float, ...]:
        if path in positions:
            return (positions[path],)
        return (*place_of(FOLLOWS[path]), 1) if path in FOLLOWS else (inf,)

    return tuple(sorted(paths, key=lambda path: place_of(str(path))))
