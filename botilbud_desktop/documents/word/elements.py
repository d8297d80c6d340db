"""The XML elements of a document. The user's text becomes one here, and nowhere else, as text and never as markup."""

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from botilbud_desktop.documents.word.text import shown_text

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

type Element = BaseOxmlElement

_SOFT_HYPHEN = "\u00ad"
_PIECES = re.compile(f"([\t{_SOFT_HYPHEN}])")
_EMPTY = {"\t": "tab", _SOFT_HYPHEN: "softHyphen"}


def element(tag: str, *inside: "Element", **attributes: str) -> "Element":
    """Returns an element of Word's own names with elements inside: `element("jc", val="right")`."""
    made = OxmlElement(f"w:{tag}", attrs={qn(f"w:{name}"): value for name, value in attributes.items()})
    made.extend(inside)
    return made


def paragraph(line: str, style: str, *, new_page: bool = False) -> "Element":
    """Returns a paragraph with one line of text; `new_page` begins a page with it."""
    properties = element("pPr", element("pStyle", val=style))
    if new_page:
        properties.append(element("pageBreakBefore"))
    return element("p", properties, run(line)) if line else element("p", properties)


def run(line: str) -> "Element":
    """Returns a line of text as it is: tabs and places for a hyphen have elements of their own."""
    made = element("r")
    for piece in _PIECES.split(shown_text(line)):
        if piece in _EMPTY:
            made.append(element(_EMPTY[piece]))
        elif piece:
            text = element("t")
            text.text = piece
            text.set(qn("xml:space"), "preserve")
            made.append(text)
    return made


def page_number(field: str) -> tuple["Element", ...]:
    """Returns the runs of a field of the program's own, `PAGE` or `NUMPAGES`; the program that shows it counts."""
    code = element("instrText")
    code.text = f" {field} "
    code.set(qn("xml:space"), "preserve")
    parts = (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="separate"))
    return (*(element("r", part) for part in parts), run("1"), element("r", element("fldChar", fldCharType="end")))
