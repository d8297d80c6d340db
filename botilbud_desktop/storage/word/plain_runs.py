"""Writes what stands within a paragraph: runs of text, and runs that are set apart."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from botilbud_desktop.domain.document_import.html_texts import TAB
from botilbud_desktop.domain.text.html_lines import PICTURE
from botilbud_desktop.storage.word.formulas import formula
from botilbud_desktop.storage.word.names import attribute, child, is_on, local
from botilbud_desktop.storage.word.room import Room
from botilbud_desktop.storage.word.symbols import symbol

_AROUND = frozenset(
    {"ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo", "fldSimple", "ruby", "rubyBase"}
)
"""Elements around runs."""
_DELETED = frozenset({"del", "moveFrom"})
_FORMULAS = frozenset({"m:oMath", "m:oMathPara"})
_ALTERNATIVES = "?:AlternateContent"
_DRAWN = frozenset({"drawing", "pict", "object"})
INLINE = frozenset({"r", "hyperlink", "fldSimple", "del", "moveFrom", _ALTERNATIVES, *_FORMULAS})
_PICTURES = frozenset({"a:blip", "?:imagedata", "?:chart", "?:relIds", "?:OLEObject"})
_NOTES = {"footnoteReference": "Note", "endnoteReference": "Note", "commentReference": "Comment"}
_STYLED = "<w:rStyle"
_TEXT, _TEXT_END = '<w:t xml:space="preserve">', "</w:t>"
_BREAK, _TAB = "<w:br/>", f"{_TEXT}{TAB}{_TEXT_END}"


class Referred(NamedTuple):
    """The texts that a document refers to, by their numbers."""

    footnotes: Mapping[str, str]
    endnotes: Mapping[str, str]
    comments: Mapping[str, str]

    def text(self, reference: str, number: str) -> str:
        """Returns what an element such as `footnoteReference` refers to."""
        found = {"footnoteReference": self.footnotes, "endnoteReference": self.endnotes}
        return found.get(reference, self.comments).get(number, "")


class RunWriter:
    """Writes the runs of one paragraph."""

    def __init__(self, referred: Referred, room: Room, *, around: str = "", is_bold: bool = False) -> None:
        """`around`: the style of all runs, of `engine.APART`; `is_bold`: whether they are, if they do not say."""
        self.boxes: list[Element] = []
        """The text boxes that belong to the paragraph."""
        self._written: list[str] = []
        self._last = ""
        """The properties of the last run."""
        self._referred = referred
        self._room = room
        self._around = around
        self._is_bold = is_bold

    def xml(self) -> str:
        """Returns what was written."""
        return "".join(self._written)

    def text(self, text: str) -> None:
        """Writes a text as a run."""
        self._run(_properties(self._around, self._is_bold), _text(text))

    def deleted(self, text: str) -> None:
        """Writes a text that tracked changes have deleted."""
        self._apart("Del", text)

    def inline(self, elements: Iterable[Element]) -> None:
        """Writes the runs among elements."""
        for element in elements:
            name = local(element)
            if name == "r":
                self._original(element)
            elif name in _AROUND:
                self.inline(element)
            elif name in _DELETED:
                self._apart("Del", all_text(element))
            elif name in _FORMULAS:
                self.text(formula(element))
            elif name == _ALTERNATIVES:
                self._drawn(element)
            elif name == "sdt":
                self._content_control(element)

    def _content_control(self, element: Element) -> None:
        content = child(element, "sdtContent")
        if content is None:
            return
        if is_on(child(element, "sdtPr", "showingPlcHdr")):
            self._apart("Prompt", all_text(content))
        else:
            self.inline(content)

    def _original(self, element: Element) -> None:
        properties = child(element, "rPr")
        if is_on(child(properties, "vanish")):
            self._apart("Unseen", all_text(element))
            return
        bold = child(properties, "b")
        look = _properties(self._around, self._is_bold if bold is None else is_on(bold), properties)
        content: list[str] = []
        for each in element:
            name = local(each)
            if name in _NOTES:
                self._run(look, "".join(content))
                content.clear()
                self._apart(_NOTES[name], self._referred.text(name, attribute(each, "id")))
            elif name in _DRAWN or name == _ALTERNATIVES:
                self._drawn(each)
            elif name == "delText":
                self._apart("Del", each.text or "")
            else:
                content.append(_content(each))
        self._run(look, "".join(content))

    def _drawn(self, element: Element) -> None:
        """Takes the text boxes of a drawing, and the sign of a picture if it shows anything else."""
        names = set()
        for each in _outside_boxes(_chosen(element)):
            name = local(each)
            names.add(name)
            if name == "txbxContent":
                self.boxes.append(each)
        if names & _PICTURES:
            self.text(PICTURE)

    def _apart(self, style: str, text: str) -> None:
        if text.strip():
            self._run(_properties(self._around or style, is_bold=False), _text(text))

    def _run(self, properties: str, content: str) -> None:
        """Writes a run. One that looks like the one before it is part of it: Word cuts texts where they were edited."""
        if not content:
            return
        if self._written and properties == self._last and _STYLED not in properties:
            self._written.pop()
            if content.startswith(_TEXT) and self._written[-1].endswith(_TEXT_END):
                self._written[-1] = self._written[-1].removesuffix(_TEXT_END)
                content = content.removeprefix(_TEXT)
            self._written.append(self._room.take(content))
        else:
            self._written += [self._room.take(f"<w:r>{properties}"), self._room.take(content)]
        self._written.append("</w:r>")
        self._last = properties


def all_text(element: Element) -> str:
    """Returns all text within an element, deleted text too; paragraphs are divided by spaces."""
    pieces: list[str] = []
    for each in element.iter():
        name = local(each)
        if name in ("t", "delText", "m:t", "a:t"):
            pieces.append(each.text or "")
        elif name in ("p", "br", "tab", "cr", "tc"):
            pieces.append(" ")
    return " ".join("".join(pieces).split()) if element.tag else ""


def _chosen(element: Element) -> Element:
    """Returns of alternatives the one that Word shows, for they say the same."""
    if local(element) != _ALTERNATIVES:
        return element
    found = child(element, "?:Choice")
    fallback = child(element, "?:Fallback")
    if found is None or (fallback is not None and not _has_box(found)):
        found = fallback
    return element if found is None else found


def _has_box(element: Element) -> bool:
    return any(local(each) == "txbxContent" for each in element.iter())


def _outside_boxes(element: Element) -> Iterator[Element]:
    """Yields what is within an element, but not what is within the text boxes that are."""
    for each in element:
        yield each
        if local(each) == _ALTERNATIVES:
            yield from _outside_boxes(_chosen(each))
        elif local(each) != "txbxContent":
            yield from _outside_boxes(each)


def _properties(style: str, is_bold: bool, original: Element | None = None) -> str:
    written = f'<w:rStyle w:val="{style}"/>' if style else ""
    written += "<w:b/>" if is_bold else ""
    if is_on(child(original, "strike")) or is_on(child(original, "dstrike")):
        written += "<w:strike/>"
    if attribute(child(original, "vertAlign"), "val") == "superscript":
        written += '<w:vertAlign w:val="superscript"/>'
    return f"<w:rPr>{written}</w:rPr>" if written else ""


def _text(text: str) -> str:
    return f"{_TEXT}{escape(text, quote=False)}{_TEXT_END}"


def _content(element: Element) -> str:
    """Returns what a child of a run becomes."""
    match local(element):
        case "t":
            return _text(element.text or "")
        case "tab" | "ptab":
            return _TAB
        case "cr":
            return _BREAK
        case "br":
            return "" if attribute(element, "type") in ("page", "column") else _BREAK
        case "noBreakHyphen":
            return _text("\u2011")
        case "sym":
            return _text(symbol(attribute(element, "char")))
        case "fldChar":
            return _text(_checkbox(child(element, "ffData", "checkBox")))
        case _:
            return ""


def _checkbox(element: Element | None) -> str:
    if element is None:
        return ""
    checked = child(element, "checked")
    return "☒" if is_on(child(element, "default") if checked is None else checked) else "☐"
