"""Vejledning: contents and search at the left, the topic at the right; it stays open beside the main window."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.help.guide_page import GuidePage, GuidePosition
from botilbud_desktop.ui.help.topics import GROUPS, Found, read_topics, search
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold

_SIZE = QSize(860, 640)
_SHARES = (250, 610)
_LEAST_SIDE = 112
_POSITION_ROLE = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier


class GuideWindow(QWidget):
    """The guide. It keeps its geometry when it is closed and opened again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._main_window = window
        self.setWindowTitle("Vejledning til Botilbud Desktop")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * 0.9))
        self.topics = read_topics(resources_folder() / "guide")
        self.page = GuidePage(self.topics, self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(False)
        self.search.setAccessibleName("Søg i vejledningen")
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_search_entered)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Indhold")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.back = QPushButton("Til&bage", self)
        self.back.clicked.connect(self.page.go_back)
        self.forward = QPushButton("&Frem", self)
        self.forward.clicked.connect(self.page.go_on)
        self.close_button = QPushButton("&Luk", self)
        self.close_button.clicked.connect(self.close)
        self.page.moved.connect(self._render)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_find)
        self._lay_out()
        self._show_contents()

    def open_at(self, place: GuidePosition) -> None:
        """Shows the window at a topic, in front of the others."""
        self.search.clear()
        self.page.go_to(*place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search, then closes; Alt+Left and Alt+Right go back and forward."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close()
        elif event.modifiers() == _ALT and event.key() == Qt.Key.Key_Left:
            self.page.go_back()
        elif event.modifiers() == _ALT and event.key() == Qt.Key.Key_Right:
            self.page.go_on()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Activates the main window again."""
        super().closeEvent(event)
        self._main_window.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._on_searched(self.search.text())

    def _lay_out(self) -> None:
        label = plain_label("&Søg i vejledningen", self)
        set_bold(label)
        label.setBuddy(self.search)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(label)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        side.setMinimumWidth(_LEAST_SIDE)
        splitter.setSizes([share * self.width() // _SIZE.width() for share in _SHARES])
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(splitter, 1)
        layout.addLayout(buttons)

    def _show_contents(self) -> None:
        self.list.clear()
        self.list.setSpacing(0)
        self.list.setAccessibleName("Indhold")
        for heading, names in GROUPS:
            item = QListWidgetItem(heading, self.list)
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
        self.list.setAccessibleName(f"Fundet {len(found)} steder" if found else "Ikke fundet")
        if not found:
            item = QListWidgetItem("Der er ikke noget om det. Prøv et andet eller et kortere ord.", self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for hit in found:
            topic, section = hit.topic.title, hit.section.title
            where = topic if section == topic else f"{topic}: {section}"
            item = QListWidgetItem(f"{where}\n{hit.excerpt}", self.list)
            item.setData(_POSITION_ROLE, (hit.topic.name, hit.section.anchor))

    def _render(self) -> None:
        """Updates the buttons, and selects the shown topic in the contents."""
        self.back.setEnabled(self.page.can_go_back)
        self.forward.setEnabled(self.page.can_go_on)
        if not self.search.text():
            for row in range(self.list.count()):
                if self.list.item(row).data(_POSITION_ROLE) == (self.page.topic, ""):
                    self.list.setCurrentRow(row)

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

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
