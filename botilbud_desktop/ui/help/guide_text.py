"""Lays out a topic as a document: headings that links lead to, tables with borders, colours of the palette."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)

from botilbud_desktop.domain.text.hidden_marks import hard_spaced
from botilbud_desktop.ui.help.topics import anchor_of
from botilbud_desktop.ui.style.spacing import GAP, HALF, SECTION, UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.text import HEADING_SCALE, SUBHEADING_SCALE

_Property = QTextCharFormat.Property
_SCALES = {1: HEADING_SCALE, 2: SUBHEADING_SCALE, 3: 1.0}
_LINE_HEIGHT = 112.0
"""Per cent of the font's own line height."""


def fill(document: QTextDocument, markdown: str, font: QFont, palette: QPalette) -> None:
    """Writes a topic into `document`; HTML in it is shown as text."""
    features = QTextDocument.MarkdownFeature
    document.setDefaultFont(font)
    document.setMarkdown(hard_spaced(markdown), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    lay_out(document, font, palette)


def lay_out(document: QTextDocument, font: QFont, palette: QPalette) -> None:
    """Gives the headings, paragraphs, lists, links and tables of `document` their look."""
    document.setDocumentMargin(SECTION)
    block = document.begin()
    while block.isValid():
        _lay_out(block, font, palette)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _draw_borders(frame, palette)


def _lay_out(block: QTextBlock, font: QFont, palette: QPalette) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    layout = QTextBlockFormat()
    if cursor.currentTable() is None:
        layout.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        layout.setTopMargin(0 if level == 1 else GAP)
        layout.setBottomMargin(UNIT)
    elif block.textList() is not None:
        layout.setBottomMargin(HALF)
    elif cursor.currentTable() is None:
        layout.setBottomMargin(UNIT)
    cursor.mergeBlockFormat(layout)
    if level:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        char_format = QTextCharFormat(cursor.charFormat())
        char_format.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
        char_format.setFontPointSize(font.pointSizeF() * _SCALES.get(level, 1.0))
        char_format.setFontWeight(QFont.Weight.Bold)
        char_format.setAnchor(True)
        char_format.setAnchorNames([anchor_of(block.text())])
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format)
    _colour_links(block, palette)


def _colour_links(block: QTextBlock, palette: QPalette) -> None:
    """Colours the links; an external address, which Qt makes a link, becomes text, as it leads nowhere."""
    spans = []
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        if address := fragment.charFormat().anchorHref():
            spans.append((fragment.position(), fragment.length(), bool(QUrl(address).scheme())))
        piece += 1
    link = QTextCharFormat()
    link.setForeground(state_colour(State.INFORMATION, palette))
    link.setFontUnderline(True)
    for position, length, is_outside in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        if is_outside:
            cursor.setCharFormat(_without_link(cursor.charFormat()))
        else:
            cursor.mergeCharFormat(link)


def _without_link(char_format: QTextCharFormat) -> QTextCharFormat:
    plain = QTextCharFormat(char_format)
    for one in (_Property.IsAnchor, _Property.AnchorHref, _Property.ForegroundBrush, _Property.TextUnderlineStyle):
        plain.clearProperty(one)
    plain.setFontUnderline(False)
    return plain


def _draw_borders(table: QTextTable, palette: QPalette) -> None:
    table_format = table.format()
    table_format.setCellPadding(HALF)
    table_format.setCellSpacing(0)
    table_format.setBorderCollapse(True)
    table_format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    table_format.setBorderBrush(palette.mid())
    table_format.setTopMargin(HALF)
    table_format.setBottomMargin(UNIT)
    table.setFormat(table_format)
