"""The editor: one change at a time, each undoable; half-typed text is kept beside the model."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.editing.editor import MOST_REMEMBERED, Change, Editor
from botilbud_desktop.domain.field_path import FieldPath, field_path

ID = "0b6f0000-0000-4000-8000-00000000000{}"
NAME = field_path("projects[0].name")
LOAN = field_path("projects[0].loan.2025")


def application(projects: int = 2) -> Application:
    return Application(
        id=ID.format(0),
        round="LanBotilbud_2025-26",
        projects=tuple(Project(id=ID.format(i + 1), name=f"Projekt {i}", loan={"2025": i}) for i in range(projects)),
    )


@dataclass
class Recorder:
    """Records the changes that an editor reports."""

    changes: list[Change] = field(default_factory=list)

    def __call__(self, change: Change) -> None:
        self.changes.append(change)


def test_a_value_is_put_in_its_place_and_announced_once() -> None:
    editor, recorder = Editor(application()), Recorder()
    editor.subscribe(recorder)
    editor.set_value(NAME, "Ny")
    assert editor.application.projects[0].name == "Ny"
    assert [str(change.path) for change in recorder.changes] == ["projects[0].name"]
    assert recorder.changes[0].before.application.projects[0].name == "Projekt 0"


def test_what_is_not_changed_is_shared_and_not_copied() -> None:
    editor = Editor(application())
    before = editor.application
    editor.set_value(NAME, "Ny")
    assert editor.application.projects[1] is before.projects[1]
    assert before.projects[0].name == "Projekt 0"


def test_the_same_value_again_is_no_change() -> None:
    editor, recorder = Editor(application()), Recorder()
    editor.subscribe(recorder)
    editor.set_value(NAME, "Projekt 0")
    assert recorder.changes == []
    assert not editor.can_undo


def test_typing_on_in_a_field_is_one_step() -> None:
    editor = Editor(application())
    for text in ("a", "ab", "abc"):
        editor.set_value(NAME, text, merge=True)
    editor.undo()
    assert editor.application == application()


def test_a_pause_begins_a_new_step() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a", merge=True)
    editor.end_merge()
    editor.set_value(NAME, "ab", merge=True)
    editor.undo()
    assert editor.application.projects[0].name == "a"


def test_typing_in_another_field_begins_a_new_step() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a", merge=True)
    editor.set_value(LOAN, 7, merge=True)
    editor.undo()
    assert editor.application.projects[0].name == "a"
    assert editor.application.projects[0].loan == {"2025": 0}


def test_undo_and_redo_lead_to_the_field_that_changed() -> None:
    editor = Editor(application())
    editor.set_value(LOAN, 7)
    undone, redone = editor.undo(), editor.redo()
    assert undone is not None
    assert redone is not None
    assert undone.path == redone.path == LOAN
    assert editor.application.projects[0].loan == {"2025": 7}


def test_a_new_change_ends_what_could_be_redone() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a")
    editor.undo()
    editor.set_value(NAME, "b")
    assert not editor.can_redo
    assert editor.redo() is None


def test_with_nothing_to_undo_nothing_happens() -> None:
    editor = Editor(application())
    assert editor.undo() is None
    assert editor.application == application()


def test_half_typed_text_is_kept_beside_an_empty_value() -> None:
    editor = Editor(application())
    editor.set_half_typed(LOAN, "22,9", None)
    assert editor.half_typed == {"projects[0].loan.2025": "22,9"}
    assert editor.application.projects[0].loan == {"2025": None}
    editor.set_value(LOAN, 22900)
    assert editor.half_typed == {}
    editor.undo()
    assert editor.half_typed == {"projects[0].loan.2025": "22,9"}


def test_half_typed_text_follows_its_project_when_another_is_removed() -> None:
    editor = Editor(application())
    editor.set_half_typed(field_path("projects[1].loan.2025"), "22,9", None)
    editor.remove(field_path("projects"), 0)
    assert editor.half_typed == {"projects[0].loan.2025": "22,9"}


def test_half_typed_text_goes_with_its_project_and_comes_back_with_it() -> None:
    editor = Editor(application())
    editor.set_half_typed(field_path("projects[1].loan.2025"), "22,9", None)
    editor.remove(field_path("projects"), 1)
    assert editor.half_typed == {}
    editor.undo()
    assert editor.half_typed == {"projects[1].loan.2025": "22,9"}


def test_half_typed_text_follows_its_project_when_it_is_moved() -> None:
    editor = Editor(application(3))
    editor.set_half_typed(field_path("projects[0].loan.2025"), "22,9", None)
    editor.move(field_path("projects"), 0, 2)
    assert editor.half_typed == {"projects[2].loan.2025": "22,9"}
    assert [project.name for project in editor.application.projects] == ["Projekt 1", "Projekt 2", "Projekt 0"]


def test_rows_are_inserted_and_removed_as_structure() -> None:
    editor, recorder = Editor(application()), Recorder()
    editor.subscribe(recorder)
    places = field_path("projects[0].places")
    editor.insert(places, 0, PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=8))
    editor.set_value(places / 0 / "count", 9)
    editor.remove(places, 0)
    assert [change.structural for change in recorder.changes] == [True, False, True]
    assert editor.application == application()


def test_replacing_a_structure_drops_what_was_half_typed_in_it() -> None:
    editor = Editor(application())
    editor.set_half_typed(LOAN, "22,9", None)
    editor.replace_structure(field_path("projects[0].loan"), {"2025": 1})
    assert editor.half_typed == {}
    editor.undo()
    assert editor.half_typed == {"projects[0].loan.2025": "22,9"}


def test_a_draft_taken_back_to_what_was_saved_is_not_modified() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a")
    assert editor.is_modified
    editor.undo()
    assert not editor.is_modified


def test_saving_makes_the_draft_unmodified_until_the_next_change() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a")
    editor.mark_saved()
    assert not editor.is_modified
    editor.undo()
    assert editor.is_modified


def test_an_approval_cannot_be_undone_nor_lost_by_undoing() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a")
    editor.approve(approved(editor.application, "Anna", datetime(2024, 5, 10, tzinfo=UTC)))
    editor.undo()
    assert editor.application.projects[0].name == "Projekt 0"
    assert len(editor.application.approvals) == 1
    editor.redo()
    assert len(editor.application.approvals) == 1


def test_a_place_past_the_end_of_a_list_is_an_error() -> None:
    with pytest.raises(LookupError):
        Editor(application()).set_value(field_path("projects[7].name"), "a")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("name"), st.integers(0, 5), st.text(max_size=3)),
            st.tuples(st.just("unfinished"), st.integers(0, 5), st.text(max_size=3)),
            st.tuples(st.just("insert"), st.integers(0, 5), st.just("")),
            st.tuples(st.just("remove"), st.integers(0, 5), st.just("")),
            st.tuples(st.just("move"), st.integers(0, 5), st.just("")),
        ),
        max_size=12,
    )
)
def test_whatever_is_done_all_of_it_can_be_undone_and_done_again(steps: list[tuple[str, int, str]]) -> None:
    editor = Editor(application())
    start = editor.snapshot
    for kind, number, text in steps:
        _do(editor, kind, number, text)
    end = editor.snapshot
    while editor.undo():
        pass
    assert editor.snapshot == start
    while editor.redo():
        pass
    assert editor.snapshot == end


def _do(editor: Editor, kind: str, number: int, text: str) -> None:
    projects = field_path("projects")
    count = len(editor.application.projects)
    index = number % count if count else 0
    if kind == "insert":
        editor.insert(projects, min(number, count), Project(id=ID.format(9)))
    elif not count:
        return
    elif kind == "name":
        editor.set_value(FieldPath(("projects", index, "name")), text)
    elif kind == "unfinished":
        editor.set_half_typed(FieldPath(("projects", index, "loan", "2025")), text, None)
    elif kind == "remove":
        editor.remove(projects, index)
    else:
        editor.move(projects, index, (index + 1) % count)


def test_an_approval_is_announced_as_one_and_is_no_step() -> None:
    editor, recorder = Editor(application()), Recorder()
    editor.subscribe(recorder)
    editor.approve(approved(editor.application, "Anna", datetime(2024, 5, 10, tzinfo=UTC)))
    (change,) = recorder.changes
    assert (str(change.path), change.structural, change.typing) == ("approvals", False, False)
    assert not editor.can_undo
    assert editor.is_modified


def test_typing_after_an_approval_is_a_step_of_its_own() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a", merge=True)
    editor.approve(approved(editor.application, "Anna", datetime(2024, 5, 10, tzinfo=UTC)))
    editor.set_value(NAME, "ab", merge=True)
    editor.undo()
    assert editor.application.projects[0].name == "a"


def test_typing_after_undoing_is_a_step_of_its_own() -> None:
    editor = Editor(application())
    editor.set_value(NAME, "a", merge=True)
    editor.end_merge()
    editor.set_value(NAME, "ab", merge=True)
    editor.undo()
    editor.set_value(NAME, "ac", merge=True)
    editor.undo()
    assert editor.application.projects[0].name == "a"


def test_only_typing_is_announced_as_typing() -> None:
    editor, recorder = Editor(application()), Recorder()
    editor.subscribe(recorder)
    editor.set_value(NAME, "a", merge=True)
    editor.set_value(NAME, "b")
    editor.undo()
    assert [change.typing for change in recorder.changes] == [True, False, False]


def test_half_typed_rows_after_an_inserted_one_move_down() -> None:
    editor = Editor(application())
    for index in (0, 1):
        editor.set_half_typed(FieldPath(("projects", index, "loan", "2025")), f"{index},5", None)
    editor.insert(field_path("projects"), 1, Project(id=ID.format(9)))
    assert editor.half_typed == {"projects[0].loan.2025": "0,5", "projects[2].loan.2025": "1,5"}


class TestHalfTypedTextThatIsRestored:
    """It was stored beside the saved draft, and comes back into every state that has the saved value."""

    def test_it_comes_back_without_a_step_or_a_change_to_save(self) -> None:
        editor, recorder = Editor(application()), Recorder()
        editor.subscribe(recorder)
        editor.restore_half_typed({str(LOAN): "22,9"})
        assert editor.half_typed == {str(LOAN): "22,9"}
        assert (editor.can_undo, editor.is_modified) == (False, False)
        assert [(change.path, change.structural, change.typing) for change in recorder.changes] == [
            (FieldPath(()), False, False)
        ]

    def test_a_field_that_was_edited_since_keeps_its_value(self) -> None:
        editor = Editor(application())
        editor.set_value(LOAN, 7)
        editor.restore_half_typed({str(LOAN): "22,9"})
        assert editor.half_typed == {}
        editor.undo()
        assert editor.half_typed == {str(LOAN): "22,9"}
        editor.redo()
        assert editor.half_typed == {}

    def test_a_field_that_is_half_typed_already_keeps_what_was_typed_last(self) -> None:
        editor = Editor(application(), {str(LOAN): "1,5"})
        editor.restore_half_typed({str(LOAN): "22,9", str(NAME): "x"})
        assert editor.half_typed == {str(LOAN): "1,5", str(NAME): "x"}

    def test_it_stays_away_where_its_project_is_gone(self) -> None:
        editor = Editor(application())
        editor.remove(field_path("projects"), 1)
        editor.restore_half_typed({"projects[1].loan.2025": "22,9"})
        assert editor.half_typed == {}
        editor.undo()
        assert editor.half_typed == {"projects[1].loan.2025": "22,9"}
        assert not editor.is_modified

    def test_without_a_saved_state_nothing_comes_back(self) -> None:
        editor = Editor(application())
        editor.mark_unsaved()
        editor.restore_half_typed({str(LOAN): "22,9"})
        assert editor.half_typed == {}
        assert editor.saved is None


def test_a_draft_that_is_not_on_disk_is_modified_until_it_is_saved() -> None:
    editor = Editor(application())
    editor.mark_unsaved()
    assert editor.is_modified
    saved = editor.snapshot
    editor.set_value(NAME, "a")
    editor.mark_saved(saved)
    assert (editor.saved, editor.is_modified) == (saved, True)
    editor.undo()
    assert not editor.is_modified


def test_of_very_long_texts_the_history_keeps_the_newest_steps_within_its_limit() -> None:
    editor = Editor(application())
    long = "a" * (MOST_REMEMBERED // 4)
    for number in range(12):
        editor.set_value(field_path("description"), f"{number}{long}")
    steps = 0
    while editor.undo() is not None:
        steps += 1
    assert steps == 3
    assert editor.application.description == f"8{long}"


def test_short_texts_are_never_forgotten() -> None:
    editor = Editor(application())
    for number in range(2_000):
        editor.set_value(field_path("description"), f"{number}")
    while editor.undo() is not None:
        pass
    assert editor.application == application()


def test_keeping_some_items_of_a_list_is_one_step_and_half_typed_text_stays_with_its_item() -> None:
    editor = Editor(application(3))
    editor.set_half_typed(field_path("projects[2].loan.2025"), "22,9", None)
    editor.keep(field_path("projects"), [0, 2])
    assert len(editor.application.projects) == 2
    assert editor.half_typed == {"projects[1].loan.2025": "22,9"}
    editor.undo()
    assert len(editor.application.projects) == 3
