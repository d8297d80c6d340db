"""Comparing and merging long texts is worked out beside the window, which lives meanwhile; the user may give up."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from botilbud_desktop.domain.application import Building
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.merging.merge import Choice, merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.comparing.difference_row import DifferenceRow
from botilbud_desktop.ui.merging import decisions, merged_texts, prepared
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.opening_page import OpeningPage
from botilbud_desktop.ui.platform import waiting
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.workbench import comparisons
from tests.ui import drafts
from tests.ui.accessibility.world import above
from tests.ui.merger import Open, open_merge
from tests.ui.test_slow_drives import Drive, giving_up, hanging
from tests.ui.user import User, settle

__all__ = ["open_merge"]


@pytest.fixture
def work() -> Iterator[Drive]:
    """Work that takes until it is let go."""
    made = Drive()
    yield made
    made.let_go()


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user is told at once."""
    monkeypatch.setattr(waiting, "SHOW_AFTER", 0.1)


@pytest.mark.usefixtures("soon")
def test_what_takes_long_to_work_out_says_so_and_can_be_given_up(aalborg: User, work: Drive) -> None:
    with giving_up() as seen, pytest.raises(GivenUpError):
        aalborg.window.repository.drive.work_out(work.hang)
    assert seen == ["Arbejder …"]
    assert not aalborg.window.repository.drive.is_busy()


def two_with_long_texts(user: User, folder: Path) -> Path:
    """Gives the open draft a long text, and returns a copy of it in which a sentence of it is another."""
    text = "\n\n".join(f"Afsnit {number} om de nye boliger. Det er langt." for number in range(40))
    user.controller.editor.set_value(field_path("description"), text)
    user.save()
    other = folder / "kopi.botilbud"
    changed = user.application.description.replace("Afsnit 7 om", "Afsnit syv om")
    other.write_bytes(draft_bytes(replace(user.application, description=changed)))
    return other


def test_no_comparison_and_no_merge_is_worked_out_in_the_windows_thread(
    complete: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[tuple[str, bool]] = []
    other = two_with_long_texts(complete, tmp_path)

    def noting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            where.append((name, current_thread() is main_thread()))
            return real(*arguments, **options)

        return call

    for module, name in (
        (comparisons, "differences"),
        (comparisons, "merge"),
        (comparisons, "parse_draft"),
        (comparisons, "common_ancestor"),
        (prepared, "differences"),
        (merged_texts, "text_merge"),
        (decisions, "resolved"),
    ):
        monkeypatch.setattr(module, name, noting(name, getattr(module, name)))
    assert complete.window.workbench is not None
    commands = complete.window.workbench.comparisons(complete.window)
    commands.compare_with(other)
    above(complete).close()
    commands._merge_copy(other)
    dialog = above(complete)
    assert isinstance(dialog, MergeDialog)
    for index in range(len(dialog.decisions.conflicts)):
        dialog.decisions = dialog.decisions.chosen(index, Choice.THEIRS)
    while not dialog.station.is_last:
        complete.click(dialog.forward)
    complete.click(dialog.forward)
    assert "Afsnit syv om" in complete.application.description
    wanted = {"differences", "merge", "parse_draft", "common_ancestor", "text_merge", "resolved"}
    assert {name for name, _is_in_window in where} == wanted
    assert [name for name, is_in_window in where if is_in_window] == []


@pytest.mark.usefixtures("soon")
def test_giving_up_a_comparison_or_a_merge_changes_nothing(
    complete: User, work: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = two_with_long_texts(complete, tmp_path)
    before = complete.application
    assert complete.window.workbench is not None
    commands = complete.window.workbench.comparisons(complete.window)
    for name, act, told in (
        ("differences", commands.compare_with, "Sammenligningen er opgivet."),
        ("merge", commands._merge_copy, "Fletningen er opgivet, og intet er ændret."),
    ):
        monkeypatch.setattr(comparisons, name, hanging(work, getattr(comparisons, name)))
        with giving_up() as seen:
            act(other)
        assert seen == ["Arbejder …"]
        assert complete.notice_text() == told
    assert complete.application == before
    assert not [dialog for dialog in complete.window.findChildren(QDialog) if dialog.isVisible()]


def test_of_many_long_texts_that_are_taken_over_the_first_are_laid_out_and_the_others_when_they_come_into_view(
    open_merge: Open,
) -> None:
    base = drafts.with_projects(MOST_PROJECTS)
    text = "En sætning om de nye boliger. " * 80
    theirs = replace(base, projects=tuple(replace(one, description=text) for one in base.projects))
    person = open_merge(merge(base, base, theirs))
    page = person.dialog.page
    assert isinstance(page, OpeningPage)
    first = len(page.findChildren(DifferenceRow))
    assert first < MOST_PROJECTS / 2
    while len(page.findChildren(DifferenceRow)) < MOST_PROJECTS:
        before = len(page.findChildren(DifferenceRow))
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        settle()
        assert len(page.findChildren(DifferenceRow)) > before
    rows = page.findChildren(DifferenceRow)
    tops = [row.mapTo(page.content, row.rect().topLeft()).y() for row in rows]
    assert tops == sorted(set(tops))


def test_short_changes_fill_the_first_page_without_scrolling(open_merge: Open) -> None:
    base = drafts.with_projects(6)
    theirs = replace(base, projects=tuple(replace(one, building=Building.NEW_BUILDING) for one in base.projects))
    person = open_merge(merge(base, base, theirs))
    assert len(person.dialog.page.findChildren(DifferenceRow)) == len(base.projects)
