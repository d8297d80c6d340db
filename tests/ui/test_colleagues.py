"""Colleagues work on the same draft: conflicts, mailed copies and earlier versions, from the window's own menus."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.history.errors import HistoryNotReadError
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.ui import colleague, drafts
from tests.ui.keeping import QUICK, Programs
from tests.ui.merger import Merger
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, said_in, settle

LOAN = "projects.0.loan.2025"
AALBORG = drafts.example("aalborg")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(colleague.new_file(AALBORG))
    return path


def with_phones(application: Application, phones: str) -> Application:
    return replace(application, contacts=replace(application.contacts, phones=phones))


def dialog_of[Kind: QDialog](user: User, kind: type[Kind]) -> Kind:
    settle()
    found = [dialog for dialog in user.window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, found
    return found[0]


def press(dialog: QDialog, words: str) -> None:
    buttons = [button for button in dialog.findChildren(QPushButton) if button.text().replace("&", "") == words]
    assert len(buttons) == 1, [button.text() for button in dialog.findChildren(QPushButton)]
    buttons[0].click()
    settle()


def on_disk(path: Path, programs: Programs) -> Application:
    return read_draft(path, programs.library).application


def undo(user: User, qtbot: QtBot) -> None:
    """Activates the window and presses Ctrl+Z."""
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    user.undo()


def in_conflict(user: User, path: Path, theirs: Application, qtbot: QtBot) -> None:
    """Writes `theirs` into the file as a colleague's program does, and types on until the conflict is shown."""
    colleague.edit_file(path, lambda _mine: theirs)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "er ændret af" in user.standing_text())


def test_what_a_colleague_wrote_into_the_file_is_compared_and_then_merged_without_a_question(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    in_conflict(user, draft, with_phones(AALBORG, "99 31 00 00"), qtbot)
    user.click_notice("Sammenlign …")
    compared = dialog_of(user, CompareDialog)
    texts = " ".join(said_in(compared))
    assert "Telefonnumre" in texts
    press(compared, "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    merger.go_on()
    assert user.application.contacts.phones == "99 31 00 00"
    assert user.value(LOAN) == 23000
    assert user.standing_text() == ""
    qtbot.waitUntil(lambda: on_disk(draft, programs) == user.application)
    history = History(programs.folders.versions, user.application.id)
    qtbot.waitUntil(lambda: history.versions()[0].reason is Reason.MERGED)
    assert b"99 31 00 00" in history.content(history.versions()[1].number), "theirs is an earlier version now"


def test_a_merge_is_one_step_that_can_be_undone(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft)
    in_conflict(user, draft, with_phones(AALBORG, "99 31 00 00"), qtbot)
    user.click_notice("Flet …")
    Merger(dialog_of(user, MergeDialog)).go_on()
    undo(user, qtbot)
    assert user.application.contacts.phones == AALBORG.contacts.phones
    assert user.value(LOAN) == 23000


def test_a_real_conflict_is_asked_about_and_the_answer_holds(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    theirs = replace(
        AALBORG, projects=(replace(AALBORG.projects[0], loan={"2025": 21000, "2026": None}), AALBORG.projects[1])
    )
    user = programs.start(draft)
    in_conflict(user, draft, theirs, qtbot)
    user.click_notice("Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    merger.go_on()
    merger.choose(Choice.THEIRS)
    merger.go_on(2)
    assert user.value(LOAN) == 21000
    qtbot.waitUntil(lambda: on_disk(draft, programs) == user.application)


def test_cancelling_a_merge_changes_nothing_and_the_file_stays_theirs(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    theirs = with_phones(AALBORG, "99 31 00 00")
    user = programs.start(draft)
    in_conflict(user, draft, theirs, qtbot)
    user.click_notice("Flet …")
    dialog_of(user, MergeDialog).reject()
    settle()
    assert user.value(LOAN) == 23000
    assert "er ændret af" in user.standing_text()
    assert on_disk(draft, programs) == theirs


def test_a_mailed_copy_is_merged_on_the_version_that_it_grew_out_of(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    sent = draft.read_bytes()
    user = programs.start(draft)
    user.write("projects.0.name", "Det nye hus")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].name == "Det nye hus")
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(colleague.edited(sent, lambda ours: with_phones(ours, "99 31 00 00")))
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    assert merger.dialog.decisions.merge.conflicts == ()
    merger.go_on()
    assert user.application.contacts.phones == "99 31 00 00"
    assert user.application.projects[0].name == "Det nye hus"


def test_a_copy_that_was_saved_on_the_same_computer_is_no_ancestor_of_the_draft(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    sent = draft.read_bytes()
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].loan["2025"] == 23000)
    mailed = tmp_path / "retur.botilbud"
    mailed.write_bytes(colleague.edited(sent, lambda ours: with_phones(ours, "99 31 00 00")))
    assert user.window.drafts.open_path(mailed)
    settle()
    user.write("projects.0.name", "Det nye hus")
    qtbot.waitUntil(lambda: on_disk(mailed, programs).projects[0].name == "Det nye hus")
    assert user.window.drafts.open_path(draft)
    settle()
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    assert merger.dialog.decisions.merge.conflicts == ()
    merger.go_on()
    assert user.application.contacts.phones == "99 31 00 00"
    assert user.application.projects[0].name == "Det nye hus"
    assert user.value(LOAN) == 23000


def test_what_i_changed_is_asked_about_though_a_later_version_of_mine_is_nearer_to_the_mailed_copy(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    sent = draft.read_bytes()
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].loan["2025"] == 23000)
    user.write("projects.0.name", "Rettet")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].name == "Rettet")
    mailed = tmp_path / "mailet.botilbud"
    ours = on_disk(draft, programs).projects
    theirs = replace(ours[0], loan={**ours[0].loan, "2025": 24000})
    mailed.write_bytes(colleague.edited(sent, lambda first: replace(first, projects=(theirs, *ours[1:]))))
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    assert [str(conflict.path) for conflict in merger.dialog.decisions.merge.conflicts] == ["projects[0].loan.2025"]
    merger.dialog.reject()


