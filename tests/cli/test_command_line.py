"""Reading command lines with `argparse`, none of whose English messages may be shown."""

from itertools import product

import pytest

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.errors import UsageError

ODD_WORDS = ("fil", "", "-", "--", "-o", "-o=ud", "--to", "--to=", "--to=1", "--t", "--flag", "--flag=ja", "-x y", "-5")
REFUSALS = (
    "Kommandoen mangler ",
    "Kommandoen kender ikke »",
    "Kommandoen kan ikke bruge »",
    "Der mangler noget efter ",
    "Et filnavn er tomt",
    "-o er angivet to gange",
    "--to er angivet to gange",
)


class Read(Arguments):
    """The options of a command made up for these tests."""

    output: str
    to: str | None
    flag: bool


def read(*words: str) -> Read:
    line = CommandLine("prøv FIL -o UD [--to TIL] [--flag]", words)
    line.add_argument("-o", dest="output", required=True)
    line.add_argument("--to")
    line.add_argument("--flag", action="store_true")
    return line.read(Read())


def test_options_and_files_may_stand_in_any_order() -> None:
    for words in (("fil", "--flag", "-o", "ud"), ("-oud", "fil", "--flag"), ("--flag", "-o=ud", "--", "fil")):
        found = read(*words)
        assert (found.files, found.output, found.to, found.flag) == (["fil"], "ud", None, True)


def test_an_empty_name_is_told_before_one_file_too_many() -> None:
    with pytest.raises(UsageError, match=r"^Et filnavn er tomt: "):
        read("", "-o", "ud")
    with pytest.raises(UsageError, match=r"^Et filnavn er tomt: "):
        read("fil", "", "-o", "ud")
    with pytest.raises(UsageError, match=r"^Kommandoen kan ikke bruge »to«: "):
        read("en", "to", "-o", "ud")


def test_a_hyphen_alone_and_what_follows_two_are_files() -> None:
    assert read("-", "-o", "ud").files == ["-"]
    assert read("-o", "ud", "--", "--flag").files == ["--flag"]


@pytest.mark.parametrize("first", ODD_WORDS)
def test_whatever_is_wrong_is_told_in_one_danish_sentence(first: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused = 0
    for rest in product(ODD_WORDS, repeat=2):
        try:
            read(first, *rest)
        except UsageError as error:
            refused += 1
            problem, _, advice = str(error).partition(": ")
            assert problem.startswith(REFUSALS)
            assert advice == "Skriv »botilbud-desktop prøv FIL -o UD [--to TIL] [--flag]«."
    assert refused
    assert capsys.readouterr() == ("", "")
