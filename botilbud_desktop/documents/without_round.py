"""A draft when the form of its round is not there: all its values, labelled as in any round, and as plain text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.documents.plain_text.blocks import joined
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_order import PROJECTS, application_fields, project_fields
from botilbud_desktop.domain.field_path import FieldPath, project_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.value_formatter import ValueFormatter

ROUND_LABEL = "Ansøgningsrunde"
_LIMIT = re.compile(r" \([^()]*tegn[^()]*\)")
_ANY_LAW = "puljens lovgrundlag"
_MISSING = "Programmet har ikke skemaet for kladdens ansøgningsrunde."
_OTHER = "Kladden passer ikke til skemaet for dens ansøgningsrunde, som programmet har det."
_ALL = "alt, hvad der er skrevet i kladden"
_FOR_COLLEAGUES = "det, der er skrevet i kladden, undtagen interne noter og kommentarer"


class Stated(NamedTuple):
    """A value that the draft holds, with its label; without a label it is where a part begins."""

    part: str
    """What the value is of: `Projekt 1`; empty for the application."""
    label: str = ""
    text: str = ""


def introduction(*, is_there: bool, is_for_colleagues: bool = False) -> str:
    """Returns why the form is not used, and what is there instead.

    `is_there` is that of `as_text_without_round`; `is_for_colleagues` whether what is internal was left out.
    """
    what = _FOR_COLLEAGUES if is_for_colleagues else _ALL
    said = f"Her står {what}, men ikke i skemaets rækkefølge, og uden optælling og kriterier."
    return f"{_OTHER if is_there else _MISSING} {said}"


def for_colleagues(application: Application) -> Application:
    """Returns the application without what its own caseworkers note beside it: such papers leave the municipality."""
    return replace(application, internal_notes="", comments=(), judged_contents={}, inserted_facts=())


def as_text_without_round(application: Application, known: Round, *, is_there: bool = False) -> str:
    """Returns all that was written in the draft, as lines of a label and a value.

    `known` is any round: only its words for values are used, not what it says of columns, limits or years. `is_there`
    is whether it is the draft's own, which lacks something.
    """
    blocks: list[list[str]] = [[f"{ROUND_LABEL}: {application.round}"], [introduction(is_there=is_there)], []]
    for part, label, text in stated_values(application, known):
        if not label:
            blocks.append([part] if part else [])
        elif "\n" in text:
            blocks += [[f"{label}:", text.strip("\n")], []]
        else:
            blocks[-1].append(f"{label}: {text}")
    return joined(blocks)


def stated_values(application: Application, known: Round) -> Iterator[Stated]:
    """Yields all that was written in the draft; each project, and what follows them, begins with a value of no label.

    `known` is that of `as_text_without_round`.
    """
    stand_in = replace(known, fields=tuple(_of_any_round(field, known.eligible_law) for field in known.fields))
    for path in application_fields(stand_in):
        if path == PROJECTS:
            for index, project in enumerate(application.projects):
                yield from _project(project, index, stand_in)
            yield Stated("")
        else:
            yield from _value("", value_at(application, path), path, stand_in)


def _project(project: Project, index: int, stand_in: Round) -> Iterator[Stated]:
    part = f"Projekt {index + 1}"
    yield Stated(part)
    for field in project_fields(stand_in, project.loan):
        if field[:1] != ("loan",) or field[1] in project.loan:
            path = FieldPath((*project_path(index), *field))
            yield from _value(part, value_at(project, field), path, stand_in)


def _value(part: str, value: object, path: FieldPath, stand_in: Round) -> Iterator[Stated]:
    text = ValueFormatter(stand_in).text(value, path)
    if text:
        yield Stated(part, label_with_unit(path, stand_in), text)


def _of_any_round(field: FormField, law: str) -> FormField:
    """Returns a field without what its form says of it; `law` is what its pool covers."""
    label = _LIMIT.sub("", field.label).replace(law, _ANY_LAW)
    return replace(field, column="", limit=None, label=label)
