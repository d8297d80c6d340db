"""`rounds [--check FILE…] [--preview FILE -o OUT.pdf]`: lists the rounds, checks round files, shows an empty form."""

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError, UsageError
from botilbud_desktop.cli.rounds.checking import check_files
from botilbud_desktop.cli.rounds.listing import list_rounds
from botilbud_desktop.cli.rounds.preview import write_preview


class _Arguments(Arguments):
    check: bool
    preview: bool
    output: str | None


def rounds(line: CommandLine, context: Context) -> int:
    """Lists, checks or shows rounds. 0: all is well, 1: something is missing or not used, 2: a file is unreadable."""
    line.add_argument("--check", action="store_true")
    line.add_argument("--preview", action="store_true")
    line.add_argument("-o", dest="output")
    arguments = line.read(_Arguments(), most_files=None, fewest_files=0)
    if arguments.check and arguments.preview:
        raise CommandError("Vælg enten --check eller --preview.")
    if arguments.output is not None and not arguments.preview:
        raise CommandError("-o hører til --preview.")
    if arguments.check:
        _need_files(arguments.files, line, "--check")
        return check_files(arguments.files, context)
    if arguments.preview:
        _need_files(arguments.files, line, "--preview")
        if len(arguments.files) > 1 or arguments.output is None:
            raise UsageError("--preview skal have én fil og -o UD.pdf", str(line.usage))
        return write_preview(arguments.files[0], arguments.output, context)
    if arguments.files:
        raise UsageError("Filer skal stå efter --check eller --preview", str(line.usage))
    return list_rounds(context)


def _need_files(files: list[str], line: CommandLine, option: str) -> None:
    if not files:
        raise UsageError(f"Der mangler en fil efter {option}", str(line.usage))
