"""Fixtures that all storage tests share."""

from collections.abc import Iterator
from pathlib import Path

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


OPEN_FILES = Path("/proc/self/fd")
"""The files that this process has open, on Linux."""


@pytest.fixture(autouse=True)
def no_file_stays_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test after which a file of its folder is still open: the program runs for weeks."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is not None and OPEN_FILES.is_dir():
        left = [link.readlink() for link in OPEN_FILES.iterdir() if link.exists()]
        assert [path.name for path in left if path.is_relative_to(folder)] == []
