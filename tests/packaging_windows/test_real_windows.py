"""The half hour on a real Windows: what the list names is there, and it is half an hour."""

import re
import shlex

from tests.packaging_windows.readme import rows
from windows_build.__main__ import parser
from windows_build.places import ROOT, WINDOWS
from windows_build.product import SCOPES, read_product
from windows_build.tables.check import ACCEPTED

HEARD = ROOT / "docs" / "heard-on-windows.md"
TEXT = (WINDOWS / "real-windows.md").read_text(encoding="utf-8")
README = (WINDOWS / "README.md").read_text(encoding="utf-8")
PRODUCT = read_product()


def test_it_is_half_an_hour_in_one_order() -> None:
    numbered = [row for row in rows(TEXT) if row[0].isdigit()]
    assert [int(row[0]) for row in numbered] == list(range(1, len(numbered) + 1))
    timed = [row for row in numbered if row[1].isdigit()]
    assert sum(int(row[1]) for row in timed) == 30
    assert all(len(row) == 5 and all(row) for row in timed)
    assert "](real-windows.md)" in README


def test_what_is_quoted_is_said_by_the_program() -> None:
    program = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "botilbud_desktop").rglob("*.py"))
    program = program.replace("&", "")
    quoted = set(re.findall("»(.*?)«", TEXT))
    assert quoted
    assert {words for words in quoted if words not in program} == set()
    said = {
        part.strip(" :")
        for words in re.findall("»(.*?)«", HEARD.read_text(encoding="utf-8"))
        for part in words.split("…")
    }
    assert {part for part in said if part not in program and not part[:1].isdigit()} == set()


def test_what_is_to_be_heard_is_a_part_of_it() -> None:
    assert "](../../docs/heard-on-windows.md)" in TEXT


def test_commands_files_and_names_are_there() -> None:
    for words in re.findall(r"python3 dev\.py windows (build [^`]*)`", TEXT):
        parser().parse_args(shlex.split(words))
    assert (ROOT / "botilbud_desktop" / "storage" / "instance" / "restart.py").is_file()
    verdicts = (ROOT / "botilbud_desktop" / "ui" / "spelling" / "verdicts.py").read_text(encoding="utf-8")
    assert "def end_session(" in verdicts
    assert {f"{PRODUCT.file_stem}-X.Y.Z-{scope}.msi" in TEXT for scope in SCOPES} == {True}
    assert rf"HKLM\{PRODUCT.registry_key}" in TEXT
    assert PRODUCT.console_program in TEXT


def test_the_rules_that_the_workflow_accepts_are_those_that_the_readme_explains() -> None:
    explained = README.partition("**Validation.**")[2].partition("\n---")[0]
    for scope in SCOPES:
        assert {rule for rule, _place in ACCEPTED[scope]} <= set(re.findall(r"ICE\d+", explained))
