"""What the windows say in words that are put together is what is kept, word for word.

Once a change is wanted, `python -m tests.ui.sentences` in the environment writes what is kept anew; the difference is
then read before it is committed.
"""

from tests.ui.sentences import KEPT, sentences


def test_the_windows_say_what_is_kept() -> None:
    assert sentences() == KEPT.read_text(encoding="utf-8").splitlines()
