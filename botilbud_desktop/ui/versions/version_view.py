"""One earlier version beside the present draft, or beside the version before it."""

from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.comparing.difference_list import DifferenceList
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour, subheading
from botilbud_desktop.ui.widgets.link_row import LinkRow
from botilbud_desktop.ui.widgets.radio_button import RadioButton

NOW = "Kladden nu"
FIRST = "Det er den første version, så der er ingen før den."


class Titled(NamedTuple):
    """A version and its title; `problem` says why it cannot be compared. What cannot be read has no content."""

    title: str
    content: Application | None = None
    problem: str = ""


class VersionView(QWidget):
    """The comparison, and the choice of what to compare with."""

    def __init__(self, current: Snapshot | None, round_: Round, parent: QWidget | None = None) -> None:
        """`current` is the present draft; None when there is none to compare with."""
        super().__init__(parent)
        self._current = current
        self._round = round_
        self._version = Titled("")
        self._before: Titled | None = None
        self._title: QLabel = subheading("", self)
        self._about = plain_label("", self)
        set_text_colour(self._about, quiet_colour(self.palette()))
        self._question = plain_label("Sammenlign med:", self, wrap=False)
        self.with_now = RadioButton("kladden nu", self)
        self.with_before = RadioButton("versionen lige før", self)
        for button in (self.with_now, self.with_before):
            button.setAccessibleName(f"Sammenlign med {button.text()}")
        self.with_before.setChecked(current is None)
        self.with_now.setChecked(current is not None)
        self.with_now.toggled.connect(self._compare)
        self.differences = DifferenceList(self)
        choice = LinkRow(self)
        for widget in (self._question, self.with_now, self.with_before):
            widget.setParent(choice)
            choice.take(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(choice)
        layout.addSpacing(HALF)
        layout.addWidget(self.differences, 1)

    def show_version(self, version: Titled, about: str, before: Titled | None) -> None:
        """Shows a version with what is known of it; `before` is the one before it, None for the first."""
        self._version, self._before = version, before
        self._title.setText(version.title)
        self._about.setText(about)
        self._show_parts(True)
        self._compare()

    def say(self, sentence: str) -> None:
        """Shows a sentence where there is no version to show."""
        self._show_parts(False)
        self.differences.say(sentence)

    def _show_parts(self, are_shown: bool) -> None:
        for part in (self._title, self._about):
            part.setVisible(are_shown)
        for choice in (self._question, self.with_now, self.with_before):
            choice.setVisible(are_shown and self._current is not None)

    def _compare(self) -> None:
        version = self._version
        if version.content is None or version.problem:
            self.differences.say(version.problem)
        elif self._current is not None and self.with_now.isChecked():
            current = self._current
            found = differences(version.content, current.application, self._round, {}, current.half_typed)
            self.differences.show_differences(found, version.title, NOW)
        elif self._before is None:
            self.differences.say(FIRST)
        elif self._before.content is None or self._before.problem:
            self.differences.say(self._before.problem)
        else:
            found = differences(self._before.content, version.content, self._round)
            self.differences.show_differences(found, self._before.title, version.title)
