"""Puts the objects of a PDF of others into reportlab's document: each once, however many pages use it."""

from typing import Any

from botilbud_desktop.documents.foreign.records import ForeignObject, ForeignPdf
from botilbud_desktop.documents.pdf.engine import Canvas, PdfObject


class _Embedded(PdfObject):  # type: ignore[misc]
    """An object of a PDF of others. What it refers to gets a number in our file when it is written."""

    def __init__(self, content: ForeignObject, others: "list[_Embedded]") -> None:
        self._content = content
        self._others = others

    def format(self, document: Any) -> bytes:
        """Returns the object as it is written."""
        return b"".join(
            part if isinstance(part, bytes) else b" %d 0 R " % _number(self._others[part], document)
            for part in self._content
        )


class _Layers(PdfObject):  # type: ignore[misc]
    """The layers of all PDFs that are part of a document, none of them for the reader to choose."""

    def __init__(self) -> None:
        self.all: list[_Embedded] = []
        self.hidden: list[_Embedded] = []

    def format(self, document: Any) -> bytes:
        """Returns the list as it is written."""
        every, hidden = (
            b" ".join(b"%d 0 R" % _number(layer, document) for layer in layers) for layers in (self.all, self.hidden)
        )
        return b"<</OCGs[%s]/D<</Name(Botilbud Desktop)/BaseState/ON/OFF[%s]/Order[]>>>>" % (every, hidden)


class Embedding:
    """A PDF of others in one of our documents."""

    def __init__(self, pdf: ForeignPdf) -> None:
        self._pdf = pdf
        self._objects: list[_Embedded] = []
        self._names: dict[int, str] = {}
        self._document: Any = None

    def draw(self, canvas: Canvas, form: int) -> None:
        """Draws one of its forms where the canvas is."""
        if self._document is not canvas._doc:
            self._join(canvas._doc)
        canvas.doForm(self._name(form))

    def _name(self, form: int) -> str:
        """Returns the name of a form in our document, which has it from now on."""
        if form not in self._names:
            name = f"Foreign{self._document.objectcounter}"
            self._document.Reference(self._objects[form], self._document.getXObjectName(name))
            self._names[form] = name
        return self._names[form]

    def _join(self, document: Any) -> None:
        self._document = document
        self._names = {}
        self._objects = []
        self._objects += [_Embedded(content, self._objects) for content in self._pdf.objects]
        if not self._pdf.layers:
            return
        catalog = document.Catalog
        if not isinstance(getattr(catalog, "OCProperties", None), _Layers):
            catalog.__NoDefault__ = [*catalog.__NoDefault__, "OCProperties"]
            catalog.OCProperties = _Layers()
        layers = catalog.OCProperties
        layers.all += [self._objects[index] for index in self._pdf.layers]
        layers.hidden += [self._objects[index] for index in self._pdf.hidden]


def _number(object_: _Embedded, document: Any) -> int:
    """Returns the number that an object gets in the file."""
    name = document.Reference(object_).name
    return int(document.idToObjectNumberAndVersion[name][0])
