"""What ends a command: each error's text is one Danish sentence, and the exit code is 2."""


class CommandError(Exception):
    """The command cannot be carried out."""


class UsageError(CommandError):
    """The command is written wrongly."""

    def __init__(self, problem: str, usage: str) -> None:
        """`problem` is a Danish clause without a full stop, `usage` how to write the command."""
        super().__init__(f"{problem}: skriv »botilbud-desktop {usage}«.")
