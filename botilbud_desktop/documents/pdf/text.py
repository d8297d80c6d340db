"""Makes paragraphs. User text is data: made printable only here, and never read as markup.

No other module may construct a `Paragraph`; a test checks this.
"""

import re
from bisect import bisect_right
from unicodedata import category

from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, TextRun, one_spaced
from botilbud_desktop.documents.pdf.structure.elements import PARAGRAPH, Element
from botilbud_desktop.documents.pdf.structure.flowables import TaggedParagraph, as_one
from botilbud_desktop.documents.pdf.structure.reading import Reading
from botilbud_desktop.documents.pdf.theme import Font, TextStyle, text_width
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.text.hidden_marks import hard_spaced
from botilbud_desktop.domain.text.joining.no_break import with_breaks

REPLACEMENT = "\ufffd"
"""Replaces a character that no font has: `�`."""
MOST_CHARACTERS = 1_500_000
MOST_LINES = 20_000
LONGEST_PARAGRAPH = 4_000
"""Longer lines become several paragraphs: the layout time grows with the square of the length in characters."""
_MOST_FITTED = 300
_LONGEST_MIXED = 500
_ALWAYS_LOW = 60
_MOST_SHORTENED = 2_000
_MANY_FOREIGN = 100
CUT_SHORT = "[Teksten er forkortet her. Hele teksten står i kladden.]"

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"^ +| {2,}")
_MOST_SPACES = 24
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: they choose the glyph of the character before them, and have none of their own."""


def user_paragraphs(
    text: str, style: TextStyle, longest: int = LONGEST_PARAGRAPH, most: int = MOST_CHARACTERS
) -> list[Flowable]:
    """Returns paragraphs of a user's text: one for each line, exactly as typed, even if it looks like markup.

    Control and format characters are left out, characters that no font has become `�`, lines of more than
    `longest` characters are split at a space into several paragraphs, and a text of more than `most` characters is
    cut and ends with `CUT_SHORT`.
    """
    lines = _LINE_BREAK.split(text[:most].rstrip())
    flowables: list[Flowable] = []
    for line in lines[:MOST_LINES]:
        printable = _printable(line, style)
        if not printable.strip():
            flowables.append(Spacer(1, style.leading))
        most_in_one = min(longest, _LONGEST_MIXED) if _is_mixed(printable, style) else longest
        flowables += _paragraphs(_pieces(printable, most_in_one), style)
    if len(text) > most or len(lines) > MOST_LINES:
        flowables.append(own_paragraph(CUT_SHORT, style))
    return flowables


def own_paragraph(text: str, style: TextStyle) -> Flowable:
    """Returns a paragraph of the program's or the ministry's text: no markup here either, but soft hyphens work.

    A line break becomes a space; a ministry's text of several lines is for `ministry_paragraphs`.
    """
    return _paragraph(_own_printable(text, style), style, Element(style.role), is_own=True)


def ministry_paragraphs(text: str, style: TextStyle) -> list[Flowable]:
    """Returns a paragraph for each line of a text in the form file, as the ministry set it; a heading is one text."""
    found = [own_paragraph(line, style) for line in _LINE_BREAK.split(text) if line.strip()]
    return found if style.role == PARAGRAPH else as_one(found, Element(style.role))


def own_paragraphs(text: str, style: TextStyle, longest: int) -> list[Flowable]:
    """Returns such paragraphs, one unless the text has more than `longest` characters."""
    parts = [_own_printable(piece, style) for piece in _pieces(text, longest) or [text]]
    return _paragraphs(parts, style, is_own=True)


def shortened(text: str, style: TextStyle, width: float, height: float) -> str:
    """Returns `text`, cut with `…` at a word where it is taller than `height` points at `width`."""
    if len(text) < _ALWAYS_LOW or height_of([own_paragraph(text[:_MOST_SHORTENED], style)], width) <= height:
        return text if len(text) <= _MOST_SHORTENED else f"{text[:_MOST_SHORTENED]}…"
    lengths = range(_MOST_SHORTENED)
    fitting = bisect_right(
        lengths, height, key=lambda length: height_of([own_paragraph(f"{text[:length]}…", style)], width)
    )
    cut = text[: max(fitting - 1, 1)]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()}…"


def longest_word(text: str, style: TextStyle) -> float:
    """Returns the width of the longest part of `text` that is not broken: between soft hyphens and spaces, not hard."""
    words = hard_spaced(text[:_MOST_SHORTENED].replace("\u00ad", "- ").replace("\n", " ")).split(" ")
    return max((text_width(word, style.font, style.paragraph.fontSize) for word in words), default=0.0)


def fitted(text: str, font: Font, size: float, width: float) -> str:
    """Returns `text` on one line for drawing on the canvas, cut with `…` where it is wider than `width` points."""
    printable = "".join(
        character if ord(character) in font.characters else REPLACEMENT
        for character in _visible(one_line(text[:_MOST_FITTED]))
    )
    if len(text) <= _MOST_FITTED and text_width(printable, font, size) <= width:
        return printable
    lengths = range(len(printable) + 1)
    fitting = bisect_right(lengths, width, key=lambda length: text_width(f"{printable[:length]}…", font, size))
    return f"{printable[: max(fitting - 1, 0)].rstrip()}…"


def height_of(flowables: list[Flowable], width: float) -> float:
    """Returns the height of `flowables` at `width`, in points."""
    return sum(
        float(flowable.wrap(width, 1e6)[1]) + float(flowable.getSpaceBefore()) + float(flowable.getSpaceAfter())
        for flowable in flowables
    )


def _paragraphs(pieces: list[str], style: TextStyle, *, is_own: bool = False) -> list[Flowable]:
    """Returns paragraphs that are one text."""
    element = Element(style.role)
    return [_paragraph(piece, style, element, is_last=piece is pieces[-1], is_own=is_own) for piece in pieces]


def _paragraph(
    printable: str, style: TextStyle, element: Element, *, is_last: bool = True, is_own: bool = False
) -> Flowable:
    """Makes a paragraph (only here), of runs of text that nobody reads as markup.

    Characters that `style.font` lacks are runs in the other font.
    """
    text = one_spaced(printable)
    foreign = "".join(sorted(_foreign(text, style)))
    if foreign:
        pieces = [piece for piece in re.split(f"([{re.escape(foreign)}]+)", text) if piece]
        runs = [_run(piece, style.symbols if piece[0] in foreign else style.font, style) for piece in pieces]
    else:
        runs = [_run(text, style.font, style)]
    paragraph = TaggedParagraph("", style.paragraph, frags=runs)
    paragraph.reading = Reading(printable, element, ends_word=is_last or printable.endswith(" "), is_own=is_own)
    return paragraph


def _run(text: str, font: Font, style: TextStyle) -> TextRun:
    """Returns a run of a paragraph, as reportlab has it for a text without markup."""
    return TextRun(
        text=text,
        fontName=font.name,
        fontSize=style.paragraph.fontSize,
        textColor=style.paragraph.textColor,
        rise=0,
        greek=0,
        bold=1,
        italic=1,
        link=[],
        us_lines=[],
    )


def _own_printable(text: str, style: TextStyle) -> str:
    """Returns a text of the program's or the ministry's on one line, with its soft hyphens and hard spaces."""
    parts = _LINE_BREAK.sub(" ", text).split("\u00ad")
    return hard_spaced("\u00ad".join(_printable(part, style, keep_ends=True) for part in parts))


def _printable(line: str, style: TextStyle, keep_ends: bool = False) -> str:
    """Returns a line without control characters, with `�` for missing glyphs and no-break spaces in runs of spaces.

    Between words that have no-break spaces only, a line breaks all the same.
    """
    visible = _visible(with_breaks(line).replace("\t", "    "))
    missing = set(map(ord, visible)) - style.font.characters - style.symbols.characters
    printable = visible.translate(dict.fromkeys(missing, REPLACEMENT)) if missing else visible
    return printable if keep_ends else _SPACES.sub(_kept_spaces, printable.rstrip(" "))


def _visible(text: str) -> str:
    """Returns `text` without invisible characters: control and format characters, variation selectors."""
    if not text.isprintable():
        invisible = {ord(character): None for character in set(text) if category(character) in ("Cc", "Cf")}
        text = text.translate(invisible)
    return _VARIATION_SELECTORS.sub("", text)


def _foreign(text: str, style: TextStyle) -> set[str]:
    """Returns the characters of a text that only the other font has."""
    return set(map(chr, (set(map(ord, text)) - style.font.characters) & style.symbols.characters))


def _is_mixed(printable: str, style: TextStyle) -> bool:
    """Whether a line changes fonts so often that a long paragraph of it would take seconds."""
    return sum(map(printable.count, _foreign(printable, style))) > _MANY_FOREIGN


def _kept_spaces(spaces: re.Match[str]) -> str:
    """Returns no-break spaces for the spaces at the start of a line, and for all but one of a run within it."""
    number = min(len(spaces[0]), _MOST_SPACES)
    return "\u00a0" * number if spaces.start() == 0 else "\u00a0" * (number - 1) + " "


def _pieces(line: str, longest: int) -> list[str]:
    """Splits a line into pieces of at most `longest` characters, at a space where there is one."""
    pieces = []
    while len(line) > longest:
        cut = line.rfind(" ", longest // 2, longest) + 1 or longest
        pieces.append(line[:cut])
        line = line[cut:]
    return [*pieces, line] if line.strip() else pieces
