"""`overview FOLDER -o OUT`: not implemented yet."""

from botilbud_desktop.cli.command_line import CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError


def overview(line: CommandLine, context: Context) -> int:
    """Reports that the command comes later.

    Raises:
        CommandError: always.
    """
    raise CommandError("Oversigten over alle kladder i en mappe kommer i en senere version af programmet.")
