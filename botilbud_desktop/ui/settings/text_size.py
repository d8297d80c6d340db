"""Larger and smaller text by a key: at once, and kept as the setting."""

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.draft.repository import DraftDesk
from botilbud_desktop.ui.settings.appearance import change_looks, larger, smaller, the_application


def write_larger(desk: DraftDesk) -> None:
    """Write all texts a step larger."""
    _write_at(desk, larger(desk.settings().text_size))


def write_smaller(desk: DraftDesk) -> None:
    """Write all texts a step smaller."""
    _write_at(desk, smaller(desk.settings().text_size))


def write_normally(desk: DraftDesk) -> None:
    """Write all texts in the system's own size."""
    _write_at(desk, Settings().text_size)


def _write_at(desk: DraftDesk, percent: int) -> None:
    before = desk.settings()
    after = replace(before, text_size=percent)
    if after != before:
        change_looks(the_application(), before, after)
        desk.keep_settings(after)
