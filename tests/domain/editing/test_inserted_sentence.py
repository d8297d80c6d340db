"""A sentence from the table in a text: the spaces around it, and the entries beside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.editing.inserted_sentence import Put, inserted, kept, renewed, with_sentence
from botilbud_desktop.domain.notes.records import InsertedFact

SENTENCE = "Der søges om låneadgang på 22,9 mio. kr. i 2025."
FACT = InsertedFact(content=4, text=SENTENCE)
LATER = InsertedFact(content=4, text="Der søges om låneadgang på 23 mio. kr. i 2025.")


def draft(description: str = "", *facts: InsertedFact) -> Application:
    return Application(id=f"{0:08}-0000-4000-8000-{0:012}", round="x", description=description, inserted_facts=facts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", "S."),
        ("Ja.|", "Ja. S."),
        ("Ja. |", "Ja. S."),
        ("Ja.| Nej.", "Ja. S. Nej."),
        ("Ja. |Nej.", "Ja. S. Nej."),
        ("|Nej.", "S. Nej."),
        ("Ja|.", "Ja. S."),
        ("Bo|tilbud og mere.", "Botilbud S. og mere."),
        ("Bo|tilbud. Mere.", "Botilbud. S. Mere."),
        ("Ja.\n|", "Ja.\nS."),
        ("Ja.|\nNej.", "Ja. S.\nNej."),
        ("Ja.\n|Nej.", "Ja.\nS. Nej."),
        ("Ja.\u00a0|Nej.", "Ja.\u00a0S. Nej."),
        ("Ja (|)", "Ja (S.)"),
        ("Ja (|se nedenfor)", "Ja (S. se nedenfor)"),
        ("Ja |, nej", "Ja S., nej"),
        ("😀|😀", "😀😀 S."),
    ],
)
def test_the_spaces_around_a_sentence(before: str, after: str) -> None:
    index = before.index("|")
    put = with_sentence(before.replace("|", ""), index, "S.")
    assert put.text == after
    assert put.text[put.start : put.end] == "S."


@given(st.text(st.sampled_from("ab .,(\n😀")), st.integers(0, 20))
def test_nothing_of_a_text_is_lost_and_no_word_is_parted(text: str, index: int) -> None:
    index = min(index, len(text))
    put = with_sentence(text, index, SENTENCE)
    before, after = put.text[: put.start], put.text[put.end :]
    assert put.text[put.start : put.end] == SENTENCE
    assert (before + after).split() == text.split() or (before.rstrip(" ") + after.lstrip(" ")) in text
    assert text.startswith(before.removesuffix(" "))
    assert text.endswith(after.removeprefix(" "))
    assert not (before and before[-1].isalnum())
    assert not (after and after[0].isalnum())


def test_a_sentence_and_its_entry_are_one_step() -> None:
    editor = Editor(draft("Ja."))
    editor.set_values(inserted(editor.application, with_sentence("Ja.", 3, SENTENCE), FACT))
    assert editor.application == draft(f"Ja. {SENTENCE}", FACT)
    assert editor.undo_path == ("description",)
    editor.undo()
    assert editor.application == draft("Ja.")


def test_the_same_sentence_twice_has_one_entry() -> None:
    once = draft(f"{SENTENCE} ", FACT)
    twice = inserted(once, with_sentence(once.description, len(once.description), SENTENCE), FACT)
    assert list(twice.values()) == [f"{SENTENCE} {SENTENCE}", (FACT,)]


def test_an_entry_whose_sentence_is_gone_leaves_with_the_next() -> None:
    gone = InsertedFact(content=2, text="50 pct. af pladserne forventes at være til rådighed for andre kommuner.")
    assert list(inserted(draft("", gone), Put(SENTENCE, 0, len(SENTENCE)), FACT).values()) == [SENTENCE, (FACT,)]


def test_renewing_replaces_one_place_and_keeps_the_entry_of_the_other() -> None:
    text = f"A. {SENTENCE} B. {SENTENCE} C."
    start = text.rindex(SENTENCE)
    values = list(renewed(draft(text, FACT), start, start + len(SENTENCE), LATER).values())
    assert values == [f"A. {SENTENCE} B. {LATER.text} C.", (FACT, LATER)]
    assert list(renewed(draft(SENTENCE, FACT), 0, len(SENTENCE), LATER).values()) == [LATER.text, (LATER,)]


def test_a_sentence_that_is_kept_loses_its_entry_alone() -> None:
    assert list(kept(draft(SENTENCE, FACT, LATER, FACT), FACT).values()) == [SENTENCE, (LATER,)]
