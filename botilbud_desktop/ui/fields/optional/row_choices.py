"""Choices for rows that stand elsewhere on the page: each row in words, and what can be said about it besides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import DailyRate, PlaceGroup
from botilbud_desktop.domain.choice_wording import NOT_CHOSEN, PROVIDERS, RATE_TIMES, STAYS
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import PlainLabel, plain_label, set_text_colour


class _RowChoices(Rows):
    """Rows without buttons: the list itself is edited elsewhere."""

    chosen: tuple[str, ...] = ()
    """The keys of the choices. The first tells the names of these rows from those of the list itself."""
    nothing = ""
    """What is said while the list is empty."""

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__(controller, path)
        self.add_button.setObjectName("")
        self._more.setObjectName(f"{path.object_name}.{self.chosen[0]}.more")
        self._nothing = plain_label(self.nothing, self)
        set_text_colour(self._nothing, quiet_colour(self.palette()))
        self._column.insertWidget(0, self._nothing)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self._nothing.setVisible(not self.items(view))

    def _render_note(self, view: View) -> None:
        """Show nothing: what is wrong with the rows stands below the list itself."""

    def _in_words(self, path: FieldPath) -> QWidget:
        return _InWords(path, self.chosen)


class StayChoices(_RowChoices):
    """Full-time or respite (*aflastning*) for each row of places."""

    headings = ("Pladser", "Fast plads eller aflastning (frivilligt)")
    stretches = (3, 2)
    chosen = ("stay",)
    nothing = "Når du har tilføjet pladser, kan du her vælge, om de er faste pladser eller aflastning."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        return (
            self._in_words(path),
            BoundChoice(self.controller, path / "stay", [(None, NOT_CHOSEN), *STAYS.items()]),
        )


class RateChoices(_RowChoices):
    """Of today or expected, and whose, for each daily rate (*takst*)."""

    headings = ("Takst", "Nuværende eller forventet (frivilligt)", "Hvem driver tilbuddet (frivilligt)")
    stretches = (4, 3, 3)
    chosen = ("when", "provider")
    nothing = "Når du har tilføjet en takst, kan du her vælge, om den er nuværende eller forventet."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        return (
            self._in_words(path),
            BoundChoice(self.controller, path / "when", [(None, NOT_CHOSEN), *RATE_TIMES.items()]),
            BoundChoice(self.controller, path / "provider", [(None, NOT_CHOSEN), *PROVIDERS.items()]),
        )


class _InWords(PlainLabel):
    """The row in one line, such as `2026 · SEL § 107 (midlertidigt ophold) · Nye pladser · 8`."""

    def __init__(self, path: FieldPath, chosen: tuple[str, ...]) -> None:
        super().__init__()
        self._path = path
        self._chosen = chosen
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def render_view(self, view: View) -> None:
        """Show the row as it stands in the list, without what is chosen beside it."""
        row: PlaceGroup | DailyRate = value_at(view.application, self._path)
        words = ValueFormatter(view.round, view.half_typed).text(
            replace(row, **dict.fromkeys(self._chosen)), self._path
        )
        self.setText(words)
