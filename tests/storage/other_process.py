"""Another process that runs for as long as a test wants it to."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def other_process(code: str, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """A process that runs `code` with `words` behind it. What it prints and what it is told goes line by line.

    It is entered once the process has printed "ready"; when the block is left the process is killed.
    """
    command = [sys.executable, "-c", code, *map(str, words)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert said(process) == "ready"
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The next line that it prints; "" when it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], line: str = "") -> None:
    """Say a line to it."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def kill(process: subprocess.Popen[str]) -> None:
    """End it at once, with nothing tidied up."""
    process.kill()
    process.wait()
