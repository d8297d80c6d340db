"""The web form's fields as plain text in the form's order, for typing into it. Does not load reportlab."""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.domain.web_form.form_fields import WebField, web_fields


def as_text(application: Application, round_: Round) -> str:
    """Returns each field's label and, on the next line, its value as the web form accepts it, or an empty line.

    Amounts are plain digits (22900), dates dd/mm/åååå, addresses have semicolons, descriptions are as typed.
    """
    heading = f"{round_.title}\n{round_.id}\n"
    fields = (f"{_label(field, round_)}\n{field.value}\n" for field in web_fields(application, round_))
    return normalise("\n".join([heading, *fields]))


def _label(field: WebField, round_: Round) -> str:
    if field.project is None:
        return field.wording
    return f"{round_.row_wording} {field.project + 1}, {field.column}. {field.wording}"
