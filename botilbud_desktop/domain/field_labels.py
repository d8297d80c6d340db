"""The labels of fields outside their own page, such as `Projekt 2 · B. Lån i 2026`."""

import re

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field

_LACKING = {"projects[].description": "Beskrivelse af projektet"}
"""What a draft may hold though the round has no field for it."""
ORDER_OF_PROJECTS = "Projekternes rækkefølge"
APPROVALS = "Godkendelser"

_SEPARATOR = " · "
_VOLUNTARY = " (frivilligt)"
_HINT_AT_END = re.compile(r" \([^()]*\)\Z")


def full_label(path: FieldPath, round_: Round) -> str:
    """Returns the label of the field at `path` of a draft, after the label of its project or group.

    Hints in parentheses at the end of the form's labels, such as the unit or »frivilligt«, are left out. `projects`
    stands for the order of the projects; `projects[1]` gives `Projekt 2`, and `contacts.phones` gives
    `Kontaktoplysninger · Telefonnumre`. The verdict on one required content has its title: `… · 3. Bedre prissætning`.
    """
    if path == field_path("projects"):
        return ORDER_OF_PROJECTS
    if path == field_path("approvals"):
        return APPROVALS
    labels = [
        own_label(above, round_)
        for above in _prefixes(path)
        if round_.field(above.form_path) or above.form_path in _LACKING
    ]
    if path.project is not None:
        labels.insert(0, f"{round_.row_wording} {path.project + 1}")
    elif path[:1] == ("contacts",):
        labels.insert(0, Step(StepKind.CONTACTS).title)
    elif path[:1] == ("judged_contents",) and len(path) > 1:
        labels.append(content_label(str(path[1]), round_))
    return _SEPARATOR.join(labels) or step_of_field(path).title


def content_label(number: str, round_: Round) -> str:
    """Returns the number of a required content with its title, as far as the round has it: `3. Bedre prissætning`."""
    titles = (content.title for content in round_.required_contents if str(content.number) == number)
    return " ".join((f"{number}.", *titles))


def own_label(path: FieldPath, round_: Round) -> str:
    """Returns the label of the field at `path` alone, such as `B. Lån i 2026`."""
    field = round_.nearest_field(path)
    if field is None:
        return _LACKING.get(path.form_path) or step_of_field(path).title
    return _without_hint(field)


def label_with_unit(path: FieldPath, round_: Round) -> str:
    """Returns the label of the field at `path` as on paper: with its unit, but not that it is voluntary.

    A loan in a year that the form lacks gets the label of another year's.
    """
    field = round_.nearest_field(path)
    if field is not None:
        return field.lettered_label.removesuffix(_VOLUNTARY)
    if path[-2:-1] == ("loan",):
        known = round_.field(FieldPath((*path[:-1], round_.year_keys[-1])).form_path)
        return "" if known is None else known.label.replace(round_.year_keys[-1], str(path[-1]))
    return own_label(path, round_)


def line_text(path: str, text: str) -> str:
    """Returns `text` about the field at `path`, after the project that the field belongs to."""
    step = step_of_field(path)
    return f"{step.title}: {text}" if step.project is not None else text


def joined_label(*parts: str) -> str:
    """Joins labels from the largest part to the smallest, such as `Projekt 2 · Slettet`."""
    return _SEPARATOR.join(parts)


def _prefixes(path: FieldPath) -> list[FieldPath]:
    return [FieldPath(path[:length]) for length in range(1, len(path) + 1)]


def _without_hint(field: FormField) -> str:
    return _HINT_AT_END.sub("", field.lettered_label)
