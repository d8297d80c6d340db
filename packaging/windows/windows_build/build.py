"""The whole build, step by step."""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from windows_build.archive import zip_bytes
from windows_build.contents import read_contents
from windows_build.inputs import fetch_python, fetch_wheels, python_files, read_python
from windows_build.launchers import launchers
from windows_build.licences import FILE as LICENCES
from windows_build.licences import licence_overview
from windows_build.moment import build_moment
from windows_build.msi import make_msi
from windows_build.places import BUILD
from windows_build.product import SCOPES, read_product
from windows_build.program import checked_version, version_of
from windows_build.python_version import python_version
from windows_build.sbom import cyclonedx, parts
from windows_build.sizes import check_sizes, report
from windows_build.staging import stage, write_stage
from windows_build.tools import check_tools

CHECKSUMS = "SHA256SUMS"


class Wanted(NamedTuple):
    """What the command line asks for."""

    version: str | None = None
    """None: the version that the checkout says it is."""
    python: Path | None = None
    """Another embeddable Python."""
    python_sha256: str = ""
    folder: Path = BUILD
    """Where the result goes."""


def build(wanted: Wanted) -> Mapping[str, bytes]:
    """Build everything into the folder; what is handed out, by name.

    Raises:
        BuildError: something stands in the way; its text says what.
    """
    check_tools()
    product, contents, moment = read_product(), read_contents(), build_moment()
    version = checked_version(wanted.version or version_of())
    stem = f"{product.file_stem}-{version}"
    cache = BUILD / "cache"
    say(f"building {product.name} {version}")
    if wanted.python is None:
        archive = fetch_python(cache, contents)
    else:
        archive = read_python(wanted.python, wanted.python_sha256)
    python, wheels = python_files(archive), fetch_wheels(cache)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wanted.folder, prefix="work-") as folder:
        work = Path(folder)
        files = stage(python, wheels, contents, version, moment, _new(work / "bytecode"))
        files |= launchers(product, version, _new(work / "launchers"))
        found = parts(contents, wheels, python_version(python), hashlib.sha256(archive).hexdigest())
        files[LICENCES] = licence_overview(found, sorted(files))
        write_stage(files, work / "stage", moment)
        packages = {f"{stem}-{scope}.msi": make_msi(product, scope, version, files, moment, work) for scope in SCOPES}
        inside = {f"{stem}/{name}": data for name, data in files.items()}
        packages[f"{stem}-portable.zip"] = zip_bytes(inside, moment, compressed=True)
        packages[f"{stem}.cdx.json"] = cyclonedx(product, version, found, moment)
        packages[CHECKSUMS] = checksums(packages)
        _hand_over(packages, work / "stage", wanted.folder)
    print(report(files, packages, contents.limits))
    check_sizes(files, packages, contents.limits)
    return packages


def checksums(packages: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads them."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(packages.items())]
    return "".join(lines).encode()


def say(text: str) -> None:
    """Tell the person what happens."""
    print(f"windows: {text}", file=sys.stderr, flush=True)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _hand_over(packages: Mapping[str, bytes], stage_folder: Path, folder: Path) -> None:
    """Put the result where it is looked for, without leavings of an earlier one."""
    shutil.rmtree(folder / "stage", ignore_errors=True)
    for pattern in ("*.msi", "*.zip", "*.cdx.json", CHECKSUMS):
        for path in folder.glob(pattern):
            path.unlink()
    stage_folder.rename(folder / "stage")
    for name, data in packages.items():
        (folder / name).write_bytes(data)
