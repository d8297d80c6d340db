"""Reading a command's arguments. Written by hand: `argparse` speaks English and takes its time to load."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.cli.errors import UsageError
from botilbud_desktop.storage.files.printable import printable


class Syntax(NamedTuple):
    """How a command is written."""

    usage: str
    """As the user should write it, with the command word."""
    most_files: int | None = 1
    """How many files it takes at most; None for any number. One is always needed, unless it takes none."""
    values: frozenset[str] = frozenset()
    """Options with a value behind them: `--today 2024-05-03`, `--today=2024-05-03`."""
    required: tuple[str, ...] = ()
    """Those of `values` that must be there."""
    flags: frozenset[str] = frozenset()
    """Options without a value."""


class Arguments(NamedTuple):
    """What stood on the command line."""

    files: tuple[str, ...]
    values: dict[str, str]
    flags: frozenset[str]


def read_arguments(words: Sequence[str], syntax: Syntax) -> Arguments:
    """Read `words`, which stood behind the command word. Behind `--` all are files.

    Raises:
        UsageError: they do not fit the syntax.
    """
    files: list[str] = []
    values: dict[str, str] = {}
    flags: set[str] = set()
    rest = iter(words)
    for word in rest:
        if word == "--":
            files.extend(rest)
        elif word.startswith("-") and word != "-":
            _read_option(word, rest, syntax, values, flags)
        else:
            files.append(word)
    _check_files(files, syntax)
    for option in syntax.required:
        if option not in values:
            raise UsageError(f"Kommandoen mangler {option}", syntax.usage)
    return Arguments(tuple(files), values, frozenset(flags))


def _read_option(word: str, rest: Iterator[str], syntax: Syntax, values: dict[str, str], flags: set[str]) -> None:
    option, equals, value = word.partition("=")
    if option in syntax.flags and not equals:
        flags.add(option)
        return
    if option not in syntax.values:
        raise UsageError(f"Kommandoen kender ikke »{printable(word)}«", syntax.usage)
    if option in values:
        raise UsageError(f"{option} er angivet to gange", syntax.usage)
    if not equals:
        value = next(rest, "")
        if value.startswith("-") and value != "-":
            value = ""  # the next option, so this one's value was forgotten
    if not value:
        raise UsageError(f"Der mangler noget efter {option}", syntax.usage)
    values[option] = value


def _check_files(files: list[str], syntax: Syntax) -> None:
    if syntax.most_files != 0 and not files:
        raise UsageError("Kommandoen mangler en fil", syntax.usage)
    if "" in files:
        raise UsageError("Et filnavn er tomt", syntax.usage)
    if syntax.most_files is not None and len(files) > syntax.most_files:
        unexpected = printable(files[syntax.most_files])
        raise UsageError(f"Kommandoen kan ikke bruge »{unexpected}«", syntax.usage)
