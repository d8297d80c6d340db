"""Reads a PDF of others: what is drawn of its pages, as plain data."""

from concurrent.futures import ThreadPoolExecutor

from botilbud_desktop.documents.foreign import errors, syntax
from botilbud_desktop.documents.foreign.annotations import Drawn, upon
from botilbud_desktop.documents.foreign.boxes import LETTER, box, common, is_possible
from botilbud_desktop.documents.foreign.catalog import is_dynamic
from botilbud_desktop.documents.foreign.contents import Contents
from botilbud_desktop.documents.foreign.copying import Copier, closing
from botilbud_desktop.documents.foreign.drawing.cost import Drawing
from botilbud_desktop.documents.foreign.engine import BROKEN, Source, within_limits
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.limits import LARGEST_FILE
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.page_tree import FoundPage, found_pages
from botilbud_desktop.documents.foreign.records import Box, ForeignPage, ForeignPdf, Part
from botilbud_desktop.documents.foreign.remarks import Remarks
from botilbud_desktop.documents.foreign.values import dictionary, number
from botilbud_desktop.domain.text.hidden_marks import visible

_MARK = b"%PDF-"
_LAST_START = 1_024
"""Where the mark of a PDF stands at the latest."""
_LONGEST_NAME = 120
_LEAST_UNIT = 0.01
_LARGEST_UNIT = 1_000.0


def read_foreign(data: bytes, name: str) -> ForeignPdf:
    """Reads a PDF; `name` is what it is called in our documents. The same bytes give the same result.

    Nothing of it is executed and no other file is opened. It takes at most some seconds, for any file.

    Raises:
        ForeignPdfError: it is no PDF, damaged, protected, empty, too large or too complicated, or not safe to draw.
    """
    start = start_of(data)
    with ThreadPoolExecutor(1) as fresh_stack:  # how deep Python can go is then the same for each caller
        return fresh_stack.submit(_read_within_limits, data[start:], name).result()


def start_of(data: bytes) -> int:
    """Returns where the PDF begins within the bytes of a file.

    Raises:
        ForeignPdfError: it is no PDF, empty or too large.
    """
    if not data:
        raise ForeignPdfError(errors.EMPTY)
    start = data.find(_MARK, 0, _LAST_START + len(_MARK))
    if start < 0:
        raise ForeignPdfError(errors.NO_PDF)
    if len(data) > LARGEST_FILE:
        raise ForeignPdfError(errors.TOO_LARGE.format(megabytes=LARGEST_FILE // 1_000_000))
    return start


def _read_within_limits(data: bytes, name: str) -> ForeignPdf:
    meter = Meter()
    with within_limits(meter):
        try:
            return _read(Source(data, meter), name)
        except BROKEN as error:
            raise ForeignPdfError(errors.TOO_COMPLICATED if meter.is_spent else errors.DAMAGED) from error


def _read(source: Source, name: str) -> ForeignPdf:
    root = source.root_object
    if is_dynamic(root):
        raise ForeignPdfError(errors.DYNAMIC_FORM)
    copier = Copier(source)
    contents = Contents(source, copier)
    drawing = Drawing(source)
    remarks = Remarks(root)
    pages = [
        _page(page, page_number, copier, contents, drawing, remarks)
        for page_number, page in enumerate(found_pages(source), start=1)
    ]
    if not pages:
        raise ForeignPdfError(errors.NO_PAGES)
    hidden = copier.layer_indexes(shown=False)
    return ForeignPdf(
        name=_one_line(name),
        pages=tuple(pages),
        objects=copier.objects,
        layers=(*copier.layer_indexes(shown=True), *hidden),
        hidden=hidden,
        remarks=remarks.sentences(copier),
    )


def _page(
    found: FoundPage, page_number: int, copier: Copier, contents: Contents, drawing: Drawing, remarks: Remarks
) -> ForeignPage:
    shown = _shown_box(found, page_number)
    resources = copier.resources(found.get("/Resources"))
    drawn = copier.add(*_form(shown, [resources]), *_group(found, copier), *contents.parts(found.page.get("/Contents")))
    lying = upon(found.page, copier)
    drawing.check(found.get("/Resources"), found.page.get("/Contents"), [one.look for one in lying.drawn])
    remarks.see(page_number, lying)
    if lying.drawn:
        drawn = copier.add(*_with_upon(shown, drawn, lying.drawn))
    return ForeignPage(page_number, shown, _rotation(found), _unit(found), drawn)


def _one_line(name: str) -> str:
    """Returns a file's name for a sentence: short, and without marks that turn its direction."""
    line = " ".join(visible(name).split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _form(shown: Box, resources: list[Part]) -> list[Part]:
    """Returns the beginning of a form that is as large as a page."""
    bounds = syntax.numbers(*shown)
    return [b"<</Type/XObject/Subtype/Form/BBox[%s]/Resources " % bounds, *resources]


def _group(found: FoundPage, copier: Copier) -> list[Part]:
    """Returns how the page's transparent parts are mixed, if it says so."""
    group = found.page.get("/Group")
    return [b"/Group ", *copier.parts(group)] if dictionary(group) else []


def _with_upon(shown: Box, page: int, drawn: tuple[Drawn, ...]) -> list[Part]:
    """Returns a form that draws a page, and upon it what lies there."""
    named: list[Part] = [b"<</XObject<</Page ", page]
    content = b"/Page Do\n"
    for index, one in enumerate(drawn):
        named += [b"/Upon%d " % index, one.form]
        content += one.content(f"/Upon{index}")
    return [*_form(shown, [*named, b">>>>"]), *closing(content)]


def _shown_box(found: FoundPage, page_number: int) -> Box:
    """Returns the part of a page that is shown.

    Raises:
        ForeignPdfError: its size is impossible.
    """
    media = box(found.get("/MediaBox")) or LETTER
    cropped = common(media, box(found.get("/CropBox")) or media)
    shown = cropped if is_possible(cropped) else media
    if not is_possible(shown):
        raise ForeignPdfError(errors.IMPOSSIBLE_SIZE.format(page=page_number))
    return shown


def _rotation(found: FoundPage) -> int:
    degrees = number(found.get("/Rotate")) or 0
    return int(degrees) % 360 if degrees % 90 == 0 else 0


def _unit(found: FoundPage) -> float:
    unit = number(found.page.get("/UserUnit"))
    return unit if unit is not None and _LEAST_UNIT <= unit <= _LARGEST_UNIT else 1.0
