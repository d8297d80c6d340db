"""Whether an embeddable Python may be handed out, and which security fixes it lacks, by python-support.toml."""

import datetime
import io
import re
import tomllib
import zipfile
from pathlib import Path

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.errors import BuildError
from windows_build.file_version import file_version
from windows_build.inputs import python_files
from windows_build.places import WINDOWS
from windows_build.python_line import line_of, python_version

_OLDEST = datetime.timedelta(days=365)
type _Numbers = tuple[int, ...]


class Line(Model):
    """How long a line of Python is kept up. Days as YYYY-MM-DD."""

    name: str
    binaries_until: str
    ends: str


class Fix(Model):
    """The version of a library that fixed something."""

    version: str
    names: tuple[str, ...]


class Library(Model):
    """A library in the embeddable package that the program uses."""

    name: str
    file: str
    use: str
    mark: str = ""
    """The text in the file that its version follows; if there is none, the version resource has it."""
    fixes: tuple[Fix, ...]


class Support(Model):
    """The whole of python-support.toml."""

    lines: tuple[Line, ...]
    libraries: tuple[Library, ...]


def read_support(path: Path = WINDOWS / "python-support.toml") -> Support:
    """Reads the data file."""
    return from_json_values(Support, tomllib.loads(path.read_text(encoding="utf-8")))


def check_support(archive: bytes, day: datetime.date, support: Support) -> None:
    """Checks that the embeddable Python in `archive` may be handed out on this day.

    Raises:
        BuildError: it may not; the text says why, and what to fetch.
    """
    files = python_files(archive)
    line, made = line_of(files), made_on(archive)
    reasons = []
    if day - made > _OLDEST:
        reasons.append(f"Python {python_version(files)} was made on {made}, more than a year ago")
    known = next((each for each in support.lines if each.name == line.name), None)
    if known is None:
        reasons.append(f"python-support.toml knows nothing of Python {line.name}: look up how long it is kept up")
    elif day > datetime.date.fromisoformat(known.ends):
        reasons.append(f"Python {line.name} has got no fixes since {known.ends}")
    elif day > datetime.date.fromisoformat(known.binaries_until):
        reasons.append(f"python.org has made no Windows binaries of {line.name} since {known.binaries_until}")
    if reasons:
        raise BuildError("\n".join(["this Python is not handed out:", *reasons, _to_fetch(day, support)]))


def _to_fetch(day: datetime.date, support: Support) -> str:
    lines = [each for each in support.lines if day <= datetime.date.fromisoformat(each.binaries_until)]
    which = " or ".join(f"{each.name} (until {each.binaries_until})" for each in lines) or "a newer line"
    return (
        f"fetch the newest »Windows embeddable package (64-bit)« of Python {which} from python.org with its SHA-256, "
        "and give both with --python and --python-sha256"
    )


def made_on(archive: bytes) -> datetime.date:
    """The day on which the embeddable Python was made: that of its library in the archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        entries = {Path(entry.filename).name: entry for entry in package.infolist() if not entry.is_dir()}
    return datetime.date(*entries[line_of(entries).library].date_time[:3])


def missing_fixes(archive: bytes, support: Support) -> list[str]:
    """A sentence for each library that is used and lacks security fixes, or does not say its version."""
    files = python_files(archive)
    said = []
    for library in support.libraries:
        version = _version_of(library, files.get(library.file, b""))
        missing = [fix for fix in library.fixes if version and _numbers(version) < _numbers(fix.version)]
        if version is None:
            said.append(f"{library.file} does not say which version of {library.name} it is")
        elif missing:
            names = ", ".join(f"{name} (fixed in {fix.version})" for fix in missing for name in fix.names)
            said.append(f"{library.name} {version}, which {library.use}, lacks {names}")
    return said


def _version_of(library: Library, data: bytes) -> str | None:
    if library.mark:
        found = re.search(re.escape(library.mark).encode() + rb"(\d+\.\d+\.\d+)", data)
        return found[1].decode("ascii") if found else None
    version = file_version(library.file, data) if data else None
    return version.version.rpartition(".")[0] if version else None


def _numbers(version: str) -> _Numbers:
    return tuple(map(int, version.split(".")))
