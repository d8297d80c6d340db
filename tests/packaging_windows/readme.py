"""The README for IT departments, as tests read it."""

from windows_build.places import WINDOWS

DANISH, ENGLISH = (WINDOWS / "README.md").read_text(encoding="utf-8").split("\n# Botilbud Desktop on Windows")
RULES = {DANISH: "Regler for AppLocker og WDAC", ENGLISH: "Rules for AppLocker and WDAC"}
"""The title of the section on rules, in each language."""


def section(text: str, title: str) -> str:
    """The text below a title, up to the next one."""
    _before, _title, after = text.partition(f"\n## {title}\n")
    assert after
    return after.partition("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, with their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
