"""The only module that imports mammoth, which makes HTML of a Word document.

What it is given has only the elements that `plain_body.py` keeps, in a package that has no other parts: no styles of
the document's own, no pictures, no links, no embedded rules of conversion. Its modules that open other files, or
reach for the network, are never loaded (`stand_ins.py`).
"""

import sys
from io import BytesIO
from traceback import clear_frames
from zipfile import ZipFile

from botilbud_desktop.storage.word.stand_ins import STAND_INS

_BROKEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, OSError)
"""What mammoth raises of a document that it cannot read; `RuntimeError` has among others what is nested too deep."""
APART = ("Comment", "Note", "Contents", "Prompt", "Unseen", "Del")
"""The styles of runs that are set apart, each with the element that it becomes."""
_STYLES = (
    *(f"p.Heading{level} => h{level}:fresh" for level in range(1, 7)),
    "p.Item => ul > li:fresh",
    *(f"r.{name} => {name.lower()}:fresh" for name in APART),
)
"""What becomes of the styles that `plain_body.py` writes."""


class UnreadableDocumentError(Exception):
    """mammoth cannot read the document."""


def html_of(document: bytes) -> str:
    """Returns the HTML of a document part.

    Raises:
        UnreadableDocumentError: it cannot be read.
    """
    for name, module in STAND_INS.items():
        sys.modules.setdefault(name, module)
    import mammoth

    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", document)
    packed.seek(0)
    try:
        return str(
            mammoth.convert_to_html(
                packed,
                style_map="\n".join(_STYLES),
                include_default_style_map=False,
                include_embedded_style_map=False,
                external_file_access=False,
            ).value
        )
    except _BROKEN as error:
        clear_frames(error.__traceback__)  # the archive that they hold is closed here, and not by chance somewhere else
        raise UnreadableDocumentError from error
