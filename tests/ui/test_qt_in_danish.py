"""Danish wording for Qt's own texts that Qt's Danish translation lacks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QFileIconProvider, QGroupBox, QLabel, QWidget

from botilbud_desktop.storage.paths import resources_folder

_ENGLISH = {"Look in", "Files of type", "Drive", "Folder", "Double Sided Printing", "Off", "Page Set"}
_ENGLISH |= {"Long side binding", "Short side binding"}


def _words(dialog: QWidget) -> set[str]:
    labels = [widget.text() for widget in dialog.findChildren(QWidget) if isinstance(widget, QLabel | QAbstractButton)]
    titles = [box.title() for box in dialog.findChildren(QGroupBox)]
    return {text.replace("&", "").rstrip(":") for text in (*labels, *titles)}


def test_a_folder_is_called_mappe(qapp: QApplication, tmp_path: Path) -> None:
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Mappe"
    assert QFileIconProvider().type(QFileInfo("/")) == "Drev"


def test_qts_own_dialogs_for_files_and_printing_have_no_english_word(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "prøve.pdf"))
    dialogs: list[QWidget] = [QFileDialog(), QPrintDialog(printer)]
    for dialog in dialogs:
        words = _words(dialog)
        assert len(words) > 5
        assert words & _ENGLISH == set()
        dialog.deleteLater()


@pytest.mark.parametrize("source", ["&Look in:", "Files of &type:"])
def test_each_word_is_found_where_qt_looks_for_it(qapp: QApplication, source: str) -> None:
    assert QCoreApplication.translate("QFileDialog", source) != source


def test_the_translation_in_use_is_made_from_its_source() -> None:
    folder = resources_folder() / "translations"
    source = (folder / "qt_rest_da.ts").read_text(encoding="utf-8")
    made = (folder / "qt_rest_da.qm").read_bytes()
    translations = [part.split("</translation>")[0] for part in source.split("<translation>")[1:]]
    assert len(translations) > 10
    for text in translations:
        assert text.replace("&amp;", "&").encode("utf-16-be") in made
