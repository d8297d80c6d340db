"""`approve` on a drive that gives errors for the lock file: nobody else is said to have the draft."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft import draft_lock
from tests.cli.conftest import Run
from tests.cli.test_approve import approvals

NETWORK = (None, 53, 67, 1231)
CALLS = ("open_plain", "read_plain", "read_start", "is_still_at", "try_lock", "overwrite", "real_path", "is_folder")


@pytest.mark.parametrize("code", NETWORK)
@pytest.mark.parametrize("times", [1, 2, 100])
@pytest.mark.parametrize("call", CALLS)
def test_a_false_not_found_of_the_lock_file_changes_no_outcome(
    call: str, times: int, code: int | None, run: Run, approvable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = getattr(draft_lock, call)
    left = [times]

    def fails(*arguments: object) -> object:
        if left[0] == 0:
            return real(*arguments)
        left[0] -= 1
        raise _not_found(code)

    with monkeypatch.context() as patch:
        patch.setattr(draft_lock, call, fails)
        ran = run("approve", approvable, "--by", "Åse Ørsted")
    assert len(ran.err.splitlines()) == 1, ran.err
    assert ran.code == 0
    assert "er godkendt internt" in ran.sentence
    assert [approval["approved_by"] for approval in approvals(approvable)] == ["Åse Ørsted"]


def _not_found(code: int | None) -> OSError:
    error = FileNotFoundError(errno.ENOENT, "")
    if code is not None:
        vars(error)["winerror"] = code
    return error
