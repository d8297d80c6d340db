"""The end of the computer's session; a short run."""

import pytest

from tests.faults import logoff

pytestmark = pytest.mark.slow


def test_at_the_end_of_the_session_everything_typed_is_safe_and_nothing_is_asked() -> None:
    outcome = logoff.run(quick=True)
    assert outcome.failures == [], outcome.line
