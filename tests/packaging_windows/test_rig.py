"""The rig asks Wine again when it ran nothing, and only then."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from windows_rig import wine as wine_module
from windows_rig.calls import Finished, RigError
from windows_rig.wine import Wine

NEVER_RAN = Finished(1, "", 0.0025, 0.0025, 0)
WELL = Finished(0, "fine", 0.1, 0.05, 0)
SOON_AND_SAYING_WHY = Finished(1, "no such key", 0.005, 0.004, 0)
LATER = Finished(1, "", 0.05, 0.05, 0)
OTHER_CODE = Finished(67, "", 0.0025, 0.0025, 0)


class Calls:
    """Stands in for `call`: its results one after another."""

    def __init__(self, *results: Finished) -> None:
        self.left = list(results)

    def __call__(self, command: Sequence[str], **_others: object) -> Finished:
        assert command[1].endswith("reg.exe")
        return self.left.pop(0)


def rig(monkeypatch: pytest.MonkeyPatch, folder: Path, calls: Calls) -> Wine:
    monkeypatch.setattr(wine_module, "wine_program", lambda name: name)
    monkeypatch.setattr(wine_module, "call", calls)
    return Wine(folder, ":1")


def test_a_program_that_never_ran_is_run_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls = Calls(NEVER_RAN, NEVER_RAN, WELL)
    assert rig(monkeypatch, tmp_path, calls).must("reg") == "fine"
    assert calls.left == []


def test_after_three_times_it_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls = Calls(NEVER_RAN, NEVER_RAN, NEVER_RAN, WELL)
    with pytest.raises(RigError, match="exit code 1"):
        rig(monkeypatch, tmp_path, calls).must("reg")
    assert calls.left == [WELL]


@pytest.mark.parametrize("first", [WELL, SOON_AND_SAYING_WHY, LATER, OTHER_CODE])
def test_what_ran_is_never_run_again(first: Finished, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls = Calls(first, WELL)
    assert rig(monkeypatch, tmp_path, calls).run("reg") == first
    assert calls.left == [WELL]
