"""Every page can be built and shown for any round, and so can the panel of the transfer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.main_window import MainWindow
from tests.any_round import drafts_for, rounds
from tests.ui.keeping import NOW
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.user import User, settle, step_names

UNHURRIED = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


class OneRound(FormLibrary):
    """A library that knows a single round, which is in no file."""

    def __init__(self, round_: Round) -> None:
        super().__init__(Path())
        self._one = round_

    def ids(self) -> tuple[str, ...]:
        return (self._one.id,)

    def round(self, round_id: str) -> Round:
        return self._one


@pytest.mark.slow
@UNHURRIED
@given(data=st.data())
@pytest.mark.usefixtures("qapp")
def test_every_page_of_any_round_is_built(
    folders: UserFolders, tmp_path: Path, data: st.DataObject, questions: RecordedQuestions
) -> None:
    round_ = data.draw(rounds())
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(data.draw(drafts_for(round_))))
    timing = SaveTiming(is_automatic=False, opening_seconds=10.0)
    repository = DraftRepository(ApplicationContext(OneRound(round_), folders, lambda: NOW, timing))
    window = MainWindow(repository, questions)
    try:
        window.start_with(path)
        window.show()
        settle()
        assert window.controller is not None
        repository.settle(window.controller)
        user = User(window, path)
        for page in ("page.check", *step_names(user.application)):
            user.go_to(page)
            user.page.complete()
            settle()
            assert any(text for text in texts_of(user.page))
        user.go_to("page.transfer")
        user.click("transfer.open")
    finally:
        window.drafts.let_go()
        window.hide()
        window.deleteLater()
        settle()
