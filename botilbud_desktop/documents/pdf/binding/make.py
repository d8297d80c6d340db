"""Binds the papers of an agenda item as one PDF: the annexes are drawn first, then the cover and the contents.

So the contents know where each annex begins, and nothing but the contents is laid out twice.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from botilbud_desktop.documents.agenda.annexes import Annex
from botilbud_desktop.documents.agenda.papers import CONTENTS, Papers
from botilbud_desktop.documents.foreign.content import ReadAttachment, no_attachments
from botilbud_desktop.documents.notes.blocks import Block, Heading
from botilbud_desktop.documents.notes.blocks import Listed as ListedTexts
from botilbud_desktop.documents.pdf.binding.attached import (
    MISSING,
    NOT_THERE,
    AttachedPdfs,
    said_of,
)
from botilbud_desktop.documents.pdf.binding.canvas import BoundCanvas, Part
from botilbud_desktop.documents.pdf.binding.contents import Listed, contents_rows
from botilbud_desktop.documents.pdf.binding.flow import Flow
from botilbud_desktop.documents.pdf.binding.pages import Counted, PageLines, Pages
from botilbud_desktop.documents.pdf.foreign_pages import foreign_pages
from botilbud_desktop.documents.pdf.frame import LANGUAGE, PROGRAM
from botilbud_desktop.documents.pdf.notes.rendering import items_of
from botilbud_desktop.documents.pdf.notes.styles import NoteStyles, note_styles
from botilbud_desktop.documents.pdf.page_lines import draw_page_number
from botilbud_desktop.documents.pdf.text import fitted
from botilbud_desktop.documents.pdf.theme import Theme, load_theme
from botilbud_desktop.documents.progress import Progress, StoppedError, go_on
from botilbud_desktop.domain.attachments.attachment import Attachment
from botilbud_desktop.domain.text.hidden_marks import capitalised

_LONGEST_LABEL = 220.0


def make_agenda_pdf(
    papers: Papers, resources: Path, progress: Progress = go_on, read: ReadAttachment = no_attachments
) -> bytes | None:
    """Returns the papers as one PDF; None if `progress`, asked before each page, said so.

    The same papers give the same bytes.

    Raises:
        OSError: a font cannot be read.
    """
    binder = Binder(papers, load_theme(resources), read, progress)
    try:
        for annex in papers.annexes:
            binder.add(annex)
        return binder.bound()
    except StoppedError:
        return None


class Binder:
    """Draws the annexes one by one, then what stands before them."""

    def __init__(self, papers: Papers, theme: Theme, read: ReadAttachment, progress: Progress) -> None:
        self._papers = papers
        self._progress = progress
        self._attached = AttachedPdfs(read)
        self._theme = theme
        self._styles: NoteStyles = note_styles(theme)
        self._canvas = _canvas(papers.head, theme)
        self._annexes: list[tuple[Annex, Part]] = []
        self._missing: dict[int, str] = {}
        """Why the file of an annex is not there, by its running number."""

    def add(self, annex: Annex) -> None:
        """Draws an annex, which begins on a page of its own."""
        self._canvas.open_part()
        label = fitted(annex.label, self._theme.strong.font, 8, _LONGEST_LABEL)
        for index, part in enumerate(annex.parts):
            lines = PageLines(self._papers.head, label, annex.title, part.footer)
            pages = Pages(self._canvas, lines, self._theme, self._ask)
            flow = Flow(pages)
            if index == 0:
                flow.add(items_of([Heading(1, annex.heading)], self._styles))
            flow.add(items_of(part.make(), self._styles))
            if annex.attachment is not None:
                self._attach(annex.place, annex.attachment, flow)
            flow.end()
        self._annexes.append((annex, self._canvas.close_part()))

    def _ask(self) -> None:
        """Asks whether to go on.

        Raises:
            StoppedError: not to go on.
        """
        if not self._progress(len(self._annexes), len(self._papers.annexes)):
            raise StoppedError

    def _attach(self, place: int, attachment: Attachment, flow: Flow) -> None:
        """Adds the pages of an attached file, or why it is not there."""
        attached = self._attached.pdf(attachment)
        flow.add(items_of(said_of(attached), self._styles))
        if isinstance(attached, str):
            self._missing[place] = attached
            return
        for page in foreign_pages(attached):
            flow.fill(page)

    def bound(self) -> bytes:
        """Returns the PDF."""
        counted = Counted()
        self._fill(Flow(counted), 0)
        self._canvas.open_part()
        pages = Pages(self._canvas, PageLines(self._papers.head), self._theme, self._ask, reads_head=True)
        self._fill(Flow(pages), counted.pages)
        parts = [self._canvas.close_part(), *(part for _annex, part in self._annexes)]
        font = self._theme.body.font
        return self._canvas.bound(parts, lambda page, of: draw_page_number(self._canvas, page, of, font))

    def _fill(self, flow: Flow, before: int) -> None:
        """Fills the first pages with the cover and the contents; the annexes begin after as many pages as `before`."""
        flow.add(items_of(self._papers.cover, self._styles))
        flow.add(items_of([*self._not_there(), Heading(1, CONTENTS)], self._styles))
        flow.add(contents_rows(self._listed(before), CONTENTS, self._styles))
        flow.end()

    def _not_there(self) -> Iterator[Block]:
        """Yields which annexes lack the file that they are."""
        if self._missing:
            yield Heading(2, NOT_THERE)
            yield ListedTexts(
                tuple(f"Bilag {place}: {capitalised(reason)}." for place, reason in self._missing.items())
            )

    def _listed(self, before: int) -> list[Listed]:
        listed, page = [], before + 1
        for annex, part in self._annexes:
            title = f"{annex.title} ({MISSING})" if annex.place in self._missing else annex.title
            listed.append(Listed(str(annex.place), annex.number, title, str(page), part.first))
            page += part.pages
        return listed


def _canvas(title: str, theme: Theme) -> BoundCanvas:
    """Returns the canvas of a document with such a title, and nothing in it."""
    canvas = BoundCanvas(BytesIO(), initialFontName=theme.body.font.name, lang=LANGUAGE)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
