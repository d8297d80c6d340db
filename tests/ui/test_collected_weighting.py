"""The projects side by side in the order in which the ministry weighs, and how the columns are put and kept."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.collecting.table.choices_row import ALL_REGIONS
from botilbud_desktop.ui.collecting.table.column_layout import in_order
from botilbud_desktop.ui.collecting.table.column_menu import HIDE, RIGHT
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder, of
from tests.ui.collector import Collector
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import settle

__all__ = ["collect", "folder"]
WEIGHTING, OWN = "Ministeriets vægtning", "Alle oplysninger"


def coordinated(how: Coordination | None, code: str, number: int) -> Application:
    project = replace(THISTED.projects[0], coordination=how, coordination_note="Møde 3" if how else "")
    return of(replace(THISTED, projects=(project,)), code, number)


OTHER = coordinated(Coordination.OTHER_INTERMUNICIPAL, "101", 3)
NONE = coordinated(Coordination.NONE, "147", 4)
SILENT = coordinated(None, "151", 5)


def shown(there: Collector) -> list[str]:
    """Returns the headings of the columns that are shown, from the left."""
    header = there.window.table.horizontalHeader()
    in_view = [header.logicalIndex(place) for place in range(header.count())]
    return [there.headings()[column] for column in in_view if not header.isSectionHidden(column)]


def show(there: Collector, words: str) -> None:
    there.window.activateWindow()
    settle()
    there.choose(there.window.choices.showing, words)


def test_the_ministrys_order_is_shown_on_request_with_coordinated_projects_first(collect: Collect) -> None:
    there = collect(a=AALBORG, b=OTHER, c=NONE, d=SILENT)
    before = shown(there)
    assert not there.window.choices.weighted.isVisible()
    show(there, WEIGHTING)
    assert shown(there) == [
        "Tæller med",
        "Kommune",
        "Projekt",
        "Koordinering",
        "Møde i KKR eller aftale mellem kommuner",
        "1. Bruttoanlægsudgift (hele 1.000 kr.)",
        "1. Lån 2025 (hele 1.000 kr.)",
        "1. Lån 2026 (hele 1.000 kr.)",
        "1. Bygning",
        "2. Andel til andre kommuner (pct.)",
        "2. Andel til andre kommuner i pladser",
        "3. Region",
        "4. Nuværende takst (kr. pr. døgn)",
        "4. Forventet takst (kr. pr. døgn)",
    ]
    assert there.column("Koordinering") == [
        "I regi af KKR",
        "I regi af KKR",
        "I andet tværkommunalt samarbejde",
        "Ikke koordineret med andre kommuner",
        "Ikke angivet",
    ]
    assert there.window.choices.weighted.text().startswith("Kolonnerne står i ministeriets rækkefølge: ")
    assert there.window.choices.weighted.isVisible()
    show(there, OWN)
    assert shown(there) == before
    assert there.column("Kommune")[-1] == "Aalborg", "as they were collected"
    assert not there.window.choices.weighted.isVisible()
    there.close()


def test_it_outlives_reading_again_and_another_order(collect: Collect) -> None:
    there = collect(a=AALBORG, b=OTHER)
    show(there, WEIGHTING)
    weighted = shown(there)
    there.read_again()
    assert shown(there) == weighted
    there.click_heading("3. Region")
    assert there.column("3. Region") == ["Region Hovedstaden", "Region Nordjylland", "Region Nordjylland"]
    show(there, OWN)
    header = there.window.table.horizontalHeader()
    assert there.headings()[header.sortIndicatorSection()] == "Region"
    there.close()


def test_it_is_copied_as_a_table_and_read_aloud_with_the_criterion(collect: Collect) -> None:
    there = collect(a=AALBORG, b=OTHER)
    show(there, WEIGHTING)
    there.go_to_row(0)
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
    assert rows[0] == shown(there)
    assert [row[3] for row in rows[1:]] == there.column("Koordinering")
    lines = there.window.table.lines
    region = there.headings().index("3. Region")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert lines.data(lines.index(0, region), spoken) == "Region Nordjylland"
    assert lines.headerData(region, Qt.Orientation.Horizontal, spoken) == "3. Region"
    assert lines.headerData(0, Qt.Orientation.Vertical, spoken) == "Aalborg"
    there.close()


def test_columns_that_were_moved_and_hidden_are_kept_for_the_next_time(
    collect: Collect, folder: Path, open_window: OpenWindow, questions: RecordedQuestions
) -> None:
    there = collect(a=AALBORG)
    there.choose_from_menu(1, RIGHT)
    there.choose_from_menu(4, HIDE)
    left = shown(there)
    assert left[:3] == ["Tæller med", "Projekt", "Kommune"]
    show(there, WEIGHTING)
    there.close()
    user = open_window(None)
    questions.will_answer(folder)
    again = Collector(user, questions)
    assert again.window is not there.window
    assert shown(again) == left
    again.close()


def test_a_new_column_stands_where_it_belongs_among_moved_ones() -> None:
    assert in_order(["a", "b", "c", "d"], ["d", "a", "c", "gone", "c"]) == ["d", "a", "b", "c"]
    assert in_order(["a", "b"], []) == ["a", "b"]
    assert in_order(["a", "b"], ["b"]) == ["a", "b"]


@pytest.mark.parametrize("size", [100, 200])
def test_the_choices_fit_a_window_of_1366_pixels(collect: Collect, qapp: QApplication, size: int) -> None:
    there = collect(a=AALBORG)
    apply_text_size(qapp, size)
    there.window.resize(1366, 728)
    settle()
    show(there, WEIGHTING)
    assert (there.window.width(), there.window.height()) == (1366, 728)
    choices = there.window.choices
    assert choices.region.itemText(0) == ALL_REGIONS
    for widget in (choices.search, choices.showing, choices.columns, choices.region, choices.grouping):
        assert widget.geometry().right() <= choices.width()
    assert there.window.table.rowHeight(0) * 2 < there.window.table.height()
    there.close()
    apply_text_size(qapp, 100)
    settle()
