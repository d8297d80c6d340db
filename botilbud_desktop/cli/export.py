"""`export FILE --to FORMAT -o OUT`: the application for colleagues; `txt` is also for typing into the web form."""

from pathlib import Path

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.documents.export import EXPORT_NAMES, ExportKind, exported, exported_without_round
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.printable import printable


class _Arguments(Arguments):
    to: str
    output: str


def export(line: CommandLine, context: Context) -> int:
    """Writes the application in another format."""
    line.add_argument("--to", required=True)
    line.add_argument("-o", dest="output", required=True)
    arguments = line.read(_Arguments())
    kind = _kind(arguments.to)
    source = absolute(arguments.files[0])
    target = output_file(arguments.output, source, f".{kind}")
    try:
        draft = read_draft(source, context.library)
    except MissingRoundError as error:
        return _export_without_round(kind, error, target, context)
    today = context.today
    assessment = assess(draft.application, draft.round, today)
    write_atomically(target, exported(kind, draft.application, draft.round, assessment, today))
    context.console.tell(f"{EXPORT_NAMES[kind].done} i »{target.name}«.")
    return 0


def _export_without_round(kind: ExportKind, error: MissingRoundError, target: Path, context: Context) -> int:
    """Writes all that a draft holds, though its form is not there."""
    is_there = error.round is not None
    known = error.round or context.library.round(context.library.shipped_ids()[-1])
    write_atomically(target, exported_without_round(kind, error.application, known, context.today, is_there=is_there))
    name = printable(error.application.round)
    why = "Kladden passer ikke til" if is_there else "Programmet har ikke"
    done = f"så alt i kladden er skrevet i »{target.name}« uden skemaet."
    context.console.tell(f"{why} ansøgningsrunden »{name}«, {done}")
    return 0


def _kind(name: str) -> ExportKind:
    try:
        return ExportKind(name)
    except ValueError:
        *others, last = ExportKind
        choice = f"{', '.join(others)} eller {last}" if others else str(last)
        raise CommandError(f"Programmet kan ikke eksportere til »{printable(name)}«: Vælg {choice}.") from None
