"""Whether each cell holds what its column may hold: Windows' ICE03."""

import re
from collections.abc import Callable, Iterator, Mapping

from windows_build.tables.columns import Column, read_columns
from windows_build.tables.conditions import ConditionError, asked_for
from windows_build.tables.database import Table, Tables
from windows_build.tables.finding import Finding

_RULE = "ICE03"
_UNDESCRIBED = "ICE06"
_IN_SHORT = r'[^\\?|><:/*"+,;=\[\] .]'
_SHORT = rf"{_IN_SHORT}{{1,8}}(\.{_IN_SHORT}{{1,3}})?"
_LONG = r'[^\\?|><:/*"]{1,255}'
_WIDE = {"2": 0x7FFF, "4": 0x7FFF_FFFF}
_PATTERNS: Mapping[str, str] = {
    "Identifier": r"[A-Za-z_][A-Za-z0-9_.]*",
    "Property": r"[A-Za-z_][A-Za-z0-9_.]*",
    "CustomSource": r"[A-Za-z_][A-Za-z0-9_.]*",
    "UpperCase": r"[A-Z_][A-Z0-9_.]*",
    "Guid": r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}",
    "Filename": rf"{_SHORT}(\|{_LONG})?",
    "WildCardFilename": rf"{_SHORT}(\|{_LONG})?",
    "DefaultDir": rf"SourceDir|\.|{_SHORT}(\|{_LONG})?",
    "Cabinet": r"#?[A-Za-z_][A-Za-z0-9_.]*",
    "Language": r"\d{1,5}(,\d{1,5})*",
    "RegPath": r"[^\\].*[^\\]",
    "Shortcut": r"\[[A-Z_][A-Za-z0-9_.]*\].+|[A-Za-z_][A-Za-z0-9_.]*",
}


def check_cells(tables: Tables) -> Iterator[Finding]:
    """Yields the cells that hold something else than their column may."""
    columns = {(column.table, column.name): column for column in read_columns()}
    for name, table in tables.items():
        for column, kind in zip(table.columns, table.kinds, strict=True):
            described = columns.get((name, column))
            if described is None:
                yield Finding(_UNDESCRIBED, f"{name}.{column}", "the column is not described in msi-columns.tsv")
            else:
                yield from _check_column(table, described, kind)


def _check_column(table: Table, column: Column, kind: str) -> Iterator[Finding]:
    for row in table.rows:
        value = row[column.name]
        fault = _fault(value, column, kind)
        if fault:
            key = ", ".join(row[name] for name in table.keys)
            yield Finding(_RULE, f"{column.table}.{column.name} of {key}", f"»{value[:80]}« {fault}")


def _fault(value: str, column: Column, kind: str) -> str:
    """What is wrong with a value; empty if nothing is."""
    if value == "":
        return "" if column.nullable == "Y" and kind[0].isupper() else "may not be empty"
    width = kind[1:]
    if kind[0].lower() == "i":
        return _number_fault(value, column, width)
    if width != "0" and len(value) > int(width):
        return f"is longer than {width} characters"
    if column.values and value not in column.values.split(";"):
        return f"is none of {column.values}"
    return _text_fault(value, column.category)


def _number_fault(value: str, column: Column, width: str) -> str:
    if not re.fullmatch(r"-?\d{1,10}", value):
        return "is no number"
    number = int(value)
    if abs(number) > _WIDE[width] and number != -_WIDE[width] - 1:
        return f"does not fit {width} bytes"
    if column.values and value not in column.values.split(";"):
        return f"is none of {column.values}"
    if column.least and not int(column.least) <= number <= int(column.most):
        return f"is not from {column.least} to {column.most}"
    return ""


def _text_fault(value: str, category: str) -> str:
    if category in _PATTERNS:
        return "" if re.fullmatch(_PATTERNS[category], value) else f"is no {category}"
    return _FAULTS[category](value) if category in _FAULTS else ""


def _version_fault(value: str) -> str:
    numbers = re.fullmatch(r"\d{1,5}(\.\d{1,5}){0,3}", value)
    return "" if numbers and all(int(number) <= 0xFFFF for number in value.split(".")) else "is no version"


def _condition_fault(value: str) -> str:
    try:
        asked_for(value)
    except ConditionError as error:
        return str(error)
    return ""


def _brackets_fault(value: str) -> str:
    return "" if re.fullmatch(r"(?:[^\[\]]|\[[^\[\]]+\])*", value) else "has brackets without a partner"


_FAULTS: Mapping[str, Callable[[str], str]] = {
    "Version": _version_fault,
    "Condition": _condition_fault,
    "Formatted": _brackets_fault,
    "Template": _brackets_fault,
}
