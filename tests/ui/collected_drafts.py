"""Drafts of several municipalities in a folder, and a user who collects them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Applicant, Application, DailyRate, RateTime
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.collector import Collector
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions

Collect = Callable[..., Collector]


def of(application: Application, code: str | None, number: int) -> Application:
    """Returns another municipality's application."""
    return replace(application, id=drafts.uuid(number), applicant=Applicant(municipality_code=code))


_AALBORG = drafts.example("aalborg")
_PROJECTS = tuple(replace(project, daily_rates=()) for project in _AALBORG.projects)
AALBORG = of(replace(_AALBORG, projects=_PROJECTS), "851", 1)
THISTED = of(drafts.example("thisted"), "787", 2)
COPY = replace(AALBORG, case_number="2024-77")


def with_rate(application: Application, when: RateTime | None) -> Application:
    """Returns the draft with one daily rate of that time."""
    rate = DailyRate(label="Takst", lowest=1_900, highest=1_900, when=when)
    return replace(application, projects=(replace(application.projects[0], daily_rates=(rate,)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    return folder


@pytest.fixture
def collect(open_window: OpenWindow, questions: RecordedQuestions, folder: Path) -> Collect:
    """Returns a function that writes drafts into the folder and collects them."""

    def collect(**files: Application | bytes) -> Collector:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else draft_bytes(content)
            (folder / f"{name}.botilbud").write_bytes(data)
        user = open_window(None)
        questions.will_answer(folder)
        return Collector(user, questions)

    return collect
