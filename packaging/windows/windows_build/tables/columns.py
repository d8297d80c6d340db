"""What each column of a package's tables may hold, from msi-columns.tsv."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from windows_build.places import WINDOWS

TABLE = "_Validation"
_HEAD = (
    "Table\tColumn\tNullable\tMinValue\tMaxValue\tKeyTable\tKeyColumn\tCategory\tSet\tDescription\r\n"
    "s32\ts32\ts4\tI4\tI4\tS255\tI2\tS32\tS255\tS255\r\n"
    f"{TABLE}\tTable\tColumn\r\n"
)


class Column(NamedTuple):
    """One column. Empty texts mean that there is no such rule."""

    table: str
    name: str
    nullable: str
    least: str
    most: str
    key_tables: str
    """The tables whose first column holds its values, separated by semicolons."""
    key_column: str
    category: str
    values: str
    """The values that it may have, separated by semicolons."""


def read_columns(path: Path = WINDOWS / "msi-columns.tsv") -> list[Column]:
    """The columns of all tables that the packages may have."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Column(*row) for row in list(csv.reader(file, delimiter="\t"))[1:]]


def validation_table(tables: Iterable[str]) -> str:
    """The package's own description of its tables, by which Windows' validation checks them, as text to import."""
    wanted = {*tables, TABLE}
    lines = ["\t".join((*column, "")) + "\r\n" for column in read_columns() if column.table in wanted]
    return _HEAD + "".join(lines)
