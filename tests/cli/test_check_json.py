"""`check --json`: the specification's figures, and the structure that other programs rely on."""

import json
from pathlib import Path
from typing import Any

from botilbud_desktop.domain.approval import check_code, fingerprint
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.cli.conftest import Run, Values, change


def checked(run: Run, *words: str | Path) -> Any:
    """Returns the only object in the array."""
    (values,) = json.loads(run("check", "--json", "--today", "2024-05-03", *words).out)
    return values


def outcomes(values: Values, project: int = 0) -> dict[int, str]:
    """Returns the outcomes of a project's criteria."""
    return {one["criterion"]: one["outcome"] for one in values["criteria"] if one["project"] == project}


def test_aalborgs_texts_are_counted_in_three_ways(run: Run, aalborg: Path) -> None:
    assert checked(run, aalborg)["texts"] == [
        {"field": "projects[0].description", "limit": 1000, "word": 999, "form": 1001, "submitted": 1003},
        {"field": "projects[1].description", "limit": 1000, "word": 1001, "form": 1003, "submitted": 1005},
        {"field": "description", "limit": 4000, "word": 0, "form": 0, "submitted": 0},
    ]


def test_aalborgs_two_descriptions_are_too_long(run: Run, aalborg: Path) -> None:
    too_long = [one for one in checked(run, aalborg)["findings"] if one["code"] == "text.too_long"]
    assert [one["field"] for one in too_long] == ["projects[0].description", "projects[1].description"]
    assert {one["severity"] for one in too_long} == {"error"}


def test_aalborgs_totals_and_criteria(run: Run, aalborg: Path) -> None:
    values = checked(run, aalborg)
    assert values["totals"] == {"loan": {"2025": 22900, "2026": 20700}, "places": {"2025": 19, "2026": 9}}
    assert outcomes(values) == outcomes(values, 1) == dict.fromkeys(range(1, 7), "met")
    assert values["outcome"] == "met"
    assert values["cost_plans"] == []


def test_thisteds_cost_plan_comes_to_19_700(run: Run, thisted: Path) -> None:
    assert checked(run, thisted)["cost_plans"] == [
        {
            "project": 0,
            "eligible": 19700,
            "exact": "19704",
            "loan_proposed": 19700,
            "lines": [
                {"label": "§ 107/108-boliger", "eligible": 14600, "exact": "14600"},
                {"label": "Fælles- og servicearealer", "eligible": 5100, "exact": "5104"},
                {"label": "Almene boliger", "eligible": 0, "exact": "0"},
            ],
        }
    ]


def test_thisteds_cost_plan_rounded_to_1_comes_to_19_704(run: Run, thisted: Path) -> None:
    def round_to_one(values: Values) -> None:
        values["projects"][0]["cost_plan"]["round_to"] = 1

    change(thisted, round_to_one)
    assert checked(run, thisted)["cost_plans"][0]["eligible"] == 19704


def test_thisteds_criteria(run: Run, thisted: Path) -> None:
    values = checked(run, thisted)
    found = outcomes(values)
    assert (found[2], found[4], found[5]) == ("met", "needs_assessment", "missing_information")
    assert values["outcome"] == "missing_information"


def test_an_exact_result_that_is_no_whole_number_is_a_fraction(run: Run, thisted: Path) -> None:
    def in_thirds(values: Values) -> None:
        values["projects"][0]["cost_plan"]["basis"] = {"unit": "places", "eligible": 1, "total": 3}

    change(thisted, in_thirds)
    (found,) = checked(run, thisted)["cost_plans"]
    assert found["lines"][1]["exact"] == "31900/3"
    assert found["exact"] == "25233.333333"


def test_an_exact_sum_that_has_an_end_is_the_whole_decimal_number(run: Run, thisted: Path) -> None:
    def in_eighths(values: Values) -> None:
        values["projects"][0]["cost_plan"]["basis"] = {"unit": "places", "eligible": 1, "total": 64}

    change(thisted, in_eighths)
    assert checked(run, thisted)["cost_plans"][0]["exact"] == "15098.4375"


def test_the_proposed_loan_never_exceeds_the_exact_sum(run: Run, thisted: Path) -> None:
    def rounded_up(values: Values) -> None:
        values["projects"][0]["cost_plan"]["basis"] = {"unit": "places", "eligible": 7, "total": 50}

    change(thisted, rounded_up)
    (found,) = checked(run, thisted)["cost_plans"]
    assert (found["exact"], found["eligible"], found["loan_proposed"]) == ("19066", 19100, 19066)


