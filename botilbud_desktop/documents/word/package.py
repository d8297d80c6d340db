"""Packs the parts of a document into one file: the same parts give the same bytes at any time."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of each part, the earliest that the format knows."""
_FIRST = "[Content_Types].xml"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Returns the package; the list of types comes first, as programs expect it."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return made.getvalue()
