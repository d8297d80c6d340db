"""A sheet of labels with their values is read as a document is, with the addresses of its rows."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.table_import.cells import Cell, grid_of
from botilbud_desktop.domain.table_import.marks import Marks
from tests.domain.document_import.proposals import Ark, ark, by_field, left_out, of_sheets, unsure
from tests.rules.samples import group

ROWS: list[list[Cell]] = [
    [None, "Hele 1.000 kr."],
    ["Lånebeløb kommunen ansøger om for 2025", 22_900.0],
    [None, "Antal pladser"],
    ["Hvor meget udvider projektet botilbudskapaciteten efter servicelovens § 107 i 2025", 15],
    ["Hvor meget udvider projektet botilbudskapaciteten efter servicelovens § 108 i 2025", 4],
    ["I alt", 19],
    ["Hvornår ventes projektet afsluttet", date(2025, 11, 30)],
]


def sheet(**marks: object) -> Ark:
    return Ark("Skema", grid_of(ROWS), marks=Marks(start=(2, 1))._replace(**marks))  # type: ignore[arg-type]


def test_labels_with_their_values_are_one_project() -> None:
    found = of_sheets(sheet())
    assert by_field(found) == {
        "projects[0].loan.2025": 22_900,
        "projects[0].completion_date": date(2025, 11, 30),
        "projects[0].places[0]": group(15),
        "projects[0].places[1]": group(4, LegalBasis.SEL_108),
    }
    assert [one.source for one in found.values if str(one.field) == "projects[0].loan.2025"] == ["Skema!B4:C4"]
    assert unsure(found) == {}
    assert [*left_out(found)] == ["Skema!B8:C8"]


@pytest.mark.parametrize(
    "marks", [{"hidden_rows": frozenset({1})}, {"notes": {(1, 1): "Cellen viser 22.900, men indeholder 22900,4."}}]
)
def test_what_is_hidden_or_shown_as_something_else_is_not_sure(marks: dict[str, object]) -> None:
    assert [*unsure(of_sheets(sheet(**marks)))] == ["projects[0].loan.2025"]


def test_projects_that_stand_in_columns_are_not_mixed() -> None:
    found = of_sheets(
        ark(
            "x | Hus 1 | Hus 2\nLånebeløb kommunen ansøger om for 2025 | 22.900 |\n"
            "Lånebeløb kommunen ansøger om for 2026 | | 20.700"
        )
    )
    assert "projects[0].loan.2025" not in by_field(found)


def test_a_sheet_of_words_is_left_out_as_a_whole() -> None:
    assert [*left_out(of_sheets(ark("æble | pære\nhus | have")))] == ["Ark1!A1:B2"]


def test_a_hidden_sheet_is_doubtful_in_all() -> None:
    found = of_sheets(sheet()._replace(is_hidden=True))
    assert len(unsure(found)) == len(found.values) == 4