def test_the_control_code_is_the_one_on_the_papers(run: Run, thisted: Path) -> None:
    code = checked(run, thisted)["control_code"]
    content = read_draft(thisted, FormLibrary(forms_folder())).application
    assert code == check_code(fingerprint(content))

    def renamed(values: Values) -> None:
        values["case_number"] = "1"

    change(thisted, renamed)
    assert checked(run, thisted)["control_code"] != code


def test_a_cost_plan_that_cannot_be_allocated_has_no_amount(run: Run, thisted: Path) -> None:
    def of_nothing(values: Values) -> None:
        values["projects"][0]["cost_plan"]["basis"]["total"] = 0

    change(thisted, of_nothing)
    assert checked(run, thisted)["cost_plans"] == [
        {"project": 0, "eligible": None, "exact": None, "loan_proposed": None, "lines": []}
    ]


def test_the_keys_stand_in_the_order_of_the_specification(run: Run, thisted: Path) -> None:
    values = checked(run, thisted)
    assert list(values) == [
        "file",
        "round",
        "status",
        "control_code",
        "totals",
        "texts",
        "criteria",
        "outcome",
        "cost_plans",
        "findings",
        "contradictions",
        "weighting",
        "contents",
        "attachments",
    ]
    assert list(values["criteria"][0]) == ["project", "criterion", "outcome", "message", "source"]
    assert list(values["findings"][0]) == ["code", "severity", "field", "message"]
    assert (values["round"], values["status"]) == ("LanBotilbud_2025-26", "draft")


def test_a_missing_required_content_says_which(run: Run, approvable: Path) -> None:
    missing = [one for one in checked(run, approvable)["findings"] if one["code"] == "description.content_missing"]
    assert missing
    assert all(list(one) == ["code", "severity", "field", "message", "detail"] for one in missing)
    assert all(1 <= one["detail"] <= 6 for one in missing)


def test_each_required_content_tells_its_state_and_the_sentences(run: Run, approvable: Path) -> None:
    contents = checked(run, approvable)["contents"]
    assert [content["number"] for content in contents] == [1, 2, 3, 4, 5, 6]
    assert all(list(one) == ["number", "coverage", "verdict", "reason", "sentences"] for one in contents)
    assert {one["coverage"] for one in contents} <= {"covered", "uncertain", "not_covered"}
    assert all(bool(one["reason"]) is (one["coverage"] != "covered") for one in contents)
    description = json.loads(approvable.read_text(encoding="utf-8"))["description"]
    assert all(sentence in description for one in contents for sentence in one["sentences"])


def test_the_users_own_verdict_stands_beside_the_programs(run: Run, approvable: Path) -> None:
    def judge(values: dict[str, Any]) -> None:
        values["judged_contents"] = {"2": "not_covered", "3": "covered"}

    change(approvable, judge)
    contents = checked(run, approvable)["contents"]
    assert [one["verdict"] for one in contents] == [None, "not_covered", "covered", None, None, None]
    lines = [line.strip() for line in run("check", approvable).out.splitlines()]
    assert any(line.startswith("2. ") and line.endswith("Ikke dækket (egen vurdering)") for line in lines)
    assert any(line.startswith("3. ") and line.endswith("Dækket (egen vurdering)") for line in lines)


def test_the_file_stands_as_it_was_given(run: Run, aalborg: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(aalborg.parent)
    assert checked(run, "./aalborg.botilbud")["file"] == "./aalborg.botilbud"


def test_danish_letters_are_not_escaped(run: Run, aalborg: Path) -> None:
    assert "Hvert linjeskift fylder 2" in run("check", "--json", aalborg).out


def test_the_day_decides_whether_the_round_is_open(run: Run, aalborg: Path) -> None:
    def codes(day: str) -> set[str]:
        (values,) = json.loads(run("check", "--json", f"--today={day}", aalborg).out)
        return {one["code"] for one in values["findings"] if one["code"].startswith("round.")}

    assert codes("2024-01-01") == {"round.not_open"}
    assert codes("2024-05-10") == {"round.closing"}
    assert codes("2026-01-01") == {"round.closed"}


def test_an_unreadable_file_stands_in_its_place_and_the_others_are_checked(
    run: Run, aalborg: Path, thisted: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "i stykker.botilbud"
    broken.write_text("{", encoding="utf-8")
    ran = run("check", "--json", aalborg, broken, thisted)
    values = json.loads(ran.out)
    assert ran.code == 2
    assert [Path(one["file"]).name for one in values] == ["aalborg.botilbud", broken.name, "thisted.botilbud"]
    assert list(values[1]) == ["file", "error"]
    assert values[1]["error"] == ran.err.strip()
    assert "findings" in values[0]
    assert "findings" in values[2]
