"""What the IT department has decided, as Indstillinger tells it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.files.path_calls import is_file, is_folder
from botilbud_desktop.storage.paths import machine_forms_folder, machine_word_list
from botilbud_desktop.storage.user.settings import Decided
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.style.states import State

BY_IT = "Bestemt af it-afdelingen."
UNREADABLE = (
    "It-afdelingen har måske bestemt noget for denne computer, men det kan ikke læses. Derfor gælder det, du ser her."
)
STAYS = "Det, som it-afdelingen har bestemt, gælder stadig."
_REFUSED = "It-afdelingens værdi kan ikke bruges, for {reason}. {instead}"
_YOURS, _USUAL = "Derfor gælder din egen.", "Derfor gælder det sædvanlige."
_FOLDER_IS_AWAY, _FILE_IS_AWAY = "Mappen kan ikke nås lige nu.", "Filen kan ikke nås lige nu."
_SECONDS = 1.0
"""How long a drive has to tell whether a folder is there; the dialog opens after that."""
_PATHS: dict[str, tuple[Callable[[Path], bool], str]] = {
    "drafts_folder": (is_folder, _FOLDER_IS_AWAY),
    "receipts_folder": (is_folder, _FOLDER_IS_AWAY),
    "rounds_folder": (is_folder, _FOLDER_IS_AWAY),
    "word_list": (is_file, _FILE_IS_AWAY),
}


class Decision(NamedTuple):
    """What is said below an input."""

    sentence: str
    state: State
    is_locked: bool
    """Whether the user cannot change the input."""


class Further(NamedTuple):
    """Something that the user has no say in: a line to read, shown where something was decided about it."""

    key: str
    title: str
    value: str
    """What holds."""


def unreachable(decided: Decided, drive: DriveJobs) -> dict[str, str]:
    """Returns the decided folders and files that are not there, each with a sentence; a slow drive counts as away."""
    away = {}
    for key, (is_there, sentence) in _PATHS.items():
        path = decided.path(key)
        if path is not None and not drive.answer(partial(is_there, path), otherwise=False, seconds=_SECONDS):
            away[key] = sentence
    return away


def decision_on(key: str, decided: Decided, away: dict[str, str]) -> Decision | None:
    """Returns what to say of a setting; None where nothing was decided about it. `away` is from `unreachable`."""
    if key in decided.values:
        sentence, state = (f"{BY_IT} {away[key]}", State.ATTENTION) if key in away else (BY_IT, State.INFORMATION)
        return Decision(sentence, state, is_locked=True)
    if key in decided.refused:
        is_further = any(row.key == key for row in further(decided))
        instead = _USUAL if is_further else _YOURS
        sentence = _REFUSED.format(reason=decided.refused[key], instead=instead)
        return Decision(sentence, State.ATTENTION, is_locked=is_further)
    return None


def further(decided: Decided) -> list[Further]:
    """Returns what was decided, or tried to be, besides the user's own settings."""
    rows = (
        Further(
            "rounds_folder",
            "Mappe med ansøgningsrunder",
            str(decided.path("rounds_folder") or machine_forms_folder()),
        ),
        Further("word_list", "Kommunens ordliste", str(machine_word_list(decided.path("word_list")))),
        Further(
            "keeps_versions",
            "Tidligere versioner på denne computer",
            "Gemmes" if decided.keeps_versions else "Gemmes ikke",
        ),
    )
    return [row for row in rows if row.key in decided.values or row.key in decided.refused]
