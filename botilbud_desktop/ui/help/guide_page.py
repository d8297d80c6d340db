"""The page of the guide: one topic at a time, links between topics, back and forward."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.help.guide_text import fill
from botilbud_desktop.ui.help.reading_page import ReadingPage
from botilbud_desktop.ui.help.topics import FIRST, Topic, anchor_of
from botilbud_desktop.ui.widgets.announcing import announce

GuidePosition = tuple[str, str]
"""The name of a topic, and of a heading in it or ""."""


class GuidePage(ReadingPage):
    """Shows the program's own files; it never fetches or opens anything else."""

    moved = Signal()
    """Another topic is shown, or another position in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Vejledning", parent)
        self._topics: dict[str, Topic] = {}
        self._history: list[GuidePosition] = []
        self._index = -1
        self._words: tuple[str, ...] = ()
        self.anchorClicked.connect(self._on_link)

    def show_topics(self, topics: dict[str, Topic]) -> None:
        """Go to these topics from now on; the positions so far belong to others."""
        self._topics = topics
        self._history.clear()
        self._index = -1

    @property
    def topic(self) -> str:
        """The name of the shown topic."""
        return self._history[self._index][0] if self._history else FIRST

    @property
    def can_go_back(self) -> bool:
        """Whether there is a position to go back to."""
        return self._index > 0

    @property
    def can_go_on(self) -> bool:
        """Whether the reader has gone back, and can go forward again."""
        return self._index < len(self._history) - 1

    def go_to(self, topic: str, anchor: str = "", words: tuple[str, ...] = ()) -> None:
        """Shows a topic from one of its headings on, with `words` highlighted."""
        if not self._history or self._history[self._index] != (topic, anchor):
            self._history = [*self._history[: self._index + 1], (topic, anchor)]
            self._index = len(self._history) - 1
        self._words = words
        self._show()

    def go_back(self) -> None:
        """Shows the position before this one."""
        self._go_by(-1)

    def go_on(self) -> None:
        """Shows the position that the reader went back from."""
        self._go_by(1)

    def fill(self) -> None:
        if self._topics:
            fill(self.document(), self._topics[self.topic].markdown, self.font(), self.palette())
            self._highlight_words()

    def _go_by(self, by: int) -> None:
        if 0 <= self._index + by < len(self._history):
            self._index += by
            self._words = ()
            self._show()

    def _show(self) -> None:
        self.fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        anchor = self._history[self._index][1]
        if anchor:
            self._put_caret(anchor)
            self.scrollToAnchor(anchor)
        if self.hasFocus():
            announce(self, self.textCursor().block().text())
        self.moved.emit()

    def _put_caret(self, anchor: str) -> None:
        """Put the caret at a heading: a screen reader reads on from it."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                self.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def _highlight_words(self) -> None:
        found = []
        flags = QTextDocument.FindFlag(0)
        for word in self._words:
            cursor = self.document().find(word, 0, flags)
            while not cursor.isNull():
                found.append(cursor)
                cursor = self.document().find(word, cursor, flags)
        self.highlight(found)

    def _on_link(self, url: QUrl) -> None:
        """Follows a link to another topic or heading; other links do nothing."""
        if url.scheme() or url.host():
            return
        name = url.path().removesuffix(".md") or self.topic
        if name in self._topics:
            self.go_to(name, url.fragment())
