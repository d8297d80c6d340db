"""The errors that end a command with exit code 2; the text of each is one Danish sentence."""


class CommandError(Exception):
    """The command cannot be carried out."""


class UsageError(CommandError):
    """The command line is wrong."""

    def __init__(self, problem: str, usage: str) -> None:
        """`problem` is a Danish clause without a full stop, `usage` the syntax of the command."""
        super().__init__(f"{problem}: skriv »botilbud-desktop {usage}«.")
