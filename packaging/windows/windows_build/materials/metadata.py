"""What a wheel says of itself: its authors, and where its sources are."""

import zipfile
from email.message import Message
from email.parser import Parser
from email.utils import getaddresses
from pathlib import Path

_SOURCES = ("source", "repository", "code", "home", "homepage")
"""How packages call the address of their sources, best first."""


def said_by(wheel: Path) -> tuple[str, str]:
    """The authors, and the address of the sources; each empty if the wheel does not say it."""
    with zipfile.ZipFile(wheel) as package:
        names = [name for name in package.namelist() if name.endswith(".dist-info/METADATA")]
        about = Parser().parsestr(package.read(names[0]).decode("utf-8"), headersonly=True) if names else Message()
    pairs = [str(entry).partition(",") for entry in about.get_all("Project-URL", [])]
    addresses = {label.strip().lower(): url.strip() for label, _, url in pairs}
    found = next((addresses[label] for label in _SOURCES if label in addresses), "")
    return _authors(about), found or str(about.get("Home-page", ""))


def _authors(about: Message) -> str:
    for kind in ("Author", "Maintainer"):
        named = str(about.get(kind, ""))
        people = getaddresses([str(about.get(f"{kind}-email", ""))])
        if named or any(address for _, address in people):
            return named or ", ".join(name or address for name, address in people)
    return ""
