"""What a field is called wherever it is spoken of away from its place: `Projekt 2 · B. Lån i 2026`."""

import re

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field

ORDER_OF_PROJECTS = "Projekternes rækkefølge"
APPROVALS = "Godkendelser"

_BETWEEN = " · "
_HINT_AT_END = re.compile(r" \([^()]*\)\Z")


def full_label(path: FieldPath, form: Round) -> str:
    """The label of the field at `path` of a draft, with its project or group before it.

    Hints in parentheses at the end of the form's labels, such as the unit or »frivilligt«, are left out. `projects`
    is the projects' order, `projects[1]` is `Projekt 2`; `contacts.phones` is `Kontaktoplysninger · Telefonnumre`.
    """
    if path == field_path("projects"):
        return ORDER_OF_PROJECTS
    if path == field_path("approvals"):
        return APPROVALS
    labels = [own_label(above, form) for above in _from_the_top(path) if form.field(above.form_path)]
    if path.project is not None:
        labels.insert(0, f"{form.row_wording} {path.project + 1}")
    elif path[:1] == ("contacts",):
        labels.insert(0, Step(StepKind.CONTACTS).title)
    return _BETWEEN.join(labels) or step_of_field(path).title


def own_label(path: FieldPath, form: Round) -> str:
    """The label of the field at `path` alone, such as `B. Lån i 2026`."""
    field = form.nearest_field(path)
    return step_of_field(path).title if field is None else _without_hint(field)


def line_text(path: str, text: str) -> str:
    """What is said of the field at `path`, with the project that it belongs to in front."""
    step = step_of_field(path)
    return f"{step.title}: {text}" if step.project is not None else text


def joined_label(*parts: str) -> str:
    """Labels of ever smaller things as one, such as `Projekt 2 · Slettet`."""
    return _BETWEEN.join(parts)


def _from_the_top(path: FieldPath) -> list[FieldPath]:
    return [FieldPath(path[:length]) for length in range(1, len(path) + 1)]


def _without_hint(field: FormField) -> str:
    return _HINT_AT_END.sub("", field.lettered_label)
