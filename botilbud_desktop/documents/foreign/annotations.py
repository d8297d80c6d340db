"""What lies upon a page: stamps, signatures, filled-in fields. Their appearance is drawn, what they do is left out."""

from typing import NamedTuple

from botilbud_desktop.documents.foreign import syntax
from botilbud_desktop.documents.foreign.boxes import Matrix, around, between, box, matrix
from botilbud_desktop.documents.foreign.copying import Copier
from botilbud_desktop.documents.foreign.engine import DictionaryObject, StreamObject
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import MOST_ANNOTATIONS
from botilbud_desktop.documents.foreign.values import array, dictionary, flag, resolved

_HIDDEN = 2
_PRINTED = 3
"""The bits of an annotation's flags."""
_WITHOUT_LOOKS = ("/Link", "/Popup")
"""Kinds that are nothing but an action or a window of the viewer."""


class Drawn(NamedTuple):
    """An appearance that is drawn upon a page."""

    form: int
    """The index of its form."""
    matrix: Matrix
    look: object
    """The appearance as it stands in the file."""

    def content(self, name: str) -> bytes:
        """Returns what draws it, when its form has a name."""
        return b"q %s cm %s Do Q\n" % (syntax.numbers(*self.matrix), syntax.name(name))


class Upon(NamedTuple):
    """What lies upon one page."""

    drawn: tuple[Drawn, ...]
    has_unprinted: bool
    """Whether there are notes that are shown on a screen only; they are left out."""
    has_without_appearance: bool
    """Whether something is to be seen that the file has no appearance of; it is left out."""


def upon(page: DictionaryObject, copier: Copier) -> Upon:
    """Copies the appearances of what is printed with a page."""
    annotations = array(page.get("/Annots"))
    if len(annotations) > MOST_ANNOTATIONS:
        raise ForeignPdfError(TOO_COMPLICATED)
    drawn: list[Drawn] = []
    has_unprinted = has_without_appearance = False
    for value in annotations:
        annotation = dictionary(value)
        if _is_invisible(annotation, copier):
            continue
        look = _look(annotation)
        if look is None:
            has_without_appearance |= _ought_to_have_a_look(annotation)
        elif not flag(annotation.get("/F"), _PRINTED):
            has_unprinted = True
        else:
            placed = _placed(annotation, look, copier)
            drawn += [placed] if placed is not None else []
    return Upon(tuple(drawn), has_unprinted, has_without_appearance)


def _is_invisible(annotation: DictionaryObject, copier: Copier) -> bool:
    return (
        not annotation
        or resolved(annotation.get("/Subtype")) in _WITHOUT_LOOKS
        or flag(annotation.get("/F"), _HIDDEN)
        or ("/OC" in annotation and copier.layers.is_hidden(annotation.raw_get("/OC")))
    )


def _look(annotation: DictionaryObject) -> object:
    """Returns the normal appearance (a reference to a stream, or one), by the state of the annotation."""
    normal = dictionary(annotation.get("/AP")).get("/N")
    found = resolved(normal)
    if isinstance(found, StreamObject):
        return normal
    states = dictionary(found)
    state = resolved(annotation.get("/AS"))
    look = states.raw_get(state) if state in states else None
    return look if isinstance(resolved(look), StreamObject) else None


def _ought_to_have_a_look(annotation: DictionaryObject) -> bool:
    """Whether viewers make an appearance by themselves where the file has none."""
    kind = resolved(annotation.get("/Subtype"))
    if not flag(annotation.get("/F"), _PRINTED):
        return False
    if kind != "/Widget":
        return "/AP" not in annotation
    parent = dictionary(annotation.get("/Parent"))
    is_text = resolved(annotation.get("/FT")) or resolved(parent.get("/FT"))
    has_value = resolved(annotation.get("/V")) or resolved(parent.get("/V"))
    return is_text in ("/Tx", "/Ch", "/Sig") and bool(has_value)


def _placed(annotation: DictionaryObject, look: object, copier: Copier) -> Drawn | None:
    """Copies an appearance, and finds its place: its box, as its own matrix turns it, is stretched to the rectangle."""
    stream = dictionary(look)
    bounds, rectangle = box(stream.get("/BBox")), box(annotation.get("/Rect"))
    if bounds is None or rectangle is None or rectangle.width <= 0 or rectangle.height <= 0:
        return None
    stretch = between(around(bounds, matrix(stream.get("/Matrix"))), rectangle)
    return None if stretch is None else Drawn(copier.form(look), stretch, look)
