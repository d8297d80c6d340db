"""Letters typed in a list of choices lead to a municipality, whichever way Danes spell it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from botilbud_desktop.ui.widgets import searched_list
from botilbud_desktop.ui.widgets.searched_list import SearchedList, TypedSearch
from tests.ui.user import User, settle

PAUSE = 100.0


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(searched_list, "monotonic", clock)
    return clock


def typed(user: User, letters: str) -> None:
    for letter in letters:
        QTest.keyClicks(user.combo("applicant.municipality_code"), letter)
    settle()


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("år", "Aarhus Kommune"),
        ("Aar", "Aarhus Kommune"),
        ("Århu", "Aarhus Kommune"),
        ("ål", "Aalborg Kommune"),
        ("AAL", "Aalborg Kommune"),
        ("åbe", "Aabenraa Kommune"),
        ("tårn", "Tårnby Kommune"),
        ("taarn", "Tårnby Kommune"),
        ("ring", "Ringkøbing-Skjern Kommune"),
        ("skj", "Ringkøbing-Skjern Kommune"),
        ("midtf", "Faaborg-Midtfyn Kommune"),
    ],
)
def test_typed_letters_choose_the_municipality(empty: User, clock: Clock, letters: str, name: str) -> None:
    empty.go_to("page.applicant")
    empty.combo("applicant.municipality_code").setFocus()
    typed(empty, letters)
    assert empty.combo("applicant.municipality_code").currentText() == name
    assert empty.application.applicant.municipality_code is not None


def test_letters_that_lead_nowhere_change_nothing(thisted: User, clock: Clock) -> None:
    thisted.go_to("page.applicant")
    before = thisted.combo("applicant.municipality_code").currentText()
    typed(thisted, "xyz")
    assert thisted.combo("applicant.municipality_code").currentText() == before


def test_after_a_pause_a_letter_begins_a_new_search(empty: User, clock: Clock) -> None:
    empty.go_to("page.applicant")
    typed(empty, "th")
    assert empty.combo("applicant.municipality_code").currentText() == "Thisted Kommune"
    clock.now += PAUSE
    typed(empty, "aar")
    assert empty.combo("applicant.municipality_code").currentText() == "Aarhus Kommune"


def test_one_letter_again_and_again_goes_on_to_the_next(qapp: QApplication, clock: Clock) -> None:
    texts = ["Ikke valgt", "Thisted", "Tønder", "Tårnby"]
    search, at = TypedSearch(), 0
    visited: list[str] = []
    for _time in range(4):
        at = search.find("t", texts, at) or 0
        visited.append(texts[at])
    assert visited == ["Thisted", "Tønder", "Tårnby", "Thisted"]


def test_a_word_within_a_name_is_found_when_no_name_begins_so(qapp: QApplication, clock: Clock) -> None:
    texts = ["Ringkøbing-Skjern", "Skive"]
    assert [TypedSearch().find(letters, texts, 0) for letters in ("s", "skj", "kive")] == [1, 0, None]


def test_the_opened_list_is_searched_the_same_way(empty: User, clock: Clock) -> None:
    empty.go_to("page.applicant")
    combo: QComboBox = empty.combo("applicant.municipality_code")
    combo.setFocus()
    combo.showPopup()
    settle()
    view = combo.view()
    assert isinstance(view, SearchedList)
    QTest.keyClicks(view, "århu")
    assert view.currentIndex().data() == "Aarhus Kommune"
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert empty.application.applicant.municipality_code == "751"
