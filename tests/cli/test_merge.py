"""`merge`: conflicts are listed and nothing is written; without a base each difference is one."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.cli.conftest import Run, Values, change
from tests.ui import colleague

type Copy = Callable[..., Path]


@pytest.fixture
def copy(aalborg: Path) -> Copy:
    """Makes a copy of the draft with some values changed."""
    number = iter(range(99))

    def make(by: Callable[[Values], None] = lambda _values: None) -> Path:
        path = aalborg.with_name(f"kopi {next(number)}.botilbud")
        path.write_bytes(aalborg.read_bytes())
        change(path, by)
        return path

    return make


def setting(key: str, value: Any) -> Callable[[Values], None]:
    """Returns a change of one value of the application."""

    def by(values: Values) -> None:
        values[key] = value

    return by


def loan(amount: int | None) -> Callable[[Values], None]:
    """Returns a change of the first project's loan."""

    def by(values: Values) -> None:
        values["projects"][0]["loan"]["2025"] = amount

    return by


def values_of(path: Path) -> Values:
    """Returns the values of a draft file."""
    values: Values = json.loads(path.read_bytes())
    return values


def test_changes_of_both_are_merged_and_told(run: Run, aalborg: Path, copy: Copy, tmp_path: Path) -> None:
    mine, theirs, out = copy(loan(1)), copy(setting("case_number", "7")), tmp_path / "flettet.botilbud"
    ran = run("merge", mine, theirs, "--base", aalborg, "-o", out, "--json")
    assert (ran.code, ran.err) == (0, "De to kladder er flettet i »flettet.botilbud«.\n")
    assert json.loads(ran.out) == {
        "base": "given",
        "taken": [{"field": "projects[0].loan.2025", "from": "mine"}, {"field": "case_number", "from": "theirs"}],
        "conflicts": [],
    }
    merged = read_draft(out, FormLibrary(forms_folder())).application
    assert (merged.projects[0].loan["2025"], merged.case_number) == (1, "7")
    again = tmp_path / "omvendt.botilbud"
    assert run("merge", theirs, mine, "--base", aalborg, "-o", again).code == 0
    assert read_draft(again, FormLibrary(forms_folder())).application == merged


def test_an_emptied_number_is_taken_and_told_as_one(run: Run, aalborg: Path, copy: Copy) -> None:
    emptied, other = copy(loan(None)), copy(setting("case_number", "7"))
    for sides in ((emptied, other), (other, emptied)):
        ran = run("merge", *sides, "--base", aalborg)
        told = [line for line in ran.out.splitlines() if "er tømt" in line]
        assert (ran.code, len(told)) == (0, 1)
        assert "2025" in told[0]


def test_conflicts_are_listed_and_nothing_is_written(run: Run, aalborg: Path, copy: Copy, tmp_path: Path) -> None:
    out = tmp_path / "flettet.botilbud"
    out.write_bytes(b"gammel")
    ran = run("merge", copy(loan(1)), copy(loan(2)), "--base", aalborg, "-o", out, "--json")
    assert (ran.code, ran.err) == (1, "Der er 1 konflikt, så »flettet.botilbud« er ikke skrevet.\n")
    conflict = {"field": "projects[0].loan.2025", "base": 22_900, "mine": 1, "theirs": 2}
    assert json.loads(ran.out) == {"base": "given", "taken": [], "conflicts": [conflict]}
    assert out.read_bytes() == b"gammel"
    assert run("merge", copy(loan(1)), copy(), "--base", aalborg, "-o", out).code == 0
    assert values_of(out)["projects"][0]["loan"]["2025"] == 1


def test_a_text_in_conflict_is_told_as_taken_only_for_its_rest(run: Run, aalborg: Path, copy: Copy) -> None:
    base = copy(setting("description", "Det første.\nDet andet.\nDet tredje."))
    mine = copy(setting("description", "Det første, mit.\nDet andet.\nDet tredje, mit."))
    theirs = copy(setting("description", "Det første, deres.\nDet andet er nyt.\nDet tredje."))
    ran = run("merge", mine, theirs, "--base", base)
    assert ran.code == 1
    lines = ran.out.splitlines()
    label = "Samlet beskrivelse"
    assert [line.strip() for line in lines if label in line] == [
        f"{label} · resten af teksten",
        f"{label} · resten af teksten",
        label,
    ]


