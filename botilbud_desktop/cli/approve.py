"""`approve FILE --by NAME [--at ISO-TIME]`: approve and save, as »Godkend« does in the window."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute
from botilbud_desktop.cli.wording import finding_line, number_of_errors
from botilbud_desktop.documents.values import approved_when
from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.approval import approved, check_code, valid_approval
from botilbud_desktop.domain.text.person_name import person_name
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft, save_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.user.person import person_here

_REFUSED = 1
_DATE_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*", re.ASCII)


class _Arguments(Arguments):
    by: str
    at: datetime | None


def approve(line: CommandLine, context: Context) -> int:
    """Approves the draft, unless an error blocks it. A draft that is approved and unchanged is not saved again."""
    line.add_argument("--by", required=True)
    line.add_argument("--at", type=_moment)
    arguments = line.read(_Arguments())
    name, at = _name(arguments.by), arguments.at or context.now()
    path = absolute(arguments.files[0])
    draft = read_draft(path, context.library)
    assessment = assess(draft.application, draft.round, at.date())
    if assessment.errors:
        _report_errors(path.name, draft, assessment, context)
        return _REFUSED
    if (earlier := valid_approval(draft.application)) is not None:
        context.console.tell(
            f"»{path.name}« er allerede godkendt og ikke ændret siden, så den er ikke gemt igen ({_approval(earlier)})."
        )
        return 0
    application = approved(draft.application, name, at)
    _save(path, application, draft, context)
    _report_not_met(assessment, context)
    context.console.tell(
        f"»{path.name}« er godkendt internt, men ikke indsendt ({_approval(application.approvals[-1])})."
    )
    return 0


def _save(path: Path, application: Application, opened: OpenedDraft, context: Context) -> None:
    """Saves the draft, unless it is open in a window: changes there build on the current content of the file."""
    try:
        with lock_draft(path, person_here(), context.now(), take_over=True) as lock:
            save_draft(
                path, application, context.library, opened.digest, session=SaveSession(opened.lineage), lock=lock
            )
    except LockedError as error:
        where = f" på {error.machine}" if error.machine else ""
        raise CommandError(
            f"»{printable(path.name)}« er ikke godkendt, for kladden er åben hos {error.holder.name}{where}."
        ) from None


def _name(text: str) -> str:
    name = person_name(text)
    if not name:
        raise CommandError("Skriv navnet på den, der godkender, efter --by.")
    return name


def _moment(text: str) -> datetime:
    """Parses the time of the approval; one without a time zone is local time."""
    try:
        if not _DATE_AND_TIME.fullmatch(text):
            raise ValueError(text)
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo is not None else moment.astimezone()
        offset = moment.utcoffset()
        if offset is None or offset % timedelta(minutes=1):
            raise ValueError(text)
    except (ValueError, OverflowError, OSError):
        raise CommandError(
            f"»{printable(text)}« er ikke et tidspunkt: Skriv fx ÅÅÅÅ-MM-DDT09:12 eller ÅÅÅÅ-MM-DDT09:12:00+02:00."
        ) from None
    return moment


def _approval(approval: Approval) -> str:
    return (
        f"{printable(approval.approved_by)} {approved_when(approval)}, kontrolkode {check_code(approval.fingerprint)}"
    )


def _report_errors(file: str, draft: OpenedDraft, assessment: Assessment, context: Context) -> None:
    number = number_of_errors(assessment)
    context.console.tell(f"»{file}« er ikke godkendt, for {number} skal løses først:")
    for finding in assessment.errors:
        context.console.tell(f"- {finding_line(finding, draft)}")


def _report_not_met(assessment: Assessment, context: Context) -> None:
    """Reports the criteria that the window asks to confirm: the ministry decides, so they do not block."""
    for result in assessment.not_met:
        context.console.tell(
            f"Bemærk: Kriterium {result.criterion} er ikke opfyldt for projekt {result.project + 1}. {result.message}"
        )
