"""Makes the shown document in a thread: the first one also loads the PDF library, and a long one takes seconds."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.platform.waiting import stand_still
from botilbud_desktop.ui.preview.pdf_document import PdfDocument

AT_ONCE = 0.06
"""Seconds for which the window stands still for a short document, so that the pages do not flicker."""
_MOST_AT_ONCE = 20_000
"""Characters of free text that are laid out in some 40 ms; the form's own limits allow less than half of it."""
_WEIGHT_OF_A_LINE = 40
"""A line break takes as long to lay out as this many characters."""


class DocumentMaking(QObject):
    """Makes one document after another; of several requests only the newest is delivered."""

    made = Signal(object)
    """The `PdfDocument` of the newest request."""

    def __init__(self, resources: Path, parent: QObject) -> None:
        """`resources` is the folder that holds the fonts."""
        super().__init__(parent)
        self._resources = resources
        self._newest: Future[bytes] | None = None
        self._background: Background | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a document is still being made."""
        return self._newest is not None

    def ask(self, kind: DocumentKind, view: View) -> None:
        """Makes the document; a short one is delivered before this returns, unless the library is loaded first."""
        if self._background is None:
            self._background = Background("preview")
            self._background.setParent(self)
        newest = self._background.do(partial(_make, kind, view, self._resources), self._on_made)
        self._newest = newest
        if _weight(view.application) <= _MOST_AT_ONCE and stand_still(newest.done, AT_ONCE):
            self._background.wait(0)

    def _on_made(self, future: Future[bytes]) -> None:
        if future is self._newest:
            self._newest = None
            self.made.emit(PdfDocument(future.result()))


def _make(kind: DocumentKind, view: View, resources: Path) -> bytes:
    from botilbud_desktop.documents.pdf.make import make_document

    return make_document(kind, view.application, view.round, view.assessment, view.today, resources)


def _weight(application: Application) -> int:
    """Returns how much there is to lay out, in characters."""
    texts = [application.description, application.case_number]
    texts += [text for project in application.projects for text in (project.name, project.description)]
    texts += [application.contacts.names, application.contacts.phones, *application.contacts.emails]
    return sum(len(text) + _WEIGHT_OF_A_LINE * text.count("\n") for text in texts)
