"""The sentences about files that are refused or not saved match the recorded ones word for word.

After an intended change, run `python -m tests.storage.sentences` in the environment to record them again, and read the
difference before it is committed.
"""

from tests.storage.sentences import KEPT, sentences


def test_the_files_are_refused_as_it_is_kept() -> None:
    assert sentences() == KEPT.read_text(encoding="utf-8").splitlines()
