"""The XML elements of a document. The user's text becomes one here, and nowhere else, as text and never as markup.

An element is written as XML at once. It is a type of its own, so that no text is taken for one.
"""

import re
from collections.abc import Sequence
from html import escape
from string import ascii_letters
from typing import NewType

from botilbud_desktop.documents.word.text import shown_text

Element = NewType("Element", str)

_SOFT_HYPHEN = "\u00ad"
_PIECES = re.compile(f"([\t{_SOFT_HYPHEN}])")


def element(tag: str, *inside: Element, **attributes: str) -> Element:
    """Returns an element of Word's own names with elements inside: `element("jc", val="right")`."""
    named = "".join(f' w:{name}="{quoted(value)}"' for name, value in attributes.items())
    return Element(f"<w:{tag}{named}>{''.join(inside)}</w:{tag}>" if inside else f"<w:{tag}{named}/>")


_EMPTY = {"\t": element("tab"), _SOFT_HYPHEN: element("softHyphen")}


def paragraph(line: str, style: str, *, new_page: bool = False, with_next: bool = False, mark: str = "") -> Element:
    """Returns a paragraph with one line of text.

    Args:
        line: the text.
        style: the id of its style.
        new_page: whether a page begins with it.
        with_next: whether it stays on the page of the next one.
        mark: the name of the bookmark that links lead to, the program's own; none where it is empty.
    """
    rules = (("keepNext", with_next), ("pageBreakBefore", new_page))
    kept = (element(name) for name, holds in rules if holds)
    properties = element("pPr", element("pStyle", val=style), *kept)
    text = [run(line)] if line else []
    return element("p", properties, *(bookmarked(text, mark) if mark else text))


def is_table(part: Element) -> bool:
    """Whether it is a table, which needs a paragraph behind it where another or the end follows."""
    return part.startswith("<w:tbl>")


def ending(part: Element, section: Element) -> Element:
    """Returns a paragraph that is the last of a section; `section` says how its pages are."""
    return Element(part.replace("</w:pPr>", f"{section}</w:pPr>", 1))


def bookmarked(text: Sequence[Element], name: str) -> tuple[Element, ...]:
    """Returns text with a bookmark around it; its name ends with a number, which the format wants by itself, too."""
    number = name.lstrip(ascii_letters)
    return element("bookmarkStart", id=number, name=name), *text, element("bookmarkEnd", id=number)


def link_within(line: str, mark: str) -> Element:
    """Returns a line of text that leads to a bookmark of the same document, and nowhere else."""
    return element("hyperlink", run(line), anchor=mark, history="1")


def run(line: str) -> Element:
    """Returns a line of text as it is: tabs and places for a hyphen have elements of their own."""
    pieces = filter(None, _PIECES.split(shown_text(line)))
    return element("r", *(_EMPTY.get(piece) or _preserved("t", piece) for piece in pieces))


def page_number(field: str) -> tuple[Element, ...]:
    """Returns the runs of a field of the program's own, `PAGE` or `NUMPAGES`; the program that shows it counts."""
    begin, separate, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    code = _preserved("instrText", f" {field} ")
    return (*(element("r", part) for part in (begin, code, separate)), run("1"), element("r", end))


def quoted(text: str) -> str:
    """Returns a text as XML has it within an element or between quotation marks."""
    return escape(shown_text(text))


def _preserved(tag: str, text: str) -> Element:
    """Returns an element of a text whose spaces stay."""
    return Element(f'<w:{tag} xml:space="preserve">{escape(text, quote=False)}</w:{tag}>')
