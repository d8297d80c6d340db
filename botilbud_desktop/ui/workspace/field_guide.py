"""»Om feltet«: what to write in the focused field, and the ministry's wording for it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic, FormField
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading

_TOPICS = (
    ("applicant.", ContactTopic.WEBSITE),
    ("projects", ContactTopic.CRITERIA),
    ("description", ContactTopic.CRITERIA),
)
"""The beginnings of the fields that the ministry can be asked about, and what such a question is about."""


class FieldGuide(QWidget):
    """The guide for one field, usually the focused one."""

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._round = round_
        self._name = plain_label("", self)
        set_bold(self._name)
        self.help = plain_label("", self)
        self.wording = plain_label("", self)
        self._source = plain_label("", self)
        self.whom_to_ask = plain_label("", self)
        for quiet in (self._source, self.whom_to_ask):
            set_text_colour(quiet, quiet_colour(self.palette()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(subheading("Om feltet", self))
        for label in self._labels():
            layout.addWidget(label)
        layout.addStretch(1)
        self.show_field(None)

    def show_field(self, path: FieldPath | None) -> FormField | None:
        """Show the guide for the field at `path`. Returns that field of the form; None when there is none."""
        field = None if path is None else self._round.nearest_field(path)
        if field is None:
            self._set_texts("", "Vælg et felt for at se vejledningen til det.", "", "", "")
            return None
        column = f", kolonne {field.column}" if field.column else ""
        source = f"Ministeriets skema{column}" if field.wording else "Feltet står ikke i ministeriets skema."
        says_more = field.wording.rstrip(":").casefold() not in field.label.casefold()
        asked = _whom_to_ask(field, self._round)
        self._set_texts(field.label, field.help, f"»{field.wording}«" if says_more else "", source, asked)
        return field

    def _set_texts(self, *texts: str) -> None:
        for label, text in zip(self._labels(), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def _labels(self) -> tuple[QLabel, ...]:
        return self._name, self.help, self.wording, self._source, self.whom_to_ask


def _whom_to_ask(field: FormField, round_: Round) -> str:
    """Returns whom to ask about a field; nobody about the municipality's own notes and contacts."""
    for beginning, topic in _TOPICS:
        if field.path.startswith(beginning):
            return whom_to_ask(topic, round_)
    return ""
