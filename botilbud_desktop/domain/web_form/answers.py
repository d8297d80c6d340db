"""The answers as they would appear in the web form, in its order, for review before approval."""

from collections.abc import Mapping
from itertools import chain, groupby
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field
from botilbud_desktop.domain.text.counting import TextCount, count_characters
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import with_form_date_hint
from botilbud_desktop.domain.web_form.entries import FormEntry, form_entries
from botilbud_desktop.domain.web_form.values import AS_PRINTED, written

_NOTHING_COUNTED: Mapping[str, TextCount] = {}
_ALSO_ON_PAPER = ("case_number",)
"""The ministry does not ask for it, but it is at the top of the documents."""


class Answer(NamedTuple):
    """One field of the form with its answer as text, and the path of the field to edit."""

    label: str
    text: str
    path: FieldPath


class AnswerGroup(NamedTuple):
    """The answers that belong together, such as those of one project."""

    title: str
    answers: tuple[Answer, ...]


def answers(
    application: Application, round_: Round, counted: Mapping[str, TextCount] = _NOTHING_COUNTED
) -> tuple[AnswerGroup, ...]:
    """Returns all answers, in the order of the ministry's form; empty ones read *Ikke angivet*.

    `counted` holds the lengths of texts that were counted already, by the path of the field.
    """
    before, rows, after = form_entries(application, round_, _ALSO_ON_PAPER)
    entries = (*before, *chain.from_iterable(rows), *after)
    return tuple(
        AnswerGroup(_title(step, round_), tuple(_answer(entry, counted) for entry in group))
        for step, group in groupby(entries, key=lambda entry: step_of_field(entry.path))
    )


def _title(step: Step, round_: Round) -> str:
    if step.project is not None:
        return f"{round_.row_wording} {step.project + 1}"
    return round_.applicant_wording.rstrip(":") if step.kind is StepKind.APPLICANT else step.title


def _answer(entry: FormEntry, counted: Mapping[str, TextCount]) -> Answer:
    text = written(entry.value, AS_PRINTED)
    label, limit = with_form_date_hint(entry.field.lettered_label), entry.field.limit
    if limit is not None:
        length = counted.get(str(entry.path)) or count_characters(text)
        label = f"{label} ({format_number(length.submitted)} af {format_number(limit)} tegn)"
    return Answer(label, text.strip() or NOT_STATED, entry.edited_at)
