"""A draft as plain text when the form of its round is not there: all its values, labelled as in any round."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_order import PROJECTS, application_fields, project_fields
from botilbud_desktop.domain.field_path import FieldPath, project_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.domain.value_formatter import ValueFormatter

_LIMIT = re.compile(r" \([^()]*tegn[^()]*\)")
_ANY_LAW = "puljens lovgrundlag"
_MISSING = "Programmet har ikke skemaet for kladdens ansøgningsrunde."
_OTHER = "Kladden passer ikke til skemaet for dens ansøgningsrunde, som programmet har det."
_INTRODUCTION = (
    "Her står alt, hvad der er skrevet i kladden, men ikke i skemaets rækkefølge, og uden optælling og kriterier."
)


def as_text_without_round(application: Application, known: Round, *, is_there: bool = False) -> str:
    """Returns all that was written in the draft, as lines of a label and a value.

    `known` is any round: only its words for values are used, not what it says of columns, limits or years. `is_there`
    is whether it is the draft's own, which lacks something.
    """
    stand_in = replace(known, fields=tuple(_of_any_round(field, known.eligible_law) for field in known.fields))
    lines = [f"Ansøgningsrunde: {application.round}", "", f"{_OTHER if is_there else _MISSING} {_INTRODUCTION}", ""]
    for path in application_fields(stand_in):
        if path == PROJECTS:
            for index, project in enumerate(application.projects):
                lines += ["", f"Projekt {index + 1}", *_project(project, index, stand_in)]
            lines.append("")
        else:
            lines += _value(value_at(application, path), path, stand_in)
    return normalise("\n".join(lines).rstrip() + "\n")


def _project(project: Project, index: int, stand_in: Round) -> Iterator[str]:
    years = {*project.loan}
    for field in project_fields(stand_in, project.loan):
        if field[:1] != ("loan",) or field[1] in years:
            yield from _value(value_at(project, field), FieldPath((*project_path(index), *field)), stand_in)


def _value(value: object, path: FieldPath, stand_in: Round) -> Iterator[str]:
    text = ValueFormatter(stand_in).text(value, path)
    label = label_with_unit(path, stand_in)
    if "\n" in text:
        yield from (f"{label}:", text, "")
    elif text:
        yield f"{label}: {text}"


def _of_any_round(field: FormField, law: str) -> FormField:
    """Returns a field without what its form says of it; `law` is what its pool covers."""
    label = _LIMIT.sub("", field.label).replace(law, _ANY_LAW)
    return replace(field, column="", limit=None, label=label)
