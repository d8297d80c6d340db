"""Two processes that save the same draft never overwrite each other unnoticed."""

from pathlib import Path

import pytest

from tests.faults import two_writers

SAVES = 50


def test_no_update_is_lost_and_no_file_mixed(tmp_path: Path) -> None:
    outcome = two_writers.run(tmp_path, SAVES)
    assert outcome.saves == two_writers.WRITERS * SAVES
    assert (outcome.lost, outcome.mixed, outcome.left_over) == (0, 0, ())
    assert outcome.conflicts + outcome.locked > 0, "they did not meet, so this shows nothing"


def test_the_command_prints_one_line_of_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert two_writers.main(["--saves", "3"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("saves 6, conflicts noticed ")
    assert "lost updates 0, mixed files 0, files left over 0, seconds " in line
