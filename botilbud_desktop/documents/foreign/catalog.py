"""What a file says of itself as a whole, as far as it decides how its pages are to be understood."""

from botilbud_desktop.documents.foreign.engine import BooleanObject, DictionaryObject
from botilbud_desktop.documents.foreign.values import array, dictionary, flag, resolved

_SIGNED = 1
"""The bit of a form's flags that says that there are signatures."""
_MOST_FIELDS = 1_000
"""Fields that are looked at."""


def is_dynamic(root: DictionaryObject) -> bool:
    """Whether a form is drawn by another language (*XFA*) and its pages say only that the viewer cannot show it."""
    return _is_true(root.get("/NeedsRendering"))


def needs_viewer(root: DictionaryObject) -> bool:
    """Whether viewers draw the fields of a form anew, whatever appearance they have."""
    return _is_true(dictionary(root.get("/AcroForm")).get("/NeedAppearances"))


def is_signed(root: DictionaryObject) -> bool:
    """Whether the file has a digital signature; it proves nothing of a copy of the pages."""
    form = dictionary(root.get("/AcroForm"))
    fields = (dictionary(each) for each in array(form.get("/Fields"))[:_MOST_FIELDS])
    return flag(form.get("/SigFlags"), _SIGNED) or any(
        resolved(field.get("/FT")) == "/Sig" and bool(dictionary(field.get("/V"))) for field in fields
    )


def has_files(root: DictionaryObject) -> bool:
    """Whether other files lie within the file (*attachments*, *portfolio*)."""
    return bool(dictionary(dictionary(root.get("/Names")).get("/EmbeddedFiles")) or dictionary(root.get("/Collection")))


def _is_true(value: object) -> bool:
    found = resolved(value)
    return isinstance(found, BooleanObject) and bool(found.value)
