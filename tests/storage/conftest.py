"""Fixtures that all storage tests share."""

import pytest

from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary


@pytest.fixture(scope="session")
def library() -> FormLibrary:
    """The forms shipped with the program."""
    return FormLibrary(forms_folder())


@pytest.fixture(scope="session")
def aalborg(library: FormLibrary) -> OpenedDraft:
    """The draft of the first shipped example."""
    return read_draft(example_drafts()[0].path, library)
