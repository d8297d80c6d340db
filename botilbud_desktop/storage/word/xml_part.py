"""Reads the XML parts of one Word document, after a look at each: no document type, not too deep, not too long."""

from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers.expat import ExpatError, ParserCreate

from botilbud_desktop.storage.word import problems
from botilbud_desktop.storage.word.problems import WordProblemError

MOST_ELEMENTS = 300_000
"""Maximum elements and attributes of all parts; a document of 100 pages has about 100.000."""
DEEPEST = 100
"""Maximum elements within each other."""
LONGEST_ATTRIBUTE = 10_000


class XmlParts:
    """Reads parts, up to a limit for all of them."""

    def __init__(self) -> None:
        self._elements = 0

    def read(self, content: bytes, name: str) -> Element:
        """Returns the root of a part; `name` is its name in the file.

        Raises:
            WordProblemError: it is no XML, or is beyond the limits.
        """
        outline = _Outline(name, MOST_ELEMENTS - self._elements)
        parser = ParserCreate()
        parser.StartDoctypeDeclHandler = outline.refuse_document_type
        parser.StartElementHandler = outline.start
        parser.EndElementHandler = outline.end
        try:
            parser.Parse(content, True)
            tree = XMLParser()
            tree.feed(content)
            root = tree.close()
        except (ExpatError, ParseError, LookupError, ValueError) as error:
            raise WordProblemError(problems.DAMAGED, name) from error
        self._elements += outline.elements
        return root


class _Outline:
    """Counts what a part holds."""

    def __init__(self, name: str, most: int) -> None:
        self.elements = 0
        self._name = name
        self._most = most
        self._depth = 0

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        """Counts an element that begins."""
        self._depth += 1
        self.elements += 1 + len(attributes)
        is_long = any(len(value) > LONGEST_ATTRIBUTE for value in attributes.values())
        if self._depth > DEEPEST or self.elements > self._most or is_long:
            raise WordProblemError(problems.TOO_LARGE, self._name)

    def end(self, _tag: str) -> None:
        """Counts an element that ends."""
        self._depth -= 1

    def refuse_document_type(self, *_declared: object) -> None:
        """Refuses a part that declares entities, or could."""
        raise WordProblemError(problems.DOCUMENT_TYPE, self._name)
