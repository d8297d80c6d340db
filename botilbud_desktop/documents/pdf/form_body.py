"""The ministry's form, filled in, in its order: the parts that the view and the receipt share."""

from botilbud_desktop.documents.pdf.blocks import limited_text
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.project_table import projects_table
from botilbud_desktop.documents.pdf.structure.flowables import as_list
from botilbud_desktop.documents.pdf.tables import label_value_table
from botilbud_desktop.documents.pdf.text import ministry_paragraphs
from botilbud_desktop.documents.pdf.theme import Theme
from botilbud_desktop.documents.values import municipality_name
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.values import AS_PRINTED, application_value, written

_LABEL_WIDTH: float = 62 * mm
_CONTACTS = "contacts."


def form_opening(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the title, the applicant and the deadline."""
    applicant = round_.applicant_wording.rstrip(":")
    return [
        *ministry_paragraphs(round_.title, theme.title),
        label_value_table([(applicant, municipality_name(application, round_))], theme, 26 * mm),
        Spacer(1, 8),
        *ministry_paragraphs(round_.deadline, theme.body),
    ]


def form_fields(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the table of projects and the overall description."""
    return [*projects_table(application, round_, theme), *_description(application, round_, theme)]


def form_contacts(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the caseworkers that the ministry may contact: a heading and a table, to be kept together."""
    pairs = [
        (field.wording or field.label, written(application_value(field, application, round_), AS_PRINTED))
        for field in round_.fields
        if field.path.startswith(_CONTACTS)
    ]
    return [
        *ministry_paragraphs(round_.contacts_heading, theme.heading),
        label_value_table(pairs, theme, _LABEL_WIDTH),
    ]


def _description(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    field = round_.field("description")
    label = "Samlet beskrivelse" if field is None else field.label
    limit = None if field is None else field.limit
    contents = as_list(
        [
            (f"{item.number}.", ministry_paragraphs(f"{item.number}.  {item.text}", theme.quiet_item))
            for item in round_.required_contents
        ]
    )
    return [
        Spacer(1, 14),
        *ministry_paragraphs(round_.description_introduction, theme.quiet),
        *contents,
        Spacer(1, 3),
        *ministry_paragraphs(round_.documentation, theme.quiet),
        *limited_text(label, application.description, limit, theme),
    ]
