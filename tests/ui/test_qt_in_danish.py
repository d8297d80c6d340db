"""Danish wording for Qt's own texts that Qt's Danish translation lacks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QFileIconProvider,
    QGroupBox,
    QLabel,
    QMessageBox,
    QTabWidget,
    QTreeView,
    QWidget,
)

from botilbud_desktop.storage.paths import resources_folder

_SAME_IN_BOTH = {"OK", "Type", "Printer", "Millimeter (mm)", "Pica (P\u0338)", "Didot (DD)", "Cicero (CC)"}
_BUTTONS = (
    "Ok",
    "Save",
    "Open",
    "Cancel",
    "Close",
    "Yes",
    "No",
    "Abort",
    "Retry",
    "Ignore",
    "Discard",
    "Help",
    "Reset",
)


def _words(dialog: QWidget) -> Iterator[str]:
    """Yields all that a dialog shows or tells: labels, tips, names, menus, tabs, headings and choices."""
    for widget in (dialog, *dialog.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QGroupBox():
                yield widget.title()
            case QTabWidget():
                yield from (widget.tabText(index) for index in range(widget.count()))
            case QComboBox():
                yield from (widget.itemText(index) for index in range(widget.count()))
            case QTreeView() if widget.model() is not None:
                model, across = widget.model(), Qt.Orientation.Horizontal
                yield from (str(model.headerData(index, across)) for index in range(model.columnCount()))
    yield from (action.text() for action in dialog.findChildren(QAction))


def _all_words(tmp_path: Path) -> list[str]:
    """Returns the words of the dialogs for files, folders, printing and questions, in the same order each time."""
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "prøve.pdf"))
    dialogs: list[QWidget] = [QPrintDialog(printer)]
    for accepting in QFileDialog.AcceptMode:
        for kind in (QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory):
            dialog = QFileDialog()
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setAcceptMode(accepting)
            dialog.setFileMode(kind)
            dialogs.append(dialog)
    for name in _BUTTONS:
        box = QMessageBox()
        box.setStandardButtons(QMessageBox.StandardButton[name])
        dialogs.append(box)
    found = [text.replace("&", "").rstrip(":") for each in dialogs for text in _words(each)]
    for each in dialogs:
        each.deleteLater()
    return found


def test_a_folder_is_called_mappe(qapp: QApplication, tmp_path: Path) -> None:
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Mappe"
    assert QFileIconProvider().type(QFileInfo("/")) == "Drev"


def test_qts_own_dialogs_for_files_printing_and_questions_say_nothing_in_english(
    qapp: QApplication, tmp_path: Path
) -> None:
    danish = _all_words(tmp_path)
    translators = qapp.findChildren(QTranslator)
    assert len(translators) == 2
    for translator in translators:
        qapp.removeTranslator(translator)
    english = _all_words(tmp_path)
    for translator in translators:
        qapp.installTranslator(translator)
    assert len(english) == len(danish) > 100
    same = {
        one
        for one, other in zip(danish, english, strict=True)
        if one == other and re.search("[a-z]{2}", one, re.IGNORECASE)
    }
    paper = {text for text in same if re.fullmatch(r".*\d.*", text) or text.startswith("/")}
    assert same - paper == _SAME_IN_BOTH & same
    assert {"Annullér", "Søg i", "Filtype", "Opret ny mappe"} <= set(danish)
    assert not {"Annuller", "Ignorer"} & set(danish), "the house writes imperatives with their accents"


@pytest.mark.parametrize(
    ("context", "source"),
    [
        ("QFileDialog", "&Look in:"),
        ("QFileDialog", "Files of &type:"),
        ("QPageSetupWidget", "Page &order:"),
        ("QPageSetupWidget", "Pages &per sheet:"),
    ],
)
def test_each_word_is_found_where_qt_looks_for_it(qapp: QApplication, context: str, source: str) -> None:
    assert QCoreApplication.translate(context, source) != source


def test_the_translation_in_use_is_made_from_its_source() -> None:
    folder = resources_folder() / "translations"
    source = (folder / "qt_rest_da.ts").read_text(encoding="utf-8")
    made = (folder / "qt_rest_da.qm").read_bytes()
    translations = [part.split("</translation>")[0] for part in source.split("<translation>")[1:]]
    assert len(translations) > 10
    for text in translations:
        assert text.replace("&amp;", "&").encode("utf-16-be") in made