def test_without_a_base_each_difference_is_a_conflict(run: Run, copy: Copy) -> None:
    ran = run("merge", copy(), copy(setting("case_number", "7")), "--json")
    assert ran.code == 1
    answer = json.loads(ran.out)
    assert (answer["base"], answer["taken"]) == ("none", [])
    assert [(one["field"], one["base"], one["theirs"]) for one in answer["conflicts"]] == [("case_number", None, "7")]


def test_rows_plans_projects_and_their_order_are_plain_values(run: Run, copy: Copy) -> None:
    def by(values: Values) -> None:
        first, second = values["projects"]
        first["places"] = []
        first["cost_plan"] = {"basis": {"unit": "places", "eligible": 1, "total": 2}, "lines": [], "round_to": 10}
        values["projects"] = [second, first, {**second, "id": first["id"].replace("e", "f")}]

    ran = run("merge", copy(), copy(by), "--json")
    found = {conflict["field"]: conflict for conflict in json.loads(ran.out)["conflicts"]}
    ids = [project["id"] for project in values_of(copy())["projects"]]
    assert found["projects"]["mine"] == ids
    assert found["projects"]["theirs"][:2] == ids[::-1]
    assert found["projects[0].places"]["mine"][0]["legal_basis"] == "SEL_107"
    assert found["projects[0].cost_plan"]["theirs"]["basis"] == {"unit": "places", "eligible": 1, "total": 2}
    assert (found["projects[2]"]["mine"], found["projects[2]"]["theirs"]["completion_date"]) == (None, "2026-09-01")


def test_what_became_of_whole_projects_is_told_to_people(run: Run, aalborg: Path, copy: Copy) -> None:
    def adds(values: Values) -> None:
        values["projects"].append({**values["projects"][1], "id": values["id"], "name": "Nyt\nprojekt"})

    def removes(values: Values) -> None:
        del values["projects"][0]

    ran = run("merge", copy(adds), copy(removes), "--base", aalborg)
    assert ran.code == 0
    assert ran.out.splitlines()[2:] == [
        f"Taget fra {aalborg.parent}/kopi 0.botilbud",
        "  Projekt »Nyt projekt« · Tilføjet",
        "",
        f"Taget fra {aalborg.parent}/kopi 1.botilbud",
        "  Projekt »19 botilbudspladser til borgere med komplekst sammensatte s…« · Slettet",
    ]


def test_a_project_in_conflict_is_not_told_as_removed(run: Run, aalborg: Path, copy: Copy) -> None:
    def removes(values: Values) -> None:
        del values["projects"][0]

    ran = run("merge", copy(removes), copy(loan(1)), "--base", aalborg)
    assert ran.code == 1
    assert "Slettet" not in ran.out
    assert "      Findes ikke her" in ran.out.splitlines()


def test_a_copy_with_itself_has_nothing_to_ask(run: Run, copy: Copy, tmp_path: Path) -> None:
    mine, out = copy(), tmp_path / "ud.botilbud"
    assert run("merge", mine, mine, "-o", out).code == 0
    assert values_of(out)["projects"] == values_of(mine)["projects"]


def test_the_result_grew_out_of_both(run: Run, aalborg: Path, tmp_path: Path) -> None:
    first = colleague.edited(aalborg.read_bytes(), lambda old: replace(old, case_number="1"))
    copies = [
        colleague.edited(first, lambda old: replace(old, internal_notes="mit")),
        colleague.edited(
            first, lambda old: replace(old, description="deres"), lambda old: replace(old, case_number="2")
        ),
    ]
    base, mine, theirs, out = (tmp_path / f"{name}.botilbud" for name in ("base", "mine", "theirs", "ud"))
    for path, content in zip((base, mine, theirs), (first, *copies), strict=True):
        path.write_bytes(content)
    assert run("merge", mine, theirs, "--base", base, "-o", out).code == 0
    lineages = [colleague.opened(path.read_bytes()).lineage for path in (base, mine, theirs, out)]
    numbers = [{save.session: save.number for save in lineage.saves} for lineage in lineages if lineage is not None]
    assert len(numbers) == 4
    assert numbers[3].items() >= (numbers[0] | numbers[1] | numbers[2]).items()
    assert max(numbers[2].values()) == 2


