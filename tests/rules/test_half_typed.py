"""Half-typed values: each is an error, reported instead of the finding for an empty field."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Finding, Severity
from tests.rules.samples import (
    ROUND,
    TODAY,
    application,
    plan,
    project,
)


class TestHalfTypedValues:
    def found(self, path: str, text: str, *projects: Project) -> list[Finding]:
        result = assess(application(*projects), ROUND, TODAY, {path: text})
        return [each for each in result.findings if each.code == "field.not_understood"]

    @pytest.mark.parametrize(
        ("text", "day"), [("ultimo 2025", date(2025, 12, 31)), ("1. kvartal 26", date(2026, 3, 31))]
    )
    def test_a_time_that_is_no_date_offers_one(self, text: str, day: date) -> None:
        (finding,) = self.found("projects[0].completion_date", text)
        shown = format_date(day)
        assert finding.message == f"Mener du {shown}? Skriv datoen med dag, måned og år."
        assert finding.suggestions == (("projects[0].completion_date", day, f"Brug {shown}"),)

    def test_half_a_year_asks_for_all_of_it(self) -> None:
        (finding,) = self.found("projects[0].completion_date", "31.12.20")
        assert finding.message == "Skriv årstallet med fire cifre, fx 30.11.2025."

    @pytest.mark.parametrize(
        ("path", "text", "words"),
        [
            ("projects[0].loan.2025", "22,9", "hele 1.000 kr."),
            ("projects[0].gross_construction_cost", "mange", "hele 1.000 kr."),
            ("projects[0].share_for_others", "en fjerdedel", "procent"),
            ("projects[0].completion_date", "31.02.2026", "31.02.2026 findes ikke i kalenderen."),
            ("projects[0].places[0].count", "otte", "helt tal"),
            ("projects[0].places_closed_elsewhere", "2,5", "helt tal"),
            ("projects[0].cost_plan.basis.total", "x", "helt tal"),
            ("projects[0].cost_plan.lines[0].amount", "x", "hele 1.000 kr."),
        ],
    )
    def test_the_finding_says_what_to_write(self, path: str, text: str, words: str) -> None:
        (finding,) = self.found(path, text, project(cost_plan=plan(22_900)))
        assert finding.field == path
        assert finding.severity is Severity.ERROR
        assert words in finding.message
        assert not finding.is_missing

    def test_it_takes_the_place_of_the_missing_value(self) -> None:
        empty = project(loan={"2025": None, "2026": None})
        result = assess(application(empty), ROUND, TODAY, {"projects[0].loan.2025": "22,9"})
        assert [each.code for each in result.errors] == ["field.not_understood"]

    def test_it_takes_the_place_of_what_the_empty_value_gives(self) -> None:
        zero = project(cost_plan=plan(22_900, eligible=0, total=0))
        result = assess(application(zero), ROUND, TODAY, {"projects[0].cost_plan.basis.total": "x"})
        assert [each.code for each in result.errors] == ["field.not_understood"]

    def test_other_projects_keep_their_findings(self) -> None:
        empty = project(loan={})
        result = assess(application(empty, empty), ROUND, TODAY, {"projects[0].loan.2025": "22,9"})
        assert {(each.code, each.field) for each in result.errors} == {
            ("field.not_understood", "projects[0].loan.2025"),
            ("loan.missing", "projects[1].loan"),
        }

    @pytest.mark.parametrize(
        "path",
        ["projects[7].loan.2025", "projects[0].cost_plan.basis.total", "projects[0].unknown", "", "name.x"],
    )
    def test_a_field_that_is_gone_gives_none(self, path: str) -> None:
        assert self.found(path, "x") == []

    def test_a_value_that_was_understood_but_not_taken_over_is_not_lost_silently(self) -> None:
        (finding,) = self.found("projects[0].loan.2025", "22.900")
        assert finding.message == "Skriv værdien igen. Den er ikke taget med."
