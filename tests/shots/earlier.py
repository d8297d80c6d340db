"""The dialogs that show earlier states of a draft, with example content."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.lost_files import LostDraft
from botilbud_desktop.storage.history.lost_drafts import KeptFile
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.versions.lost_dialog import LostDraftsDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionedDraft, VersionsDialog
from tests.shots.mended import mended_values

_NOW = datetime(2024, 5, 6, 14, 32, tzinfo=timezone(timedelta(hours=2)))
_METTE = Person("Mette Ågesen", "AAK-PC-0417")
_JENS = Person("Jens Ørsted Nielsen", "AAK-PC-0032")
_REASONS = (Reason.SAVED, Reason.SAVED, Reason.MERGED, Reason.RESTORED, Reason.OPENED, Reason.SAVED, Reason.DISCARDED)
_TYPED = ["", "Pladserne", "er", "koordineret", "med", "de", "øvrige", "kommuner", "i", "regionen."]


def earlier_dialogs(window: QWidget, draft: Application, form: Round, folder: Path) -> Iterator[tuple[str, QDialog]]:
    """Yields each dialog with its name. `draft` is the first state; `folder` is for the history that they read."""
    states = _states(draft)
    actions = (("Gendan ændringerne", window.update), ("Behold den gemte kladde", window.update))
    yield (
        "compare",
        CompareDialog(
            window,
            "Se forskellen",
            "Vi fandt ændringer fra 06.05.2024 kl. 14.31, som ikke nåede at blive gemt.",
            "Gemt 06.05.2024 kl. 11.58",
            "Fundet 06.05.2024 kl. 14.31",
            differences(draft, states[-1], form),
            actions,
        ),
    )
    yield "compare-nothing", CompareDialog(window, "Sammenlign", "", "Min", "Fra filen", (), ())
    history = History(folder, draft.id)
    _keep(history, states)
    for name, is_read_only in (("versions", False), ("versions-read-only", True)):
        current = Snapshot(with_value(states[-1], field_path("case_number"), "2024-005658"), {})
        library = FormLibrary(forms_folder())
        shown = VersionedDraft(history, current, form, library, folder / "aalborg.botilbud", is_read_only)
        dialog = VersionsDialog(window, shown, Dialogs(window), lambda _path, _data: None, lambda: _NOW)
        if not is_read_only:
            dialog.versions.setCurrentRow(4)
        yield name, dialog
    kept = KeptFile(draft.id, "/kladder/Søparken 2025-26.botilbud", tuple(history.versions()))
    lost = LostDraft(kept, states[-1], "filen er tom")
    yield "lost", LostDraftsDialog(window, [lost], FormLibrary(forms_folder()).round, _NOW)


def _states(draft: Application) -> list[Application]:
    """The draft after each corrected field."""
    states = [draft]
    for path, value in mended_values(draft).items():
        states.append(with_value(states[-1], field_path(path), value))
    return states


def _keep(history: History, states: list[Application]) -> None:
    history.keep(draft_bytes(states[0]), _NOW - timedelta(days=40), _JENS, Reason.OPENED)
    for number, (state, reason) in enumerate(zip(states[1:], _REASONS, strict=False), start=1):
        by = _JENS if number % 3 == 0 else _METTE
        history.keep(draft_bytes(state), _NOW - timedelta(days=36 - 5 * number, minutes=41 * number), by, reason)
    typed = states[-1]
    for number in range(40):
        words = _TYPED[number % len(_TYPED)]
        typed = with_value(typed, field_path("internal_notes"), f"{typed.internal_notes} {words}")
        at = _NOW - timedelta(minutes=55) + timedelta(seconds=29 * number)
        history.keep(draft_bytes(typed), at, _METTE, Reason.AUTOMATIC)
    history.keep(draft_bytes(states[-1]), _NOW - timedelta(minutes=4), _METTE, Reason.SAVED)
