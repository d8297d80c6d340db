"""The page around every document: header, footer, page numbers, and the PDF's metadata."""

from io import BytesIO
from typing import Any, NamedTuple

from botilbud_desktop.documents.pdf.engine import (
    BaseDocTemplate,
    Canvas,
    Flowable,
    Frame,
    PageTemplate,
)
from botilbud_desktop.documents.pdf.page_lines import (
    FOOTER_TOP,
    HEADER_TOP,
    LINE,
    PAGE_NUMBER_WIDTH,
    SIZE,
    draw,
    draw_page_number,
    draw_right,
    draw_rules,
)
from botilbud_desktop.documents.pdf.structure.canvas import TaggedCanvas
from botilbud_desktop.documents.pdf.text import fitted
from botilbud_desktop.documents.pdf.theme import (
    ATTENTION,
    BOTTOM_MARGIN,
    INK,
    PAGE_WIDTH,
    QUIET,
    SIDE_MARGIN,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    Font,
    Theme,
    text_width,
)
from botilbud_desktop.documents.status_line import StatusLine

PROGRAM = "Botilbud Desktop"
LANGUAGE = "da-DK"

_HALF = TEXT_WIDTH / 2 - 6


class PageTexts(NamedTuple):
    """The texts on every page of one document."""

    name: str
    """The document's name, such as `Kvittering`."""
    municipality: str
    login: str
    round: str
    case_number: str
    status: StatusLine
    """At the foot, beside the page number."""
    warning: str = ""
    """A warning at the head of every page, in place of the name."""


def build(story: list[Flowable], texts: PageTexts, theme: Theme) -> bytes:
    """Lays `story` out on pages and returns the PDF. The same story gives the same bytes."""
    output = BytesIO()
    document = BaseDocTemplate(
        output,
        pageTemplates=[_page_template(texts, theme)],
        title=f"{texts.name} – {texts.round} – {texts.municipality}",
        author=texts.municipality,
        subject=texts.round,
        creator=PROGRAM,
        producer=PROGRAM,
        lang=LANGUAGE,
        displayDocTitle=True,
        initialFontName=theme.body.font.name,
    )
    document.build(story, canvasmaker=_numbering_canvas(theme))
    return output.getvalue()


def _page_template(texts: PageTexts, theme: Theme) -> Any:
    frame = Frame(
        SIDE_MARGIN,
        BOTTOM_MARGIN,
        TEXT_WIDTH,
        TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(frames=[frame], onPage=lambda canvas, _: _draw_page_texts(canvas, texts, theme))


def _draw_page_texts(canvas: Canvas, texts: PageTexts, theme: Theme) -> None:
    regular, bold = theme.body.font, theme.strong.font
    right = PAGE_WIDTH - SIDE_MARGIN
    canvas.saveState()
    canvas.open_page_text()
    municipality = fitted(texts.municipality, bold, SIZE, _HALF - 60)
    draw(canvas, municipality, bold, INK, SIDE_MARGIN, HEADER_TOP)
    after = SIDE_MARGIN + text_width(municipality, bold, SIZE) + 4
    draw(canvas, fitted(f"·  {texts.login}", regular, SIZE, 100), regular, INK, after, HEADER_TOP)
    canvas.close()
    canvas.open_page_text()
    case_number = fitted(texts.case_number, regular, SIZE, _HALF)
    draw_right(canvas, case_number, regular, INK, right, HEADER_TOP)
    canvas.close()
    name = texts.warning or texts.name
    room = max(TEXT_WIDTH - text_width(name, bold, SIZE) - LINE, _HALF)
    canvas.open_page_text()
    draw(canvas, fitted(texts.round, regular, SIZE, room), regular, QUIET, SIDE_MARGIN, HEADER_TOP - LINE)
    canvas.close()
    canvas.open_page_text()
    draw_right(canvas, name, bold, ATTENTION if texts.warning else INK, right, HEADER_TOP - LINE)
    canvas.close()
    canvas.open_page_text()
    draw(canvas, _status_text(texts.status, regular), regular, QUIET, SIDE_MARGIN, FOOTER_TOP)
    canvas.close()
    draw_rules(canvas)
    canvas.restoreState()


def _status_text(status: StatusLine, font: Font) -> str:
    """Returns the status on one line beside the page number; a long name is cut, the code never."""
    end = f" · {status.code}"
    room = TEXT_WIDTH - PAGE_NUMBER_WIDTH - text_width(f"{status.before} {end}", font, SIZE)
    return f"{status.before} {fitted(status.name, font, SIZE, room)}".rstrip() + end


def _numbering_canvas(theme: Theme) -> Any:
    """Returns a canvas class that buffers its pages until it knows how many there are, and numbers them."""
    font = theme.body.font

    class NumberingCanvas(TaggedCanvas):
        """Draws `Side n af N` on each page."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._buffered_pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            """Buffers the page."""
            self._buffered_pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Numbers the pages, and writes the file."""
            pages = self._buffered_pages
            for number, page in enumerate(pages, start=1):
                self.__dict__.update(page)
                draw_page_number(self, number, len(pages), font)
                super().showPage()
            super().save()

    return NumberingCanvas
