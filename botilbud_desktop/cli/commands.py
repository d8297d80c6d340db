"""All commands. A new one needs an entry in `COMMANDS` and its own module; the help is made from the entries.

Only the module of the command that is run is loaded.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from botilbud_desktop.cli.command_line import CommandLine
    from botilbud_desktop.cli.context import Context

type Run = Callable[[CommandLine, Context], int]
"""Reads its command line, does the work, and returns the exit code."""


class Command(NamedTuple):
    """One command: its syntax after the command word, its purpose in Danish, and a function that loads it."""

    usage: str
    purpose: str
    """Shown in the help, which leaves out commands without one."""
    load: Callable[[], Run]


def _check() -> Run:
    from botilbud_desktop.cli.checking.check import check

    return check


def _approve() -> Run:
    from botilbud_desktop.cli.approve import approve

    return approve


def _print() -> Run:
    from botilbud_desktop.cli.print_document import print_document

    return print_document


def _export() -> Run:
    from botilbud_desktop.cli.export import export

    return export


def _overview() -> Run:
    from botilbud_desktop.cli.collection.overview import overview

    return overview


def _import() -> Run:
    from botilbud_desktop.cli.importing.import_file import import_file

    return import_file


def _merge() -> Run:
    from botilbud_desktop.cli.merging.merge import merge

    return merge


def _new() -> Run:
    from botilbud_desktop.cli.new import new

    return new


def _rounds() -> Run:
    from botilbud_desktop.cli.rounds.rounds import rounds

    return rounds


def _schema() -> Run:
    from botilbud_desktop.cli.schema import schema

    return schema


def _self_test() -> Run:
    from botilbud_desktop.cli.self_test import self_test

    return self_test


COMMANDS = {
    "check": Command(
        "FIL … [--json] [--today ÅÅÅÅ-MM-DD]",
        "Kontrollerer kladder: summer, tegn, kriterier og bemærkninger. --json skriver svaret til andre programmer.",
        _check,
    ),
    "approve": Command(
        "FIL --by NAVN [--at TID]",
        "Godkender kladden internt og gemmer den. TID er fx ÅÅÅÅ-MM-DDT09:12 eller ÅÅÅÅ-MM-DDT09:12:00+02:00.",
        _approve,
    ),
    "print": Command(
        "FIL --document view|receipt|project-sheet|allocation -o UD.pdf",
        "Danner en PDF: skemaet, kvitteringen, projektskemaerne eller fordelingen af udgifter.",
        _print,
    ),
    "export": Command(
        "FIL --to docx|xlsx|txt -o UD",
        "Skriver notat og ansøgning til Word (docx), tal og formler til Excel (xlsx) eller felterne som tekst (txt).",
        _export,
    ),
    "import": Command(
        "FIL [--into KLADDE] [-o UD.botilbud] [--round RUNDE] [--json]",
        "Læser en tabel, et regneark, et Word-dokument, en PDF eller en tekst og viser, hvad der kan komme i en\n"
        "kladde, hvor det står, hvad der ikke er sikkert, og hvad der er udeladt. Kun med -o bliver kladden skrevet.\n"
        "--into er en kladde, som det skal lægges til i en ny fil; det, der står i den, bliver ikke erstattet.",
        _import,
    ),
    "merge": Command(
        "MIN DEN_ANDENS [--base FÆLLES] [-o UD.botilbud] [--json]",
        "Fletter to udgaver af en kladde. FÆLLES er den, de begge bygger på; uden den er hver forskel en konflikt.",
        _merge,
    ),
    "new": Command(
        "-o FIL [--round RUNDE] [--municipality KOMMUNENUMMER]",
        "Opretter en tom kladde.",
        _new,
    ),
    "rounds": Command(
        "[--check FIL …] [--preview FIL -o UD.pdf] [--template MAPPE]",
        "Viser runderne. --check finder mangler i en fil, --preview danner et tomt skema, --template filer til en ny.",
        _rounds,
    ),
    "schema": Command(
        "draft|round",
        "Skriver det JSON Schema, som kladder eller ansøgningsrunder følger, til andre programmer.",
        _schema,
    ),
    "self-test": Command("", "Kontrollerer, om programmet er installeret rigtigt.", _self_test),
    "overview": Command(
        "MAPPE|FIL … [-o UD.pdf] [--agenda] [--item NR] [--title TITEL] [--round RUNDE] [--json] [--today ÅÅÅÅ-MM-DD]",
        "Samler flere kommuners kladder i et regneark (xlsx) eller som papirer til en dagsorden (docx, pdf).\n"
        "De står efter kommunernes navne, uanset hvilken rækkefølge filerne er skrevet i. Med --agenda får det, der\n"
        "gemmes, den rækkefølge og de numre og bemærkninger, der er gemt i vinduet »Saml ansøgninger«.",
        _overview,
    ),
}
"""The commands by their command words. A file with such a name is opened as `./check`."""


def help_text() -> str:
    """Returns the help, with every command that has a purpose."""
    lines = [
        line
        for word, command in COMMANDS.items()
        if command.purpose
        for line in (f"  {word} {command.usage}".rstrip(), *(f"      {line}" for line in command.purpose.splitlines()))
    ]
    return _HELP.format(commands="\n".join(lines))


_HELP = """\
Botilbud Desktop: kladde, kontrol og udskrift af en ansøgning om lånedispensation til botilbudspladser

  botilbud-desktop [FIL]                        åbner vinduet, med FIL, hvis den er angivet
  botilbud-desktop --quit-when-ready [FIL]      åbner vinduet og lukker det, når det er klar
  botilbud-desktop KOMMANDO …

Kommandoer
{commands}

Andet
  --version    viser programmets version
  --help       viser denne hjælp
  --debug      viser en teknisk rapport, hvis der sker en fejl i programmet

Exitkoden er 0, når alt er i orden, og 2, når en fil ikke kan læses eller skrives, eller når kommandoen er skrevet
forkert. Den er 1, når noget blokerer for godkendelsen eller fletningen, når import har udeladt noget, eller noget
ikke er sikkert, når der er mangler i en runde eller i installationen, og når overview har udeladt en fil, også fordi
den ikke kan læses, eller måske har talt en ansøgning med to gange. En fil med samme navn som en kommando skrives med
sin mappe: ./check"""
