"""A file that antivirus or OneDrive holds for a moment is saved without the user noticing."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.files import atomic_write
from tests.faults import readers


def test_no_save_fails_while_readers_hold_the_file() -> None:
    outcome = readers.run(quick=True)
    assert outcome.failures == []
    assert outcome.line.endswith("0 failed")


def test_most_saves_would_fail_without_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_write, "LONGEST_WAIT", 0.0)
    failed, met, _ = readers.save_many(tmp_path / "x.botilbud", 30)
    assert len(failed) >= met > 15


def test_readers_hold_the_file_alone_and_together_and_let_go() -> None:
    shim = readers.Readers(1)
    refused = []
    for _step in range(2000):
        shim.sleep(0.01)
        before = shim.violations
        try:
            shim.check(reading=True)
        except PermissionError:
            refused.append(True)
        else:
            refused.append(False)
        assert shim.violations - before == refused[-1]
    assert 300 < sum(refused) < 1700
