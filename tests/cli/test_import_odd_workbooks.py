"""`import` of workbooks of which something cannot be read: the rest is read, and what is not is named."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Run
from tests.cli.test_import import workbook
from tests.storage.excel.test_ods import number, ods, row, table, text

UNREAD = "Cellernes formater er ikke læst: Delen med dem mangler i filen (xl/styles.xml)."


def test_a_part_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    whole = workbook(tmp_path / "helt.xlsx", ["Projekt", "Lån 2025 (1.000 kr.)"], ["Solgården", 22_900])
    with ZipFile(whole) as archive, ZipFile(path, "w") as other:
        for part in archive.namelist():
            if part != "xl/styles.xml":
                content = archive.read(part)
                other.writestr(part, content.replace(b' r="B2"', b' r="B2" s="1"') if "sheet1" in part else content)
    answer = json.loads(run("import", path, "--json").out)
    assert answer["draft"]["projects"][0]["loan"] == {"2025": 22_900}
    (left_out,) = answer["left_out"]
    assert (left_out["source"], left_out["text"]) == ("filen", "")
    assert left_out["why"].startswith(UNREAD)


@pytest.mark.parametrize("ending", ["ods", "ots", "xlsx"])
def test_a_workbook_of_libreoffice_is_one(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"budget.{ending}"
    heads = row(text("Projekt"), text("Lån 2025 (kr.)"))
    path.write_bytes(ods(table(heads, row(text("Solgården"), number(22_900_000, "22.900.000")))))
    answer = json.loads(run("import", path, "--json").out)
    assert (answer["kind"], answer["draft"]["projects"][0]["loan"]) == ("workbook", {"2025": 22_900})
