"""Number, place and remarks follow an application to the copy that is counted instead, never without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.collecting.agenda.following import MISSING, WITHOUT_PROJECT
from tests.ui import drafts
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder
from tests.ui.collector import Collector

__all__ = ["collect", "folder"]

type Arrive = Callable[[str, Application], None]
type Kept = Callable[[], Agenda]


@pytest.fixture
def kept(folders: UserFolders) -> Kept:
    return lambda: AgendaStore(folders.agendas).read(drafts.ROUND).agenda


@pytest.fixture
def there(collect: Collect) -> AgendaUser:
    """Aalborg is moved to the top, and has a number and a remark on its first project."""
    there = AgendaUser(collect(a=THISTED, b=AALBORG))
    there.click_row(2)
    there.click(there.page.up_button)
    there.type_number(1, "3")
    there.type_remark(2, "Anbefales")
    return there


@pytest.fixture
def arrive(there: AgendaUser, folder: Path) -> Arrive:
    """Returns a function with which a draft arrives by mail; then »Opdatér« is clicked."""

    def arrive(name: str, application: Application) -> None:
        (folder / f"{name}.botilbud").write_bytes(draft_bytes(application))
        there.there.read_again()
        there.wait_until_shown()

    return arrive


CORRECTED = replace(AALBORG, case_number="2024-99")


def tick(there: AgendaUser, file: str) -> None:
    """Sets or takes away the tick of a file in the table."""
    content, lines = there.there.window.content, there.there.window.table.lines
    content.setCurrentIndex(0)
    names = [getattr(line, "file", "") for line in lines.lines]
    there.there.click_cell(names.index(f"{file}.botilbud"), 0)
    there.show()


def asked(there: AgendaUser) -> str:
    there.wait_until_shown()
    bar = there.page.asking
    return bar.message.text() if bar.isVisible() else ""


def answer(there: AgendaUser, words: str) -> None:
    buttons = there.page.asking.findChildren(QPushButton)
    there.click(next(button for button in buttons if button.text() == words and button.isVisible()))


def test_the_corrected_copy_that_is_chosen_stands_where_the_old_one_stood(
    there: AgendaUser, arrive: Arrive, kept: Kept
) -> None:
    arrive("b rettet", CORRECTED)
    tick(there, "b")
    assert there.lines()[1].startswith("3 | Aalborg: ")
    assert there.remarks()[2] == "Anbefales"
    assert "er fulgt med fra »b.botilbud« til »b rettet.botilbud«" in asked(there)
    there.wait_until_saved()
    assert (kept().entries[0].file, kept().entries[0].number) == ("b rettet.botilbud", "3")
    assert [(each.file, each.text) for each in kept().remarks] == [("b rettet.botilbud", "Anbefales")]
    there.there.close()


def test_who_goes_back_to_the_old_copy_has_everything_back(there: AgendaUser, arrive: Arrive) -> None:
    arrive("b rettet", CORRECTED)
    before = there.page.agenda
    tick(there, "b")
    tick(there, "b")
    tick(there, "b rettet")
    assert there.page.agenda == before
    there.there.close()


def test_undo_goes_on_with_what_was_typed_before(there: AgendaUser, arrive: Arrive) -> None:
    arrive("b rettet", CORRECTED)
    tick(there, "b")
    there.click(there.page.undo_button)
    assert there.remarks()[2] == ""
    assert there.lines()[1].startswith("3 | Aalborg: "), "the number is that of the copy, as if it always had been"
    there.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert there.remarks()[2] == "Anbefales"
    there.there.close()


def test_the_old_file_that_is_gone_gives_everything_to_the_new_one_and_undo_still_works(
    there: AgendaUser, arrive: Arrive, folder: Path
) -> None:
    (folder / "b.botilbud").unlink()
    arrive("b rettet", CORRECTED)
    assert there.lines()[1].startswith("3 | Aalborg: ")
    assert there.remarks()[2] == "Anbefales"
    assert "er fulgt med fra »b.botilbud« til »b rettet.botilbud«" in asked(there)
    there.click(there.page.undo_button)
    assert there.lines()[1].startswith("3 | Aalborg: ")
    there.there.close()


def test_a_copy_that_got_a_place_of_its_own_is_asked_about_and_the_answer_can_be_undone(
    there: AgendaUser, arrive: Arrive
) -> None:
    arrive("b rettet", CORRECTED)
    there.click_row(4)
    there.click(there.page.down_button)
    tick(there, "b")
    assert asked(there) == (
        "»b.botilbud« er ikke talt med. Skal dens nummer, plads og KKR’s bemærkninger gælde for »b rettet.botilbud«?"
    )
    answer(there, "Ja")
    assert there.lines()[1].startswith("3 | Aalborg: ")
    assert there.remarks()[2] == "Anbefales"
    assert asked(there) == ""
    there.click(there.page.undo_button)
    assert "Anbefales" not in there.remarks()
    there.there.close()


def test_the_answer_no_leaves_everything_as_it_is(there: AgendaUser, arrive: Arrive, folder: Path) -> None:
    (folder / "b & c.botilbud").write_bytes(draft_bytes(CORRECTED))
    (folder / "b.botilbud").unlink()
    arrive("b rettet", replace(CORRECTED, case_number="2024-98"))
    assert asked(there).endswith("Skal dens nummer, plads og KKR’s bemærkninger gælde for en anden kopi?")
    before = there.page.agenda
    answer(there, "Nej")
    assert (there.page.agenda, asked(there)) == (before, MISSING.format(1))
    there.there.read_again()
    assert asked(there) == MISSING.format(1)
    there.there.close()


def test_of_two_copies_the_user_says_which(there: AgendaUser, arrive: Arrive, folder: Path) -> None:
    (folder / "b & c.botilbud").write_bytes(draft_bytes(CORRECTED))
    (folder / "b.botilbud").unlink()
    arrive("b rettet", replace(CORRECTED, case_number="2024-98"))
    answer(there, "b && c.botilbud")
    assert there.lines()[1].startswith("3 | b & c.botilbud (Aalborg)")
    assert there.remarks()[2] == "Anbefales"
    there.there.close()


def test_another_municipality_never_gets_what_was_said_of_this_one(there: AgendaUser, arrive: Arrive) -> None:
    arrive("c", replace(AALBORG, applicant=replace(AALBORG.applicant, municipality_code="810")))
    tick(there, "b")
    assert "Anbefales" not in there.remarks()
    assert asked(there) == ""
    there.there.close()


def test_what_was_followed_is_there_after_reopening(there: AgendaUser, arrive: Arrive, folder: Path) -> None:
    arrive("b rettet", CORRECTED)
    tick(there, "b")
    there.there.close()
    (folder / "b.botilbud").unlink()
    there.there.questions.will_answer(folder)
    again = AgendaUser(Collector(there.user, there.there.questions))
    assert again.lines()[1].startswith("3 | Aalborg: ")
    assert again.remarks()[2] == "Anbefales"
    again.there.close()


OTHERS = replace(THISTED, id=AALBORG.id, projects=AALBORG.projects)
"""Another municipality's, which grew from the same mailed draft."""


