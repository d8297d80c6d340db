"""A draft whose round is not there: shown as text, untouched, and open once the round is."""

import json
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.rounds.missing_page import MOST_SHOWN
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.added_rounds import NEXT, SHIPPED, Change, Values, write_register, write_round
from tests.ui import drafts, test_rounds
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_rounds import notice, press
from tests.ui.user import User, settle

library = test_rounds.library


@pytest.fixture
def orphan(tmp_path: Path) -> Path:
    """A draft of the next round, which is not there."""
    path = tmp_path / "Aalborg 2028.botilbud"
    return write_draft(path)


def write_draft(path: Path) -> Path:
    application = drafts.complete()
    projects = tuple(replace(project, loan={"2028": 11_000, "2029": None}) for project in application.projects)
    path.write_bytes(draft_bytes(replace(application, round=NEXT, projects=projects)))
    return path


def page(user: User) -> QWidget | None:
    return user.window.findChild(QWidget, "page.missing_round")


def test_a_draft_whose_round_is_missing_is_shown_as_text_and_not_touched(
    open_window: OpenWindow, orphan: Path, questions: RecordedQuestions, tmp_path: Path
) -> None:
    before, names = orphan.read_bytes(), {path.name for path in tmp_path.iterdir()}
    user = open_window(orphan)
    shown = page(user)
    assert shown is not None
    assert user.window.controller is None
    words = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert f"Kladden »{orphan.name}« hører til ansøgningsrunden »{NEXT}«" in words
    assert f"»{NEXT}.json«" in words
    view = shown.findChild(QPlainTextEdit, "missing.text")
    assert isinstance(view, QPlainTextEdit)
    assert view.isReadOnly()
    text = view.toPlainText()
    for value in ("Lån i 2028 (hele 1.000 kr.): 11.000", "Aalborg Kommune", drafts.complete().description[:50]):
        assert value in text
    assert "Lån i 2025" not in text
    assert {path.name for path in tmp_path.iterdir()} == names
    questions.will_answer(tmp_path / "kladde.txt")
    press(user, "missing.save")
    assert (tmp_path / "kladde.txt").read_text(encoding="utf-8") == text
    press(user, "missing.close")
    assert page(user) is None or not shown.isVisible()
    assert orphan.read_bytes() == before


