"""No personal data in logs or other files; a short run."""

from tests.faults import personal


def test_no_name_phone_or_mail_is_left_anywhere_by_errors_in_the_middle_of_work() -> None:
    outcome = personal.run(quick=True)
    assert outcome.failures == [], outcome.line
