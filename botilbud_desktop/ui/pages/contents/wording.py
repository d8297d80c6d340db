"""The words and looks of how a required content is judged."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.rules.text_results import COVERAGE_WORDS, Coverage
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour

CAVEAT = "Programmet læser kun ord og tal og kan tage fejl. Det er ministeriet, der vurderer teksten."
COVERAGE = COVERAGE_WORDS
COVERAGE_ICONS: Mapping[Coverage, str] = MappingProxyType(
    {Coverage.COVERED: "done", Coverage.UNCERTAIN: "question", Coverage.NOT_COVERED: "not-started"}
)
VERDICTS: Mapping[ContentVerdict, str] = MappingProxyType(
    {ContentVerdict.COVERED: "Din vurdering: dækket", ContentVerdict.NOT_COVERED: "Din vurdering: ikke dækket"}
)


def coverage_colour(coverage: Coverage, palette: QPalette) -> QColor:
    """Returns the colour of the icon: green for what is certain alone."""
    if coverage is Coverage.COVERED:
        return state_colour(State.DONE, palette)
    return state_colour(State.ATTENTION, palette) if coverage is Coverage.UNCERTAIN else quiet_colour(palette)
