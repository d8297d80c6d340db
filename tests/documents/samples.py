"""Applications to print, and helpers that read the printed documents."""

from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.domain.application import Application, Contacts
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.paths import resources_folder
from tests.rules.samples import ROUND, TODAY, example

SHORT = "Målgruppen er borgere med behov for afskærmning."
DESCRIPTION = (
    "Projekterne udvider kapaciteten med 28 pladser for borgere med et komplekst støttebehov.\n"
    "100 pct. af pladserne er til rådighed for andre kommuner. Taksten bliver lavere end i dag.\n"
    "Vi søger om lån på 22,9 mio. kr. i 2025 og 20,7 mio. kr. i 2026.\n"
    "Pladserne tages i brug i 4. kvartal 2025 og 3. kvartal 2026. De ene er nyetablerede, de andre renoverede."
)
AALBORG = example("aalborg")
THISTED = example("thisted")
COMPLETE = replace(
    AALBORG,
    projects=tuple(replace(project, description=SHORT) for project in AALBORG.projects),
    description=DESCRIPTION,
    contacts=Contacts(
        names="Åse Ørsted, konsulent", phones="99 31 31 31", emails=("aase@aalborg.dk", "anlaeg@aalborg.dk")
    ),
    internal_notes="HEMMELIGT NOTAT",
)
APPROVED = approved(COMPLETE, "Inge Hansen", datetime(2024, 5, 10, 9, 12, tzinfo=timezone(timedelta(hours=2))))
CHANGED = replace(APPROVED, description=DESCRIPTION + " Rettet.")


def printed(kind: DocumentKind, application: Application, today: date = TODAY) -> bytes:
    """Returns the document as the program makes it on a day."""
    return make_document(kind, application, ROUND, assess(application, ROUND, today), today, resources_folder())


def read(pdf: bytes) -> Any:
    """Returns a `pypdf.PdfReader`; typed as `Any` because its own types are too wide to index."""
    return PdfReader(BytesIO(pdf), strict=True)


def pages(kind: DocumentKind, application: Application) -> list[str]:
    """Returns the text of each page as one line; words broken at the end of a line are joined again."""
    extracted = (page.extract_text() for page in read(printed(kind, application)).pages)
    return [" ".join(text.replace(f"{SOFT_HYPHEN}\n", "").split()) for text in extracted]


def text_of(kind: DocumentKind, application: Application) -> str:
    """Returns the text of all pages."""
    return " ".join(pages(kind, application))


def in_order(text: str, *parts: str) -> bool:
    """Whether `text` contains all `parts` in this order, without overlap."""
    position = 0
    for part in parts:
        position = text.find(part, position)
        if position < 0:
            return False
        position += len(part)
    return True
