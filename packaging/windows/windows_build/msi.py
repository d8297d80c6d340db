"""Makes a reproducible Windows Installer package from the program's folder."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from windows_build.additions import added_queries
from windows_build.product import Product, Scope
from windows_build.tools import run
from windows_build.wxs import CODE_PAGE, Package

_TEMPLATE = "x64;1030"
_CODE_PAGE_TABLE = f"\r\n\r\n{CODE_PAGE}\t_ForceCodepage\r\n"
"""Names the code page of the tables' texts: wixl leaves it open, and Windows then reads them in its own."""


def make_msi(
    product: Product, scope: Scope, version: str, files: Mapping[str, bytes], moment: int, work: Path
) -> bytes:
    """Makes the package of one scope.

    Args:
        product: names and identifiers.
        scope: for one user or for the machine.
        version: the version.
        files: what is installed.
        moment: the time recorded in the package, in seconds since 1970.
        work: a work folder that contains these files in a folder `stage`, and the icon.
    """
    source, output = f"{scope}.wxs", f"{scope}.msi"
    (work / source).write_text(Package(product, scope, version).wxs(files), encoding="utf-8")
    _at(moment, ["wixl", "-a", "x64", "-o", output, source], work)
    table = f"{scope}-code-page.idt"
    (work / table).write_bytes(_CODE_PAGE_TABLE.encode())
    code = package_code(product, scope, version, files)
    _at(moment, ["msibuild", output, "-i", table, *_options(added_queries(product))], work)
    _at(moment, ["msibuild", output, "-s", product.name, product.publisher, _TEMPLATE, f"{{{code}}}"], work)
    return (work / output).read_bytes()


def package_code(product: Product, scope: Scope, version: str, files: Mapping[str, bytes]) -> str:
    """The package code, which identifies the package: derived from its whole content."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return product.guid("package", scope, version, digest.hexdigest())


def _options(queries: list[str]) -> list[str]:
    return [word for query in queries for word in ("-q", query)]


def _at(moment: int, command: list[str], cwd: Path) -> None:
    """Runs a program with a faked clock, since it writes the time into its output."""
    time = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")
    run(["faketime", "-f", time, *command], cwd=cwd, environment={"TZ": "UTC", "NO_FAKE_STAT": "1"})
