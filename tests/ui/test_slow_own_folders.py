"""The program's own folders may lie on a slow drive too: a roaming profile. The window never waits for them."""

from datetime import date

import pytest

from botilbud_desktop.domain.web_form.transfer import ClosingStep
from botilbud_desktop.storage.diagnostics.program_log import ProgramLog
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.user.transfer_progress import TransferProgress, read_progress, write_progress
from botilbud_desktop.ui.help.log_dialog import LogDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.ui.test_slow_drives import Drive, drive, giving_up, hanging, soon
from tests.ui.user import User, said_in

__all__ = ["drive", "soon"]


def test_earlier_versions_on_a_drive_that_hangs_can_be_given_up(
    aalborg: User, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(History, "versions", hanging(drive, History.versions))
    with giving_up() as seen:
        aalborg.use_menu("Tidligere &versioner …")
    assert seen == ["Venter på drevet …"]
    dialog = aalborg.window.findChild(VersionsDialog)
    assert dialog is not None
    assert "Filen med tidligere versioner kan ikke åbnes: Drevet svarer ikke." in said_in(dialog)
    dialog.reject()


def test_ticks_that_could_not_be_read_are_never_written_over(
    aalborg: User, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, draft_id = aalborg.window.repository.folders.state, aalborg.application.id
    kept = TransferProgress(closing={next(iter(ClosingStep)): date(2026, 11, 20)})
    write_progress(state, draft_id, kept)
    workbench = aalborg.window.workbench
    assert workbench is not None
    with monkeypatch.context() as patch, giving_up():
        patch.setattr("botilbud_desktop.ui.transfer.transfer.read_progress", hanging(drive, read_progress))
        transfer = workbench.transferring().transfer
    assert transfer.problem.startswith("Fluebenene fra sidst kunne ikke læses, for drevet svarer ikke.")
    transfer.tick(0)
    assert transfer.problem.startswith("Fluebenene fra sidst kunne ikke læses, for drevet svarer ikke.")
    assert read_progress(state, draft_id) == kept


def test_a_log_on_a_drive_that_hangs_can_be_given_up(
    aalborg: User, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ProgramLog, "entries", hanging(drive, ProgramLog.entries))
    with giving_up():
        aalborg.use_menu("&Log til it-afdelingen …")
    dialog = aalborg.window.findChild(LogDialog)
    assert dialog is not None
    assert dialog.note.text() == "Loggen kunne ikke læses. Drevet svarer ikke."
    dialog.reject()
