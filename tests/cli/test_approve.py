"""`approve`: what it writes, and when it refuses and leaves the file unchanged."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Values, change
from tests.cli.test_check import too_late

AT = "2024-05-10T09:12:00+02:00"


def status_of(run: Run, path: Path) -> str:
    """Returns the status that `check` reports."""
    (values,) = json.loads(run("check", "--json", path).out)
    return str(values["status"])


def approvals(path: Path) -> Any:
    """Returns the approvals in the file."""
    return json.loads(path.read_bytes())["approvals"]


def test_an_approved_draft_is_approved_until_one_character_is_changed(run: Run, approvable: Path) -> None:
    assert run("approve", approvable, "--by", "Åse Ørsted", "--at", AT).code == 0
    assert status_of(run, approvable) == "approved"

    def one_character(values: Values) -> None:
        values["projects"][0]["description"] += "!"

    change(approvable, one_character)
    assert status_of(run, approvable) == "changed_since_approval"


def test_internal_notes_may_change_after_the_approval(run: Run, approvable: Path) -> None:
    run("approve", approvable, "--by", "Åse Ørsted", "--at", AT)

    def note(values: Values) -> None:
        values["internal_notes"] = "Ring til KKR."

    change(approvable, note)
    assert status_of(run, approvable) == "approved"


def test_the_approval_says_who_and_when(run: Run, approvable: Path) -> None:
    ran = run("approve", approvable, "--by", "  Åse   Ørsted ", f"--at={AT}")
    (approval,) = approvals(approvable)
    assert (approval["approved_by"], approval["approved_at"]) == ("Åse Ørsted", AT)
    assert ran.sentence.startswith(
        "»aalborg.botilbud« er godkendt internt, men ikke indsendt (Åse Ørsted den 10. maj 2024 kl. 09.12, kontrolkode "
    )


def test_a_time_without_a_zone_is_local_time(run: Run, approvable: Path) -> None:
    run("approve", approvable, "--by", "Åse Ørsted", "--at", "2024-05-10T09:12")
    (approval,) = approvals(approvable)
    local = datetime(2024, 5, 10, 9, 12).astimezone()
    assert datetime.fromisoformat(approval["approved_at"]) == local


def test_without_a_time_it_is_now(run: Run, approvable: Path) -> None:
    before = datetime.now().astimezone().replace(microsecond=0)
    run("approve", approvable, "--by", "Åse Ørsted")
    (approval,) = approvals(approvable)
    assert before <= datetime.fromisoformat(approval["approved_at"]) <= datetime.now().astimezone()


def test_errors_refuse_the_approval_and_the_file_is_not_touched(run: Run, aalborg: Path) -> None:
    before = aalborg.read_bytes(), aalborg.stat().st_mtime_ns
    ran = run("approve", aalborg, "--by", "Åse Ørsted")
    assert (ran.code, ran.out) == (1, "")
    first, *errors = ran.err.splitlines()
    assert first == "»aalborg.botilbud« er ikke godkendt, for 6 problemer skal løses først:"
    assert len(errors) == 6
    assert errors[0].startswith("- Projekt 1: Beskrivelse af projektet (højst 1.000 tegn). Teksten er 3 tegn")
    assert (aalborg.read_bytes(), aalborg.stat().st_mtime_ns) == before


def test_a_criterion_that_is_not_met_is_told_and_does_not_block(run: Run, approvable: Path) -> None:
    change(approvable, too_late)
    ran = run("approve", approvable, "--by", "Åse Ørsted", "--at", AT)
    assert ran.code == 0
    assert ran.err.startswith("Bemærk: Kriterium 3 er ikke opfyldt for projekt 1. Projektet afsluttes den 01.01.2027")
    assert status_of(run, approvable) == "approved"


def test_a_draft_already_approved_as_it_stands_is_left_as_it_is(run: Run, approvable: Path) -> None:
    run("approve", approvable, "--by", "Åse Ørsted", "--at", AT)
    before = approvable.read_bytes(), approvable.stat().st_mtime_ns
    ran = run("approve", approvable, "--by", "En anden", "--at", "2024-05-11T10:00:00+02:00")
    assert ran.code == 0
    assert "er allerede godkendt og ikke ændret siden" in ran.sentence
    assert "Åse Ørsted" in ran.sentence
    assert (approvable.read_bytes(), approvable.stat().st_mtime_ns) == before


def test_a_draft_changed_since_its_approval_is_approved_once_more(run: Run, approvable: Path) -> None:
    run("approve", approvable, "--by", "Åse Ørsted", "--at", AT)

    def longer(values: Values) -> None:
        values["description"] += " Mere."

    change(approvable, longer)
    run("approve", approvable, "--by", "En anden", "--at", "2024-05-11T10:00:00+02:00")
    assert [one["approved_by"] for one in approvals(approvable)] == ["Åse Ørsted", "En anden"]
    assert status_of(run, approvable) == "approved"


@pytest.mark.parametrize(
    "at",
    [
        "nu",
        "2024-05-10",
        "2024-05-10T25:00",
        "2024-02-30T09:00",
        "10.05.2024 09:12",
        "2024-05-10T09:12+02:00:30",
        "24-5-1",
    ],
)
def test_a_wrong_time_is_refused_and_nothing_is_written(run: Run, approvable: Path, at: str) -> None:
    before = approvable.read_bytes()
    ran = run("approve", approvable, "--by", "Åse Ørsted", "--at", at)
    assert ran.code == 2
    assert ran.sentence.startswith(f"»{at}« er ikke et tidspunkt: ")
    assert approvable.read_bytes() == before


def test_the_earliest_times_are_no_accident(run: Run, approvable: Path) -> None:
    ran = run("approve", approvable, "--by", "Åse Ørsted", "--at", "0001-01-01T00:00")
    assert ran.code in (0, 2)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", [" \n ", "\u200b", "\x07"])
def test_a_name_of_spaces_or_invisible_characters_is_refused(name: str, run: Run, approvable: Path) -> None:
    ran = run("approve", approvable, "--by", name)
    assert (ran.code, ran.sentence) == (2, "Skriv navnet på den, der godkender, efter --by.")


def test_an_unreadable_draft_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("approve", tmp_path / "mangler.botilbud", "--by", "Åse Ørsted")
    assert (ran.code, "kan ikke åbnes" in ran.sentence) == (2, True)
