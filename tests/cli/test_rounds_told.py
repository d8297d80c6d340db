"""`rounds`: what may be as the ministry has it, all that no draft has room for, and the time of the last day."""

from pathlib import Path

from tests.added_rounds import NEXT, write_round
from tests.cli import test_rounds
from tests.cli.conftest import Run

machine = test_rounds.machine


def test_what_may_be_as_the_ministry_has_it_keeps_no_file_from_being_in_order(run: Run, tmp_path: Path) -> None:
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form["weighting"]["items"].append("Energi.")))
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            f"{NEXT}.json: i orden",
            "  Kontrollér, om det er, som ministeriet har det:",
            "  weighting.items[4]: linjen har intet emne i »topics«, så kun ministeriets ord vises",
        ],
    )


def test_all_fields_that_no_draft_has_are_told_at_once(run: Run, tmp_path: Path) -> None:
    others = [{"path": f"projects[].{name}", "label": name} for name in ("distance", "address")]
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form["fields"].extend(others)))
    assert ran.code == 2
    assert ran.out.count("kladden har ikke noget felt af det navn") == 2


def test_the_time_of_the_last_day_is_told(run: Run, machine: Path) -> None:
    write_round(machine, lambda form: form["window"].update(opens_at="09.00", closes_at="12.00"))
    assert "åben fra 1. maj 2027 kl. 09.00 til 15. maj 2027 kl. 12.00" in run("rounds").out
