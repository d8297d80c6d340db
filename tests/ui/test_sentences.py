"""The composed sentences of the windows match the recorded ones word for word.

After an intended change, run `python -m tests.ui.sentences` in the environment to record them again, and read the
difference before it is committed.
"""

from tests.ui.sentences import KEPT, sentences


def test_the_windows_say_what_is_kept() -> None:
    assert sentences() == KEPT.read_text(encoding="utf-8").splitlines()
