"""Makes a reproducible Windows Installer package from the program's folder."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from windows_build.additions import added_queries
from windows_build.deployment.facts import written_values
from windows_build.product import Product, Scope
from windows_build.tables.check import check_package
from windows_build.tables.columns import validation_table
from windows_build.tables.database import table_names
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

    Raises:
        BuildError: the package breaks rules of Windows Installer.
    """
    source, output = f"{scope}.wxs", f"{scope}.msi"
    text, queries = Package(product, scope, version).wxs(files, written_values(files)), added_queries(product, files)
    (work / source).write_text(text, encoding="utf-8")
    _at(moment, ["wixl", "-a", "x64", "-o", output, source], work)
    code = package_code(product, files, [text, *queries])
    code_page = _imported(f"{scope}-code-page.idt", _CODE_PAGE_TABLE, work)
    _at(moment, ["msibuild", output, *code_page, *_options(queries)], work)
    columns = _imported(f"{scope}-columns.idt", validation_table(table_names(work / output)), work)
    _at(moment, ["msibuild", output, *columns], work)
    _at(moment, ["msibuild", output, "-s", product.name, product.publisher, _TEMPLATE, f"{{{code}}}"], work)
    check_package(work / output, scope)
    return (work / output).read_bytes()


def package_code(product: Product, files: Mapping[str, bytes], texts: Iterable[str]) -> str:
    """The package code, which identifies the package: derived from all files and all texts of its tables."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    for text in texts:
        digest.update(f"{text}\0".encode())
    return product.guid("package", digest.hexdigest())


def _imported(name: str, table: str, work: Path) -> list[str]:
    (work / name).write_bytes(table.encode())
    return ["-i", name]


def _options(queries: list[str]) -> list[str]:
    return [word for query in queries for word in ("-q", query)]


def _at(moment: int, command: list[str], cwd: Path) -> None:
    """Runs a program with a faked clock, since it writes the time into its output."""
    time = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")
    run(["faketime", "-f", time, *command], cwd=cwd, environment={"TZ": "UTC", "NO_FAKE_STAT": "1"})
