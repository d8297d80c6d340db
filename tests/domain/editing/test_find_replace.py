"""Find and replace across the texts of an application."""

import pytest

from botilbud_desktop.domain.application import Application, Contacts
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.editing.find_replace import (
    Match,
    Query,
    replaced_at,
    replaced_everywhere,
    spans_in,
    text_fields,
)
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from tests.domain.for_colleagues import with_all_of_them
from tests.ui import drafts


def application() -> Application:
    draft = drafts.with_projects(2)
    projects = (
        replace(draft.projects[0], name="Bosted Æblet", description="Nyt bosted.\nBosteder bygges."),
        replace(draft.projects[1], name="Andet", description="", coordination_note="bosted"),
    )
    contacts = Contacts(names="Bo Sted", phones="1", emails=("a@b.dk",))
    return replace(draft, projects=projects, description="Et BOSTED", internal_notes="om bosted", contacts=contacts)


def find_all(draft: Application, query: Query) -> tuple[Match, ...]:
    """Returns all matches, field by field."""
    return tuple(Match(path, *span) for path in text_fields(draft) for span in spans_in(value_at(draft, path), query))


def test_matches_come_in_the_order_of_the_steps() -> None:
    found = find_all(application(), Query("bosted"))
    assert [(str(match.path), match.start) for match in found] == [
        ("internal_notes", 3),
        ("projects[0].name", 0),
        ("projects[0].description", 4),
        ("projects[0].description", 12),
        ("projects[1].coordination_note", 0),
        ("description", 3),
    ]


def test_what_is_for_colleagues_is_searched_too() -> None:
    draft = with_all_of_them(application())
    assert [str(match.path) for match in find_all(draft, Query("hemmelig"))] == [
        "cover_note.text",
        "projects[0].purpose",
        "projects[0].target_group",
        "projects[0].economy_note",
    ]


def test_whole_words_and_the_same_case_narrow_it() -> None:
    whole = find_all(application(), Query("bosted", whole_words=True))
    assert (len(whole), {match.start for match in whole}) == (5, {0, 3, 4})
    assert [str(match.path) for match in find_all(application(), Query("BOSTED", same_case=True))] == ["description"]
    assert len(find_all(application(), Query("æblet", whole_words=True))) == 1


def test_what_is_looked_for_is_taken_literally() -> None:
    assert find_all(application(), Query("b.sted")) == ()
    assert find_all(application(), Query("")) == ()
    assert len(find_all(application(), Query("Nyt bosted."))) == 1


def test_a_decomposed_letter_finds_the_composed_one() -> None:
    draft = replace(application(), description="på Å")
    assert len(find_all(draft, Query("A\u030a", same_case=True))) == 1


def test_the_replacement_is_taken_literally() -> None:
    match = find_all(application(), Query("bosted"))[2]
    assert replaced_at(application(), match, r"\g<0>") == "Nyt \\g<0>.\nBosteder bygges."
    texts = replaced_everywhere(application(), Query("bosted"), r"\1")
    assert texts[field_path("description")] == r"Et \1"
    assert len(texts) == 5


def test_replacing_everywhere_is_one_step_of_the_history() -> None:
    before = application()
    editor = Editor(before)
    editor.set_values(replaced_everywhere(before, Query("bosted"), "botilbud"))
    assert find_all(editor.application, Query("bosted")) == ()
    change = editor.undo()
    assert editor.application == before
    assert change is not None
    assert str(change.path) == "internal_notes"
    assert not editor.can_undo


def test_setting_what_stands_there_already_is_no_step() -> None:
    editor = Editor(application())
    editor.set_values({field_path("description"): "Et BOSTED"})
    editor.set_values({})
    assert not editor.can_undo


def test_a_space_finds_a_no_break_space_too() -> None:
    draft = replace(application(), description="20\u00a0mio. og 20 mio.")
    assert [match.start for match in find_all(draft, Query("20 mio"))] == [0, 11]
    assert len(find_all(draft, Query("20\u00a0mio"))) == 1


@pytest.mark.parametrize(
    ("words", "text", "starts"),
    [
        ("kr.", "5 kr.5, mkr. og kr. ", [2, 16]),
        ("(5", "x(5) (55) (5", [1, 10]),
        ("5 %", "25 % 5 %3 %", [5]),
    ],
)
def test_a_word_ends_where_a_sign_begins(words: str, text: str, starts: list[int]) -> None:
    draft = replace(application(), description=text)
    found = find_all(draft, Query(words, whole_words=True))
    assert [match.start for match in found if str(match.path) == "description"] == starts
