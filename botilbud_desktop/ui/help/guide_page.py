"""What is read of the guide: one topic at a time, links between topics, back and forward."""

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from botilbud_desktop.ui.help.guide_text import fill
from botilbud_desktop.ui.help.topics import FIRST, Topic
from botilbud_desktop.ui.style.states import State, state_surface

Place = tuple[str, str]
"""The name of a topic, and of a heading in it or ""."""


class GuidePage(QTextBrowser):
    """Shows the program's own files; nothing else is ever fetched or opened."""

    moved = Signal()
    """Another topic is shown, or another place of it."""

    def __init__(self, topics: dict[str, Topic], parent: QWidget) -> None:
        super().__init__(parent)
        self._topics = topics
        self._places: list[Place] = []
        self._at = -1
        self._words: tuple[str, ...] = ()
        self.setOpenLinks(False)
        self.setAccessibleName("Vejledning")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._on_link)

    @property
    def topic(self) -> str:
        """The name of the topic that is shown."""
        return self._places[self._at][0] if self._places else FIRST

    @property
    def can_go_back(self) -> bool:
        """Whether something was read before."""
        return self._at > 0

    @property
    def can_go_on(self) -> bool:
        """Whether the reader has gone back from something."""
        return self._at < len(self._places) - 1

    def go_to(self, topic: str, anchor: str = "", words: tuple[str, ...] = ()) -> None:
        """Show a topic from one of its headings on, with these words marked."""
        if not self._places or self._places[self._at] != (topic, anchor):
            self._places = [*self._places[: self._at + 1], (topic, anchor)]
            self._at = len(self._places) - 1
        self._words = words
        self._show()

    def go_back(self) -> None:
        """Show what was read before."""
        self._go_by(-1)

    def go_on(self) -> None:
        """Show again what the reader has gone back from."""
        self._go_by(1)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: the guide has no pictures, and no file or address is ever looked up for it."""
        return QByteArray()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._places:
            position = self.verticalScrollBar().value()
            self._fill()
            self.verticalScrollBar().setValue(position)

    def _go_by(self, by: int) -> None:
        if 0 <= self._at + by < len(self._places):
            self._at += by
            self._words = ()
            self._show()

    def _show(self) -> None:
        self._fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        anchor = self._places[self._at][1]
        if anchor:
            self.scrollToAnchor(anchor)
        self.moved.emit()

    def _fill(self) -> None:
        fill(self.document(), self._topics[self.topic].markdown, self.font(), self.palette())
        self._mark_words()

    def _mark_words(self) -> None:
        marks = []
        flags = QTextDocument.FindFlag(0)
        for word in self._words:
            cursor = self.document().find(word, 0, flags)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(state_surface(State.ATTENTION, self.palette()))
                mark.format.setForeground(self.palette().color(QPalette.ColorRole.Text))
                marks.append(mark)
                cursor = self.document().find(word, cursor, flags)
        self.setExtraSelections(marks)

    def _on_link(self, url: QUrl) -> None:
        """Follow a link to another topic or heading; any other goes nowhere."""
        if url.scheme() or url.host():
            return
        name = url.path().removesuffix(".md") or self.topic
        if name in self._topics:
            self.go_to(name, url.fragment())
