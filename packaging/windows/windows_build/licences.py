"""The licence overview beside the program."""

from windows_build.sbom import Part

FILE = "LICENSER.txt"
_TEXTS = {
    "LGPL-3.0-only": r"resources\licences\LGPL-3.0.txt og GPL-3.0.txt",
    "PSF-2.0": "LICENSE.txt (med de biblioteker, som Python selv bygger på)",
    "MPL-1.1": r"resources\licences\MPL-1.1.txt",
    "OFL-1.1": r"resources\fonts\OFL.txt",
}
_HEAD = """Botilbud Desktop er under MIT-licensen, se LICENSE.

Programmet leveres sammen med disse dele. De er, som ophavsmændene har udgivet dem, bortset fra ordbogen (se nedenfor):
"""
_TAIL = """
Qt og PySide6 bruges under GNU Lesser General Public License (LGPL) version 3. De ligger som selvstændige biblioteker i
lib\\PySide6 og lib\\shiboken6, så du kan skifte dem ud med din egen udgave. De er uændrede, og kildekoden ligger på
adresserne ovenfor; Qt6Pdf.dll hører til Qts modul qtwebengine. Qt indeholder selv dele fra andre under frie licenser.
De står i licenser\\Qt-third-party.txt.

pydantic-core er skrevet i Rust; de dele, den selv er bygget af, står med deres licenser i mappen
lib\\pydantic_core-(version).dist-info\\sboms.

cobble har ingen licenstekst i sin pakke. Den er af ophavsmanden til mammoth, hvis tekst står i
resources\\licences\\cobble.txt.

chunspell-next indeholder hunspell, som her bruges under Mozilla Public License (MPL) version 1.1. Kildekoden til
hunspell ligger på https://github.com/hunspell/hunspell.

Den danske ordbog er Stavekontroldens, © Foreningen for frit tilgængelige sprogværktøjer, brugt under samme licens, hvis
tekst står i resources\\licences\\MPL-1.1.txt. Filerne i resources\\spelling er selv kildeformen. da_DK.dic er uændret.
I da_DK.aff er linjen TRY skrevet om, så den kun har det danske alfabets bogstaver, og linjerne MAP er fjernet.

Microsoft Visual C++ Runtime (msvcp140*.dll, vcruntime140*.dll) er Microsofts, uændret fra pakken shiboken6 og
videregivet efter vilkårene for Visual Studios »distributable code«. Det må kun bruges sammen med programmet her.
Filerne er signeret af: {signers}.
"""


def licence_overview(found: list[Part], files: list[str], runtime_signers: list[str]) -> bytes:
    """The overview text, with the location of each licence and of the sources.

    Args:
        found: the delivered parts.
        files: the paths of the delivered files.
        runtime_signers: who signed the files of Microsoft's runtime.
    """
    lines = [line for part in found for line in _lines(part, files)]
    tail = _TAIL.format(signers=", ".join(runtime_signers))
    return (_HEAD + "\n" + "\n".join(lines) + "\n" + tail).replace("\n", "\r\n").encode()


def _lines(part: Part, files: list[str]) -> list[str]:
    lines = [f"- {part.name} {part.version}: {part.licence}", f"    {_where(part, files)}"]
    return [*lines, f"    kildekode: {part.address}"] if part.address else lines


def _where(part: Part, files: list[str]) -> str:
    if part.licence in _TEXTS:
        return _TEXTS[part.licence]
    folder = f"lib/{part.name.replace('-', '_')}-"
    own = [name for name in files if name.startswith(folder) and "/licenses/" in name]
    return ", ".join(own).replace("/", "\\") or "se nedenfor"
