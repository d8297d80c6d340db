"""What commands and other inputs bring about is said: copying, pasting, the next field, a size, a split, a date."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.approval import approved
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.test_cost_plan import TAKE_OVER
from tests.ui.test_messages_said import NOTHING_MORE_MS, count
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User

SHARE = "projects.0.cost_plan.split.2025"


def test_copying_and_pasting_back_in_the_panel_are_said(complete: User, said: list[str]) -> None:
    there = PanelUser(complete)
    there.control(Qt.Key.Key_C)
    assert count(said, "Kopieret. Sæt ind i »Kommune«.") == 1
    there.paste_back("noget andet")
    assert there.panel.compare.outcome.text() in said[-1]


def test_the_next_field_in_the_panel_is_said_where_the_focus_stays_on_the_button(
    complete: User, said: list[str]
) -> None:
    there = PanelUser(complete)
    said.clear()
    there.click(there.panel.next_button)
    there.click(there.panel.back_button)
    assert said == [told for told in said if told]
    assert said[-1] == "Kommune"
    assert len(said) == 2


def test_a_new_text_size_is_said(complete: User, said: list[str]) -> None:
    complete.control(Qt.Key.Key_Plus)
    assert count(said, "Tekststørrelse 110 %") == 1
    complete.control(Qt.Key.Key_0)
    assert said[-1] == "Tekststørrelse 100 %"


def test_that_a_pasted_text_was_cleaned_is_said(complete: User, said: list[str], qtbot: QtBot) -> None:
    complete.click("projects.0.description")
    complete.paste("Et punkt\u00ad med \u2028 linjeskift")
    qtbot.waitUntil(lambda: count(said, "Særlige tegn i den indsatte tekst er erstattet") == 1)


def test_shares_that_do_not_make_100_per_cent_are_said_when_they_are_left_and_not_while_one_types(
    thisted: User, said: list[str], qtbot: QtBot
) -> None:
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    thisted.write(SHARE, "halvdelen")
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "Vær opmærksom: ") == 0
    thisted.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: count(said, "Vær opmærksom: ") == 1)
    assert thisted.line(SHARE).accessibleDescription() == said[-1]


def test_what_was_taken_over_as_the_loan_is_said(thisted: User, said: list[str], qtbot: QtBot) -> None:
    said.clear()
    thisted.write(SHARE, "50")
    thisted.click(TAKE_OVER)
    qtbot.waitUntil(lambda: count(said, "Ansøgt lån: 2025: 9.850 · 2026: 9.850 (hele 1.000 kr.)") == 1)


def test_an_invalid_date_of_the_closing_list_is_said_with_its_name_and_read_with_it(
    open_draft: OpenDraft, said: list[str], qtbot: QtBot
) -> None:
    user = open_draft(approved(drafts.complete(), "Åse Ørsted", NOW))
    user.go_to("page.transfer")
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    date = user.line("transfer.sent.date")
    user.click(date)
    QTest.keyClicks(date, "31.02.2026")
    qtbot.wait(NOTHING_MORE_MS)
    assert said == []
    user.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said[0].startswith("Dato for »Send«: Problem: 31.02.2026 findes ikke i kalenderen.")
    assert date.accessibleDescription().startswith("Problem: 31.02.2026")
