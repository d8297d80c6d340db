"""Links that mend a finding with one click, below the note that asks about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.rules.results import Finding, Suggestion
from botilbud_desktop.ui.style.spacing import GAP
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs


class SuggestionLinks(QWidget):
    """A row of links, one for each value that the findings suggest; hidden while there are none."""

    def __init__(
        self, parent: QWidget, apply: Callable[[Suggestion], None], refocus: Callable[[], None], about: str = ""
    ) -> None:
        """`apply` puts a suggestion into the draft; `refocus` then moves the focus, since the link may be gone.

        `about` is what screen readers add to the words, where other rows say the same.
        """
        super().__init__(parent)
        self._about = about
        self._apply = apply
        self._refocus = refocus
        self._shown: tuple[Suggestion, ...] = ()
        self._links: list[LinkButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.hide()

    def show_for(self, findings: Sequence[Finding], *, read_only: bool) -> None:
        """Show what these findings suggest; a draft that is read-only gets no suggestions.

        The links follow in the tab order of the page as they stand in its layout.
        """
        if self.show_suggestions(() if read_only else tuple(each for found in findings for each in found.suggestions)):
            order_tabs(self)

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> bool:
        """Show these suggestions instead of the current ones. Returns whether there are new links."""
        if suggestions == self._shown:
            return False
        self._shown = suggestions
        for link in self._links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(number, each) for number, each in enumerate(suggestions)]
        self.setVisible(bool(suggestions))
        return bool(suggestions)

    def follow(self, widget: QWidget) -> None:
        """Put the links after `widget` in the tab order."""
        for before, link in zip([widget, *self._links], self._links, strict=False):
            QWidget.setTabOrder(before, link)

    def _link(self, number: int, suggestion: Suggestion) -> LinkButton:
        link = LinkButton(suggestion.words, self)
        link.setObjectName(f"{suggestion.field}.suggestion.{number}")
        link.setAccessibleName(line_text(suggestion.field, f"{suggestion.words} {self._about}".rstrip()))
        link.clicked.connect(self._on_clicked)
        self._row.insertWidget(number, link, 0, Qt.AlignmentFlag.AlignTop)
        return link

    def _on_clicked(self) -> None:
        clicked = self.sender()
        suggestion = next(each for link, each in zip(self._links, self._shown, strict=True) if link is clicked)
        self._apply(suggestion)
        self._refocus()
