"""Rounds in the window: offered for a new draft, and added from a file or by dragging."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds import folder_reader
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.round_package import RoundPackage
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.rounds import adding
from tests.added_rounds import NEXT, REGISTER, SHIPPED, Values, library_of, register_of, write_register, write_round
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

TITLE = "Lånepulje til botilbud 2028-29"


@pytest.fixture
def library(tmp_path: Path, folders: UserFolders) -> FormLibrary:
    """The shipped rounds, and those in the folders of the machine and the user."""
    return library_of(tmp_path / "machine", folders.forms)


def choices(user: User) -> list[str]:
    user.window.rounds.look()
    assert user.window.rounds.finish(10)
    box = user.window.findChild(QComboBox, "start.round")
    assert isinstance(box, QComboBox)
    return [box.itemText(index) for index in range(box.count())]


def notice(user: User) -> str:
    bar = user.window._notice()
    assert bar is not None
    return bar.message.text()


def press(user: User, name: str) -> None:
    button = user.window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    button.click()
    settle()


def test_the_newest_open_round_is_proposed_for_a_new_draft(
    open_window: OpenWindow, tmp_path: Path, library: FormLibrary
) -> None:
    write_round(tmp_path / "machine", lambda form: form["window"].update(opens="2024-05-02", closes="2024-06-01"))
    user = open_window(None)
    assert choices(user) == [TITLE, "Lånepulje til botilbud 2025-26"]
    state = user.window._start.window_state.text()  # type: ignore[union-attr]
    assert "1. juni 2024" in state
    press(user, "start.create")
    assert user.application.round == NEXT
    assert user.controller.round.year_keys == ("2028", "2029")


def test_another_round_can_be_chosen_and_the_municipality_stays(open_window: OpenWindow, tmp_path: Path) -> None:
    write_round(tmp_path / "machine")
    user = open_window(None)
    assert len(choices(user)) == 2
    rounds, municipality = (user.window.findChild(QComboBox, f"start.{name}") for name in ("round", "municipality"))
    assert isinstance(rounds, QComboBox)
    assert isinstance(municipality, QComboBox)
    municipality.setCurrentIndex(municipality.findData("851"))
    rounds.setCurrentIndex(1 - rounds.currentIndex())
    chosen = rounds.currentText()
    assert municipality.currentData() == "851"
    write_round(tmp_path / "machine", lambda form: form.update(id="Tredje", short_title="Tredje"), "Tredje.json")
    assert "Tredje" in choices(user)
    assert rounds.currentText() == chosen
    assert municipality.currentData() == "851"


def test_a_dead_drive_does_not_hold_the_start(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()
    real = folder_reader._states_in

    def states_in(folder: Path) -> tuple[folder_reader.FileState, ...]:
        answer.wait(30)
        return real(folder)

    monkeypatch.setattr(folder_reader, "_states_in", states_in)
    write_round(tmp_path / "machine")
    user = open_window(None)
    box = user.window.findChild(QComboBox, "start.round")
    assert isinstance(box, QComboBox)
    assert box.count() == 1
    assert not answer.is_set()
    user.use_menu("Ministeriets &brev og vejledning")
    answer.set()
    assert TITLE in choices(user)


def test_a_broken_round_does_not_disturb_the_start(open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine" / "x.json").write_bytes(b"{")
    assert choices(open_window(None)) == ["Lånepulje til botilbud 2025-26"]


def test_a_round_is_added_from_a_file(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders, library: FormLibrary
) -> None:
    user = open_window(None)
    source = write_round(tmp_path, name="Lan (1).json")
    questions.will_answer(source, "add")
    user.use_menu("Tilfø&j en ansøgningsrunde …")
    settle()
    assert questions.last.title == f"Tilføj »{TITLE}«?"
    for shown in (NEXT, "www.indtast.dk", "tilskudsforvaltning@sbst.dk", "top@im.dk", "1. maj 2027"):
        assert shown in questions.last.text
    assert [path.name for path in folders.forms.iterdir()] == [f"{NEXT}.json"]
    assert (folders.forms / f"{NEXT}.json").read_bytes() == source.read_bytes()
    assert notice(user) == f"Ansøgningsrunden »{TITLE}« er tilføjet."
    assert TITLE in choices(user)
    questions.will_answer(source)
    user.use_menu("Tilfø&j en ansøgningsrunde …")
    assert notice(user) == f"Ansøgningsrunden »{TITLE}« er tilføjet i forvejen."


def test_the_parts_beside_a_round_come_along(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders, library: FormLibrary
) -> None:
    user = open_window(None)
    source = write_round(tmp_path / "ny", lambda form: form.update(municipality_register=REGISTER))
    write_register(tmp_path / "ny")
    (tmp_path / "ny" / "andet.csv").write_bytes(b"other")
    questions.will_answer("add")
    user.window.rounds.add(source)
    assert "inddeling af kommuner" in questions.last.text
    assert {path.name for path in folders.forms.iterdir()} == {f"{NEXT}.json", REGISTER}
    assert "Region Østdanmark" in {each.region for each in library.round(NEXT).municipalities}


def test_a_register_is_added_alone(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders
) -> None:
    user = open_window(None)
    source = write_register(tmp_path)
    questions.will_answer("cancel")
    user.window.rounds.add(source)
    assert "1. januar 2027" in questions.last.text
    assert not folders.forms.exists()
    questions.will_answer("add")
    user.window.rounds.add(source)
    assert notice(user) == "Inddelingen af kommuner er tilføjet."
    user.window.rounds.add(source)
    assert notice(user) == "Inddelingen af kommuner er tilføjet i forvejen."


@pytest.mark.parametrize("name", ["x.json", "x.csv", "gone.json"])
def test_a_file_that_cannot_be_used_is_said(name: str, open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b'{"format": "botilbud-form", "format_version": 1}')
    (tmp_path / "x.csv").write_bytes(b"a,b")
    user = open_window(None)
    user.window.rounds.add(tmp_path / name)
    assert notice(user).startswith(f"Filen »{name}« kan ikke åbnes:")


def test_a_shipped_round_is_not_replaced(open_window: OpenWindow, tmp_path: Path) -> None:
    user = open_window(None)
    user.window.rounds.add(write_round(tmp_path, lambda form: form.update(id=SHIPPED), "x.json"))
    assert "kan ikke erstattes (id)" in notice(user)


def test_the_users_own_round_is_replaced_only_if_he_says_so(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders, library: FormLibrary
) -> None:
    write_round(folders.forms)
    user = open_window(None)
    source = write_round(tmp_path, lambda form: form.update(title="Rettet"))
    questions.will_answer("cancel")
    user.window.rounds.add(source)
    assert "erstatter den, du har tilføjet før" in questions.last.text
    assert questions.last.choices[0].is_doubtful
    assert library.round(NEXT).title != "Rettet"
    questions.will_answer("add")
    user.window.rounds.add(source)
    assert library.round(NEXT).title == "Rettet"


def test_a_round_that_cannot_be_kept_is_said(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(package: RoundPackage, *_rest: object) -> None:
        raise SaveFailedError(package.name, "drevet er fuldt")

    monkeypatch.setattr(adding, "keep", fail)
    user = open_window(None)
    questions.will_answer("add")
    user.window.rounds.add(write_round(tmp_path))
    assert "blev ikke gemt: Drevet er fuldt" in notice(user)


def test_a_round_can_be_looked_at_before_it_is_added(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders
) -> None:
    user = open_window(None)
    source = write_round(tmp_path)
    questions.will_answer("try")
    user.window.rounds.add(source)
    settle()
    assert user.application.round == NEXT
    assert "Runden er ikke tilføjet" in notice(user)
    assert not folders.forms.exists()
    for name in ("page.projects", "page.description", "page.contacts", "page.check", "page.approve"):
        user.go_to(name)
    bar = user.window._notice()
    assert bar is not None
    questions.will_answer("add")
    next(button for button in bar.findChildren(QPushButton) if button.text() == "Tilføj runden …").click()
    assert (folders.forms / f"{NEXT}.json").exists()


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drags the data over the window and drops it; returns whether the window takes it."""
    assert window.acceptDrops(), "a QMainWindow does so by itself, else Qt sends it no such event"
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5), actions, data, button, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(QPointF(5, 5), actions, data, button, none)
    QApplication.sendEvent(window, dropped)
    settle()
    return enter.isAccepted()