def test_when_the_round_is_added_the_draft_can_be_edited(
    open_window: OpenWindow, orphan: Path, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(orphan)
    before = orphan.read_bytes()
    questions.will_answer(write_round(tmp_path), "add")
    press(user, "missing.add")
    assert user.window.controller is not None
    assert not user.controller.is_frozen
    assert user.application.round == NEXT
    assert user.application.projects[0].loan == {"2028": 11_000, "2029": None}
    assert orphan.read_bytes() == before


def test_when_the_round_was_put_there_the_draft_is_opened_again(
    open_window: OpenWindow, orphan: Path, tmp_path: Path
) -> None:
    user = open_window(orphan)
    press(user, "missing.again")
    assert page(user) is not None
    write_round(tmp_path / "machine")
    press(user, "missing.again")
    assert user.application.round == NEXT


def test_a_round_that_is_there_but_broken_is_said(open_window: OpenWindow, orphan: Path, tmp_path: Path) -> None:
    write_round(tmp_path / "machine", lambda form: form.pop("website"))
    shown = page(open_window(orphan))
    assert shown is not None
    words = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert f"Filen »{NEXT}.json« kan ikke åbnes: Feltet mangler (website)." in words


def test_the_open_draft_is_closed_for_one_whose_round_is_missing(
    open_window: OpenWindow, orphan: Path, tmp_path: Path
) -> None:
    first = tmp_path / "første.botilbud"
    first.write_bytes(draft_bytes(drafts.complete()))
    user = open_window(first)
    user.window.drafts.open_path(orphan)
    settle()
    assert user.window.controller is None
    assert page(user) is not None
    assert user.window.drafts.open_path(first)
    settle()
    assert user.window.rounds.missing_notice is None
    assert user.application.round == SHIPPED


def test_it_can_be_printed_as_text(
    open_window: OpenWindow, orphan: Path, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(orphan)
    questions.is_without_printer = True
    press(user, "missing.print")
    assert notice(user).startswith("Der er ingen printer på computeren. Gem kladden som tekst i stedet.")
    questions.is_without_printer = False
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    questions.printers.append(printer)
    press(user, "missing.print")
    assert (tmp_path / "papir.pdf").read_bytes().startswith(b"%PDF")
    questions.printers.append(None)
    press(user, "missing.print")


def test_a_very_long_draft_is_cut_on_the_screen_only(open_window: OpenWindow, orphan: Path) -> None:
    values = json.loads(orphan.read_bytes())
    values["description"] = "ord " * 40_000
    orphan.write_text(json.dumps(values), encoding="utf-8")
    user = open_window(orphan)
    shown = page(user)
    assert shown is not None
    view = shown.findChild(QPlainTextEdit, "missing.text")
    assert isinstance(view, QPlainTextEdit)
    assert len(view.toPlainText()) < MOST_SHOWN + 200
    missing = user.window.rounds._missing
    assert missing is not None
    assert missing.page.text.count("ord ") >= 39_999


def without_last_year(form: Values) -> None:
    """Takes the last year out of the next round."""
    form["years"] = [2028]
    form["pool"].pop("2029")
    form["fields"] = [field for field in form["fields"] if not field["path"].endswith(".2029")]


def said_on(shown: QWidget | None) -> str:
    assert shown is not None
    return " ".join(label.text() for label in shown.findChildren(QLabel))


@pytest.mark.parametrize("origin", ["machine", "user"])
def test_a_draft_whose_round_has_lost_a_year_is_shown_as_text(
    open_window: OpenWindow, orphan: Path, tmp_path: Path, origin: str, folders: UserFolders
) -> None:
    folder = tmp_path / "machine" if origin == "machine" else folders.forms
    write_round(folder, without_last_year)
    before = orphan.read_bytes()
    user = open_window(orphan)
    words = said_on(page(user))
    assert f"bruger noget, som ansøgningsrunden »{NEXT}« ikke har: året 2029." in words
    assert ("it-afdeling" in words) is (origin == "machine")
    add = user.window.findChild(QPushButton, "missing.add")
    assert isinstance(add, QPushButton)
    assert add.isVisible() is (origin == "user"), "what is there for all is never replaced"
    assert f"»{NEXT}.json«" in words
    view = user.window.findChild(QPlainTextEdit, "missing.text")
    assert isinstance(view, QPlainTextEdit)
    assert "Lån i 2028 (hele 1.000 kr.): 11.000" in view.toPlainText()
    assert user.window.controller is None
    write_round(folder)
    press(user, "missing.again")
    assert user.application.projects[0].loan["2028"] == 11_000
    assert orphan.read_bytes() == before


def test_a_draft_of_a_municipality_that_the_register_lacks_is_shown_as_text(
    open_window: OpenWindow, orphan: Path, tmp_path: Path
) -> None:
    write_round(tmp_path / "machine")
    register = write_register(tmp_path / "machine")
    register.write_bytes(register.read_bytes().replace(b"\n851,", b"\n951,"))
    user = open_window(orphan)
    assert "ikke har: en kommune med nummeret »851«." in said_on(page(user))
    view = user.window.findChild(QPlainTextEdit, "missing.text")
    assert isinstance(view, QPlainTextEdit)
    assert "Kommune: 851" in view.toPlainText()


@pytest.mark.parametrize("name", ["", "../../evil", "C:\\evil", "NUL", "a/b", "x" * 200, "nul.", "ø"])
def test_no_path_is_proposed_for_a_round_of_a_strange_name(open_window: OpenWindow, orphan: Path, name: str) -> None:
    values = json.loads(orphan.read_bytes())
    values["round"] = name
    orphan.write_text(json.dumps(values), encoding="utf-8")
    words = said_on(page(open_window(orphan)))
    assert ".json" not in words
    assert "it-afdeling om rundens fil, og tilføj den her" in words


def write_and_save(user: User, text: str) -> None:
    assert user.window.drafts.saving is not None
    user.write("projects.0.name", text)
    user.save()
    watch = user.window.drafts.saving._round_watch
    assert watch is not None
    assert watch._work.wait(10)
    settle()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda form: form.update(title="Ny"), "Luk kladden, og åbn den igen"),
        (without_last_year, "har ikke længere året 2029"),
        (lambda form: form.pop("website"), "kan ikke længere bruge filen med ansøgningsrunden"),
    ],
)
def test_an_open_draft_is_saved_and_told_when_its_round_was_changed(
    change: Change, said: str, open_window: OpenWindow, orphan: Path, tmp_path: Path
) -> None:
    write_round(tmp_path / "machine")
    user = open_window(orphan)
    write_and_save(user, "27-1")
    assert not user.window.notices.is_standing(Topic.ROUND_CHANGED)
    write_round(tmp_path / "machine", change)
    for number in ("27-2", "27-3"):
        write_and_save(user, number)
        assert user.window.notices.is_standing(Topic.ROUND_CHANGED)
        assert said in user.window.notices.bar.message.text()
        assert json.loads(orphan.read_bytes())["projects"][0]["name"] == number
    write_round(tmp_path / "machine")
    write_and_save(user, "27-4")
    assert not user.window.notices.is_standing(Topic.ROUND_CHANGED)
