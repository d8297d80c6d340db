"""What the rules say is what is kept, word for word.

Once a change is wanted, `python -m tests.rules.sentences` in the environment writes what is kept anew; the difference
is then read before it is committed.
"""

from tests.rules.sentences import KEPT, sentences


def test_the_rules_say_what_is_kept() -> None:
    assert sentences() == KEPT.read_text(encoding="utf-8").splitlines()
