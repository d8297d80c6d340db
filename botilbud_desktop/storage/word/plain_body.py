"""Writes the body of a document anew, with nothing but what its text needs: paragraphs, tables, runs.

So mammoth meets no element that it does not know, and none of those that it leaves out without a word: formulas,
simple fields, text boxes, hidden and deleted text, prompts of content controls, notes. They become text, or runs that
are set apart (`engine.APART`).
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from botilbud_desktop.storage.word.names import attribute, child, children, is_on, local
from botilbud_desktop.storage.word.numbers import Numbers
from botilbud_desktop.storage.word.plain_runs import INLINE, Referred, RunWriter, all_text
from botilbud_desktop.storage.word.room import Room
from botilbud_desktop.storage.word.styles import Styles

_START = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_END = "</w:body></w:document>"
_MOST_COLUMNS = 64
_AROUND = frozenset({"ins", "moveTo", "smartTag", "customXml", "body"})
"""Elements around blocks that are no blocks themselves."""


def plain_document(root: Element, styles: Styles, numbers: Numbers, referred: Referred) -> bytes:
    """Returns the document part that is handed to mammoth; `referred` has the notes and comments."""
    writer = _BodyWriter(styles, numbers, referred)
    writer.blocks(root)
    return "".join((_START, *writer.written, _END)).encode("utf-8")


class _BodyWriter:
    """Writes blocks."""

    def __init__(self, styles: Styles, numbers: Numbers, referred: Referred) -> None:
        self.written: list[str] = []
        self._room = Room()
        self._styles = styles
        self._numbers = numbers
        self._referred = referred

    def blocks(self, elements: Iterable[Element]) -> None:
        """Writes the blocks among elements."""
        for element in elements:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _AROUND:
                self.blocks(element)
            elif name == "sdt":
                self._content_control(element)
            elif name in INLINE:
                self._runs([element])

    def _content_control(self, element: Element) -> None:
        content = child(element, "sdtContent")
        if content is None:
            return
        if is_on(child(element, "sdtPr", "showingPlcHdr")):
            self._runs([element])
        else:
            self.blocks(content)

    def _runs(self, elements: Iterable[Element]) -> None:
        """Writes a paragraph for what stands between paragraphs."""
        runs = RunWriter(self._referred, self._room)
        runs.inline(elements)
        self._write(runs, "")

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = self._styles.of_paragraph(properties)
        runs = RunWriter(
            self._referred, self._room, around="Contents" if style.is_contents else "", is_bold=style.is_bold
        )
        sign = None if style.numbering is None else self._numbers.next_sign(style.numbering)
        named = f"Heading{style.level}" if style.level else "Item" if sign is not None else ""
        if sign and not style.level:
            runs.text(f"{sign} ")
        runs.inline(element)
        written = f'<w:pStyle w:val="{named}"/>' if named else ""
        if child(properties, "rPr", "del") is not None:
            written += "<w:rPr><w:del/></w:rPr>"
        self._write(runs, written)

    def _write(self, runs: RunWriter, properties: str) -> None:
        about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        self.written += [self._room.take(f"<w:p>{about}"), runs.xml(), "</w:p>"]
        for box in runs.boxes:
            self.blocks(box)

    def _table(self, element: Element) -> None:
        self.written.append(self._room.take("<w:tbl>"))
        self._rows(element)
        self.written.append("</w:tbl>")

    def _rows(self, elements: Iterable[Element]) -> None:
        for element in elements:
            name = local(element)
            if name == "tr":
                self.written.append(self._room.take("<w:tr>"))
                if child(element, "trPr", "del") is None:
                    self._cells(element)
                else:
                    self._deleted_cells(element)
                self.written.append("</w:tr>")
            elif name in _AROUND:
                self._rows(element)
            elif name == "sdt":
                self._rows(children(child(element, "sdtContent")))

    def _deleted_cells(self, row: Element) -> None:
        """Writes what a row holds that tracked changes have deleted, as one deleted text."""
        runs = RunWriter(self._referred, self._room)
        runs.deleted(all_text(row))
        self.written.append(self._room.take("<w:tc>"))
        self._write(runs, "")
        self.written.append("</w:tc>")

    def _cells(self, elements: Iterable[Element]) -> None:
        for element in elements:
            name = local(element)
            if name == "tc":
                self.written.append(self._room.take(f"<w:tc>{_cell_properties(child(element, 'tcPr'))}"))
                self.blocks(element)
                self.written.append("</w:tc>")
            elif name in _AROUND:
                self._cells(element)
            elif name == "sdt":
                self._cells(children(child(element, "sdtContent")))


def _cell_properties(properties: Element | None) -> str:
    span, merged = attribute(child(properties, "gridSpan"), "val"), child(properties, "vMerge")
    written = ""
    if span.isascii() and span.isdecimal() and len(span) <= 3:
        written += f'<w:gridSpan w:val="{min(max(int(span), 1), _MOST_COLUMNS)}"/>'
    if merged is not None:
        begins = attribute(merged, "val") == "restart"
        written += f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>'
    return f"<w:tcPr>{written}</w:tcPr>" if written else ""
