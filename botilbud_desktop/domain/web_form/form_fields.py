"""The web form's fields in its order, each with the value exactly as the form accepts it.

The text export prints this list, and the transfer copies from it.
"""

from itertools import chain
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.domain.values.dates import with_form_date_hint
from botilbud_desktop.domain.web_form.entries import FormEntry, form_entries, row_entries
from botilbud_desktop.domain.web_form.values import AS_TYPED, written


class WebField(NamedTuple):
    """One field of the web form and the value to enter in it."""

    path: FieldPath
    """The path of the field; a year's new places are `projects[0].expansion.2025`."""
    edited_at: FieldPath
    """The path in the draft of the data that the value is made from."""
    label: str
    """The program's label with its unit, such as `Lån i 2025 (hele 1.000 kr.)`."""
    wording: str
    """The words beside the field in the web form; the label where the form has a whole paragraph."""
    value: str
    """Exactly what the form accepts: `22900`, `30/11/2025`, texts as typed with LF; empty when not stated."""
    column: str = ""
    """The letter of its column in the table of projects."""
    limit: int | None = None
    """The most characters that the form accepts; None when it states no limit."""

    @property
    def project(self) -> int | None:
        """The row of the table, counted from 0, or None."""
        return self.path.project

    @property
    def is_stated(self) -> bool:
        """Whether there is anything to transfer."""
        return bool(self.value.strip())


def web_fields(application: Application, round_: Round, more_rows: tuple[WebField, ...] = ()) -> tuple[WebField, ...]:
    """Returns all fields in the order of the form.

    Projects beyond the last row of the form are included, see `fits`. `more_rows` follow the projects' rows.
    """
    before, rows, after = form_entries(application, round_)
    above = (*before, *chain.from_iterable(rows))
    return (
        *(_web_field(entry, round_) for entry in above),
        *more_rows,
        *(_web_field(entry, round_) for entry in after),
    )


def emptied_row(round_: Round, index: int) -> tuple[WebField, ...]:
    """Returns the fields, all empty, of a row of the table that no project of the draft fills any more."""
    nothing = Project.model_construct(id="")
    return tuple(_web_field(entry, round_) for entry in row_entries(nothing, index, round_))


def fits(field: WebField, round_: Round) -> bool:
    """Whether the web form has room for the field: its table has no more rows than the round's most projects."""
    return field.project is None or field.project < round_.max_projects


def _web_field(entry: FormEntry, round_: Round) -> WebField:
    field = entry.field
    label = with_form_date_hint(field.label)
    is_paragraph = field.wording == round_.description_introduction
    return WebField(
        path=entry.path,
        edited_at=entry.edited_at,
        label=label,
        wording=label if is_paragraph else field.wording or label,
        value=normalise(written(entry.value, AS_TYPED)),
        column=field.column,
        limit=field.limit,
    )
