"""Running one command: it gets what it needs, and what it may fail with becomes one sentence and exit code 2."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.paths import forms_folder, resources_folder

FAILED = 2

type Command = Callable[[Sequence[str], Context], int]
"""Takes the words behind the command word, and gives the exit code."""


def run(name: str, words: Sequence[str]) -> int:
    """Run the command `name`, one of `COMMANDS`, with the words behind it. The exit code."""
    console = Console(sys.stdout, sys.stderr)
    context = Context(console, _local_time, forms_folder(), resources_folder())
    try:
        exit_code = _command(name)(words, context)
        console.flush()
    except (CommandError, RefusedFileError, SaveFailedError, ChangedOnDiskError, LockedError) as error:
        console.tell(str(error))
        return FAILED
    return exit_code


def _local_time() -> datetime:
    return datetime.now(UTC).astimezone()


def _command(name: str) -> Command:
    """The command's function; only its own module is loaded."""
    match name:
        case "check":
            from botilbud_desktop.cli.check import check as command
        case "approve":
            from botilbud_desktop.cli.approve import approve as command
        case "print":
            from botilbud_desktop.cli.print_document import print_document as command
        case "export":
            from botilbud_desktop.cli.export import export as command
        case "overview":
            from botilbud_desktop.cli.overview import overview as command
        case "new":
            from botilbud_desktop.cli.new import new as command
        case "self-test":
            from botilbud_desktop.cli.self_test import self_test as command
        case _:
            raise LookupError(name)
    return command
