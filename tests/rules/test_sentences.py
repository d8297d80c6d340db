"""The rules' messages equal the reference file, word for word.

After an intended change, run `python -m tests.rules.sentences` in the environment to rewrite the reference file, and
read the difference before committing it.
"""

from tests.rules.sentences import KEPT, sentences


def test_the_rules_say_what_is_kept() -> None:
    assert sentences() == KEPT.read_text(encoding="utf-8").splitlines()
