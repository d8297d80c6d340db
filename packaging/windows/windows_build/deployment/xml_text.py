"""XML as Windows' tools read it."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def xml_bytes(top: Element) -> bytes:
    """The text of a document, in UTF-8 and indented."""
    ElementTree.indent(top)
    text = ElementTree.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
