"""The page »Dagsorden«: order, numbers and remarks, by clicks, keys and drags; what is typed is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.collection.agenda_store import LONGEST_REMARK
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.ui.collecting.agenda.agenda_model import Column
from tests.ui import drafts
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder, of
from tests.ui.collector import Collector
from tests.ui.user import settle

__all__ = ["collect", "folder"]

HJORRING = of(replace(drafts.example("thisted"), projects=()), "860", 3)
_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

type Agenda = Callable[..., AgendaUser]


@pytest.fixture
def agenda(collect: Collect) -> Agenda:
    """Returns a function that collects drafts and shows their agenda."""
    return lambda **files: AgendaUser(collect(**files))


def numbers(there: AgendaUser) -> str:
    """Returns the numbers of the applications and their annexes, with the first letters of their names."""
    lines = there.list.lines.lines
    return " ".join(f"{line.number}{line.title[:1] if line.is_first else ''}" for line in lines if line.key)


def test_each_application_stands_with_its_annexes_and_both_numbers(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED, c=HJORRING)
    first, hjorring, thisted, aalborg, one, two = there.lines()
    assert first == " | Oversigt over ansøgningerne og KKR’s bemærkninger | Bilag 1"
    assert hjorring == "1 | Hjørring: Ingen projekter | Bilag 2"
    assert thisted.startswith("2 | Thisted: ")
    assert thisted.endswith(" | Bilag 3")
    assert aalborg == "3 | Aalborg: 2 projekter | Bilag 4"
    assert (one[:5], two[:5]) == ("3a | ", "3b | ")
    assert (one[-7:], two[-7:]) == ("Bilag 5", "Bilag 6")
    assert there.page.counted.text() == "3 ansøgninger, 6 bilag."
    there.there.close()


def test_only_applications_with_a_tick_count(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.there.window.content.setCurrentIndex(0)
    there.there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    there.show()
    assert numbers(there) == "1A 1a 1b"
    there.there.window.content.setCurrentIndex(0)
    there.there.go_to_row(1)
    there.press(Qt.Key.Key_Space)
    there.show()
    assert numbers(there) == ""
    assert "Ingen ansøgning har flueben" in there.page.doubled.text()
    assert not there.page.save_button.isEnabled()
    there.there.close()


def test_keys_and_buttons_move_an_application_with_its_annexes(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED, c=HJORRING)
    there.click_row(4)
    there.press(Qt.Key.Key_Up, _ALT)
    assert numbers(there) == "1H 2A 2a 2b 3T"
    assert there.list.line is not None
    assert there.list.line.number == "2a", "the same annex is still the current one"
    there.click(there.page.up_button)
    assert numbers(there) == "1A 1a 1b 2H 3T"
    assert not there.page.up_button.isEnabled()
    there.press(Qt.Key.Key_Up, _ALT)
    assert numbers(there) == "1A 1a 1b 2H 3T"
    there.click(there.page.down_button)
    there.press(Qt.Key.Key_Down, _ALT)
    assert numbers(there) == "1H 2T 3A 3a 3b"
    assert not there.page.down_button.isEnabled()
    there.there.close()


def test_a_drag_moves_an_application_before_or_behind_another(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED, c=HJORRING)
    bottom = QPoint(40, there.list.viewport().height() - 2)
    there.drag(1, bottom)
    assert numbers(there) == "1T 2A 2a 2b 3H"
    there.drag(3, there.spot(0))
    assert numbers(there) == "1A 1a 1b 2T 3H", "an annex takes its application along"
    middle = there.spot(2)
    there.drag(5, QPoint(middle.x(), middle.y() - there.list.rowHeight(2)))
    assert numbers(there) == "1H 2A 2a 2b 3T", "nothing is put between an application and its annexes"
    there.drag(2, there.spot(3))
    assert numbers(there) == "1H 2A 2a 2b 3T"
    there.there.close()


def test_a_drag_beyond_the_edge_scrolls_the_list(agenda: Agenda) -> None:
    others = {f"d{number}": of(AALBORG, None, 20 + number) for number in range(9)}
    there = agenda(b=THISTED, **others)
    bar = there.list.verticalScrollBar()
    bar.setValue(0)
    assert bar.maximum() > 0
    below = QPoint(40, there.list.viewport().height() + 20)
    there.drag(1, below, drop=False)
    there.wait_until(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(there.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
    settle()
    last = [line.title for line in there.list.lines.lines if line.is_first][-1]
    assert last.startswith("Thisted: ")
    there.there.close()


def test_an_attached_file_is_a_line_and_stays_the_chosen_one(collect: Collect, folder: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "Referat.pdf"
    pdf.write_bytes(b"%PDF-1.4\n%%EOF\n")
    draft = folder / "a.botilbud"
    draft.write_bytes(draft_bytes(AALBORG))
    wanted = Wanted(pdf, AALBORG.projects[0].id, AttachmentKind.MINUTES)
    attach(draft, AALBORG.id, wanted, Replacing("bilag.json"))
    there = AgendaUser(collect(a=AALBORG, b=THISTED))
    assert there.lines()[-1] == "2c | Referat af drøftelse i KKR | Bilag 6"
    there.click_row(5)
    assert not there.page.remark.input.isEnabled()
    there.press(Qt.Key.Key_Up, _ALT)
    assert there.list.line is not None
    assert there.list.line.number == "1c"
    there.there.close()


def test_escape_ends_a_drag_and_moves_nothing(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED, c=HJORRING)
    before = numbers(there)
    to = QPoint(40, there.list.viewport().height() - 2)
    there.drag(1, to, drop=False)
    there.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(there.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)
    settle()
    assert numbers(there) == before
    assert there.there.window.isVisible()
    there.there.close()


def test_a_number_is_typed_in_the_list_and_the_annexes_follow(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.type_number(2, "7")
    assert numbers(there) == "1T 7A 7a 7b"
    there.type_number(3, "8")
    assert numbers(there) == "1T 8A 8a 8b", "F2 on an annex types the number of its application"
    there.type_number(2, "")
    assert numbers(there) == "1T 2A 2a 2b"
    there.there.close()


def test_numbers_that_are_used_twice_are_told_at_once(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    assert not there.page.doubled.isVisible()
    there.type_number(1, "2a")
    assert there.page.doubled.text() == "Nummeret »2a« er brugt mere end én gang. Ret det i kolonnen »Nr.«."
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert there.list.lines.index(1, 0).data(spoken) == "2a, brugt mere end én gang"
    there.type_number(1, "3")
    assert not there.page.doubled.isVisible()
    there.there.close()


def test_one_button_leads_back_to_the_usual_order(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED, c=HJORRING)
    assert not there.page.usual_button.isEnabled()
    there.click_row(3)
    there.press(Qt.Key.Key_Up, _ALT)
    there.type_number(2, "9")
    assert numbers(there) == "1H 9A 9a 9b 3T"
    there.click(there.page.usual_button)
    assert numbers(there) == "1H 2T 9A 9a 9b"
    assert there.list.hasFocus()
    there.there.close()


def test_remarks_are_typed_beside_the_list_for_each_project(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.type_remark(3, "Anbefales")
    there.type_remark(1, "Afventer")
    assert there.remarks() == ["", "Afventer", "", "Anbefales", ""]
    assert there.page.remark.input.text() == "Afventer"
    there.click_row(3)
    assert there.page.remark.input.text() == "Anbefales"
    assert "KKR’s bemærkninger til 2a" in there.page.remark.input.accessibleName()
    there.click_row(2)
    assert not there.page.remark.input.isEnabled()
    assert "Bemærkninger skrives til hvert projekt for sig" in there.page.remark.project.text()
    there.there.close()


def test_a_remark_that_is_too_long_is_refused_with_a_sentence(agenda: Agenda) -> None:
    there = agenda(b=THISTED)
    there.type_remark(1, "Kort")
    QApplication.clipboard().setText("x" * LONGEST_REMARK)
    there.press(Qt.Key.Key_V, _CONTROL)
    assert there.page.remark.input.text() == "Kort"
    assert there.page.remark.note.text() == "Der er plads til 10.000 tegn. Der blev ikke sat mere ind."
    there.there.close()


def test_every_change_can_be_undone_and_redone_at_its_place(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    assert not there.page.undo_button.isEnabled()
    there.type_remark(3, "Anbefales")
    there.click_row(1)
    there.press(Qt.Key.Key_Down, _ALT)
    there.type_number(1, "5")
    there.user.click(there.page.title)
    there.user.keys("Lån")
    assert numbers(there) == "5A 5a 5b 2T"
    there.press(Qt.Key.Key_Z, _CONTROL)
    assert there.page.title.text() == ""
    there.press(Qt.Key.Key_Z, _CONTROL)
    assert numbers(there) == "1A 1a 1b 2T"
    there.press(Qt.Key.Key_Z, _CONTROL)
    assert numbers(there) == "1T 2A 2a 2b"
    there.click(there.page.undo_button)
    assert there.page.agenda.remarks == ()
    assert there.page.remark.input.text() == ""
    assert there.page.remark.input.hasFocus()
    assert not there.page.undo_button.isEnabled()
    for _step in range(4):
        there.press(Qt.Key.Key_Y, _CONTROL)
    assert numbers(there) == "5A 5a 5b 2T"
    assert there.page.title.text() == "Lån"
    assert there.remarks() == ["", "", "Anbefales", "", ""]
    there.there.close()


def test_what_is_typed_in_one_go_is_one_step_and_leaving_the_field_ends_it(agenda: Agenda) -> None:
    there = agenda(b=THISTED)
    there.type_remark(1, "Første")
    there.click_row(0)
    there.type_remark(1, "Andet ")
    there.press(Qt.Key.Key_Z, _CONTROL)
    assert there.page.remark.input.text() == "Første"
    there.press(Qt.Key.Key_Z, _CONTROL)
    assert there.page.remark.input.text() == ""
    there.there.close()


def test_the_chosen_application_is_opened(agenda: Agenda, folder: Path) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    assert not there.there.window.copy_button.isVisible()
    there.click_row(0)
    assert not there.there.window.open_button.isEnabled()
    there.click_row(3)
    there.click(there.there.window.open_button)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == folder / "a.botilbud"
    there.there.close()


def test_two_drafts_of_one_municipality_are_told_apart_by_their_files(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, kopi=COPY)
    names = [line.title for line in there.list.lines.lines if line.is_first]
    assert names == ["a.botilbud (Aalborg): 2 projekter", "kopi.botilbud (Aalborg): 2 projekter"]
    there.there.close()


def test_a_hostile_name_stays_a_text(agenda: Agenda) -> None:
    (project,) = THISTED.projects[:1]
    hostile = replace(THISTED, projects=(replace(project, name="<b>Øst</b>\u202egnp\n=1+1"),))
    there = agenda(b=hostile, c=replace(hostile, id=drafts.uuid(9), applicant=Applicant()))
    assert there.lines()[1].startswith("1 | Thisted: <b>Øst</b>")
    assert "\u202e" not in there.lines()[1]
    there.there.close()


def again(there: AgendaUser, answer: Path) -> AgendaUser:
    """Closes the window and opens it again."""
    there.there.close()
    there.there.questions.will_answer(answer)
    return AgendaUser(Collector(there.user, there.there.questions))


def test_what_is_typed_is_there_the_next_time(agenda: Agenda, folder: Path) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.user.click(there.page.item)
    there.user.keys("3.5")
    there.user.click(there.page.title)
    there.user.keys("Lånepulje")
    there.type_remark(3, "Anbefales")
    there.click_row(2)
    there.press(Qt.Key.Key_Up, _ALT)
    there.type_number(1, "4")
    there = again(there, folder)
    assert (there.page.item.text(), there.page.title.text()) == ("3.5", "Lånepulje")
    assert numbers(there) == "4A 4a 4b 2T"
    assert there.remarks() == ["", "", "Anbefales", "", ""]
    assert not there.page.undo_button.isEnabled()
    there.there.close()


def test_what_is_kept_of_an_application_that_is_not_here_comes_back_with_it(agenda: Agenda, folder: Path) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.type_remark(1, "Afventer")
    there.click_row(2)
    there.press(Qt.Key.Key_Up, _ALT)
    away = folder / "b.botilbud"
    data = away.read_bytes()
    away.unlink()
    there = again(there, folder)
    assert numbers(there) == "1A 1a 1b"
    there.type_remark(2, "Anbefales")
    away.with_name("b ny udgave.botilbud").write_bytes(data)
    there = again(there, folder)
    assert numbers(there) == "1A 1a 1b 2T"
    assert there.remarks() == ["", "", "Anbefales", "", "Afventer"], "it follows the draft under another name"
    there.there.close()


def test_it_is_saved_by_itself_and_reading_again_leaves_the_steps_to_undo(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.type_remark(1, "Afventer")
    there.wait_until_saved()
    there.there.read_again()
    there.wait_until(lambda: there.keeper.is_saved)
    assert there.remarks()[1] == "Afventer"
    there.click(there.page.undo_button)
    assert there.remarks()[1] == ""
    there.there.close()


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u3164"])
def test_what_is_not_seen_of_a_number_is_none(agenda: Agenda, unseen: str) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    QApplication.clipboard().setText(f"3{unseen}.5")
    there.page.item.paste()
    assert there.page.item.text() == "3.5"
    assert there.page.agenda.item == "3.5"
    there.list.lines.setData(there.list.lines.index(1, 0), unseen)
    assert numbers(there).startswith("1T")
    there.list.lines.setData(there.list.lines.index(1, 0), f"2{unseen}")
    assert numbers(there).startswith("2T 2A")
    assert "»2«" in there.page.doubled.text()
    there.there.close()


def test_all_own_numbers_go_with_one_button_and_can_be_had_back(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    assert not there.page.numbers_button.isEnabled()
    there.type_number(1, "7")
    there.type_number(2, "9")
    assert numbers(there) == "7T 9A 9a 9b"
    there.click(there.page.numbers_button)
    assert numbers(there) == "1T 2A 2a 2b"
    assert not there.page.numbers_button.isEnabled()
    there.click(there.page.undo_button)
    assert numbers(there) == "7T 9A 9a 9b"
    there.there.close()


def test_the_warning_can_be_seen_on_a_selected_line(agenda: Agenda) -> None:
    there = agenda(a=AALBORG, b=THISTED)
    there.type_number(1, "2")
    drawn = there.list.lines.index(1, Column.NUMBER).data(Qt.ItemDataRole.DecorationRole)
    picture = drawn.pixmap(QSize(16, 16), QIcon.Mode.Selected).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    }
    assert colours == {there.list.palette().highlightedText().color().name()}
    there.there.close()


def test_a_title_without_room_is_refused_with_a_sentence_and_not_cut(agenda: Agenda) -> None:
    there = agenda(a=AALBORG)
    there.user.click(there.page.title)
    there.user.paste("Lån til botilbud" * 12)
    assert len(there.page.agenda.title) == 192
    there.user.paste("ti tegn ..")
    assert len(there.page.agenda.title) == 192
    assert QToolTip.text() == "Der blev ikke indsat noget. Der er plads til 200 tegn på en linje."
    there.user.control(Qt.Key.Key_A)
    there.user.paste("Lån, der er valgt ny titel til")
    assert there.page.agenda.title == "Lån, der er valgt ny titel til"
    there.there.close()
