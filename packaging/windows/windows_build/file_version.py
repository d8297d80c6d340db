"""The version and the language of a program or library, as Windows Installer compares them."""

import struct
from typing import NamedTuple

from windows_build.pe import Image, is_image

_VERSION_RESOURCE = 16
_FIXED = "VS_VERSION_INFO\0".encode("utf-16-le")
_SIGNATURE = 0xFEEF04BD
_TRANSLATION = "Translation\0".encode("utf-16-le")


class FileVersion(NamedTuple):
    """What the version resource says."""

    version: str
    """Four numbers."""
    language: int
    """The Windows language; 0 is neutral."""


def file_version(name: str, data: bytes) -> FileVersion | None:
    """The version of a file; None for one without a version resource, which is compared by its hash."""
    if not is_image(name):
        return None
    resource = Image(data).resource(_VERSION_RESOURCE)
    fixed = resource.find(_FIXED)
    if fixed < 0:
        return None
    place = (fixed + len(_FIXED) + 3) // 4 * 4
    signature, _, high, low = struct.unpack_from("<IIII", resource, place)
    if signature != _SIGNATURE:
        return None
    return FileVersion(f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}", _language(resource))


def _language(resource: bytes) -> int:
    found = resource.find(_TRANSLATION)
    place = (found + len(_TRANSLATION) + 3) // 4 * 4
    if found < 0 or place + 2 > len(resource):
        return 0
    return int(struct.unpack_from("<H", resource, place)[0])
