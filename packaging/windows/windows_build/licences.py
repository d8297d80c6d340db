"""The licence overview beside the program."""

from pathlib import Path

from windows_build.places import WINDOWS
from windows_build.sbom import Part

FILE = "LICENSER.txt"
_TEXTS = {
    "LGPL-3.0-only": r"resources\licences\LGPL-3.0.txt og GPL-3.0.txt",
    "PSF-2.0": "LICENSE.txt (med de biblioteker, som Python selv bygger på)",
    "MPL-1.1": r"resources\licences\MPL-1.1.txt",
    "OFL-1.1": r"resources\fonts\OFL.txt",
}
_HEAD = """Botilbud Desktop er under MIT-licensen, se LICENSE.

Programmet leveres sammen med disse dele. Koden i dem er den, som ophavsmændene har udgivet:
"""
_TAIL = """
Qt og PySide6 bruges under GNU Lesser General Public License (LGPL) version 3. De ligger som selvstændige biblioteker i
lib\\PySide6 og lib\\shiboken6, så du kan skifte dem ud med din egen udgave. Kildekoden fås hos The Qt Company, og
Qt indeholder selv dele fra andre under frie licenser; de står i licenser\\Qt-third-party.txt.

pydantic-core er skrevet i Rust; de dele, den selv er bygget af, står med deres licenser i mappen
lib\\pydantic_core-(version).dist-info\\sboms.

cobble har ingen licenstekst i sin pakke. Den er af ophavsmanden til mammoth, hvis tekst står i
resources\\licences\\cobble.txt.

chunspell-next indeholder hunspell, som her bruges under Mozilla Public License (MPL) version 1.1. Den danske ordbog er
Stavekontroldens, ændret som beskrevet i resources\\spelling\\README.md og brugt under samme licens, hvis tekst står i
resources\\licences\\MPL-1.1.txt.

Microsoft Visual C++ Runtime (msvcp140*.dll, vcruntime140*.dll) er Microsofts, uændret og videregivet efter vilkårene
for Visual Studios »distributable code«. Det må kun bruges sammen med programmet her.
"""


def further_licences(folder: Path = WINDOWS / "licences") -> dict[str, bytes]:
    """The licence texts missing in the packages themselves, by path below the program's folder."""
    return {f"licenser/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def licence_overview(found: list[Part], files: list[str]) -> bytes:
    """The overview text, with the location of each licence."""
    lines = [f"- {part.name} {part.version}: {part.licence}\n    {_where(part, files)}" for part in found]
    return (_HEAD + "\n" + "\n".join(lines) + "\n" + _TAIL).replace("\n", "\r\n").encode()


def _where(part: Part, files: list[str]) -> str:
    if part.licence in _TEXTS:
        return _TEXTS[part.licence]
    folder = f"lib/{part.name.replace('-', '_')}-"
    own = [name for name in files if name.startswith(folder) and "/licenses/" in name]
    return ", ".join(own).replace("/", "\\") or "se nedenfor"
