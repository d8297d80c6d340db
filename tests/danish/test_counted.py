"""Numbers agree with their nouns: `counted` and `for_number` alone choose between singular and plural."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.values.amounts import counted, counted_or_none, for_number
from botilbud_desktop.rules.wording import it_or_them, it_or_they, new_places, places
from tests.danish.visible import PROGRAM, ROOT

_ONE = re.compile(r"(== 1|!= 1|> 1|< 2)$")
_BESIDE = re.compile(r"[ \u00a0]([a-zæøå]+)")
_SAME_FOR_ONE_AND_MANY = frozenset(
    [
        "af",
        "er",
        "og",
        "til",
        "kr",
        "pct",
        "mio",
        "tegn",
        "i",
        "ord",
        "byte",
        "andre",
        "mere",
        "med",
        "efter",
        "for",
        "pr",
        "står",
        "ud",
        "mangler",
        "har",
        "bliver",
        "pladser",
        "fejl",
        "hele",
        "ud",
        "holdes",
        "lukkes",
        "vist",
        "beginbfchar",
        "fra",
        "cifre",
        "igennem",
        "endnu",
        "fund",
        "erstattet",
    ]
)
"""What may stand behind a number in code as it is: no noun, or one that is the same for one and for many."""
_CONSTANT = re.compile(r"^(format_number\()?(\w+\.)?_?[A-Z][A-Z_.0-9]+\)?$|^len\(COLUMNS\)$")
_PLURALS = [
    "pladser",
    "projekter",
    "felter",
    "versioner",
    "kladder",
    "filer",
    "ændringer",
    "kommentarer",
    "steder",
    "rækker",
    "kriterier",
    "dage",
    "gange",
    "problemer",
    "forskelle",
    "konflikter",
    "celler",
    "værdier",
    "ansøgninger",
    "uger",
    "måneder",
    "kolonner",
    "poster",
    "takster",
]
_SINGULARS = [
    "plads",
    "projekt",
    "felt",
    "version",
    "kladde",
    "ændring",
    "kommentar",
    "sted",
    "række",
    "kriterium",
    "dag",
    "gang",
    "problem",
    "forskel",
    "konflikt",
    "celle",
    "værdi",
    "ansøgning",
    "uge",
    "måned",
    "kolonne",
    "post",
    "takst",
]
_ONE_OF_MANY = re.compile(rf"(?<![0-9.,/–-])\b1 (?:ny|nye|andre )?(?:{'|'.join(_PLURALS)})\b")
_MANY_OF_ONE = re.compile(rf"(?<![0-9.,/§–-])(?<!nr\. )\b(?:0|[2-9]|[1-9][0-9]+) (?:{'|'.join(_SINGULARS)})\b(?! \d)")

_NO_PLURALS = (
    "documents/excel/sheet.py",
    "documents/foreign/words/character_map.py",
    "domain/editing/copied_project.py",
    "domain/round_form.py",
    "domain/table_import/column_units.py",
    "rules/contradictions/wording.py",
    "rules/round_file/gaps.py: f'kolonne {",
    "ui/window/recent_wording.py: ('i dag', 'i morgen')",
)
"""Conditions on a number that choose no noun."""


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PROGRAM.rglob("*.py")):
        name = path.relative_to(PROGRAM).as_posix()
        if name != "domain/values/amounts.py":
            yield name, ast.parse(path.read_text("utf-8"))


def _is_danish(node: ast.expr) -> bool:
    """Whether a branch is made of words, and not of nothing or a sign."""
    words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(re.search("[a-zæøå]{2}", text) for text in words)


def test_no_conditional_chooses_between_one_and_many_by_itself() -> None:
    found = [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for name, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.IfExp)
        and _ONE.search(ast.unparse(node.test))
        and _is_danish(node.body)
        and _is_danish(node.orelse)
        and not f"{name}: {ast.unparse(node)}".startswith(_NO_PLURALS)
    ]
    assert found == []


def _beside_nouns(tree: ast.Module) -> Iterator[tuple[ast.JoinedStr, str]]:
    """Yields the f-strings that put a formatted number beside a noun, with the noun."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        for value, text in zip(node.values, node.values[1:], strict=False):
            if not isinstance(value, ast.FormattedValue) or not isinstance(text, ast.Constant):
                continue
            number, beside = ast.unparse(value.value), _BESIDE.match(str(text.value))
            is_number = number.startswith(("format_number(", "len("))
            if is_number and beside and beside[1] not in _SAME_FOR_ONE_AND_MANY and not _CONSTANT.search(number):
                yield node, beside[1]


def test_no_number_stands_beside_a_noun_outside_the_one_function() -> None:
    found = [
        f"{name}:{node.lineno}: {noun}: {ast.unparse(node)}"
        for name, tree in _modules()
        for node, noun in _beside_nouns(tree)
    ]
    assert found == []


def _nouns() -> Iterator[tuple[str, str, str]]:
    """Yields the words of every call of `counted`, `counted_or_none` and `for_number` with constant words."""
    for name, tree in _modules():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id
                in {
                    "counted",
                    "counted_or_none",
                    "for_number",
                }
            ):
                words = [
                    one.value for one in node.args[1:] if isinstance(one, ast.Constant) and isinstance(one.value, str)
                ]
                if len(words) == 2:
                    yield f"{name}:{node.lineno}", words[0], words[1]


@pytest.mark.parametrize("number", [0, 1, 2, 1000])
def test_every_counted_noun_agrees_with_nought_one_two_and_a_thousand(number: int) -> None:
    for place, one, many in _nouns():
        said = counted(number, one, many)
        assert not _ONE_OF_MANY.search(said), f"{place}: {said}"
        assert not _MANY_OF_ONE.search(said), f"{place}: {said}"
        assert said.startswith({0: "0 ", 1: "1 ", 2: "2 ", 1000: "1.000 "}[number])


def test_nought_is_a_word_where_it_reads_better_and_pronouns_follow_the_number() -> None:
    assert [counted_or_none(number, "plads", "pladser") for number in (0, 1, 2, 1000)] == [
        "ingen pladser",
        "1 plads",
        "2 pladser",
        "1.000 pladser",
    ]
    assert [for_number(number, "den", "de") for number in (0, 1, 2, 1000)] == ["de", "den", "de", "de"]
    assert [places(1), new_places(1), it_or_they(1), it_or_them(1)] == ["1 plads", "1 ny plads", "den", "den"]
    assert [places(1240), new_places(2), it_or_they(2), it_or_them(0)] == [
        "1.240 pladser",
        "2 nye pladser",
        "de",
        "dem",
    ]
    assert LegalBasis.SEL_66 == "SEL_66"  # the file's code stays, though the law is called barnets lov § 43


KEPT = (
    "tests/rules/sentences.txt",
    "tests/storage/sentences.txt",
    "tests/ui/sentences.txt",
    "tests/cli/transcript.txt",
)


@pytest.mark.parametrize("kept", KEPT)
def test_no_kept_sentence_has_one_of_many_or_many_of_one(kept: str) -> None:
    text = (ROOT / kept).read_text("utf-8")
    lines = [line for line in text.splitlines() if _ONE_OF_MANY.search(line) or _MANY_OF_ONE.search(line)]
    assert lines == []


def test_the_program_is_looked_through_whole() -> None:
    assert len(list(_modules())) > 700
    assert len(list(_nouns())) > 90
    assert Path(PROGRAM).is_dir()
