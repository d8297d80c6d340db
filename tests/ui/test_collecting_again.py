"""Reading collected drafts again, or others: what the user chose outlives the first and never the second."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.collecting.gathered.wording import CHOOSE, NO_DRAFTS, NONE_READ
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder
from tests.ui.collector import Collector
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions

__all__ = ["collect", "folder"]

type Post = Callable[..., Path]


@pytest.fixture
def other(tmp_path: Path) -> Post:
    """Returns a function that makes another folder with drafts."""

    def make(**files: Application | bytes) -> Path:
        made = tmp_path / "anden post"
        made.mkdir()
        for name, content in files.items():
            (made / f"{name}.botilbud").write_bytes(content if isinstance(content, bytes) else draft_bytes(content))
        return made

    return make


def choose_folder(there: Collector, path: Path) -> None:
    there.questions.will_answer(path)
    there.user.click(there.window.folder_button)
    there.wait()


def test_a_tick_does_not_follow_the_name_of_a_file_into_another_folder(collect: Collect, other: Post) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    there.read_again()
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    choose_folder(there, other(a=AALBORG, b=THISTED))
    assert there.column("Tæller med") == ["ja", "ja", "ja"]
    there.close()


def test_a_tick_outlives_a_reading_that_failed(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    folder.rename(folder.with_name("flyttet"))
    there.read_again()
    folder.with_name("flyttet").rename(folder)
    there.read_again()
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    there.close()


def test_search_region_and_groups_are_those_of_the_drafts_they_were_chosen_for(
    collect: Collect, other: Post, folder: Path
) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    there.user.keys("thisted")
    there.choose(there.window.choices.region, "Region Nordjylland")
    there.choose(there.window.choices.grouping, "Region")
    there.read_again()
    assert there.window.choices.search.text() == "thisted"
    assert there.column("Kommune") == ["Region Nordjylland", "Thisted"]
    choose_folder(there, other(a=AALBORG))
    assert there.window.choices.search.text() == ""
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    there.choose(there.window.choices.grouping, "Kommune")
    there.close()
    there.questions.will_answer(folder)
    again = Collector(there.user, there.questions)
    assert again.column("Kommune") == ["Thisted", "Aalborg", "Aalborg"]
    again.close()


def test_who_gives_up_another_folder_is_back_at_the_one_that_is_shown(
    collect: Collect, other: Post, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    there = collect(a=AALBORG)
    there.hold_reading(monkeypatch)
    there.questions.will_answer(other(b=THISTED))
    there.user.click(there.window.folder_button)
    assert there.window.place.text().endswith("anden post")
    there.press(Qt.Key.Key_Space)
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert there.window.place.text() == str(folder)
    there.let_read()
    there.read_again()
    assert there.column("Kommune") == ["Aalborg", "Aalborg"], "F5 reads what is shown"
    there.close()


def test_who_gives_up_the_first_folder_has_nothing_to_read_again(
    open_window: OpenWindow, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    questions.will_answer(None)
    there = Collector(open_window(None), questions)
    there.hold_reading(monkeypatch)
    questions.will_answer(folder)
    there.user.click(there.window.folder_button)
    there.press(Qt.Key.Key_Space)
    assert CHOOSE in there.said()
    assert there.window.place.text() == ""
    assert not there.window.again_button.isEnabled()
    there.let_read()
    there.close()


def test_who_gives_up_sees_again_what_could_not_be_read(collect: Collect, monkeypatch: pytest.MonkeyPatch) -> None:
    there = collect(a=b"{")
    (doubt,) = there.doubts()
    there.hold_reading(monkeypatch)
    there.user.click(there.window.again_button)
    assert there.doubts() == []
    there.press(Qt.Key.Key_Space)
    assert NONE_READ in there.said()
    assert there.doubts() == [doubt]
    there.let_read()
    there.close()


def test_without_a_table_nothing_says_how_many_projects_are_shown(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG)
    assert "2 projekter." in there.said()
    (folder / "a.botilbud").unlink()
    there.read_again()
    assert NO_DRAFTS in there.said()
    assert there.window.choices.shown.text() == ""
    folder.rmdir()
    there.read_again()
    assert there.window.choices.shown.text() == ""
    there.close()


@pytest.mark.parametrize("is_slow", [False, True])
def test_reading_again_leaves_the_focus_in_the_search(
    collect: Collect, monkeypatch: pytest.MonkeyPatch, is_slow: bool
) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    there.user.keys("aal")
    if is_slow:
        there.hold_reading(monkeypatch)
    there.press(Qt.Key.Key_F5)
    assert there.collecting.is_reading or not is_slow
    there.let_read()
    there.wait()
    assert there.window.choices.search.hasFocus()
    there.user.keys("b")
    assert there.window.choices.search.text() == "aalb"
    there.close()


def test_two_files_of_one_name_are_two_drafts(
    collect: Collect, other: Post, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dialog that shows what was searched for gives files of several folders."""
    there = collect(a=AALBORG)
    second = other(a=THISTED) / "a.botilbud"
    monkeypatch.setattr(there.questions, "paths_to_open", lambda *_asked: (folder / "a.botilbud", second))
    there.user.click(there.window.files_button)
    there.wait()
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    there.read_again()
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    there.press(Qt.Key.Key_Return)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == second
    there.close()


def reopened(there: Collector, folder: Path) -> Collector:
    """Closes the window and collects the folder again."""
    there.close()
    there.questions.will_answer(folder)
    return Collector(there.user, there.questions)


def test_which_copy_counts_is_there_after_reopening_and_after_changing_ones_mind(
    collect: Collect, folder: Path
) -> None:
    there = collect(a=AALBORG, b=THISTED, kopi=COPY)
    counted = there.column("Tæller med")
    there.go_to_row(1)
    there.press(Qt.Key.Key_Space)
    chosen = there.column("Tæller med")
    assert chosen != counted
    again = reopened(there, folder)
    assert again.column("Tæller med") == chosen
    assert again.doubts()[-1].startswith("Du har valgt: ")
    again.go_to_row(1)
    again.press(Qt.Key.Key_Space)
    last = reopened(again, folder)
    assert last.column("Tæller med") == counted
    last.close()


def test_a_copy_that_was_changed_or_came_since_is_counted_and_asked_about(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    (folder / "kopi.botilbud").write_bytes(draft_bytes(replace(COPY, case_number="2024-78")))
    again = reopened(there, folder)
    assert set(again.column("Tæller med")) == {"ja"}
    again.go_to_row(0)
    again.press(Qt.Key.Key_Space)
    (folder / "ny.botilbud").write_bytes(draft_bytes(replace(COPY, case_number="2024-79")))
    last = reopened(again, folder)
    assert set(last.column("Tæller med")) == {"ja"}
    assert last.doubts()[0].startswith("Måske talt med to gange: ")
    last.close()


def test_a_tick_that_is_no_choice_between_copies_is_not_remembered(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    again = reopened(there, folder)
    assert set(again.column("Tæller med")) == {"ja"}
    again.close()
