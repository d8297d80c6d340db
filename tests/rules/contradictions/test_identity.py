"""Who applies, and by what name, law, year and date a text speaks of a project: other ones than the table's are found.

In the files a heading such as `# municipality one` tells what the lines below are about and which table they stand
beside; `|` is a line break.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup, Project
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import askely, contradictions, draft, elmely
from tests.rules.samples import group


def _places(number: int, basis: LegalBasis) -> tuple[PlaceGroup, ...]:
    return (replace(group(number, basis), year=2026),)


_TABLES: dict[str, tuple[Project, ...]] = {
    "one": (elmely(),),
    "two": (elmely(), askely()),
    "only 108": (elmely(places=_places(9, LegalBasis.SEL_108), completion_date=date(2026, 10, 15)),),
    "only 107": (elmely(places=_places(10, LegalBasis.SEL_107), completion_date=date(2026, 10, 15)),),
    "town": (elmely(name="Aars Botilbud", places=_places(10, LegalBasis.SEL_107)),),
    "long name": (elmely(name="Grejsdalens Bo- og Støttecenter", places=_places(18, LegalBasis.SEL_107)),),
    "names alike": (
        elmely(name="Skælskør Botilbud", places=_places(10, LegalBasis.SEL_107)),
        askely(name="Dalmose Enghave", places=_places(12, LegalBasis.SEL_108), completion_date=date(2026, 11, 30)),
    ),
    "year before": (askely(completion_date=date(2025, 12, 15)),),
}
_PATHS = {
    "municipality": ("municipality_code",),
    "name": ("name",),
    "law": ("places",),
    "year": ("places", "loan.2025", "loan.2026", "completion_date"),
    "date": ("completion_date", "places"),
}


@dataclass(frozen=True)
class _Line:
    about: str
    table: str
    text: str

    def __str__(self) -> str:
        return f"{self.about}: {self.text}"


def _lines(name: str) -> list[_Line]:
    lines = []
    about = table = ""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            about, table = line.removeprefix("# ").split(" ", 1)
        else:
            lines.append(_Line(about, table, line.replace("|", "\n")))
    return lines


@pytest.mark.parametrize("line", _lines("identity_wrong.txt"), ids=str)
def test_another_than_that_of_the_table_is_found(line: _Line) -> None:
    found = contradictions(draft(line.text, *_TABLES[line.table]))
    assert [one for one in found if one.other.endswith(_PATHS[line.about])]


@pytest.mark.parametrize("line", _lines("identity_right.txt"), ids=str)
def test_what_agrees_or_is_of_something_else_contradicts_nothing(line: _Line) -> None:
    assert [one.words for one in contradictions(draft(line.text, *_TABLES[line.table]))] == []
