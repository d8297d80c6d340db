"""A note on the clipboard is fetched as from a file; copied files, links and nothing at all are told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenDraft
from tests.ui.test_document_choices import EMPTY
from tests.ui.test_fetching_documents import NOTE, dialog_of, note, shown
from tests.ui.test_table_import import table


def copy(text: str = "", markup: str = "", file: Path | None = None) -> None:
    """Puts something on the clipboard, as another program does."""
    data = QMimeData()
    if text:
        data.setText(text)
    if markup:
        data.setHtml(markup)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)


def test_a_copied_note_is_shown(open_draft: OpenDraft) -> None:
    user = open_draft(EMPTY)
    copy(NOTE)
    user.use_menu("&Hent fra udklipsholderen …")
    dialog = dialog_of(user)
    assert "udklipsholderen" in dialog.windowTitle()
    assert any(row.value == 22_900 for row in dialog.choices.rows)
    dialog.reject()


def test_a_note_copied_from_word_is_shown(open_draft: OpenDraft) -> None:
    user = open_draft(EMPTY)
    cells = (
        "<tr><td></td><td>Hele 1.000 kr.</td></tr><tr><td>Lånebeløb kommunen ansøger om for 2025</td><td>22.900</td>"
    )
    copy("Skovhuset", f"<html><body><h2>Skovhuset, 19 pladser</h2><table>{cells}</tr></table></body></html>")
    user.use_menu("&Hent fra udklipsholderen …")
    dialog = dialog_of(user)
    assert any(row.value == 22_900 for row in dialog.choices.rows)
    dialog.reject()


def test_copied_cells_open_the_preview_of_tables(open_draft: OpenDraft) -> None:
    user = open_draft(EMPTY)
    mark = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'
    copy("Projekt\tLån 2025\nSkovhuset\t22.900\n", mark)
    user.use_menu("&Hent fra udklipsholderen …")
    preview = table(user)
    assert preview is not None
    preview.reject()


def test_a_copied_file_is_read(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    copy(file=note(tmp_path))
    user.use_menu("&Hent fra udklipsholderen …")
    dialog_of(user).reject()


def test_an_empty_clipboard_and_too_much_are_told(open_draft: OpenDraft) -> None:
    user = open_draft(EMPTY)
    QApplication.clipboard().clear()
    user.use_menu("&Hent fra udklipsholderen …")
    assert user.notice_text().startswith("Der er ikke kopieret en tekst.")
    copy(" ")
    user.use_menu("&Hent fra udklipsholderen …")
    assert user.notice_text().startswith("Der er ikke kopieret en tekst.")
    copy("ord " * 600_000)
    user.use_menu("&Hent fra udklipsholderen …")
    assert user.notice_text().startswith("Der er kopieret for meget tekst.")


@pytest.mark.parametrize("with_text", [False, True])
def test_several_copied_files_and_a_link_are_no_text(open_draft: OpenDraft, tmp_path: Path, *, with_text: bool) -> None:
    """Qt gives their addresses as text, some file managers their paths."""
    user = open_draft(EMPTY)
    files = [str(note(tmp_path, name)) for name in ("et.txt", "to.txt")]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file) for file in files])
    if with_text:
        data.setText("\n".join(files))
    QApplication.clipboard().setMimeData(data)
    user.use_menu("&Hent fra udklipsholderen …")
    assert shown(user) is None
    assert user.notice_text().startswith("Der er kopieret flere filer.")
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/notat.docx")])
    QApplication.clipboard().setMimeData(data)
    user.use_menu("&Hent fra udklipsholderen …")
    assert shown(user) is None
    assert user.notice_text().startswith("Der er ikke kopieret en tekst.")
