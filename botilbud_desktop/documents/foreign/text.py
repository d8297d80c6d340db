"""Reads the text of a PDF: paragraphs and tables with the page and line where they stand."""

from concurrent.futures import ThreadPoolExecutor

from botilbud_desktop.documents.foreign import errors
from botilbud_desktop.documents.foreign.catalog import has_files, is_dynamic
from botilbud_desktop.documents.foreign.engine import BROKEN, Source, within_limits
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.page_tree import found_pages
from botilbud_desktop.documents.foreign.reading import start_of
from botilbud_desktop.documents.foreign.words.fonts import UNKNOWN
from botilbud_desktop.documents.foreign.words.lines import Line, lines_of
from botilbud_desktop.documents.foreign.words.margins import without_margins
from botilbud_desktop.documents.foreign.words.paragraphs import Open, goes_on, paragraph, paragraphs_of, usual_of
from botilbud_desktop.documents.foreign.words.placed import PageText
from botilbud_desktop.documents.foreign.words.regions import regions_of
from botilbud_desktop.documents.foreign.words.rows import NumberedLine, Row
from botilbud_desktop.documents.foreign.words.shown import Shown
from botilbud_desktop.domain.document_import.blocks import Block, Document, LeftOut, Table
from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from botilbud_desktop.domain.document_import.prompts import without_prompts
from botilbud_desktop.domain.text.joining.joints import joined_ends, known_words

_SCANNED = (
    "der er ingen tekst i den, kun billeder, så den er nok scannet. Programmet kan ikke læse tekst på billeder. Få den "
    "som Word eller som en PDF med tekst, eller skriv oplysningerne selv"
)
_NO_CHARACTERS = (
    "teksten i den kan ikke læses, for filen siger ikke, hvilke tegn den består af. Kopiér teksten fra et andet "
    "program, og indsæt den"
)
_RECOGNISED = "Siden er scannet, og dens tekst er gættet af et program. Se efter, om den passer."
_TURNED = "Teksten er drejet på siden."
_PICTURES = "Siden har billeder, der ikke er læst. Står der noget på dem, så skriv det selv."
_RAISED = "Det er hævet over linjen, som en henvisning til en note."
_UNKNOWN = "Nogle tegn på siden kan ikke læses. De er erstattet af et spørgsmålstegn."
_FILES = "Der ligger andre filer inde i PDF-filen. De er ikke læst."
_LONGEST_WORD = 60
_LEAST_KNOWN = 0.5
"""So much of the text must be known for the file to be read."""


def pdf_document(data: bytes) -> Document:
    """Returns the paragraphs and tables of a PDF. The same bytes give the same result, within some seconds.

    Raises:
        UnreadableSourceError: it is no PDF, damaged, protected, too large or too complicated, or has no text.
    """
    try:
        start = start_of(data)
        with ThreadPoolExecutor(1) as fresh_stack:  # how deep Python can go is then the same for each caller
            return fresh_stack.submit(_read_within_limits, data[start:]).result()
    except ForeignPdfError as error:
        raise UnreadableSourceError(error.reason) from error


def _read_within_limits(data: bytes) -> Document:
    meter = Meter()
    with within_limits(meter):
        try:
            source = Source(data, meter)
            if is_dynamic(source.root_object):
                raise ForeignPdfError(errors.DYNAMIC_FORM)
            shown = Shown(source)
            pages = [shown.page(found) for found in found_pages(source)]
            holds_files = has_files(source.root_object)
            if not pages:
                raise ForeignPdfError(errors.NO_PAGES)
            _check_readable(pages)
            document = _document(pages, meter)
        except BROKEN as error:
            raise ForeignPdfError(errors.TOO_COMPLICATED if meter.is_spent else errors.DAMAGED) from error
    if holds_files:
        document = document._replace(left_out=(*document.left_out, LeftOut("filen", "", _FILES)))
    return without_prompts(document)


def _check_readable(pages: list[PageText]) -> None:
    text = "".join(one.text for page in pages for one in page.placed)
    letters = sum(not character.isspace() for character in text)
    if not letters:
        raise ForeignPdfError(_SCANNED if any(page.pictures for page in pages) else errors.NO_TEXT)
    if text.count(UNKNOWN) > _LEAST_KNOWN * letters:
        raise ForeignPdfError(_NO_CHARACTERS)


def _document(pages: list[PageText], meter: Meter) -> Document:
    read = [lines_of(page, meter) for page in pages]
    kept, left_out = without_margins(read)
    usual = usual_of(kept)
    known = known_words("\n".join(line.text for lines in kept for line in lines if _has_only_words(line.text)))
    found: list[Open | Table] = []
    for number, (page, lines, all_lines) in enumerate(zip(pages, kept, read, strict=True), start=1):
        left_out += _of_page(number, page, all_lines)
        numbers = {id(line): index for index, line in enumerate(all_lines, start=1)}
        numbered = [NumberedLine(numbers[id(line)], line) for line in lines]
        is_first = True
        for region in regions_of(numbered, page, meter):
            rows = [each for each in region if isinstance(each, Row)]
            if rows:
                found.append(Table(tuple(row.cells for row in rows), f"side {number}, linje {rows[0].number}"))
                is_first = False
                continue
            texts = paragraphs_of(number, [each for each in region if isinstance(each, NumberedLine)], usual, known)
            last = found[-1] if found else None
            if is_first and isinstance(last, Open) and goes_on(last, texts[0]):
                found[-1] = last._replace(text=joined_ends(last.text, texts[0].text, known))
                texts = texts[1:]
            found += texts
            is_first = False
    blocks: list[Block] = [paragraph(each, usual) if isinstance(each, Open) else each for each in found]
    return Document(tuple(blocks), tuple(left_out))


def _has_only_words(text: str) -> bool:
    """Whether a text has no word that is longer than any is."""
    return max(map(len, text.split())) <= _LONGEST_WORD


def _of_page(number: int, page: PageText, lines: list[Line]) -> list[LeftOut]:
    """Returns what of a page is not read, or read with doubt."""
    place = f"side {number}"
    found = [LeftOut(place, page.turned, _TURNED)] if page.turned else []
    found += [
        LeftOut(f"{place}, linje {index}", sign, _RAISED)
        for index, line in enumerate(lines, start=1)
        for sign in line.raised
    ]
    unseen = sum(len(one.text) for one in page.placed if one.is_unseen)
    if unseen > sum(len(one.text) for one in page.placed) // 2:
        found.append(LeftOut(place, "", _RECOGNISED))
    elif page.pictures:
        found.append(LeftOut(place, "", _PICTURES))
    if any(UNKNOWN in one.text for one in page.placed):
        found.append(LeftOut(place, "", _UNKNOWN))
    return found
