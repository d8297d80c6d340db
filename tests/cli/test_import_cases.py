"""`import` of tables as people have them: sums, units, filters, odd workbooks. Each value is right, or it is asked."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter

from tests.cli.conftest import Run
from tests.cli.test_import import workbook, written

type Answer = dict[str, Any]


def answered(run: Run, path: Path) -> Answer:
    ran = run("import", path, "--json")
    assert ran.code in (0, 1), ran.err
    answer: Answer = json.loads(ran.out)
    return answer


def pasted(run: Run, folder: Path, *rows: str) -> Answer:
    return answered(run, written(folder / "udsnit.tsv", "".join(f"{row}\r\n" for row in rows)))


def names(answer: Answer) -> list[str]:
    return [project.get("name", "") for project in answer["draft"].get("projects", [])]


def sure(answer: Answer, field: str) -> bool:
    (found,) = [one for one in answer["values"] if one["field"] == field]
    return bool(found["sure"])


@pytest.mark.parametrize("name", ["Birkevej, 6 nye boliger 2026", "A", "Bo 2025", "Nye boliger klar i 2026"])
def test_a_project_that_is_called_like_a_heading_stays(run: Run, tmp_path: Path, name: str) -> None:
    head = "Projekt\tLån 2025\tLån 2026\tPladser 2025\tPladser 2026\tAndel\tAfsluttes"
    rows = ("Elmehuset\t12.900\t\t8\t\t25%\t30-11-2025", f"{name}\t14.500\t\t\t8\t25%\td. 30/11 2026")
    answer = pasted(run, tmp_path, head, *rows, "Lindehuset\t1.700\t\t4\t\t50%\t30-11-2025")
    assert names(answer) == ["Elmehuset", name, "Lindehuset"]
    assert [project["loan"]["2025"] for project in answer["draft"]["projects"]] == [12_900, 14_500, 1_700]


@pytest.mark.parametrize("word", ["Hovedtotal", "Subtotal", "Lån i alt", "I alt", "Sum"])
def test_a_sum_is_no_project_and_is_told(run: Run, tmp_path: Path, word: str) -> None:
    answer = pasted(
        run, tmp_path, "Projekt\tLån 2025\tLån 2026", "Elm\t12.900\t700", "Lind\t300\t", f"{word}\t13.200\t700"
    )
    assert names(answer) == ["Elm", "Lind"]
    (left,) = answer["left_out"]
    assert (left["source"], left["why"]) == ("række 4", "Rækken er en sum.")
    assert left["text"].startswith(word)


@pytest.mark.parametrize(
    ("unit", "cell", "amount"),
    [
        ("(mio. kr.)", "12,5", 12_500),
        ("(kr.)", "450.000", 450),
        ("(t.kr.)", "450", 450),
        ("i hele 1.000 kr.", "1.450", 1_450),
    ],
)
def test_the_unit_of_the_heading_is_used(run: Run, tmp_path: Path, unit: str, cell: str, amount: int) -> None:
    answer = pasted(run, tmp_path, f"Projekt\tLån 2025 {unit}", f"Elmehuset\t{cell}")
    assert answer["draft"]["projects"] == [{"name": "Elmehuset", "loan": {"2025": amount}}]
    assert sure(answer, "projects[0].loan.2025")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [(" kr.  -   ", None), (" -   kr. ", None), ("(500)", -500), ("-kr. 500", -500), ("Mio. kr. 1,5", 1_500)],
)
def test_accounting_formats_are_understood(run: Run, tmp_path: Path, cell: str, amount: int | None) -> None:
    rows = (f"Elmehuset\t{cell}\t700", "Lindehuset\t12.000\t")
    answer = pasted(run, tmp_path, "Projekt\tLån 2025 (1.000 kr.)\tLån 2026 (1.000 kr.)", *rows)
    assert answer["draft"]["projects"][0]["loan"].get("2025") == amount
    assert not any("ikke forstået" in left["why"] for left in answer["left_out"])


def test_names_stand_in_a_pivot_and_what_has_none_is_told(run: Run, tmp_path: Path) -> None:
    pivot = pasted(run, tmp_path, "Rækkenavne\tSum af Lån 2025\tSum af Lån 2026", "Elm\t12.900\t700", "Lind\t300\t")
    assert names(pivot) == ["Elm", "Lind"]
    merged = pasted(run, tmp_path, "Projekt\tLån 2025 (1.000 kr.)", "Elm\t12.900", "\t700")
    assert names(merged) == ["Elm", ""]
    assert any("intet navn" in left["why"] for left in merged["left_out"])


def test_a_file_is_read_as_excel_shows_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vist.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_row(0, 0, ["Projekt", "Lån 2025 (1.000 kr.)", "Andel"])
    sheet.write(1, 0, "Elmehuset")
    sheet.write(1, 1, 450_000, book.add_format({"num_format": "#,##0,"}))
    sheet.write(1, 2, 0.25, book.add_format({"num_format": "0%"}))
    book.close()
    (project,) = answered(run, path)["draft"]["projects"]
    assert (project["loan"], project["share_for_others"]) == ({"2025": 450}, "25")


def test_a_row_that_a_filter_hides_is_asked_about(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "filter.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    for number, row in enumerate(
        [["Projekt", "Lån 2025 (kr.)"], ["Elm", 450_000], ["Opgivet", 999_000], ["Lind", 60_000]]
    ):
        sheet.write_row(number, 0, row)
    sheet.autofilter(0, 0, 3, 1)
    sheet.filter_column("A", "x != Opgivet")
    sheet.set_row(2, options={"hidden": True})
    book.close()
    answer = answered(run, path)
    assert names(answer) == ["Elm", "Lind"]
    (left,) = answer["left_out"]
    assert (left["source"], left["why"]) == ("Budget!A3:B3", "Et filter i arket skjuler rækken. Er det et projekt?")


@pytest.mark.parametrize("dimension", [b'ref="A0:B0"', b'ref="A1:ZZZZ9"', b'ref="nej"', b""])
def test_a_workbook_with_an_odd_hint_of_its_size_is_read(run: Run, tmp_path: Path, dimension: bytes) -> None:
    path = workbook(tmp_path / "m.xlsx", ["Projekt", "Lån 2025 (kr.)"], ["Elmehuset", 450_000])
    _change(path, rb'<dimension ref="[^"]*"/>', b"<dimension " + dimension + b"/>")
    assert answered(run, path)["draft"]["projects"] == [{"name": "Elmehuset", "loan": {"2025": 450}}]


def test_a_text_like_a_huge_negative_number_is_a_text(run: Run, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Projekt", "Lån 2025 (kr.)", "Note"], ["Elmehuset", 450_000, "-99999999999999999"]]
    path = workbook(tmp_path / "m.xlsx", *rows)
    answer = answered(run, path)
    assert answer["draft"]["projects"] == [{"name": "Elmehuset", "loan": {"2025": 450}}]
    assert "-99999999999999999" in answer["left_out"][0]["text"]


def test_an_error_cell_is_shown_as_one(run: Run, tmp_path: Path) -> None:
    path = workbook(tmp_path / "m.xlsx", ["Projekt", "Lån 2025 (kr.)"], ["Elmehuset", 450_000])
    error = b'<c r="B2" t="e">\n      <f>1/0</f>\n      <v>#DIV/0!</v>\n    </c>'
    _change(path, rb'<c r="B2"[^>]*><v>450000</v></c>', error)
    answer = answered(run, path)
    assert answer["draft"]["projects"] == [{"name": "Elmehuset"}]
    (left,) = answer["left_out"]
    assert (left["source"], left["text"]) == ("Ark1!B2", "#DIV/0!")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_of_any_encoding_is_read(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "udsnit.tsv"
    path.write_bytes("Projekt\tLån 2025 (kr.)\r\nÅhuset\t450.000\r\n".encode(encoding))
    assert answered(run, path)["draft"]["projects"] == [{"name": "Åhuset", "loan": {"2025": 450}}]


def test_a_csv_with_semicolons_and_a_page_with_a_table_are_tables(run: Run, tmp_path: Path) -> None:
    made = written(tmp_path / "t.csv", "Projekt;Lån 2025 (kr.)\r\nElmehuset;450.000\r\n")
    page = written(
        tmp_path / "t.html",
        "<p>Bilag til sagen</p><table><tr><th>Projekt<th>Lån 2025 (kr.)<tr><td>Elmehuset<td>450.000</table>",
    )
    found = [answered(run, path) for path in (made, page)]
    for answer in found:
        assert answer["kind"] == "table"
        assert answer["draft"]["projects"] == [{"name": "Elmehuset", "loan": {"2025": 450}}]
    assert [[left["text"] for left in answer["left_out"]] for answer in found] == [[], ["Bilag til sagen"]]


def _change(path: Path, pattern: bytes, by: bytes) -> None:
    """Change the first sheet's XML."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed, count = re.subn(pattern, by.replace(b"\\", b"\\\\"), parts["xl/worksheets/sheet1.xml"])
    assert count == 1
    parts["xl/worksheets/sheet1.xml"] = changed
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(made.getvalue())
