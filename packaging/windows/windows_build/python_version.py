"""The version of the delivered Python, read from the version resource of its library."""

import re
from collections.abc import Mapping

from windows_build.errors import BuildError

_PRODUCT_VERSION = "ProductVersion\0".encode("utf-16-le")


def python_version(files: Mapping[str, bytes]) -> str:
    """The version of an embeddable Python, such as 3.13.2.

    Raises:
        BuildError: the library has no version.
    """
    library = files.get("python313.dll", b"")
    text = library[library.rfind(_PRODUCT_VERSION) :][:120].decode("utf-16-le", "replace")
    found = re.search(r"\d+\.\d+\.\d+", text) if _PRODUCT_VERSION in library else None
    if found is None:
        raise BuildError("python313.dll does not say which version it is")
    return found[0]
