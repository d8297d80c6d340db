"""`rounds --check` tells all figures in braces that the round does not have."""

from pathlib import Path
from typing import Any

from tests.added_rounds import write_round
from tests.cli.conftest import Run


def test_all_figures_that_no_criterion_uses_are_listed_with_their_thresholds(run: Run, tmp_path: Path) -> None:
    def change(form: dict[str, Any]) -> None:
        form["criteria"] = [{"number": 1, "meaning": "expansion", "title": "{gross_cost_over}", "text": "Flere."}]
        for field in form["fields"]:
            field["criteria"] = []
        form["fields"][0]["help"] = "Ved 8 pladser {least_places_of_8}, og {ukendt}."

    ran = run("rounds", "--check", str(write_round(tmp_path, change)))
    assert "fields[0].help: {least_places_of_8} er tom, for intet kriterium bruger »least_share_for_others«" in ran.out
    assert "fields[0].help: {ukendt} er ikke navnet på en af rundens oplysninger" in ran.out
    assert "criteria[0].title: {gross_cost_over} er tom, for intet kriterium bruger »gross_cost_over«" in ran.out
