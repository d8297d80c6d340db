"""Makes documents: chooses the story for each kind, and the texts on every page."""

from datetime import date
from pathlib import Path

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.documents.pdf.allocation import allocation_story
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.frame import PageTexts, build
from botilbud_desktop.documents.pdf.project_sheet import project_sheet_story
from botilbud_desktop.documents.pdf.receipt import receipt_story, receipt_warning
from botilbud_desktop.documents.pdf.theme import Theme, load_theme
from botilbud_desktop.documents.pdf.view import view_story
from botilbud_desktop.documents.status_line import status_line
from botilbud_desktop.documents.values import case_number, login_name, municipality_name, round_name
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.results import Assessment


def make_document(
    kind: DocumentKind, application: Application, round_: Round, assessment: Assessment, today: date, resources: Path
) -> bytes:
    """Returns one PDF. The same content gives the same bytes, while it is approved on any day.

    Args:
        kind: which document.
        application: what it shows.
        round_: the round of the application.
        assessment: the results of the rules for the application.
        today: the day of printing.
        resources: the folder that holds `fonts`.

    Raises:
        OSError: a font cannot be read.
    """
    theme = load_theme(resources)
    is_receipt = kind is DocumentKind.RECEIPT
    warning = receipt_warning(application) if is_receipt else ""
    name = DOCUMENT_NAMES[kind].page_title
    texts = PageTexts(
        name=f"{name} ({warning})" if warning else name,
        municipality=municipality_name(application, round_),
        login=login_name(application, round_),
        round=round_name(round_),
        case_number=case_number(application),
        status=status_line(application, today),
        warning=warning,
    )
    return build(_story(kind, application, round_, assessment, theme), texts, theme)


def load(resources: Path) -> None:
    """Loads what the first document needs; with the import of this module that takes some 200 ms.

    Raises:
        OSError: a font cannot be read.
    """
    load_theme(resources)


def _story(
    kind: DocumentKind, application: Application, round_: Round, assessment: Assessment, theme: Theme
) -> list[Flowable]:
    match kind:
        case DocumentKind.VIEW:
            return view_story(application, round_, theme)
        case DocumentKind.RECEIPT:
            return receipt_story(application, round_, assessment, theme)
        case DocumentKind.PROJECT_SHEET:
            return project_sheet_story(application, round_, theme)
        case DocumentKind.ALLOCATION:
            return allocation_story(application, round_, assessment, theme)
