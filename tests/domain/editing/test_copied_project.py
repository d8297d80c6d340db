"""A project is copied within its draft: a new id, a name that says so, and what is half-typed in it."""

from itertools import count

import pytest

from botilbud_desktop.domain.editing.copied_project import copied_project
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from tests.ui import drafts

PROJECTS = field_path("projects")


def test_a_copy_is_alike_but_for_its_id_and_its_name() -> None:
    project = drafts.example("aalborg").projects[0]
    copy = copied_project(project, [project], lambda: drafts.uuid(9))
    assert (copy.id, copy.name) == (drafts.uuid(9), f"{project.name} (kopi)")
    assert replace(copy, id=project.id, name=project.name) == project


def test_each_copy_has_a_name_of_its_own() -> None:
    project = replace(drafts.example("aalborg").projects[0], name=" 19 pladser ")
    ids, others = count(1), [project]
    for _time in range(3):
        others.append(copied_project(project, others, lambda: drafts.uuid(next(ids))))
    assert [other.name for other in others[1:]] == ["19 pladser (kopi)", "19 pladser (kopi 2)", "19 pladser (kopi 3)"]
    assert copied_project(replace(project, name=""), [], lambda: drafts.uuid(1)).name == "(kopi)"


@pytest.mark.parametrize(
    ("name", "others", "copy"),
    [
        ("19 pladser (kopi)", ("19 pladser",), "19 pladser (kopi 2)"),
        ("19 pladser (kopi 2)", ("19 pladser", "19 pladser (kopi)"), "19 pladser (kopi 3)"),
        ("19 pladser (kopi 7)", ("19 pladser",), "19 pladser (kopi)"),
        ("(kopi)", (), "(kopi 2)"),
        ("Tilbud (kopi af 2020)", (), "Tilbud (kopi af 2020) (kopi)"),
    ],
)
def test_a_copy_of_a_copy_is_counted_on(name: str, others: tuple[str, ...], copy: str) -> None:
    project = drafts.example("aalborg").projects[0]
    all_ = [replace(project, name=other) for other in (*others, name)]
    assert copied_project(all_[-1], all_, lambda: drafts.uuid(9)).name == copy


def test_what_is_half_typed_is_copied_too_and_all_is_undone_in_one_step() -> None:
    draft = drafts.example("aalborg")
    editor = Editor(draft)
    for path in ("projects[0].loan.2025", "projects[1].loan.2026", "contacts.phones"):
        editor.set_half_typed(field_path(path), f"22,{path[9]}", None if "loan" in path else "")
    before = editor.snapshot
    editor.duplicate(PROJECTS, 0, copied_project(draft.projects[0], draft.projects, lambda: drafts.uuid(9)))
    assert [project.id for project in editor.application.projects] == [
        draft.projects[0].id,
        drafts.uuid(9),
        draft.projects[1].id,
    ]
    assert set(editor.half_typed) == {
        "projects[0].loan.2025",
        "projects[1].loan.2025",
        "projects[2].loan.2026",
        "contacts.phones",
    }
    assert editor.half_typed["projects[1].loan.2025"] == editor.half_typed["projects[0].loan.2025"]
    editor.undo()
    assert editor.snapshot == before
