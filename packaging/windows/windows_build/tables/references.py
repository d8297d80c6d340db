"""Whether rows are unique, and what they refer to exists: Windows' ICE03, ICE21, ICE22 and others."""

import re
from collections import Counter
from collections.abc import Iterator

from windows_build.tables.columns import Column, read_columns
from windows_build.tables.conditions import ConditionError, asked_for
from windows_build.tables.database import Tables
from windows_build.tables.finding import Finding

_OF_WINDOWS = {"ALLUSERS", "Installed", "ProgramFiles64Folder", "LocalAppDataFolder", "ProgramMenuFolder"}
"""The properties that Windows Installer sets, as far as the packages use them."""
_USED = re.compile(r"\[([A-Za-z_][A-Za-z0-9_.]*)\]")


def check_references(tables: Tables) -> Iterator[Finding]:
    """Yields rows that are there twice, and references to what is not there."""
    yield from _check_keys(tables)
    for column in read_columns():
        if column.key_tables and column.table in tables:
            yield from _check_column(tables, column)
    yield from _check_properties(tables)
    yield from _check_features(tables)
    yield from _check_icons(tables)


def _check_keys(tables: Tables) -> Iterator[Finding]:
    for name, table in tables.items():
        counted = Counter(tuple(row[key] for key in table.keys) for row in table.rows)
        for key, number in counted.items():
            if number > 1:
                yield Finding("ICE03", name, f"{', '.join(key)} is there {number} times")


def _check_column(tables: Tables, column: Column) -> Iterator[Finding]:
    known = {
        row[tables[name].columns[0]]
        for name in column.key_tables.split(";")
        if name in tables
        for row in tables[name].rows
    }
    for row in tables[column.table].rows:
        value = row[column.name]
        if value == "" or value in known or (column.category == "Version" and value[0].isdigit()):
            continue
        yield Finding("ICE03", f"{column.table}.{column.name}", f"{value} is not in {column.key_tables}")


def _check_properties(tables: Tables) -> Iterator[Finding]:
    """Properties that are used and that nothing sets."""
    known = set(_OF_WINDOWS)
    for table, name in (("Property", "Property"), ("Directory", "Directory"), ("AppSearch", "Property")):
        known |= {row[name] for row in tables[table].rows}
    known |= {row["ActionProperty"] for row in tables["Upgrade"].rows}
    for column in read_columns():
        if column.category not in ("Formatted", "Condition", "Shortcut") or column.table not in tables:
            continue
        for row in tables[column.table].rows:
            for used in _used(row[column.name], column.category) - known:
                yield Finding("ICE03", f"{column.table}.{column.name}", f"nothing sets {used}")


def _used(text: str, category: str) -> set[str]:
    if category != "Condition":
        return set(_USED.findall(text))
    try:
        return asked_for(text) if text else set()
    except ConditionError:
        return set()  # check_cells tells


def _check_features(tables: Tables) -> Iterator[Finding]:
    placed = {row["Component_"] for row in tables["FeatureComponents"].rows}
    for row in tables["Component"].rows:
        if row["Component"] not in placed:
            yield Finding("ICE21", "FeatureComponents", f"no feature has the component {row['Component']}")


def _check_icons(tables: Tables) -> Iterator[Finding]:
    used = {row["Icon_"] for row in tables["Shortcut"].rows}
    used |= {row["Value"] for row in tables["Property"].rows if row["Property"] == "ARPPRODUCTICON"}
    for row in tables["Icon"].rows:
        if row["Name"] not in used:
            yield Finding("ICE36", "Icon", f"nothing shows {row['Name']}")
