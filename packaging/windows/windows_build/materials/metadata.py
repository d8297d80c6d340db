"""What a wheel says of itself: its author, and where its sources are."""

import zipfile
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import Path

_SOURCES = ("source", "repository", "code", "home", "homepage")
"""How packages call the address of their sources, best first."""


def said_by(wheel: Path) -> tuple[str, str]:
    """The author and the address of the sources; each empty if the wheel does not say it."""
    with zipfile.ZipFile(wheel) as package:
        names = [name for name in package.namelist() if name.endswith(".dist-info/METADATA")]
        about = BytesParser().parsebytes(package.read(names[0]), headersonly=True) if names else Message()
    address = parseaddr(str(about.get("Author-email", "")))
    author = str(about.get("Author", "")) or address[0] or address[1]
    pairs = [str(entry).partition(",") for entry in about.get_all("Project-URL", [])]
    addresses = {label.strip().lower(): url.strip() for label, _, url in pairs}
    found = next((addresses[label] for label in _SOURCES if label in addresses), "")
    return author, found or str(about.get("Home-page", ""))
