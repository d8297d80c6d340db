"""`rounds` where the IT department has decided the machine's folder of rounds, or has tried to."""

import json
import sys
from pathlib import Path

import pytest

from tests.added_rounds import NEXT, write_round
from tests.cli.test_process import start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its registry: see tests/windows")


def told(folder: Path, rounds: str) -> str:
    place = folder / "xdg" / "Botilbud Desktop" / "policies.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps({"RoundsFolder": rounds}), encoding="utf-8")
    ran = start(folder, "rounds", XDG_CONFIG_DIRS=str(place.parents[1]))
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


def test_the_decided_folder_is_looked_into_and_told(tmp_path: Path) -> None:
    decided = tmp_path / "runder"
    decided.mkdir()
    write_round(decided)
    out = told(tmp_path, str(decided))
    assert NEXT in out
    assert f"  {decided}: for alle på computeren (bestemt af it-afdelingen)" in out


def test_a_value_of_no_use_is_told_beside_the_usual_folder(tmp_path: Path) -> None:
    out = told(tmp_path, "runder")
    assert "for alle på computeren (it-afdelingens værdi kan ikke bruges, for det er ikke en hel sti)" in out
