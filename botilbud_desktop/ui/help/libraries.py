"""The parts of the program with versions and licences, read from the installed packages on demand."""

from collections.abc import Callable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop import __version__
from botilbud_desktop.storage.paths import resources_folder

_LARGEST_LICENCE = 200_000
_UNKNOWN = "ukendt version"
_NO_TEXT = "Licensteksten følger ikke med pakken. Den kan læses hos dem, der har lavet den."
_PYTHON = "Python er under Python Software Foundation License version 2. Den står på docs.python.org/3/license.html."
_QT = (
    "Qt og PySide6 er fra The Qt Company og bruges uændret under GNU Lesser General Public License (LGPL) version 3. "
    "De ligger som selvstændige biblioteker ved siden af programmet, så du kan skifte dem ud med din egen udgave. "
    "Kildekoden findes på download.qt.io og code.qt.io. LGPL bygger på GNU General Public License (GPL) version 3. "
    "Begge tekster følger her."
)

_DICTIONARY = (
    "Den danske ordbog er Stavekontroldens, © Foreningen for frit tilgængelige sprogværktøjer "
    "(stavekontrolden.dk), som "
    "bygger på data fra Det Danske Sprog- og Litteraturselskab. Den bruges under Mozilla Public License (MPL) version "
    "1.1 og er ændret: Tegn, der ikke bruges på dansk, prøves ikke i forslag."
)


class Library(NamedTuple):
    """One part of the program."""

    name: str
    version: str
    licence: str
    """The short name of the licence."""
    text: Callable[[], str]
    """Returns the licence's text."""


_PACKAGES = (
    ("platformdirs", "MIT"),
    ("pydantic", "MIT"),
    ("pydantic-core", "MIT"),
    ("annotated-types", "MIT"),
    ("typing-extensions", "PSF"),
    ("typing-inspection", "MIT"),
    ("xlsxwriter", "BSD"),
    ("pypdf", "BSD"),
    ("mammoth", "BSD"),
    ("cobble", "BSD"),
    ("chunspell-next", "MIT, MPL"),
    ("reportlab", "BSD"),
    ("pillow", "MIT-CMU"),
    ("charset-normalizer", "MIT"),
)


def libraries(python: str, qt: str, pyside: str) -> tuple[Library, ...]:
    """Returns the program itself, Qt, the fonts, and every package that is delivered with it."""
    return (
        Library("Botilbud Desktop", __version__, "MIT", _own_licence),
        Library("Qt", qt, "LGPL", _qt_licence),
        Library("PySide6", pyside, "LGPL", _qt_licence),
        Library("Python", python, "PSF", _python_licence),
        Library("Noto Sans", "2.004", "OFL", _font_licence),
        Library("Stavekontrolden", "2.8.034", "MPL", _dictionary_licence),
        *(Library(name, _version(name), licence, _package_licence(name)) for name, licence in _PACKAGES),
    )


def _version(name: str) -> str:
    found = _installed(name)
    return _UNKNOWN if found is None else found.version


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _package_licence(name: str) -> Callable[[], str]:
    def text() -> str:
        found = _installed(name)
        files = found.files or [] if found is not None else []
        texts = [_read(Path(str(file.locate()))) for file in files if _is_licence(file.name, file.parts)]
        beside = resources_folder() / "licences" / f"{name}.txt"
        return "\n\n".join(filter(None, texts)) or _read(beside) or _NO_TEXT

    return text


def _is_licence(name: str, parts: tuple[str, ...]) -> bool:
    return "licenses" in parts or name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))


def _own_licence() -> str:
    beside = resources_folder().parent / "LICENSE"
    installed = _package_licence("botilbud-desktop")()
    return _read(beside) or installed


def _qt_licence() -> str:
    folder = resources_folder() / "licences"
    return "\n\n".join(filter(None, (_QT, _read(folder / "LGPL-3.0.txt"), _read(folder / "GPL-3.0.txt"))))


def _font_licence() -> str:
    return _read(resources_folder() / "fonts" / "OFL.txt") or _NO_TEXT


def _dictionary_licence() -> str:
    return "\n\n".join((_DICTIONARY, _read(resources_folder() / "licences" / "MPL-1.1.txt") or _NO_TEXT))


def _python_licence() -> str:
    import sys

    base = Path(sys.base_prefix)
    candidates = (base / "LICENSE.txt", Path(_standard_library()) / "LICENSE.txt", base / "LICENSE")
    texts = filter(None, map(_read, candidates))
    return next(texts, _PYTHON)


def _standard_library() -> str:
    import sysconfig

    return sysconfig.get_path("stdlib")


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_LICENCE).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
