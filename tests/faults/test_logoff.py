"""The end of the computer's session, shortened."""

import subprocess
import sys


def test_at_the_end_of_the_session_everything_typed_is_safe_and_nothing_is_asked() -> None:
    command = [sys.executable, "-m", "tests.faults.logoff", "--quick"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 promises broken" in ended.stdout
