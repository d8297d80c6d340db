"""`export FILE --to txt -o OUT`: the form's fields as text, for colleagues or for typing into the web form."""

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.documents.plain_text import as_text
from botilbud_desktop.storage.draft.draft_file import read_draft
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
    target = output_file(arguments.output, source)
    draft = read_draft(source, context.library)
    write_atomically(target, as_text(draft.application, draft.round).encode("utf-8"))
    context.console.tell(f"Felterne er skrevet i »{target.name}«.")
    return 0


def _check_format(name: str) -> None:
    if name in _LATER:
        raise CommandError(f"Eksport til {_LATER[name]} ({name}) kommer i en senere version af programmet.")
    if name != "txt":
        raise CommandError(f"Programmet kan ikke eksportere til »{printable(name)}«: vælg txt.")
