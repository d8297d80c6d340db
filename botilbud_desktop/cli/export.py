"""`export FILE --to txt -o OUT`: the form's fields as text, for colleagues or for typing into the web form."""

from pathlib import Path

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.documents.plain_text import as_text
from botilbud_desktop.documents.without_round import as_text_without_round
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.printable import printable

_LATER = {"docx": "Word", "xlsx": "Excel"}


class _Arguments(Arguments):
    to: str
    output: str


def export(line: CommandLine, context: Context) -> int:
    """Writes the application in another format."""
    line.add_argument("--to", required=True)
    line.add_argument("-o", dest="output", required=True)
    arguments = line.read(_Arguments())
    _check_format(arguments.to)
    source = absolute(arguments.files[0])
    target = output_file(arguments.output, source, ".txt")
    try:
        draft = read_draft(source, context.library)
    except MissingRoundError as error:
        return _export_without_round(error, target, context)
    write_atomically(target, as_text(draft.application, draft.round).encode("utf-8"))
    context.console.tell(f"Felterne er skrevet i »{target.name}«.")
    return 0


def _export_without_round(error: MissingRoundError, target: Path, context: Context) -> int:
    """Writes all that a draft holds, though its form is not there."""
    is_there = error.round is not None
    known = error.round or context.library.round(context.library.shipped_ids()[-1])
    text = as_text_without_round(error.application, known, is_there=is_there)
    write_atomically(target, text.encode("utf-8"))
    name = printable(error.application.round)
    why = "Kladden passer ikke til" if is_there else "Programmet har ikke"
    done = f"så alt i kladden er skrevet i »{target.name}« uden skemaet."
    context.console.tell(f"{why} ansøgningsrunden »{name}«, {done}")
    return 0


def _check_format(name: str) -> None:
    if name in _LATER:
        raise CommandError(f"Eksport til {_LATER[name]} ({name}) kommer i en senere version af programmet.")
    if name != "txt":
        raise CommandError(f"Programmet kan ikke eksportere til »{printable(name)}«: vælg txt.")
