"""Full, write-protected and missing drives: nothing is lost, the user is informed, and work continues afterwards."""

import pytest

from tests.faults import disk

pytestmark = [
    pytest.mark.skipif(disk.mounting_command() is None, reason="nothing can be mounted here"),
    pytest.mark.slow,
]


def test_full_write_protected_and_vanished_drives() -> None:
    outcome = disk.run(quick=True)
    assert outcome.failures == []
    assert " 0 broken promises" in outcome.line
    assert ", 0 found them full" not in outcome.line
