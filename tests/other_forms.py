"""Forms with another order of fields than the shipped one, made from its files in a temporary folder."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

ROUND = "LanBotilbud_2025-26"


class OtherOrder(NamedTuple):
    """The order of a form's fields."""

    columns: tuple[str, ...]
    """The columns of the form's table, each by the end of its path."""
    letters: str
    is_text_first: bool = False
    """Whether the overall description comes before the table, and the contact fields are in reverse order."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the columns, in the form's order."""
        return tuple(f"projects[].{column}" for column in self.columns)


LAST_TWO_SWAPPED = OtherOrder(
    ("name", "loan.2025", "loan.2026", "expansion.2025", "expansion.2026", "completion_date", "share_for_others"),
    "ABCDEFG",
)
YEARS_OTHERWISE = OtherOrder(
    ("expansion.2026", "loan.2026", "completion_date", "name", "expansion.2025", "share_for_others", "loan.2025"),
    "PQRSTUV",
    is_text_first=True,
)
ORDERS = (LAST_TWO_SWAPPED, YEARS_OTHERWISE)
NAMES = ("last-two-swapped", "years-otherwise")


def library_with(order: OtherOrder, folder: Path) -> FormLibrary:
    """Returns the shipped forms, with the round's fields in another order."""
    copied = folder / "forms"
    shutil.copytree(forms_folder(), copied, copy_function=shutil.copyfile)  # Wine has no CopyFile2
    file = copied / f"{ROUND}.json"
    values = json.loads(file.read_text(encoding="utf-8"))
    values["fields"] = _reordered(values["fields"], order)
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return FormLibrary(copied)


def _reordered(fields: list[dict[str, Any]], order: OtherOrder) -> list[dict[str, Any]]:
    by_path = {field["path"]: field for field in fields}
    columns = [by_path[path] | {"column": letter} for path, letter in zip(order.paths, order.letters, strict=True)]
    outside = [field for field in fields if "column" not in field]
    first = [field for field in outside if field["path"] in ("applicant.municipality_code", "case_number")]
    text = [field for field in outside if field["path"] == "description"]
    contacts = [field for field in outside if field["path"].startswith("contacts.")]
    others = [field for field in outside if field not in (*first, *text, *contacts)]
    if order.is_text_first:
        return [*first, *text, *columns, *contacts[::-1], *others]
    return [*first, *columns, *text, *contacts, *others]
