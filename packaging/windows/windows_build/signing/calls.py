"""Runs a program that signs: within a time limit, and without a secret in what is reported of it."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from windows_build.errors import BuildError
from windows_build.signing.secret import Secret


class Called(NamedTuple):
    """How a program ended."""

    code: int | None
    """Its exit code; None if it was stopped at the time limit."""
    out: str
    """Its output and its errors, without the secret."""


def call(words: Sequence[str | Path], *, cwd: Path, seconds: float, secret: Secret | None = None) -> Called:
    """Runs a program without a shell; the secret, if any, is its standard input.

    At the time limit it is killed together with all that it started.

    Raises:
        BuildError: there is no such program.
    """
    command = [str(word) for word in words]
    with TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                command,
                cwd=cwd,
                stdin=subprocess.DEVNULL if secret is None else subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise BuildError(f"{command[0]} cannot be started: {error.strerror}") from error
        code = _ended(process, secret, seconds)
        output.seek(0)
        said = output.read().decode("utf-8", "replace").strip()
    return Called(code, said if secret is None else secret.hidden_in(said))


def _ended(process: subprocess.Popen[bytes], secret: Secret | None, seconds: float) -> int | None:
    if process.stdin is not None and secret is not None:
        with suppress(BrokenPipeError):  # a program may end without reading it
            process.stdin.write(secret.data)
            process.stdin.close()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
