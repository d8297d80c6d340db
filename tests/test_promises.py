"""The table in tests/ui/README.md names only existing tests and covers every requirement."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
TABLE = (TESTS / "ui" / "README.md").read_text(encoding="utf-8")
REQUIREMENTS = range(1, 27)


def test_each_requirement_has_a_row_with_a_test() -> None:
    rows = re.findall(r"^\| ([\d, ]+) [^|]*\|[^|]*\|[^|]*`test_", TABLE, flags=re.MULTILINE)
    assert {int(number) for row in rows for number in row.split(",")} == set(REQUIREMENTS)


def test_each_test_that_is_named_is_defined() -> None:
    named = set(re.findall(r"`(test_\w+)`", TABLE))
    code = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    assert len(named) > 100
    assert named - set(re.findall(r"^ *def (test_\w+)", code, flags=re.MULTILINE)) == set()
