"""A colleague with the same program: opens a copy of a draft, changes it and saves it."""

from collections.abc import Callable
from pathlib import Path

from botilbud_desktop.domain.application import Application
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, parse_draft
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.draft.serialised import serialise
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

type Edit = Callable[[Application], Application]


def new_file(application: Application) -> bytes:
    """Returns the file of a draft as the program first saves it."""
    return serialise(application, SaveSession().lineage).data


def edited(data: bytes, *edits: Edit) -> bytes:
    """Returns a file as a colleague leaves it who opened `data` and saved after each of the edits."""
    draft = opened(data)
    session, application = SaveSession(draft.lineage), draft.application
    for edit in edits:
        application = edit(application)
        data = serialise(application, session.lineage).data
    return data


def edit_file(path: Path, *edits: Edit) -> None:
    """Lets a colleague open the file at `path`, and save after each of the edits."""
    path.write_bytes(edited(path.read_bytes(), *edits))


def opened(data: bytes) -> OpenedDraft:
    return parse_draft(data, "x.botilbud", FormLibrary(forms_folder()))
