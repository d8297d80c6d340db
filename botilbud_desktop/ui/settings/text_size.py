"""Larger and smaller text by keyboard: applied at once, and saved as the setting."""

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.settings.appearance import change_appearance, larger, smaller, the_application


def increase_text_size(repository: DraftRepository) -> None:
    """Makes all texts a step larger."""
    _set_text_size(repository, larger(repository.settings.current.text_size))


def decrease_text_size(repository: DraftRepository) -> None:
    """Makes all texts a step smaller."""
    _set_text_size(repository, smaller(repository.settings.current.text_size))


def reset_text_size(repository: DraftRepository) -> None:
    """Gives all texts the system's own size."""
    _set_text_size(repository, Settings().text_size)


def _set_text_size(repository: DraftRepository, percent: int) -> None:
    before = repository.settings.current
    after = replace(before, text_size=percent)
    if after != before:
        change_appearance(the_application(), before, after)
        repository.settings.keep(after)
