"""Measures a receipt against the smallest document that reportlab makes."""

import sys
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.benchmarks.measures import Comparison
from tests.benchmarks.processes import compare_processes, environment_in
from tests.benchmarks.texts import prose

_LIBRARY = FormLibrary(forms_folder())
_APPROVED_AT = datetime(2024, 5, 6, 14, 32, tzinfo=UTC)
_THIS_FILE = "tests.benchmarks.receipts"


def measure(*, quick: bool) -> list[Comparison]:
    """Measures warm, in one process, and cold, as the first document of a process."""
    turns = 5 if quick else 30
    make_receipt()
    make_smallest()
    warm = [(_time_receipt(), _time_smallest()) for _turn in range(turns)]
    with TemporaryDirectory() as work:
        cold = compare_processes(
            "receipt, first of a process",
            ["-m", _THIS_FILE, "receipt"],
            ["-m", _THIS_FILE, "smallest"],
            environment_in(Path(work)),
            3 if quick else 11,
        )
    return [Comparison("receipt, warm", [ours for ours, _bare in warm], [bare for _ours, bare in warm]), cold]


def make_receipt() -> bytes:
    """Makes the receipt of an approved application with texts of almost maximum length."""
    from botilbud_desktop.documents.pdf.make import make_document
    from botilbud_desktop.rules.assessment import assess

    application = _application()
    form = _LIBRARY.round(application.round)
    today = _APPROVED_AT.date()
    assessment = assess(application, form, today)
    return make_document(DocumentKind.RECEIPT, application, form, assessment, today, resources_folder())


def make_smallest() -> bytes:
    """Makes one page with one word in a standard font."""
    import_module("botilbud_desktop.documents.pdf.engine")  # must come first: the program imports reportlab only here
    from reportlab.pdfgen.canvas import Canvas

    written = BytesIO()
    canvas = Canvas(written)
    canvas.drawString(72, 720, "Kvittering")
    canvas.save()
    return written.getvalue()


def _application() -> Application:
    application = read_draft(example_drafts()[0].path, _LIBRARY).application
    for path, length in (("description", 3990), ("projects[0].description", 990), ("projects[1].description", 990)):
        application = with_value(application, field_path(path), prose(length))
    return approved(application, "Mette Ågesen", _APPROVED_AT)


def _time_receipt() -> float:
    started = perf_counter()
    make_receipt()
    return perf_counter() - started


def _time_smallest() -> float:
    started = perf_counter()
    make_smallest()
    return perf_counter() - started


if __name__ == "__main__":
    print(len({"receipt": make_receipt, "smallest": make_smallest}[sys.argv[1]]()))
