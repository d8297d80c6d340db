"""Comments are compared, merged and restored with the draft, and the merge says which comment it asks about."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.merging.merge import merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.wording import conflict_text
from tests.ui.colleague import edit_file, new_file
from tests.ui.commented import LOAN, comment, on_loan, with_comments
from tests.ui.keeping import Programs
from tests.ui.merger import Merger
from tests.ui.test_colleagues import dialog_of, undo
from tests.ui.test_comments import write

Edit = Callable[[Application], Application]


def adding(*comments: Comment) -> Edit:
    return lambda draft: replace(draft, comments=(*draft.comments, *comments))


def test_comments_that_a_colleague_wrote_in_the_file_are_merged_in_the_window(
    programs: Programs, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(new_file(with_comments(on_loan(1, "Mit spørgsmål"))))
    user = programs.start(path)
    user.go_to("page.project.0")
    edit_file(path, adding(comment(2, "description", "Fra Bo")))
    write(user, LOAN, "Og et til")
    qtbot.waitUntil(lambda: "er ændret af" in user.standing_text())
    user.click_notice("Flet …")
    Merger(dialog_of(user, MergeDialog)).go_on()
    assert sorted(one.text for one in user.application.comments) == ["Fra Bo", "Mit spørgsmål", "Og et til"]
    user.go_to("page.check")
    assert sum("»" in one.words() and "kl. " in one.words() for one in user.links()) == 3
    undo(user, qtbot)
    assert sorted(one.text for one in user.application.comments) == ["Mit spørgsmål", "Og et til"]


def test_a_question_about_a_comment_says_whose_it_is_and_at_which_field(form: Round) -> None:
    base = with_comments(on_loan(1, "Moms?"))
    found = merge(base, with_comments(on_loan(1, "Med moms?")), with_comments(on_loan(1, "Uden moms?")))
    text = conflict_text(found.conflicts[0], found, form)
    assert text.explanation == "Kommentaren er fra Bo og hører til: Projekt 1 · B. Lån i 2025."


def test_a_question_about_a_comment_on_a_field_that_is_gone_says_so(form: Round) -> None:
    lost = [comment(1, "projects[x].name", text, "") for text in ("Moms?", "Med moms?", "Uden moms?")]
    found = merge(*(with_comments(one) for one in lost))
    text = conflict_text(found.conflicts[0], found, form)
    assert text.explanation == "Kommentaren er fra en kollega og hører til: Et projekt, som er slettet."


def test_a_comparison_lists_comments_with_name_and_whether_they_are_done(form: Round) -> None:
    found = differences(with_comments(on_loan(1)), with_comments(comment(1, on_loan().field, done=True)), form)
    assert [(one.label, one.after) for one in found] == [
        ("Kommentarer", "23. november 2026 kl. 12.01 · Bo · Hvorfor? · Afsluttet")
    ]


def test_a_merge_that_would_hold_more_comments_than_a_file_is_refused_before_anything_is_asked(
    programs: Programs, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(new_file(with_comments(*(comment(number, "description") for number in range(600)))))
    user = programs.start(path)
    user.go_to("page.project.0")
    edit_file(path, adding(*(comment(number, "description") for number in range(1_000, 1_400))))
    write(user, LOAN, "Et til")
    qtbot.waitUntil(lambda: "er ændret af" in user.standing_text())
    user.click_notice("Flet …")
    assert user.window.findChild(MergeDialog) is None
    assert user.notice_text().startswith("De to udgaver har tilsammen 1.001 kommentarer, og en kladde har plads til")
    assert len(user.application.comments) == 601
