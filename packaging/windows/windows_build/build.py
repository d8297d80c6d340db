"""The whole build, step by step."""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from windows_build.archive import zip_bytes
from windows_build.checksums import checksums
from windows_build.closure import check_closure
from windows_build.contents import Contents, read_contents
from windows_build.deployment.archive import deployment_files
from windows_build.deployment.facts import facts
from windows_build.errors import BuildError
from windows_build.inputs import fetch_python, fetch_wheels, python_files, read_python
from windows_build.launchers import launchers
from windows_build.licences import FILE as LICENCES
from windows_build.licences import licence_overview
from windows_build.materials.bundled import find_bundled, read_bundled
from windows_build.materials.delivered import runtime_signers, with_bundled, with_runtime
from windows_build.materials.notices import FILE as NOTICES
from windows_build.materials.notices import qt_notices
from windows_build.moment import build_moment, uncommitted
from windows_build.msi import make_msi
from windows_build.places import BUILD, WINDOWS
from windows_build.policies import policy_files
from windows_build.product import SCOPES, Product, read_product
from windows_build.program import checked_version, version_of
from windows_build.python_line import line_of, python_version
from windows_build.sbom import Part, cyclonedx, parts
from windows_build.signing.check import PACKAGE
from windows_build.signing.settings import Signing
from windows_build.signing.signer import Signer
from windows_build.sizes import check_sizes, report
from windows_build.staging import stage, write_stage
from windows_build.tables.database import package_code_of
from windows_build.tools import check_tools
from windows_build.wxs import ICON

CHECKSUMS = "SHA256SUMS"


class Wanted(NamedTuple):
    """The options of the command line."""

    version: str | None = None
    """None: the version of the checkout."""
    python: Path | None = None
    """Another embeddable Python."""
    python_sha256: str = ""
    signing: Signing | None = None
    """Signs the programs and the packages."""
    folder: Path = BUILD
    """Where the result goes."""


def build(wanted: Wanted) -> Mapping[str, bytes]:
    """Builds everything into the folder; returns the release files by name.

    Raises:
        BuildError: the build is not possible; its text says why.
    """
    check_tools()
    product, contents, moment = read_product(), read_contents(), build_moment()
    version = checked_version(wanted.version or version_of())
    say(f"building {product.name} {version}")
    if uncommitted():
        say("not all is committed: what is built is not what the commit stands for")
    archive = python_archive(wanted, contents)
    python = python_files(archive)
    line = line_of(python)
    wheels = fetch_wheels(BUILD / "cache", line)
    found = parts(contents, wheels, python_version(python), hashlib.sha256(archive).hexdigest())
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wanted.folder, prefix="work-") as folder:
        work = Path(folder)
        files = stage(python, wheels, contents, version, moment, _new_folder(work / "bytecode"))
        files |= launchers(product, version, line, _new_folder(work / "launchers"))
        found = _described(found, files)
        check_closure(files, contents.windows.libraries)
        signer = _signer(wanted.signing, product.name, moment, _new_folder(work / "signing"))
        files = signer.sign_all(files) if signer else files
        write_stage(files, work / "stage", moment)
        packages = _packages(product, version, files, moment, work)
        codes = {scope: package_code_of(work / f"{scope}{PACKAGE}") for scope in SCOPES}
        if signer:
            packages |= signer.sign({name: data for name, data in packages.items() if name.endswith(PACKAGE)})
        packages[f"{product.file_stem}-{version}.cdx.json"] = cyclonedx(product, version, found, moment)
        packages[f"{product.file_stem}-{version}-policies.zip"] = zip_bytes(policy_files(), moment, compressed=True)
        told = deployment_files(product, version, files)
        packages[f"{product.file_stem}-{version}-deployment.zip"] = zip_bytes(told, moment, compressed=True)
        packages[f"{product.file_stem}-{version}.json"] = facts(product, version, files, packages, codes)
        packages[CHECKSUMS] = checksums(packages)
        _move_results(packages, work / "stage", wanted.folder)
    print(report(files, packages, contents.limits), flush=True)
    check_sizes(files, packages, contents.limits)
    return packages


def python_archive(wanted: Wanted, contents: Contents) -> bytes:
    """The embeddable Python that is delivered: the given one, or the stand-in.

    Raises:
        BuildError: it cannot be had, or is another one than its hash says.
    """
    if wanted.python is None:
        return fetch_python(BUILD / "cache", contents)
    return read_python(wanted.python, wanted.python_sha256)


def _described(found: list[Part], files: dict[str, bytes]) -> list[Part]:
    """Adds the licence texts to the files; returns the parts with what the files tell of them."""
    inside = find_bundled(read_bundled(), files)
    found = with_runtime(with_bundled(found, inside), files)
    qt = next(part for part in found if part.name == "Qt")
    files[NOTICES] = qt_notices(qt.version, qt.address, inside)
    files[LICENCES] = licence_overview(found, sorted(files), runtime_signers(files))
    return found


def build_twice(wanted: Wanted) -> None:
    """Builds twice, in folders of different names, and checks that the bytes are the same.

    Raises:
        BuildError: they differ; the text names the files.
    """
    moment = build_moment()
    first = build(wanted)
    second = build(wanted._replace(folder=BUILD / "again"))
    if build_moment() != moment:
        raise BuildError("another commit was made or fetched meanwhile: compare again")
    differing = sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
    if differing:
        raise BuildError(f"two builds differ in {', '.join(differing)}: see {BUILD} and {BUILD / 'again'}")
    shutil.rmtree(BUILD / "again")
    say("two builds gave the same bytes")


def _packages(product: Product, version: str, files: dict[str, bytes], moment: int, work: Path) -> dict[str, bytes]:
    """Builds both MSIs and the ZIP in parallel: each takes seconds to compress."""
    stem = f"{product.file_stem}-{version}"
    inside = {f"{stem}/{name}": data for name, data in files.items()}
    (work / ICON).write_bytes((WINDOWS / "icons" / ICON).read_bytes())
    with ThreadPoolExecutor() as pool:
        jobs = {
            f"{stem}-{scope}.msi": pool.submit(make_msi, product, scope, version, files, moment, work)
            for scope in SCOPES
        }
        jobs[f"{stem}-portable.zip"] = pool.submit(zip_bytes, inside, moment, compressed=True)
    return {name: job.result() for name, job in jobs.items()}


def _signer(signing: Signing | None, title: str, moment: int, work: Path) -> Signer | None:
    return None if signing is None else Signer(signing, title, moment, work)


def say(text: str) -> None:
    """Prints a progress message for the user."""
    print(f"windows: {text}", file=sys.stderr, flush=True)


def _new_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _move_results(packages: Mapping[str, bytes], stage_folder: Path, folder: Path) -> None:
    """Moves the result to its folder. Packages of other versions stay: the upgrade tests need them."""
    shutil.rmtree(folder / "stage", ignore_errors=True)
    stage_folder.rename(folder / "stage")
    for name, data in packages.items():
        (folder / name).write_bytes(data)