def test_a_round_is_added_by_dragging_its_file_onto_the_window(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders
) -> None:
    user = open_window(None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_round(tmp_path)))])
    questions.will_answer("add")
    assert drop(user.window, data)
    assert (folders.forms / f"{NEXT}.json").exists()


def test_a_file_that_is_dropped_while_the_window_waits_for_a_drive_is_added_afterwards(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_window(None)
    path = write_round(tmp_path)
    drive = user.window.repository.drive
    with monkeypatch.context() as patch:
        patch.setattr(drive, "is_busy", lambda: True)
        user.window.dropping.take((path,))
        QTest.qWait(250)
        assert not questions.asked
    questions.will_answer("cancel")
    QTest.qWait(250)
    assert questions.last.title == f"Tilføj »{TITLE}«?"


@pytest.mark.parametrize("urls", [[], ["https://im.dk/x.json"], ["https://im.dk/x.json", "a.json"]])
def test_nothing_else_is_taken_by_dragging(urls: list[str], open_window: OpenWindow, tmp_path: Path) -> None:
    user = open_window(None)
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) if ":" in url else QUrl.fromLocalFile(str(tmp_path / url)) for url in urls])
    else:
        data.setText("x.json")
    assert not drop(user.window, data)


def test_what_is_doubtful_in_the_municipalities_is_told_before_a_round_is_added(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(None)
    source = write_round(tmp_path / "ny", lambda form: form.update(municipality_register=REGISTER))
    register = write_register(tmp_path / "ny")
    for code in (b"787", b"851", b"860"):
        register.write_bytes(register.read_bytes().replace(b"\n%b," % code, b"\n9%b," % code[1:]))
    questions.will_answer("cancel")
    user.window.rounds.add(source)
    assert "Kommune 951: Programmets egen inddeling har ikke nummeret 951 (Aalborg)." in questions.last.text
    assert "Inddelingen afviger også 3 steder til." in questions.last.text


def test_what_a_replaced_round_loses_is_told(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders
) -> None:
    def without_last_year(form: Values) -> None:
        form["years"] = [2028]
        form["pool"].pop("2029")
        form["fields"] = [field for field in form["fields"] if not field["path"].endswith(".2029")]

    write_round(folders.forms)
    user = open_window(None)
    questions.will_answer("cancel")
    user.window.rounds.add(write_round(tmp_path, without_last_year))
    lost = "Runden mister året 2029. Kladder, der bruger det, kan derefter kun læses som tekst."
    assert lost in questions.last.text
    assert "erstatter" in questions.last.text


def test_a_register_from_the_day_of_another_is_told_before_it_is_added(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine" / "a.csv").write_bytes(register_of("2027-01-01", "Region A"))
    user = open_window(None)
    questions.will_answer(write_register(tmp_path), "cancel")
    user.use_menu("Tilfø&j en ansøgningsrunde …")
    assert f"»{REGISTER}« gælder fra samme dag som »a.csv« og bruges ikke" in questions.last.text
