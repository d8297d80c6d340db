"""Reads the tables of a package."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from windows_build.tools import run

_OWN = ("_SummaryInformation", "_ForceCodepage")
"""What msitools shows as tables, and is none."""

_PACKAGE_CODE = "9"


class Table(NamedTuple):
    """One table."""

    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    """A letter and a width for each column, such as s72; an upper-case letter stands for one that may be empty."""
    keys: tuple[str, ...]
    """The columns that identify a row."""
    rows: tuple[Mapping[str, str], ...]


type Tables = Mapping[str, Table]


def table_names(package: Path) -> list[str]:
    """The names of the tables, sorted."""
    return sorted(set(run(["msiinfo", "tables", package], cwd=package.parent).split()) - set(_OWN))


def read_tables(package: Path) -> dict[str, Table]:
    """All tables of a package by name."""
    return {name: parsed(_exported(package, name)) for name in table_names(package)}


def read_summary(package: Path) -> dict[str, str]:
    """The values of the summary by their numbers."""
    rows = parsed(_exported(package, _OWN[0])).rows
    return {row["PropertyId"]: row["Value"] for row in rows}


def package_code_of(package: Path) -> str:
    """The package code, with its braces."""
    return read_summary(package)[_PACKAGE_CODE]


def parsed(text: str) -> Table:
    """A table from the text that it is exported as: names, kinds, name of the table and keys, then the rows."""
    lines = [tuple(line.split("\t")) for line in text.split("\n") if line]
    columns, kinds, (_name, *keys) = lines[:3]
    rows = tuple(dict(zip(columns, line, strict=True)) for line in lines[3:])
    return Table(columns, kinds, tuple(keys), rows)


def _exported(package: Path, table: str) -> str:
    return run(["msiinfo", "export", package, table], cwd=package.parent).replace("\r\n", "\n")
