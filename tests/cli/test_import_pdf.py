"""`import` of a PDF: its tables become values with the page and line where they stand."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.foreign.pdf_texts import grid, page_of, pdf, texts_at


def test_a_pdf_is_read_into_a_proposed_draft(run: Run, tmp_path: Path) -> None:
    loan = [(("", ""), ("Hele 1.000 kr.", "")), (("Lånebeløb kommunen", "ansøger om for 2025"), ("22.900", ""))]
    content = (
        page_of(texts_at([("Vi søger om lån til pladser.",)], (60,), 760, 14)) + b"\n" + grid(loan, (60, 220, 330), 700)
    )
    path = tmp_path / "notat.pdf"
    path.write_bytes(pdf([content]))
    answer = json.loads(run("import", path, "--json").out)
    assert answer["kind"] == "pdf"
    assert answer["draft"]["projects"][0]["loan"] == {"2025": 22_900}
    sources = {value["field"]: value["source"] for value in answer["values"]}
    assert sources["projects[0].loan.2025"] == "side 1, linje 2, række 2"


def test_a_scanned_pdf_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([b"BI /W 1 /H 1 /BPC 8 ID x EI"]))
    ran = run("import", path)
    assert ran.code == 2
    assert "»scan.pdf« kan ikke åbnes: Der er ingen tekst i den, kun billeder" in ran.err
