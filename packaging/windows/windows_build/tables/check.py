"""Checks a finished package, since Windows' own validation (ICE) does not run on Linux."""

from collections.abc import Mapping
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.product import Scope
from windows_build.tables.cells import check_cells
from windows_build.tables.components import Components
from windows_build.tables.contents import check_contents
from windows_build.tables.database import Tables, read_summary, read_tables
from windows_build.tables.finding import Finding
from windows_build.tables.references import check_references
from windows_build.tables.sequences import check_sequences

_START_MENU = "folder ProgramMenuFolder"
ACCEPTED: Mapping[Scope, frozenset[tuple[str, str]]] = {
    "user": frozenset({("ICE40", ""), ("ICE91", "")}),
    "machine": frozenset({("ICE40", ""), *((rule, _START_MENU) for rule in ("ICE38", "ICE43", "ICE57"))}),
}
"""The rules that a package breaks on purpose, each with its only place; the README for IT departments tells why."""


def findings(tables: Tables, summary: Mapping[str, str], scope: Scope) -> list[Finding]:
    """All broken rules, the accepted ones too."""
    found = [*check_cells(tables), *check_references(tables), *Components(tables).check()]
    return [*found, *check_sequences(tables), *check_contents(tables, summary, scope)]


def is_accepted(finding: Finding, scope: Scope) -> bool:
    """Whether the rule is broken on purpose there."""
    return not ACCEPTED[scope].isdisjoint({(finding.rule, ""), (finding.rule, finding.place)})


def check_package(package: Path, scope: Scope) -> None:
    """Checks a package.

    Raises:
        BuildError: it breaks rules; the text names them.
    """
    found = findings(read_tables(package), read_summary(package), scope)
    refused = [str(finding) for finding in found if not is_accepted(finding, scope)]
    if refused:
        raise BuildError(f"{package.name} breaks rules of Windows Installer:\n" + "\n".join(refused[:20]))
