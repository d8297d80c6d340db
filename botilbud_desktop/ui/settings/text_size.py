"""Larger and smaller text by a key: at once, and kept as the setting."""

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.settings.appearance import change_appearance, larger, smaller, the_application


def write_larger(repository: DraftRepository) -> None:
    """Write all texts a step larger."""
    _write_at(repository, larger(repository.settings.current.text_size))


def write_smaller(repository: DraftRepository) -> None:
    """Write all texts a step smaller."""
    _write_at(repository, smaller(repository.settings.current.text_size))


def write_normally(repository: DraftRepository) -> None:
    """Write all texts in the system's own size."""
    _write_at(repository, Settings().text_size)


def _write_at(repository: DraftRepository, percent: int) -> None:
    before = repository.settings.current
    after = replace(before, text_size=percent)
    if after != before:
        change_appearance(the_application(), before, after)
        repository.settings.keep(after)
