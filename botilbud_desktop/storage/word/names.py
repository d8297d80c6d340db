"""The names of elements in Word documents: the same in both of the standard's forms, *transitional* and *strict*."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

OFFICE_DOCUMENT = "/relationships/officeDocument"
"""How the kind of the relation to the document itself ends."""
_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, ""),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}": "m:",
    "{http://purl.oclc.org/ooxml/officeDocument/math}": "m:",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}": "a:",
    "{http://purl.oclc.org/ooxml/drawingml/main}": "a:",
}


def local(element: Element) -> str:
    """Returns the name of an element: bare for Word's own, with `m:` in formulas, `a:` in drawings, else `?:`.

    Elements of other namespaces are known by what they hold, so they need no prefix of their own.
    """
    space, brace, name = element.tag.rpartition("}")
    return _PREFIXES.get(space + brace, "?:") + name


def attribute(element: Element | None, name: str) -> str:
    """Returns the value of an attribute with or without Word's own namespace; "" when it is missing."""
    if element is None:
        return ""
    return next((found for space in ("", *_WORD) if (found := element.get(space + name)) is not None), "")


def child(element: Element | None, *names: str) -> Element | None:
    """Returns the first child of a name; with several names, that child's first child of the next name, and so on."""
    for name in names:
        element = next((each for each in children(element) if local(each) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there, and on."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def children(element: Element | None) -> Iterator[Element]:
    """Yields the children of an element; none of a missing one."""
    return iter(()) if element is None else iter(element)
