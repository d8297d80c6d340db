"""What a command said is taken back when the next one of its kind begins; what others said stays."""

from pathlib import Path

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.style.states import State
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions


def test_the_error_of_a_comparison_is_gone_after_a_good_one(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    draft = drafts.complete()
    damaged, good = tmp_path / "skadet.botilbud", tmp_path / "kopi.botilbud"
    damaged.write_bytes(draft_bytes(draft)[:300])
    good.write_bytes(draft_bytes(replace(draft, case_number="7")))
    user = open_draft(draft)
    comparisons = user.window.workbench.comparisons(user.window) if user.window.workbench else None
    assert comparisons is not None
    comparisons.compare_with(damaged)
    assert "skadet.botilbud" in user.notice_text()
    comparisons.compare_with(good)
    assert "skadet.botilbud" not in user.notice_text()


def test_a_copy_is_no_longer_told_of_after_saving_elsewhere(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_draft(drafts.complete())
    questions.will_answer(tmp_path / "kopi.botilbud")
    user.use_menu("Gem en &kopi …")
    assert "Kopien er gemt" in user.notice_text()
    questions.will_answer(tmp_path / "ny.botilbud")
    user.use_menu("Gem &som …")
    assert "Kopien er gemt" not in user.notice_text()


def test_what_another_command_said_stays(open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path) -> None:
    user = open_draft(drafts.complete())
    questions.will_answer(tmp_path / "kopi.botilbud")
    user.use_menu("Gem en &kopi …")
    user.workspace.notice.show_hideable("Noget andet.", State.INFORMATION)
    questions.will_answer(tmp_path / "ny.botilbud")
    user.use_menu("Gem &som …")
    assert "Noget andet." in user.notice_text()