def test_remarks_never_go_to_another_municipality_while_the_file_cannot_be_read(
    there: AgendaUser, arrive: Arrive, folder: Path, kept: Kept
) -> None:
    arrive("c", OTHERS)
    there.wait_until_saved()
    before = there.page.agenda
    file = folder / "b.botilbud"
    data = file.read_bytes()
    file.write_bytes(data[:200])
    there.there.read_again()
    assert "Anbefales" not in there.remarks()
    assert asked(there) == MISSING.format(1)
    there.click_row(1)
    there.type_number(1, "8")
    there.wait_until_saved()
    file.write_bytes(data)
    there.there.read_again()
    assert "Anbefales" in there.remarks()
    assert asked(there) == ""
    assert kept().remarks == before.remarks
    there.there.close()


@pytest.mark.parametrize("name", ["b", "c"])
def test_remarks_never_go_to_another_municipality_whose_file_stands_there_instead(
    there: AgendaUser, arrive: Arrive, folder: Path, kept: Kept, name: str
) -> None:
    (folder / "b.botilbud").unlink()
    arrive(name, OTHERS)
    there.wait_until_saved()
    assert "Anbefales" not in there.remarks()
    assert not any(line.startswith("3 |") for line in there.lines())
    assert asked(there) == MISSING.format(1)
    assert [each.text for each in there.page.agenda.remarks] == ["Anbefales"]
    there.there.close()


def test_a_file_of_the_same_municipality_does_not_get_what_is_said_of_one_that_cannot_be_read(
    there: AgendaUser, arrive: Arrive, folder: Path
) -> None:
    (folder / "b.botilbud").write_bytes(b"{")
    arrive("b rettet", CORRECTED)
    assert "Anbefales" not in there.remarks()
    there.there.close()


def test_two_copies_keep_their_remarks_when_they_are_collected_from_the_folder_above(
    collect: Collect, folder: Path
) -> None:
    there = AgendaUser(collect(b=THISTED, c=replace(THISTED, description="anden")))
    there.type_remark(1, "Anbefales")
    there.type_remark(2, "Frarådes")
    there.there.close()
    there.there.questions.will_answer(folder.parent)
    above = AgendaUser(Collector(there.user, there.there.questions))
    assert above.remarks()[1:] == ["Anbefales", "Frarådes"]
    assert "er fulgt med 2 ansøgninger" in asked(above)
    above.there.close()
    (folder / "b.botilbud").unlink()
    (folder / "c.botilbud").unlink()
    (folder / "a.botilbud").write_bytes(draft_bytes(AALBORG))
    there.there.questions.will_answer(folder)
    again = AgendaUser(Collector(there.user, there.there.questions))
    assert asked(again) == "Der er bemærkninger til filer, der ikke er her: 2."
    again.there.close()


def test_undo_after_a_file_was_renamed_takes_back_what_was_typed_last(there: AgendaUser, folder: Path) -> None:
    there.page.title.setFocus()
    there.user.keys("Pulje")
    (folder / "b.botilbud").rename(folder / "ny.botilbud")
    there.there.read_again()
    there.click(there.page.undo_button)
    assert there.page.title.text() == ""
    assert there.remarks()[2] == "Anbefales"
    there.there.read_again()
    assert there.remarks()[2] == "Anbefales"
    there.there.close()


def test_a_remark_on_a_project_that_the_new_copy_lacks_is_told(there: AgendaUser, arrive: Arrive) -> None:
    arrive("b", replace(AALBORG, projects=AALBORG.projects[1:]))
    assert asked(there) == WITHOUT_PROJECT.format(1)
    assert [each.text for each in there.page.agenda.remarks] == ["Anbefales"], "it is kept: the project may come back"
    arrive("b", AALBORG)
    assert asked(there) == ""
    assert "Anbefales" in there.remarks()
    there.there.close()
