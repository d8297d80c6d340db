"""The kinds of documents: their names on the command line and in Danish."""

from enum import StrEnum
from typing import NamedTuple


class DocumentKind(StrEnum):
    """A document that can be printed, by the name that the command line uses."""

    VIEW = "view"
    """The ministry's form, filled in (*Vis*)."""
    RECEIPT = "receipt"
    """The form with the internal approval and a signature line (*kvittering*)."""
    PROJECT_SHEET = "project-sheet"
    """A sheet for each project, as in the second form (*projektskema*)."""
    ALLOCATION = "allocation"
    """How the loan was derived from the cost plans (*fordelingsark*)."""


def kinds_for(*, has_project_sheet: bool) -> tuple[DocumentKind, ...]:
    """Returns the papers of a draft besides the receipt: a round without the second form has no project sheets."""
    sheets = (DocumentKind.PROJECT_SHEET,) if has_project_sheet else ()
    return (DocumentKind.VIEW, *sheets, DocumentKind.ALLOCATION)


class DocumentNames(NamedTuple):
    """The Danish names of a document."""

    page_title: str
    """At the top of its pages."""
    window_title: str
    """In the definite form, since a draft has only one of each; capitalised as at the start of a sentence."""
    file_name_part: str


DOCUMENT_NAMES = {
    DocumentKind.VIEW: DocumentNames("Ansøgningsskema", "Skemaet", "skema"),
    DocumentKind.RECEIPT: DocumentNames("Kvittering", "Kvitteringen", "kvittering"),
    DocumentKind.PROJECT_SHEET: DocumentNames("Projektskema", "Projektskemaerne", "projektskemaer"),
    DocumentKind.ALLOCATION: DocumentNames("Fordeling af udgifter", "Fordelingen", "fordeling"),
}
