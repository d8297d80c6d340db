"""A long text reads pasted markup without opening what it names; `python3 dev.py faults paste` tries every input."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.faults.named_resources import all_in_one, each_by_itself

if sys.platform != "linux":
    pytest.skip("its kernel tells of opened files", allow_module_level=True)

from tests.faults.bait import PIPE, bait


def touched_by(
    read: Callable[[str], None], folder: Path, markups: Callable[[str], list[str]], most: int | None = None
) -> list[str]:
    """Returns what is touched when `read` reads the markup, for each way to name a file or server, or the first."""
    with bait(folder.resolve()) as hung_out:
        for resource in hung_out.resources()[:most]:
            if PIPE not in resource and "/dev/zero" not in resource:  # a reader that opens these never ends
                for markup in markups(resource):
                    read(markup)
        return hung_out.touched()


def pasted(markup: str) -> None:
    area = TextInput()
    mime = QMimeData()
    mime.setHtml(f"{markup}<p>slut")
    area.insertFromMimeData(mime)


def laid_out(markup: str) -> None:
    document = QTextDocument()
    document.setHtml(markup)
    document.size()


def some(resource: str) -> list[str]:
    return [
        named.markup for named in each_by_itself(resource) if named.by.startswith(("<link", "<table", "@import url("))
    ]


def test_pasted_markup_opens_and_asks_for_nothing(qapp: QApplication, tmp_path: Path) -> None:
    assert touched_by(pasted, tmp_path, lambda resource: [all_in_one(resource)]) == []


def test_a_text_document_would_have_opened_it(qapp: QApplication, tmp_path: Path) -> None:
    assert "x.css" in touched_by(laid_out, tmp_path, some, most=1)
