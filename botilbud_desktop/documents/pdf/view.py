"""*Vis*: the ministry's form, filled in, with an appendix on what the ministry weighs."""

from botilbud_desktop.documents.pdf.blocks import together
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.form_body import form_contacts, form_fields, form_opening
from botilbud_desktop.documents.pdf.theme import Theme
from botilbud_desktop.documents.pdf.weighting_appendix import weighting_appendix
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round


def view_story(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the form from its title to the contacts, then the appendix."""
    return [
        *form_opening(application, round_, theme),
        *form_fields(application, round_, theme),
        *together(form_contacts(application, round_, theme)),
        *weighting_appendix(application, round_, theme),
    ]
