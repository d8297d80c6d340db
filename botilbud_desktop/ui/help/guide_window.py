"""Vejledning: contents and search at the left, the topic at the right; it stays open beside the main window."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.help.guide_figures import in_words_of
from botilbud_desktop.ui.help.guide_page import GuidePage, GuidePosition
from botilbud_desktop.ui.help.reading_window import ReadingWindow
from botilbud_desktop.ui.help.topics import GROUPS, Found, Topic, read_topics, search
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.widgets.announcing import Voice

_POSITION_ROLE = Qt.ItemDataRole.UserRole
_WIDTHS = (250, 610)
_ALT = Qt.KeyboardModifier.AltModifier


class GuideWindow(ReadingWindow):
    """The guide."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Vejledning til Botilbud Desktop", "&Søg i vejledningen", _WIDTHS)
        self._round_id = ""
        self._voice = Voice(self)
        self.topics: dict[str, Topic] = {}
        self.page = GuidePage(self)
        self.back = QPushButton("Til&bage", self)
        self.back.clicked.connect(self.page.go_back)
        self.forward = QPushButton("&Frem", self)
        self.forward.clicked.connect(self.page.go_on)
        self.page.moved.connect(self._render)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_search_entered)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.lay_out(self.page, (), (self.back, self.forward))

    def open_at(self, place: GuidePosition, round_: Round) -> None:
        """Shows the window at a topic, in the words of a round and in front of the others."""
        if self._round_id != round_.id:
            self._round_id = round_.id
            self.topics = read_topics(resources_folder() / "guide", partial(in_words_of, round_))
            self.page.show_topics(self.topics)
        self.search.clear()
        self._show_contents()
        self.page.go_to(*place)
        self.bring_up(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Left and Alt+Right go back and forward."""
        if event.modifiers() == _ALT and event.key() == Qt.Key.Key_Left:
            self.page.go_back()
        elif event.modifiers() == _ALT and event.key() == Qt.Key.Key_Right:
            self.page.go_on()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "back"):
            self._on_searched(self.search.text())

    def _on_searched(self, words: str) -> None:
        if words.strip():
            self._show_found(search(self.topics, words))
        else:
            self._show_contents()

    def _on_search_entered(self) -> None:
        if self.search.text().strip() and self.list.count():
            self.list.setCurrentRow(0)
            self._on_item(self.list.item(0))

    def _on_item(self, item: QListWidgetItem) -> None:
        position = item.data(_POSITION_ROLE)
        if position is not None:
            name, anchor = position
            self.page.go_to(name, anchor, tuple(self.search.text().split()))

    def _show_contents(self) -> None:
        self._voice.forget()
        self.list.clear()
        self.list.setSpacing(0)
        self.list.setAccessibleName("Indhold")
        for heading, names in GROUPS:
            item = QListWidgetItem(heading, self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heading)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            for name in names:
                entry = QListWidgetItem(f"   {self.topics[name].title}", self.list)
                entry.setData(_POSITION_ROLE, (name, ""))
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heading}: {self.topics[name].title}")
        self._render()

    def _show_found(self, found: tuple[Found, ...]) -> None:
        self.list.clear()
        self.list.setSpacing(HALF)
        words = f"Fundet {counted(len(found), 'sted', 'steder')}" if found else "Ikke fundet"
        self.list.setAccessibleName(words)
        if self.search.hasFocus():
            self._voice.say(words)
        if not found:
            item = QListWidgetItem("Der er ikke noget om det. Prøv et andet eller et kortere ord.", self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for hit in found:
            topic, section = hit.topic.title, hit.section.title
            where = topic if section == topic else f"{topic}: {section}"
            item = QListWidgetItem(f"{where}\n{hit.excerpt}", self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{where}: {hit.excerpt}")
            item.setData(_POSITION_ROLE, (hit.topic.name, hit.section.anchor))

    def _render(self) -> None:
        """Updates the buttons, and selects the shown topic in the contents."""
        self.back.setEnabled(self.page.can_go_back)
        self.forward.setEnabled(self.page.can_go_on)
        if not self.search.text():
            for row in range(self.list.count()):
                if self.list.item(row).data(_POSITION_ROLE) == (self.page.topic, ""):
                    self.list.setCurrentRow(row)
