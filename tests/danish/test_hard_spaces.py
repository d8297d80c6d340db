"""Between a number and its unit, and after »§«, a shown text is not broken; nothing that is kept or copied changes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument, QTextLayout
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.export import ExportKind, exported
from botilbud_desktop.documents.pdf.text import longest_word, own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import load_theme
from botilbud_desktop.domain.text.hidden_marks import HARD_SPACE, hard_spaced
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.help.guide_text import fill
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.danish.visible import visible_texts
from tests.documents.samples import COMPLETE, text_of
from tests.rules.samples import ROUND, TODAY

SENTENCE = "Lånet er 22,9 mio. kr. efter SEL §§ 107 og 108."
BOUND = "Lånet er 22,9·mio.·kr. efter SEL·§§·107 og 108."
_UNIT = re.compile(r"\d (mio\.|mia\.|kr\.|pct\.|%|m²)|(mio|mia)\. kr\.|§ \d")


def seen(text: str) -> str:
    return text.replace(HARD_SPACE, "·")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SENTENCE, BOUND),
        ("Skriv beløbet i hele 1.000 kr. Det er 25 pct.", "Skriv beløbet i hele 1.000·kr. Det er 25·pct."),
        ("ABL § 105 og barnets lov § 43, stk. 2", "ABL·§·105 og barnets lov §·43, stk.·2"),
        ("Den 3.5.2024 kl. 14.32, 120 % og 12 m²", "Den 3.5.2024 kl.·14.32, 120·% og 12·m²"),
        ("1,5 mia. kr.", "1,5·mia.·kr."),
        ("8 pladser i 2025, 998 af 1.000 tegn", "8 pladser i 2025, 998 af 1.000 tegn"),
        ("§\u00a0107 og 5\u00a0kr.", "§·107 og 5·kr."),
        ("", ""),
    ],
)
def test_a_number_stays_with_its_unit_and_a_paragraph_with_its_sign(text: str, shown: str) -> None:
    assert seen(hard_spaced(text)) == shown
    assert len(hard_spaced(text)) == len(text)
    assert hard_spaced(hard_spaced(text)) == hard_spaced(text)


def test_no_text_of_the_program_has_a_place_that_is_missed() -> None:
    missed = [text for _, text in visible_texts() if _UNIT.search(hard_spaced(text))]
    assert missed == []


def _lines(widget: QWidget, text: str, width: int) -> Iterator[str]:
    """Yields the lines in which a text is broken at a width in px, as `drawText` breaks them."""
    layout = QTextLayout(text, widget.font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield text[line.textStart() : line.textStart() + line.textLength()]
    layout.endLayout()


def test_labels_links_and_notes_have_the_height_of_lines_that_keep_them_together(qtbot: QtBot) -> None:
    label, note, link = plain_label(SENTENCE), StillText(), LinkButton(SENTENCE)
    note.setText(SENTENCE)
    for widget in (label, note, link):
        qtbot.addWidget(widget)
    assert (label.text(), note.text(), link.words()) == (SENTENCE, SENTENCE, SENTENCE)
    assert (note.accessibleName(), link.accessibleName()) == (SENTENCE, SENTENCE)
    assert seen(QLabel.text(label)) == BOUND  # what Qt paints
    metrics = label.fontMetrics()
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    differs = 0
    for width in range(metrics.horizontalAdvance("22,9 mio. kr.") + 8, metrics.horizontalAdvance(SENTENCE), 3):
        room = QRect(0, 0, width, 10_000)
        bound, loose = (metrics.boundingRect(room, flags, text).height() for text in (hard_spaced(SENTENCE), SENTENCE))
        differs += bound != loose
        assert note.heightForWidth(width) == bound
        assert link.heightForWidth(width) >= bound
        assert all("22,9" not in line or "kr." in line for line in _lines(label, hard_spaced(SENTENCE), width))
    assert differs, "at no width is there a difference: the test proves nothing"


def test_rows_of_lists_are_drawn_with_them_and_keep_their_text(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    delegate = TallRows(rows)
    item = QListWidgetItem(SENTENCE, rows)
    assert seen(delegate.displayText(item.text(), rows.locale())) == BOUND
    assert item.text() == SENTENCE


def test_the_guide_is_written_with_them_and_found_without(qapp: Any) -> None:
    document = QTextDocument()
    fill(document, f"# Om § 107\n\n{SENTENCE}", qapp.font(), qapp.palette())
    block = document.begin().next()
    assert seen(block.text()) == BOUND
    assert not document.find("22,9 mio. kr.").isNull()
    assert not document.find("SEL §§ 107").isNull()
    assert document.toPlainText() == f"Om § 107\n{SENTENCE}"  # what is copied
    heading = document.begin().begin().fragment().charFormat()
    assert heading.anchorNames() == ["om--107"]


def test_papers_are_broken_elsewhere_and_hold_ordinary_spaces() -> None:
    style = load_theme(resources_folder()).body
    paragraph: Any = own_paragraph(SENTENCE, style)
    typed: Any = user_paragraphs(SENTENCE, style)[0]
    apart = 0
    for width in range(80, 260, 5):
        for each in (paragraph, typed):
            each.wrap(width, 1000)
        lines = [" ".join(words) for _, words in paragraph.blPara.lines]
        assert all("22,9" not in line or "kr." in line for line in lines)
        apart += any("22,9" in " ".join(words) and "kr." not in words for _, words in typed.blPara.lines)
    assert apart, "a user's text is broken as it was typed"
    assert longest_word(SENTENCE, style) > longest_word("efter SEL", style) * 2
    for kind in DocumentKind:
        assert HARD_SPACE not in text_of(kind, COMPLETE)


def test_exports_and_the_texts_of_the_rules_have_ordinary_spaces() -> None:
    assessment = assess(COMPLETE, ROUND, TODAY)
    said = [result.message for result in assessment.criteria] + [found.message for found in assessment.findings]
    assert any("mio. kr." in text for text in said)
    assert not any(HARD_SPACE in text for text in said)
    plain = exported(ExportKind.TEXT, COMPLETE, ROUND, assessment, TODAY)
    assert HARD_SPACE not in plain.decode("utf-8-sig")