def test_the_result_of_a_copy_of_unknown_origin_claims_none(
    run: Run, aalborg: Path, copy: Copy, tmp_path: Path
) -> None:
    mine, out = copy(), tmp_path / "ud.botilbud"
    mine.write_bytes(colleague.edited(aalborg.read_bytes(), lambda old: replace(old, case_number="1")))
    assert run("merge", mine, copy(setting("lineage", None)), "--base", mine, "-o", out).code == 0
    lineage = colleague.opened(out.read_bytes()).lineage
    assert lineage is not None
    assert [save.number for save in lineage.saves] == [1]


def test_a_base_that_the_files_do_not_prove_is_doubted_and_the_result_claims_neither(
    run: Run, aalborg: Path, tmp_path: Path
) -> None:
    first = colleague.edited(aalborg.read_bytes(), lambda old: replace(old, case_number="1"))
    later = colleague.edited(first, lambda old: replace(old, case_number="2"))
    copies = [
        colleague.edited(later, lambda old: replace(old, internal_notes="mit")),
        colleague.edited(later, lambda old: replace(old, description="deres")),
    ]
    base, newest, mine, theirs, out = (tmp_path / f"{name}.botilbud" for name in ("a", "b", "mine", "theirs", "ud"))
    for path, content in zip((base, newest, mine, theirs), (first, later, *copies), strict=True):
        path.write_bytes(content)
    doubted = run("merge", mine, theirs, "--base", base, "-o", out)
    lineage = colleague.opened(out.read_bytes()).lineage
    assert (doubted.code, lineage and [save.number for save in lineage.saves]) == (0, [1])
    assert f"Bemærk: Det fremgår ikke af filerne, at »{base}« er den udgave" in doubted.err
    assert "Bemærk" not in run("merge", mine, theirs, "--base", newest, "-o", out).err


def test_only_copies_of_one_draft_are_merged(run: Run, copy: Copy, tmp_path: Path) -> None:
    mine, other = copy(), copy(setting("id", "00000000-0000-4000-8000-000000000001"))
    out = tmp_path / "ud.botilbud"
    for words in ((mine, other), (mine, mine, "--base", other)):
        ran = run("merge", *words, "-o", out, "--json")
        assert (ran.code, ran.sentence) == (
            2,
            f"»{other}« er ikke en kopi af »{mine}«. De er to forskellige kladder og kan ikke flettes.",
        )
    assert not out.exists()


def test_an_input_is_never_the_output(run: Run, copy: Copy, tmp_path: Path) -> None:
    mine, theirs = copy(), copy(setting("case_number", "7"))
    link = tmp_path / "link.botilbud"
    os.link(theirs, link)
    for out in (mine, theirs, link):
        before = out.read_bytes()
        ran = run("merge", mine, theirs, "--base", mine, "-o", out)
        assert ran.code == 2
        assert ran.sentence == f"»{out.name}« er en af de kladder, der flettes: Vælg et andet navn efter -o."
        assert out.read_bytes() == before


def test_a_result_that_cannot_be_written_is_one_sentence(run: Run, copy: Copy, tmp_path: Path) -> None:
    for words in ((), ("--json",)):
        ran = run("merge", copy(), copy(), "-o", tmp_path / "mangler" / "ud.botilbud", *words)
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1


def test_an_unreadable_file_is_refused(run: Run, copy: Copy, tmp_path: Path) -> None:
    broken = tmp_path / "itu.botilbud"
    broken.write_bytes(b"{")
    for words in ((copy(), broken), (broken, copy()), (copy(), copy(), "--base", broken)):
        ran = run("merge", *words)
        assert (ran.code, ran.sentence[:32]) == (2, "Filen »itu.botilbud« kan ikke åb")


@pytest.mark.parametrize(
    "words",
    [(), ("a",), ("a", "b", "c"), ("a", "b", "--base"), ("a", "b", "-o", ""), ("a", "b", "--basis", "c"), ("a", "")],
)
def test_a_wrong_line_is_refused(run: Run, words: tuple[str, ...]) -> None:
    ran = run("merge", *words)
    assert ran.code == 2
    assert "botilbud-desktop merge MIN DEN_ANDENS" in ran.sentence
