"""The commands follow the round of the draft: a larger and a smaller one than the shipped round."""

import json
from pathlib import Path

import pytest

from botilbud_desktop.cli import run as run_module
from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.kind import kinds_for
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from tests.cli.conftest import Run
from tests.other_rounds import FOLDER, OPEN_DAY, OTHERS, OWN_CRITERIA, draft_of, library, other_round
from tests.shipped_figures import shipped_in


@pytest.fixture(autouse=True)
def other_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the other rounds where the shipped one would be."""
    monkeypatch.setattr(run_module, "forms_folder", lambda: FOLDER)


@pytest.fixture(params=OTHERS)
def round_id(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def draft(round_id: str, tmp_path: Path) -> Path:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(draft_of(round_id)))
    return path


def test_check_speaks_of_the_round(run: Run, draft: Path, round_id: str) -> None:
    ran = run("check", draft, "--today", str(OPEN_DAY[round_id]))
    assert ran.code == 0, ran.out
    assert shipped_in(ran.out) == []
    assert all(year in ran.out for year in other_round(round_id).year_keys)


def test_check_json_has_the_years_and_limits_of_the_round(run: Run, draft: Path, round_id: str) -> None:
    form = other_round(round_id)
    ran = run("check", "--json", "--today", str(OPEN_DAY[round_id]), draft)
    (values,) = json.loads(ran.out)
    assert tuple(values["totals"]["loan"]) == tuple(values["totals"]["places"]) == form.year_keys
    limits = {text["field"]: text["limit"] for text in values["texts"]}
    description = form.field("description")
    assert description is not None
    assert limits["description"] == description.limit
    assert ("projects[0].description" in limits) is (form.project_sheet is not None)
    assert values["outcome"] == ("needs_assessment" if round_id == OWN_CRITERIA else "met")
    sentences = [one["message"] for one in (*values["criteria"], *values["findings"])]
    assert [words for sentence in sentences for words in shipped_in(sentence)] == []


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.RECEIPT])
def test_every_paper_of_the_round_is_printed(
    run: Run, draft: Path, tmp_path: Path, kind: DocumentKind, round_id: str
) -> None:
    ran = run("print", draft, "--document", kind, "-o", tmp_path / "papir.pdf")
    form = other_round(round_id)
    if kind not in kinds_for(has_project_sheet=form.project_sheet is not None):
        assert (ran.code, f"»{form.short_title}« har intet projektskema" in ran.sentence) == (2, True)
        assert not (tmp_path / "papir.pdf").exists()
        return
    assert ran.code == 0, ran.err
    assert (tmp_path / "papir.pdf").read_bytes().startswith(b"%PDF")


def test_a_draft_is_approved_and_its_receipt_printed(run: Run, draft: Path, tmp_path: Path) -> None:
    assert run("approve", draft, "--by", "Ida Prøve").code == 0
    assert run("print", draft, "--document", "receipt", "-o", tmp_path / "kvittering.pdf").code == 0


def test_the_text_has_the_fields_of_the_round(run: Run, draft: Path, tmp_path: Path, round_id: str) -> None:
    assert run("export", draft, "--to", "txt", "-o", tmp_path / "felter.txt").code == 0
    text = (tmp_path / "felter.txt").read_text("utf-8-sig")
    assert shipped_in(text) == []
    assert all(f"Projekt 1, {column.column}. {column.wording}" in text for column in other_round(round_id).columns)


def test_two_copies_are_merged(run: Run, draft: Path, tmp_path: Path, round_id: str) -> None:
    year = other_round(round_id).year_keys[-1]
    first = draft_of(round_id).projects[0]
    changed = replace(first, loan={**first.loan, year: 15_500}, name="Nyt navn")
    theirs = replace(draft_of(round_id), projects=(changed, *draft_of(round_id).projects[1:]))
    (tmp_path / "deres.botilbud").write_bytes(draft_bytes(theirs))
    merged = tmp_path / "flettet.botilbud"
    ran = run("merge", draft, tmp_path / "deres.botilbud", "--base", draft, "-o", merged)
    assert ran.code == 0, ran.err
    assert shipped_in(ran.out) == []
    assert read_draft(merged, library()).application.projects[0].loan[year] == 15_500


def test_a_new_draft_of_the_round_is_made(run: Run, tmp_path: Path, round_id: str) -> None:
    path = tmp_path / "ny.botilbud"
    assert run("new", "-o", path, "--round", round_id, "--municipality", "787").code == 0
    assert read_draft(path, library()).application.round == round_id
