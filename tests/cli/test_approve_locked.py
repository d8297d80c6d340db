"""`approve` of a draft that is open in a window: refused, and nothing is written."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.listing import names_in
from tests.storage.lock_holders import COLLEAGUE, ELSEWHERE, held_by, left_behind_by
from tests.storage.other_process import kill


def test_a_draft_that_somebody_has_open_is_not_approved(run: Run, approvable: Path) -> None:
    before = approvable.read_bytes(), approvable.stat().st_mtime_ns
    with held_by(COLLEAGUE, approvable) as process:
        files = names_in(approvable.parent)
        ran = run("approve", approvable, "--by", "Åse Ørsted")
        assert ran.code == 2
        assert ran.sentence == "»aalborg.botilbud« er ikke godkendt, for kladden er åben hos Jens Bo på PC-7."
        assert (approvable.read_bytes(), approvable.stat().st_mtime_ns) == before
        assert names_in(approvable.parent) == files
        kill(process)
    assert run("approve", approvable, "--by", "Åse Ørsted").code == 0
    assert names_in(approvable.parent) == ["aalborg.botilbud"]


def test_a_lock_left_behind_on_another_machine_does_not_stop_the_approval(run: Run, approvable: Path) -> None:
    left_behind_by(ELSEWHERE, approvable)
    assert run("approve", approvable, "--by", "Åse Ørsted").code == 0
    assert names_in(approvable.parent) == ["aalborg.botilbud"]
