"""The end of the computer's session, shortened."""

from tests.faults import logoff


def test_at_the_end_of_the_session_everything_typed_is_safe_and_nothing_is_asked() -> None:
    outcome = logoff.run(quick=True)
    assert outcome.failures == [], outcome.line
