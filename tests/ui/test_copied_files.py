"""Files that were copied or dragged in a file manager never become a text of a field."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolTip, QWidget

from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.platform.copied_files import are_files
from tests.ui.screen import texts_of
from tests.ui.test_mishaps import with_open_menu
from tests.ui.user import User, settle

DRAFT = "Der er kopieret en kladde, ikke en tekst. Åbn den med »Åbn …« i menuen »Fil«, eller træk den hen på vinduet."
DOCUMENT = "Der er kopieret en fil, ikke en tekst. Hent, hvad der står i den, med »Hent fra dokument …«"
ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def files(*names: str, text: str | None = None) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(f"/mappe/{name}") for name in names])
    if text is not None:
        content.setText(text)
    return content


def copy(*names: str) -> None:
    QApplication.clipboard().setMimeData(files(*names))


def drag(target: QWidget, content: QMimeData) -> tuple[bool, bool]:
    """Drags over a widget and drops; returns whether anything took it when it entered, and when it was dropped."""
    spot, button, none = QPointF(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot, ACTIONS, content, button, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    dropped = QDropEvent(spot, ACTIONS, content, button, none)
    dropped.ignore()
    QApplication.sendEvent(target, dropped)
    settle()
    return enter.isAccepted(), dropped.isAccepted()


@pytest.mark.parametrize(("name", "sentence"), [("sag.botilbud", DRAFT), ("notat.docx", DOCUMENT)])
def test_a_copied_file_is_not_pasted_into_a_text_and_it_is_said_what_to_do(
    empty: User, name: str, sentence: str
) -> None:
    empty.click("projects.0.description")
    copy(name)
    empty.control(Qt.Key.Key_V)
    assert empty.value("projects.0.description") == ""
    field = empty.area("projects.0.description").parentWidget()
    assert field is not None
    assert any(text.startswith(sentence) for text in texts_of(field))


@pytest.mark.parametrize(("name", "sentence"), [("sag.botilbud", DRAFT), ("notat.docx", DOCUMENT)])
def test_a_copied_file_is_not_pasted_into_a_line(empty: User, name: str, sentence: str) -> None:
    empty.click("projects.0.name")
    copy(name, name)
    empty.control(Qt.Key.Key_V)
    assert empty.value("projects.0.name") == ""
    assert QToolTip.text().startswith(sentence)


@pytest.mark.parametrize("name", ["projects.0.name", "projects.0.description"])
def test_the_menu_of_a_field_says_that_a_file_was_copied(empty: User, name: str) -> None:
    empty.click(name)
    copy("notat.docx")
    field = empty.widget(name, QWidget)
    with with_open_menu() as offered:
        spot = field.rect().center()
        reason, keys = QContextMenuEvent.Reason.Keyboard, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field, QContextMenuEvent(reason, spot, field.mapToGlobal(spot), keys))
    assert offered["Sæt ind (der er kopieret en fil)"] is False


@pytest.mark.parametrize("name", ["projects.0.name", "projects.0.description", "projects.0.loan.2025"])
def test_a_dropped_file_reaches_the_window_behind_the_field(empty: User, name: str) -> None:
    field = empty.widget(name, QWidget)
    target = field.viewport() if isinstance(field, QPlainTextEdit) else field
    before = empty.application
    assert drag(target, files("notat.docx")) == (True, True)
    assert "notat.docx" in empty.notice_text(), "the window took it, and says that it is not there"
    assert empty.application == before


def test_a_dropped_text_goes_into_the_field(empty: User) -> None:
    content = QMimeData()
    content.setText("fra Word")
    assert drag(empty.area("projects.0.description").viewport(), content) == (True, True)
    assert empty.value("projects.0.description") == "fra Word"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (files("a.docx"), True),
        (files("a.docx", text="file:///mappe/a.docx"), True),
        (files("a b.docx", "c.txt", text="/mappe/a b.docx\n/mappe/c.txt\n"), True),
        (files("a b.docx", text="file:///mappe/a%20b.docx"), True),
        (files("a.docx", text="Se vedlagte"), False),
        (None, False),
        (QMimeData(), False),
    ],
)
def test_files_are_told_from_texts(content: QMimeData | None, expected: bool) -> None:
    assert are_files(content) is expected


def test_the_address_of_a_page_is_a_text() -> None:
    content = QMimeData()
    content.setUrls([QUrl("https://www.sbst.dk")])
    assert not are_files(content)


def test_copied_files_are_no_table_of_projects(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    copy("a.xlsx", "b.xlsx")
    aalborg.click("projects.paste")
    assert "Der er kopieret en fil, ikke en tabel. Brug »Indsæt projekter fra Excel-fil …« i menuen »Fil«." in (
        aalborg.notice_text()
    )


def test_every_field_in_the_program_that_can_be_written_in_is_one_of_these() -> None:
    package = Path(__file__).parents[2] / "botilbud_desktop" / "ui"
    makers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if any(f"{name}(" in line for name in ("QLineEdit", "QTextEdit", "QSpinBox", "QDateEdit", "setEditable"))
    }
    assert makers <= {"fields/inputs.py", "comparing/difference_text.py"}
    assert issubclass(LineInput, QLineEdit)
    assert issubclass(TextInput, QPlainTextEdit)
