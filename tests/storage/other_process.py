"""Another process that runs until the test ends it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def other_process(code: str, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Runs `code` in a process with `words` as its arguments; input and output are read and written by line.

    The block is entered once the process has printed "ready"; the process is killed when the block is left.
    """
    command = [sys.executable, "-c", code, *map(str, words)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert read_line(process) == "ready"
            yield process
        finally:
            process.kill()


def read_line(process: subprocess.Popen[str]) -> str:
    """Returns the next line that the process prints; "" when it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def send_line(process: subprocess.Popen[str], line: str = "") -> None:
    """Write a line to the process."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def kill(process: subprocess.Popen[str]) -> None:
    """Kill the process at once, without cleanup."""
    process.kill()
    process.wait()
