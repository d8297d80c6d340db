"""Reads a command's arguments with `argparse`, whose errors become one Danish sentence each."""

import argparse
from collections.abc import Sequence
from typing import Any

from botilbud_desktop.cli.errors import UsageError
from botilbud_desktop.storage.files.printable import printable


class Arguments(argparse.Namespace):
    """The arguments after the command word. A command declares its options in a subclass."""

    files: list[str]


class CommandLine(argparse.ArgumentParser):
    """Parses the words after a command word.

    A command adds its options with `add_argument` and reads them with `read`. Files may come between the options, and
    all words after `--` are files.
    """

    def __init__(self, usage: str, words: Sequence[str]) -> None:
        """`usage` is the syntax of the command, with its command word."""
        super().__init__(usage=usage, add_help=False, allow_abbrev=False, exit_on_error=False)
        self.register("action", None, _StoreOnce)
        self._words = list(words)
        self._required: list[argparse.Action] = []

    def add_argument(self, *names: str, required: bool = False, **settings: Any) -> argparse.Action:
        """Adds an option as in `argparse`. One with a value may be given once."""
        action = super().add_argument(*names, **settings)
        if required:  # `argparse` would report it before any other error
            self._required.append(action)
        return action

    def read[Read: Arguments](
        self, arguments: Read, most_files: int | None = 1, needed: str = "en fil", fewest_files: int = 1
    ) -> Read:
        """Reads the words into `arguments`, with at most `most_files` files; None for any number.

        At least `fewest_files` are required, unless the command takes none; `needed` is what the error calls them.

        Raises:
            UsageError: the words do not fit the command.
        """
        end = self._words.index("--") if "--" in self._words else len(self._words)
        try:
            _, rest = self.parse_known_args(self._words[:end], arguments)
        except argparse.ArgumentError as error:
            raise self._usage_error(self._problem_of(error)) from None
        for word in rest:
            if word.startswith("-") and word != "-":
                raise self._usage_error(f"Kommandoen kender ikke »{printable(word)}«")
        arguments.files = [*rest, *self._words[end + 1 :]]
        self._check_files(arguments.files, most_files, fewest_files, needed)
        for action in self._required:
            if getattr(arguments, action.dest) is None:
                raise self._usage_error(f"Kommandoen mangler {action.option_strings[0]}")
        return arguments

    def _problem_of(self, error: argparse.ArgumentError) -> str:
        """Returns the problem: a flag has a value, or an option has none."""
        for word in self._words:
            if word.startswith(f"{error.argument_name}="):
                return f"Kommandoen kender ikke »{printable(word)}«"
        return f"Der mangler noget efter {error.argument_name}"

    def _check_files(self, files: list[str], most_files: int | None, fewest_files: int, needed: str) -> None:
        if most_files != 0 and len(files) < fewest_files:
            raise self._usage_error(f"Kommandoen mangler {needed}")
        if "" in files:
            raise self._usage_error("Et filnavn er tomt")
        if most_files is not None and len(files) > most_files:
            raise self._usage_error(f"Kommandoen kan ikke bruge »{printable(files[most_files])}«")

    def _usage_error(self, problem: str) -> UsageError:
        return UsageError(problem, str(self.usage))


class _StoreOnce(argparse.Action):
    """Stores the value of an option that may be given once."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if not values:
            raise UsageError(f"Der mangler noget efter {option_string}", str(parser.usage))
        if getattr(namespace, self.dest, None) is not None:
            raise UsageError(f"{option_string} er angivet to gange", str(parser.usage))
        setattr(namespace, self.dest, values)
