"""Fonts whose text can be copied: each glyph tells its character, also beyond U+FFFF."""

from collections.abc import Iterator, Sequence
from itertools import batched
from typing import Any

from botilbud_desktop.documents.pdf.engine import TTFont

_SPACE = 32
_LONGEST_KEPT = 30
"""Characters of a word whose width is kept."""
_MOST_KEPT = 20_000
_MOST_IN_BLOCK = 100
"""The most characters that a block may list."""


class ReadableFont(TTFont):  # type: ignore[misc]
    """A font that writes the tables from glyphs to characters itself.

    reportlab's hold odd numbers of digits beyond U+FFFF, too many characters in a block, and U+0000.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._widths: dict[str, int] = {}
        """The widths of words, in thousandths of the size of the letters: the same words come again and again."""

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Returns the width of a text in points."""
        width = self._widths.get(text)
        if width is None:
            of = self.face.charWidths.get
            default = self.face.defaultWidth
            width = sum(of(ord(character), default) for character in text)
            if len(text) <= _LONGEST_KEPT and len(self._widths) < _MOST_KEPT:
                self._widths[text] = width
        return 0.001 * size * width

    def addObjects(self, doc: Any) -> None:
        """Adds the font to the document, a subset of 256 glyphs at a time."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            base = fonts[name].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _to_unicode(base, subset)


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """Returns the table from the codes of a subset to characters (*ToUnicode CMap*)."""
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *_blocks(subset),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _blocks(subset: Sequence[int]) -> Iterator[str]:
    """Yields the characters by code. Code 0 is no character; the space fills the codes that are not used."""
    used = [
        (code, character)
        for code, character in enumerate(subset)
        if character and (character != _SPACE or code == _SPACE)
    ]
    for block in batched(used, _MOST_IN_BLOCK):
        yield f"{len(block)} beginbfchar"
        for code, character in block:
            yield f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
