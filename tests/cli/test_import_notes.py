"""`import` of two municipalities' notes, as Word, PDF, text and mail: field by field as people made drafts of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.cli.conftest import EXAMPLES, Run
from tests.cli.notes_as_files import mail_file, pdf_file, text_file, word_file

type Write = Callable[[str, Path], Path]

FILES = pytest.mark.parametrize(
    "write", [word_file, pdf_file, text_file, mail_file], ids=["word", "pdf", "text", "mail"]
)
KINDS = {".docx": "word", ".pdf": "pdf", ".txt": "text", ".eml": "text"}


def example(name: str) -> dict[str, Any]:
    """Returns a draft as a person made it of the notes."""
    values: dict[str, Any] = json.loads((EXAMPLES / f"{name}.botilbud").read_bytes())
    return values


def imported(run: Run, path: Path, *more: str | Path) -> dict[str, Any]:
    ran = run("import", path, "--json", *more)
    assert ran.code == 1
    answer: dict[str, Any] = json.loads(ran.out)
    assert answer["kind"] == KINDS[path.suffix]
    for one in answer["values"]:
        assert [*one] == ["field", "value", "source", "sure", "remark"]
        assert one["source"]
        assert one["sure"] or one["remark"]
    for left in answer["left_out"]:
        assert [*left] == ["source", "text", "why"]
        assert left["source"]
        assert left["why"].endswith((".", "?"))
    return answer


def sure(answer: dict[str, Any], field: str) -> bool:
    return all(one["sure"] for one in answer["values"] if one["field"] == field)


@FILES
def test_the_two_sheets_of_aalborg(run: Run, tmp_path: Path, write: Write) -> None:
    answer = imported(run, write("aalborg-3", tmp_path))
    found, expected = answer["draft"], example("aalborg")
    assert found["applicant"] == expected["applicant"]
    assert found["case_number"] == expected["case_number"]
    assert found["document_number"] == "2024-005657-15"
    assert len(found["projects"]) == len(expected["projects"])
    for number, (project, person) in enumerate(zip(found["projects"], expected["projects"], strict=True)):
        assert project["name"] == person["name"]
        assert project["loan"] == {year: loan for year, loan in person["loan"].items() if loan is not None}
        for key in ("places", "share_for_others", "completion_date", "building"):
            assert project[key] == person[key], key
        assert project["description"].split() == person["description"].split()
        assert {"gross_construction_cost", "places_closed_elsewhere", "coordination"} & {*project} == set()
        year = next(iter(project["loan"]))
        for field in (f"loan.{year}", "places[0]", "share_for_others", "completion_date"):
            assert sure(answer, f"projects[{number}].{field}"), field
        assert not sure(answer, f"projects[{number}].building")


@FILES
def test_the_note_of_thisted(run: Run, tmp_path: Path, write: Write) -> None:
    answer = imported(run, write("thisted-1", tmp_path))
    found, (person,) = answer["draft"], example("thisted")["projects"]
    assert found["applicant"] == example("thisted")["applicant"]
    (project,) = found["projects"]
    plan = project["cost_plan"]
    assert plan["basis"] == person["cost_plan"]["basis"]
    assert plan["round_to"] == person["cost_plan"]["round_to"]
    lines = {line["label"]: (line["amount"], line["treatment"]) for line in plan["lines"]}
    assert lines == {line["label"]: (line["amount"], line["treatment"]) for line in person["cost_plan"]["lines"]}
    assert project["gross_construction_cost"] == person["gross_construction_cost"]
    assert project["completion_date"] == person["completion_date"]
    places: dict[str, int] = {}
    for group in project["places"]:
        places[group["legal_basis"]] = places.get(group["legal_basis"], 0) + group["count"]
    assert places == {"SEL_107_108": 8, "ABL_105": 42}
    assert "loan" not in project
    assert any("hvilket år lånet er i" in left["why"] for left in answer["left_out"])
    assert not any(
        sure(answer, f"projects[0].{field}") for field in ("completion_date", "cost_plan.basis", "places[0]")
    )


@FILES
@pytest.mark.parametrize("name", ["aalborg-3", "aalborg-3a", "aalborg-3b", "thisted-1"])
def test_a_draft_of_a_note_opens_passes_check_and_says_its_doubts(
    run: Run, tmp_path: Path, name: str, write: Write
) -> None:
    out = tmp_path / "ud.botilbud"
    answer = imported(run, write(name, tmp_path), "-o", out)
    application: Application = read_draft(out, FormLibrary(forms_folder())).application
    assert run("check", out).code in (0, 1)
    doubts = {one["field"] for one in answer["values"] if not one["sure"]}
    assert len(application.comments) == len(doubts)
    assert all(comment.text.startswith("Hentet fra »") for comment in application.comments)


def test_a_word_note_goes_into_the_draft_that_was_made_of_it_and_changes_nothing_that_stands_there(
    run: Run, aalborg: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud.botilbud"
    ran = run("import", word_file("aalborg-3", tmp_path), "--into", aalborg, "-o", out)
    assert ran.code == 1
    before, after = (read_draft(path, FormLibrary(forms_folder())).application for path in (aalborg, out))
    assert after.projects == before.projects
    assert (after.document_number, after.case_number) == ("2024-005657-15", before.case_number)
    assert [comment.field for comment in after.comments] == ["cover_note.text"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tom.docx", b""),
        ("nej.docx", b"PK\x03\x04 nej"),
        ("gammel.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("nej.pdf", b"%PDF-1.7 nej"),
        ("billede.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("nul.txt", bytes(4000)),
        ("tom.eml", b"\n"),
    ],
)
def test_a_hostile_or_foreign_file_is_one_sentence(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for more in ((), ("--json",)):
        ran = run("import", path, *more)
        assert ran.code == 2
        assert ran.sentence.startswith(f"Filen »{name}« kan ikke åbnes: ")