def test_every_difference_is_asked_about_when_the_earlier_versions_cannot_be_read(
    draft: Path,
    programs: Programs,
    questions: RecordedQuestions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def cannot_be_read(history: History, on_damaged: object = None) -> None:
        raise HistoryNotReadError("historik", "den er i brug af et andet program")

    sent = draft.read_bytes()
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].loan["2025"] == 23000)
    monkeypatch.setattr(History, "contents", cannot_be_read)
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(colleague.edited(sent, lambda ours: with_phones(ours, "99 31 00 00")))
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    asked = {str(conflict.path) for conflict in merger.dialog.decisions.merge.conflicts}
    assert asked == {"projects[0].loan.2025", "contacts.phones"}
    texts = merger.texts()
    assert "Filen med tidligere versioner kan ikke åbnes: Den er i brug af et andet program." in texts
    assert "Programmet kan ikke se, hvad I begge begyndte med, så du bliver spurgt om hver forskel." in texts
    merger.dialog.reject()


def test_half_typed_text_survives_a_merge(
    draft: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = programs.start(draft)
    user.write(LOAN, "22,9")
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(draft_bytes(with_phones(user.application, "99 31 00 00")))
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    for number in range(len(merger.dialog.decisions.merge.conflicts)):
        merger.go_on()
        merger.choose(Choice.MINE)
        assert number < 9
    merger.go_on(1 if not merger.dialog.decisions.merge.conflicts else 2)
    assert user.line(LOAN).text() == "22,9"


def test_half_typed_text_is_not_overwritten_unasked_by_what_a_colleague_wrote_there(
    draft: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(colleague.edited(draft.read_bytes(), lambda old: with_value(old, field_path(LOAN), 23_000)))
    user = programs.start(draft)
    user.write(LOAN, "22,9")
    questions.will_answer(mailed)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    assert [str(conflict.path) for conflict in merger.dialog.decisions.conflicts] == ["projects[0].loan.2025"]
    merger.go_on()
    shown = [box.accessibleName() for box in merger.conflict.sides.findChildren(DifferenceText)]
    assert [name.rpartition(": ")[2] for name in shown] == ["22,9", "23.000"]
    merger.choose(Choice.MINE)
    merger.go_on(2)
    assert user.line(LOAN).text() == "22,9"


@pytest.mark.parametrize("kind", ["another draft", "damaged", "missing"])
def test_what_is_no_copy_of_the_draft_is_said_and_nothing_else(
    draft: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path, kind: str
) -> None:
    other = tmp_path / "andet.botilbud"
    if kind != "missing":
        other.write_bytes(b"{" if kind == "damaged" else draft_bytes(drafts.example("thisted")))
    user = programs.start(draft)
    questions.will_answer(other)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    assert [dialog for dialog in user.window.findChildren(QDialog) if dialog.isVisible()] == []
    assert (
        user.notice_text()
        == {
            "another draft": "Filen indeholder en anden ansøgning. De to kan ikke sammenlignes.",
            "damaged": (
                "Filen »andet.botilbud« kan ikke åbnes: Den er beskadiget eller rettet i et andet program "
                "(linje 1, tegn 2, den slutter, før indholdet er færdigt)."
            ),
            "missing": "Filen »andet.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet.",
        }[kind]
    )
    assert user.application == AALBORG


def test_an_earlier_version_is_restored_as_one_step_and_listed_as_restored(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: on_disk(draft, programs).projects[0].loan["2025"] == 23000)
    user.use_menu("Tidligere &versioner …")
    dialog = dialog_of(user, VersionsDialog)
    dialog.restore_asked.emit(colleague.opened(draft_bytes(AALBORG)))
    settle()
    assert user.application == AALBORG
    assert user.notice_text() == "Den tidligere version er gendannet. Fortryd med Ctrl+Z."
    qtbot.waitUntil(lambda: on_disk(draft, programs) == AALBORG)
    history = History(programs.folders.versions, AALBORG.id)
    qtbot.waitUntil(lambda: history.versions()[0].reason is Reason.RESTORED)
    undo(user, qtbot)
    assert user.value(LOAN) == 23000


def test_restoring_never_touches_the_approvals(programs: Programs, draft: Path) -> None:
    user = programs.start(draft, QUICK._replace(is_automatic=False))
    user.use_menu("Tidligere &versioner …")
    dialog = dialog_of(user, VersionsDialog)
    approvals = user.application.approvals
    dialog.restore_asked.emit(colleague.opened(draft_bytes(replace(AALBORG, case_number="før", approvals=()))))
    settle()
    assert user.application.approvals == approvals
    assert user.application.case_number == "før"


def test_a_copy_that_onedrive_left_beside_the_draft_is_said_and_compared(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    (draft.parent / "aalborg-PC-ØKONOMI.botilbud").write_bytes(draft_bytes(with_phones(AALBORG, "99 31 00 00")))
    user = programs.start(draft)
    qtbot.waitUntil(lambda: "aalborg-PC-ØKONOMI.botilbud" in user.standing_text())
    said = "Ved siden af kladden ligger »aalborg-PC-ØKONOMI.botilbud« med den samme ansøgning."
    assert user.standing_text() == said
    user.click_notice("Sammenlign …")
    assert "Telefonnumre" in " ".join(said_in(dialog_of(user, CompareDialog)))
    dialog_of(user, CompareDialog).reject()


def test_several_copies_are_named_and_the_bar_goes_when_it_is_hidden(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    for name in ("aalborg (1).botilbud", "aalborg (2).botilbud"):
        (draft.parent / name).write_bytes(draft_bytes(with_phones(AALBORG, "99 31 00 00")))
    os.utime(draft.parent / "aalborg (2).botilbud", (0, 0))  # the newest is named first
    user = programs.start(draft)
    qtbot.waitUntil(lambda: user.standing_text() != "")
    names = "»aalborg (1).botilbud« og »aalborg (2).botilbud«"
    assert user.standing_text() == f"Ved siden af kladden ligger {names} med den samme ansøgning."
    hide = [
        one for one in user.window.notices.bar.findChildren(QPushButton) if one.isVisible() and one.text() == "Skjul"
    ]
    user.click(hide[0])
    assert user.standing_text() == ""


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_another_name_of_the_file_is_told_before_a_save_makes_two_files_of_it(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    other = draft.with_name("sag.botilbud")
    os.link(draft, other)
    before = other.read_bytes()
    user = programs.start(draft)
    said = "Kladdens fil hedder også »sag.botilbud«. Når du gemmer, bliver det til flere filer, og »sag.botilbud« "
    qtbot.waitUntil(lambda: user.standing_text() == f"{said}bliver ikke rettet.")
    user.write(LOAN, "23000")
    user.save()
    assert other.read_bytes() == before != draft.read_bytes()


def test_a_left_over_of_a_power_cut_is_removed_beside_the_draft(draft: Path, programs: Programs, qtbot: QtBot) -> None:

    left_over = draft.parent / ".~botilbud-0123456789abcdef.tmp"
    left_over.write_bytes(b"{")
    os.utime(left_over, (0, 0))
    programs.start(draft)
    qtbot.waitUntil(lambda: not left_over.exists())
