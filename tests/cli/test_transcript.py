"""The output of the commands, word for word, on drafts that cover what they can report.

After an intended change, run `python -m tests.cli.transcript` in the environment to rewrite the reference file, and
read the difference before committing it.
"""

from pathlib import Path

import pytest

from tests.cli.transcript import KEPT, transcript


def test_the_commands_answer_as_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = KEPT.read_text(encoding="utf-8")
    assert transcript(tmp_path).splitlines() == kept.splitlines()
