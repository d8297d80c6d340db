"""`check FILE… [--json] [--today YYYY-MM-DD]`: totals, counts, criteria and findings."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.cli.checking.check_documentation import documentation_json
from botilbud_desktop.cli.checking.check_json import as_json
from botilbud_desktop.cli.checking.check_report import report
from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.day import day
from botilbud_desktop.cli.files import absolute
from botilbud_desktop.cli.rounds.missing import what_to_do
from botilbud_desktop.domain.attachments.documentation import Documentation, documentation_of
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import RefusedFileError

_NOTHING_BLOCKS, _BLOCKED, _UNREADABLE = 0, 1, 2


class _Checked(NamedTuple):
    """A file as given on the command line, with its draft and assessment, or why it was not read."""

    file: str
    draft: OpenedDraft | None = None
    assessment: Assessment | None = None
    documentation: Documentation | None = None
    error: str = ""
    hint: str = ""
    """What to do about that."""

    @property
    def exit_code(self) -> int:
        if self.assessment is None:
            return _UNREADABLE
        return _BLOCKED if self.assessment.errors or self.assessment.not_met else _NOTHING_BLOCKS


class _Arguments(Arguments):
    json: bool
    today: date | None


def check(line: CommandLine, context: Context) -> int:
    """Checks each file; one that cannot be read does not prevent the check of the others."""
    line.add_argument("--json", action="store_true")
    line.add_argument("--today", type=day)
    arguments = line.read(_Arguments(), most_files=None)
    today = arguments.today or context.today
    checked = [_check(file, today, context) for file in arguments.files]
    if arguments.json:
        values = [_json_values(one) for one in checked]
        context.console.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        _write_reports(checked, context)
    for one in checked:
        if one.error:
            context.console.tell(f"{one.error} {one.hint}".rstrip())
    return max(one.exit_code for one in checked)


def _check(file: str, today: date, context: Context) -> _Checked:
    path = absolute(file)
    try:
        draft = read_draft(path, context.library)
    except MissingRoundError as error:
        return _Checked(file, error=str(error), hint=what_to_do(error))
    except RefusedFileError as error:
        return _Checked(file, error=str(error))
    documentation = documentation_of(draft.application, attached_files(path, draft.application.id))
    return _Checked(file, draft, assess(draft.application, draft.round, today), documentation)


def _json_values(one: _Checked) -> dict[str, object]:
    if one.draft is None or one.assessment is None or one.documentation is None:
        return {"file": one.file, "error": one.error}
    values = as_json(one.draft, one.assessment)
    return {"file": one.file, **values, "attachments": documentation_json(one.documentation)}


def _write_reports(checked: Sequence[_Checked], context: Context) -> None:
    follows = False
    for one in checked:
        if one.draft is None or one.assessment is None or one.documentation is None:
            continue
        for line in ["", ""] * follows + report(one.file, one.draft, one.assessment, one.documentation):
            context.console.say(line)
        follows = True
