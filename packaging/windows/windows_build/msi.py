"""Makes a Windows Installer package from the program's folder, the same bytes each time."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from windows_build.additions import added_queries
from windows_build.product import Product, Scope
from windows_build.tools import run
from windows_build.wxs import Package

_TEMPLATE = "x64;1030"


def make_msi(
    product: Product, scope: Scope, version: str, files: Mapping[str, bytes], moment: int, work: Path
) -> bytes:
    """The package of one scope.

    Args:
        product: its names and identifiers.
        scope: for whom it installs.
        version: its version.
        files: what is installed.
        moment: the time that stands in the package, in seconds since 1970.
        work: a folder to work in, in which these files lie in a folder `stage`, beside the icon.
    """
    source, output = f"{scope}.wxs", f"{scope}.msi"
    (work / source).write_text(Package(product, scope, version).wxs(files), encoding="utf-8")
    _at(moment, ["wixl", "-a", "x64", "-o", output, source], work)
    code = package_code(product, scope, version, files)
    _at(moment, ["msibuild", output, *_options(added_queries(product))], work)
    _at(moment, ["msibuild", output, "-s", product.name, product.publisher, _TEMPLATE, f"{{{code}}}"], work)
    return (work / output).read_bytes()


def package_code(product: Product, scope: Scope, version: str, files: Mapping[str, bytes]) -> str:
    """What tells two packages apart: it follows from all that they contain."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return product.guid("package", scope, version, digest.hexdigest())


def _options(queries: list[str]) -> list[str]:
    return [word for query in queries for word in ("-q", query)]


def _at(moment: int, command: list[str], cwd: Path) -> None:
    """Run a program that writes the time into what it makes, at that time."""
    time = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")
    run(["faketime", "-f", time, *command], cwd=cwd, environment={"TZ": "UTC", "NO_FAKE_STAT": "1"})
