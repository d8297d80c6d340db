"""Runs one command with its environment; an expected error becomes one sentence and exit code 2."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from botilbud_desktop.cli.command_line import CommandLine
from botilbud_desktop.cli.commands import COMMANDS
from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.rounds.missing import what_to_do
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.paths import UserFolders, forms_folder, resources_folder
from botilbud_desktop.storage.policy.here import decided_here
from botilbud_desktop.storage.rounds.form_folder import FormFolder, added_folders

FAILED = 2


def run(name: str, words: Sequence[str]) -> int:
    """Runs the command `name`, one of `COMMANDS`, with the words after it, and returns the exit code."""
    command = COMMANDS[name]
    console = Console(sys.stdout, sys.stderr)
    context = Context(console, _local_time, forms_folder(), resources_folder(), _agendas, _added_folders)
    try:
        line = CommandLine(f"{name} {command.usage}".rstrip(), words)
        exit_code = command.load()(line, context)
        console.flush()
    except (CommandError, RefusedFileError, SaveFailedError, ChangedOnDiskError, LockedError) as error:
        console.tell(f"{error} {what_to_do(error)}" if isinstance(error, MissingRoundError) else str(error))
        return FAILED
    return exit_code


def _agendas() -> Path:
    return UserFolders.of_this_user().agendas


def _added_folders() -> Sequence[FormFolder]:
    decided = decided_here()
    folder, reason = decided.path("rounds_folder"), decided.refused.get("rounds_folder")
    remark = "" if folder is None else "bestemt af it-afdelingen"
    if reason is not None:
        remark = f"it-afdelingens værdi kan ikke bruges, for {reason}"
    return added_folders(UserFolders.of_this_user(), folder, remark)


def _local_time() -> datetime:
    return datetime.now(UTC).astimezone()
