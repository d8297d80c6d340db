"""What the commands answer, word for word, on drafts that show what they can say.

Once a change is wanted, `python -m tests.cli.transcript` in the environment writes what is kept anew; the difference
is then read before it is committed.
"""

from pathlib import Path

import pytest

from tests.cli.transcript import KEPT, transcript


def test_the_commands_answer_as_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = KEPT.read_text(encoding="utf-8")
    assert transcript(tmp_path).splitlines() == kept.splitlines()
