"""»Saml ansøgninger …«: the drafts of several municipalities in one table, by clicks and keys."""

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from botilbud_desktop.documents.collection.columns import CRITERIA
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.shared import Shared
from botilbud_desktop.rules.collection.totals import totals_of
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.collecting.collecting import Collecting
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.gathered.wording import CHOOSE, NO_DRAFTS, TWICE, shared_said
from botilbud_desktop.ui.collecting.summary.doubt_list import SETTLED
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.rules.samples import ROUND
from tests.ui import drafts
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder
from tests.ui.collector import Collector
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import settle

__all__ = ["collect", "folder"]


def test_the_projects_of_all_drafts_are_rows_and_the_sums_stand_above(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    assert there.column("Kommune") == ["Thisted", "Aalborg", "Aalborg"]
    assert there.column("Lån 2025 (hele 1.000 kr.)") == ["–", "22.900", "–"]
    assert there.column("Lovgrundlag og oprindelse")[1] == "15 SEL § 107 nye, 4 SEL § 108 nye"
    said = " ".join(there.said())
    assert "2 ansøgninger med 3 projekter er talt med." in said
    assert "2025: Der søges om 22.900 af puljens 600.000 (hele 1.000 kr.): ca. 3,8 pct. 19 nye pladser." in said
    assert "De kladder, der er talt med, har intet projekt fra Region Hovedstaden, " in said
    assert "1 projekt har intet lånebeløb og tæller 0." in said
    assert TWICE not in said
    assert not there.window.doubts.isVisible()
    there.close()


def test_nothing_is_written_to_the_drafts(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    there.user.click(there.window.again_button)
    there.wait()
    there.close()
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_what_cannot_be_read_is_listed_with_the_reason_and_stops_nobody(collect: Collect) -> None:
    there = collect(a=AALBORG, i_stykker=b"{", tom=b"")
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert there.window.doubts.notice.message.text() == "2 filer er ikke med."
    listed = there.doubts()
    assert [line.partition(".botilbud")[0] for line in listed] == ["Ikke med: i_stykker", "Ikke med: tom"]
    assert all(" kan ikke åbnes: " in line for line in listed)
    there.user.click(there.window.doubts.fold)
    assert not there.window.doubts.list.isVisible()
    there.close()


def test_of_two_copies_the_user_chooses_which_one_counts_and_the_sums_follow(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    assert TWICE in there.said()
    assert "Der søges om 45.800 af" in " ".join(there.said())
    assert there.doubts()[0].startswith("Måske talt med to gange: »a.botilbud« og »kopi.botilbud« er kopier")
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    said = " ".join(there.said())
    assert TWICE not in said
    assert "1 ansøgning af 2 med 2 projekter er talt med." in said
    assert "Der søges om 22.900 af" in said
    assert there.column("Tæller med") == ["nej", "nej", "ja", "ja"]
    assert there.doubts()[0].endswith("Talt med: »kopi.botilbud«.")
    there.press(Qt.Key.Key_Space)
    assert TWICE in there.said()
    assert "En ansøgning er måske talt med mere end én gang." in there.said()
    there.close()


def test_copies_of_which_none_counts_are_not_settled(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    for row in (0, 2):
        there.go_to_row(row)
        there.press(Qt.Key.Key_Space)
    warned = "Mindst én ansøgning er slet ikke talt med."
    assert there.window.doubts.notice.message.text() == warned
    (doubt,) = there.doubts()
    assert doubt.startswith("Slet ikke talt med: ")
    assert doubt.endswith("Ingen af dem er talt med.")
    there.press(Qt.Key.Key_Space)
    assert there.window.doubts.notice.message.text() == SETTLED
    (folder / "kopi.botilbud").unlink()
    there.read_again()
    assert there.column("Tæller med") == ["nej", "nej"]
    assert there.window.doubts.notice.message.text() == warned
    assert there.doubts() == ["Slet ikke talt med: »a.botilbud« har ikke flueben."]
    there.close()


def test_a_draft_that_is_open_with_changes_is_told_of(collect: Collect, monkeypatch: pytest.MonkeyPatch) -> None:
    there = collect(a=AALBORG, b=THISTED)
    assert there.doubts() == []
    there.go_to_row(1)
    there.press(Qt.Key.Key_Return)
    controller = there.user.window.controller
    assert controller is not None
    monkeypatch.setattr(type(controller.editor), "is_modified", property(lambda _editor: True))
    there.read_again()
    said = "»a.botilbud« havde ændringer, der ikke var gemt, da kladderne blev læst. De er ikke med her."
    assert there.doubts() == [f"Ikke gemt: {said}"]
    assert there.window.doubts.notice.message.text() == said
    monkeypatch.undo()
    there.read_again()
    assert there.doubts() == []
    there.close()


def test_the_places_for_others_are_summed_above_the_table(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    assert there.window.summary.shared.text().startswith("Til andre kommuner: ")
    there.close()


@pytest.mark.parametrize(
    ("number", "without", "shared", "said"),
    [
        ("61.3", 0, Shared(240), "61,3 af 240 pladser, hvor andelen er oplyst."),
        (
            "0.5",
            3,
            Shared(1, silent=2),
            "0,5 af 1 plads, hvor andelen er oplyst. 2 projekter har ikke oplyst andelen. 1 projekt har ingen pladser ",
        ),
        (
            "0.5",
            1,
            Shared(1),
            "0,5 af 1 plads, hvor andelen er oplyst. 1 projekt har ingen pladser at dele.",
        ),
        ("-2", 0, Shared(9, 1), "-2 af 9 pladser, hvor andelen er oplyst. 1 negativ andel er trukket fra."),
        ("0", 3, Shared(), "Andelen er ikke oplyst."),
    ],
)
def test_the_sum_of_places_for_others_tells_what_it_is_of(number: str, without: int, shared: Shared, said: str) -> None:
    totals = totals_of((), ROUND)._replace(shared_places=Fraction(number), without_share=without)
    assert shared_said(totals, shared).startswith(f"Til andre kommuner: {said}")


def test_without_projects_nothing_is_said_of_places_for_others() -> None:
    assert shared_said(totals_of((), ROUND), Shared()) == ""


def test_the_search_is_above_the_other_choices_where_the_window_is_narrow(collect: Collect) -> None:
    there = collect(a=AALBORG)
    choices = there.window.choices
    there.window.resize(1200, 700)
    settle()
    assert choices.search.geometry().bottom() > choices.region.y()
    there.window.resize(600, 700)
    settle()
    assert choices.search.geometry().bottom() < choices.region.y()
    assert choices.search.width() > 150
    there.close()


def test_two_doubts_are_told_in_plain_danish(collect: Collect) -> None:
    there = collect(a=AALBORG, b=COPY, c=THISTED, d=replace(THISTED, case_number="1"))
    assert "To ansøgninger er måske talt med mere end én gang." in there.said()
    there.close()


def test_a_tick_can_be_clicked_and_outlives_reading_again(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.click_cell(3, 0)
    assert there.column("Tæller med") == ["ja", "ja", "nej", "nej"]
    QTest.keyClick(there.window.table, Qt.Key.Key_F5)
    there.wait()
    assert there.column("Tæller med") == ["ja", "ja", "nej", "nej"]
    there.close()


def test_an_older_version_that_is_proven_is_not_counted(collect: Collect) -> None:
    there = collect(a=AALBORG, b=AALBORG)
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert "er den samme ansøgning som" in there.doubts()[0]
    assert TWICE not in there.said()
    there.close()


def test_the_window_is_closed_with_the_program(collect: Collect) -> None:
    there = collect(a=AALBORG)
    assert there.user.window.close()
    assert not there.window.isVisible()
    assert (there.user.window.repository.folders.state / "collection-window.json").exists()


def test_a_draft_whose_round_is_not_there_is_listed(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, c=replace(THISTED, id=drafts.uuid(9), round="LanBotilbud_2099-00"))
    (doubt,) = there.doubts()
    assert doubt.startswith("Ikke med: c.botilbud: ")
    there.close()


def test_the_chosen_project_tells_its_criteria_and_what_is_weighed_in_the_order_of_the_ministry(
    collect: Collect,
) -> None:
    there = collect(b=THISTED)
    told = there.window.page.toPlainText()
    parts = (
        "Thisted",
        "b.botilbud. Kladde.",
        "Kriterier",
        "1. ",
        "Fælleskommunal koordinering",
        "Det, ministeriet vægter",
    )
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)
    assert "Mangler oplysninger: " in told
    column = [column.name for column in there.window.table.lines.columns].index(CRITERIA) + 1
    assert there.window.table.lines.text(0, column).startswith("Mangler oplysninger (")
    icon = there.window.table.lines.index(0, column).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()
    there.close()


def test_enter_opens_the_draft_in_the_main_window(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(1)
    there.press(Qt.Key.Key_Return)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == folder / "a.botilbud"
    assert there.window.isVisible()
    there.close()


def test_a_double_click_opens_the_draft(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.click_cell(0, 2, double=True)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == folder / "b.botilbud"
    there.close()


def test_an_empty_folder_says_so(collect: Collect) -> None:
    there = collect()
    assert NO_DRAFTS in there.said()
    there.close()


def test_a_folder_that_is_gone_says_so(open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(tmp_path / "væk")
    there = Collector(open_window(None), questions)
    assert any("væk" in text for text in there.said())
    there.close()


def test_files_are_chosen_instead_of_a_folder(collect: Collect, questions: RecordedQuestions, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    questions.will_answer(folder / "b.botilbud")
    there.user.click(there.window.files_button)
    there.wait()
    assert there.column("Kommune") == ["Thisted"]
    there.close()


def test_who_cancels_can_choose_in_the_window(open_window: OpenWindow, questions: RecordedQuestions) -> None:
    questions.will_answer(None)
    there = Collector(open_window(None), questions)
    assert CHOOSE in there.said()
    assert not there.window.again_button.isEnabled()
    assert there.window.folder_button.hasFocus()
    there.close()


def test_reading_can_be_given_up(collect: Collect, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    there = collect(a=AALBORG)
    there.hold_reading(monkeypatch)
    there.user.click(there.window.again_button)
    assert there.window.reading.bar.isVisible()
    assert there.window.reading.give_up.hasFocus()
    there.press(Qt.Key.Key_Space)
    assert there.column("Kommune") == ["Aalborg", "Aalborg"], "what was shown before is shown again"
    assert not there.collecting.is_reading
    there.let_read()
    there.close()


def test_an_application_without_projects_has_a_row_and_can_be_opened(collect: Collect) -> None:
    there = collect(a=replace(AALBORG, projects=()))
    assert there.column("Projekt") == ["Ingen projekter"]
    assert "1 ansøgning med 0 projekter er talt med." in there.said()
    assert "Der er ingen projekter i ansøgningen." in there.window.page.toPlainText()
    there.close()


def test_the_window_comes_back_where_it_was(collect: Collect, questions: RecordedQuestions, folder: Path) -> None:
    there = collect(a=AALBORG)
    there.window.resize(901, 555)
    settle()
    there.close()
    assert (there.user.window.repository.folders.state / "collection-window.json").exists()
    questions.will_answer(folder)
    again = Collector(there.user, questions)
    assert isinstance(again.window, CollectionWindow)
    assert again.window.size().width() == 901
    again.close()


def test_the_start_page_leads_to_it(open_window: OpenWindow, questions: RecordedQuestions, folder: Path) -> None:
    (folder / "a.botilbud").write_bytes(draft_bytes(AALBORG))
    user = open_window(None)
    link = user.window.findChild(LinkButton, "start.collect")
    assert isinstance(link, LinkButton)
    questions.will_answer(folder)
    user.click(link)
    (shown,) = user.window.findChildren(Collecting)
    assert shown.shown.isVisible()
    shown.shown.close()
