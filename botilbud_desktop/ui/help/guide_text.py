"""A topic as a document to read: headings that links lead to, tables with lines, the colours of the palette."""

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

from botilbud_desktop.ui.help.topics import anchor_of
from botilbud_desktop.ui.style.spacing import GAP, HALF, SECTION, UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.text import HEADING_SCALE, SUBHEADING_SCALE

_Shape = QTextCharFormat.Property
_SCALES = {1: HEADING_SCALE, 2: SUBHEADING_SCALE, 3: 1.0}
_LINE_HEIGHT = 112.0
"""In per cent of the font's own."""


def fill(document: QTextDocument, markdown: str, font: QFont, palette: QPalette) -> None:
    """Put a topic into `document`. What the text holds of HTML is text."""
    features = QTextDocument.MarkdownFeature
    document.setDefaultFont(font)
    document.setDocumentMargin(SECTION)
    document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    block = document.begin()
    while block.isValid():
        _lay_out(block, font, palette)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _draw_lines(frame, palette)


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
        shape = QTextCharFormat(cursor.charFormat())
        shape.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
        shape.setFontPointSize(font.pointSizeF() * _SCALES.get(level, 1.0))
        shape.setFontWeight(QFont.Weight.Bold)
        shape.setAnchor(True)
        shape.setAnchorNames([anchor_of(block.text())])
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(shape)
    _colour_links(block, palette)


def _colour_links(block: QTextBlock, palette: QPalette) -> None:
    """Colour the links; an address of the world outside, which Qt makes a link that leads nowhere, is text."""
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


def _without_link(shape: QTextCharFormat) -> QTextCharFormat:
    plain = QTextCharFormat(shape)
    for one in (_Shape.IsAnchor, _Shape.AnchorHref, _Shape.ForegroundBrush, _Shape.TextUnderlineStyle):
        plain.clearProperty(one)
    plain.setFontUnderline(False)
    return plain


def _draw_lines(table: QTextTable, palette: QPalette) -> None:
    shape = table.format()
    shape.setCellPadding(HALF)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(palette.mid())
    shape.setTopMargin(HALF)
    shape.setBottomMargin(UNIT)
    table.setFormat(shape)
