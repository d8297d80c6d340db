"""Properties of merging two versions of a text that hold for any edits."""

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.merging.parts import Choice
from botilbud_desktop.domain.merging.text_merge import TextMerge, merged_text
from botilbud_desktop.domain.text.sentences import sentences

_TEXT = "kommunen botilbud pladser borgere bl.a. autisme § 107 stk. 2 takst bygning støtte f.eks. nabo ca. 5 kr."
WORDS = _TEXT.split()

Paragraphs = list[list[str]]


class Versions(NamedTuple):
    """A text, and two people's edits of it."""

    base: str
    mine: str
    theirs: str


@st.composite
def versions(draw: st.DrawFn) -> Versions:
    """Returns a text with two people's edits: sentences changed, added, removed and moved, paragraphs too."""
    text = draw(st.lists(st.lists(_sentences, min_size=1, max_size=4), max_size=4))
    between = draw(st.sampled_from(["\n", "\n\n"]))
    base, mine, theirs = (
        between.join(map(" ".join, state)) for state in (text, _edited(draw, text), _edited(draw, text))
    )
    return Versions(base, *(_respaced(draw, side) for side in (mine, theirs)))


_sentences = st.builds(
    lambda words, end: f"{' '.join(words).capitalize()}{end}",
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
    st.sampled_from([".", "!", "?", " mv.", ""]),
)


def _edited(draw: st.DrawFn, text: Paragraphs) -> Paragraphs:
    state = [list(paragraph) for paragraph in text]
    for _edit in range(draw(st.integers(0, 3))):
        deed = draw(st.sampled_from(["change", "add", "remove", "move", "divide", "add paragraph", "remove paragraph"]))
        at = draw(st.integers(0, max(len(state) - 1, 0)))
        if deed == "add paragraph" or not state:
            state.insert(at, [draw(_sentences)])
            continue
        paragraph = state[at]
        place = draw(st.integers(0, len(paragraph) - 1))
        match deed:
            case "change":
                paragraph[place] = draw(_sentences | st.just(f"Nu er {paragraph[place]}"))
            case "add":
                paragraph.insert(place, draw(_sentences))
            case "remove":
                del paragraph[place]
            case "move":
                moved = paragraph.pop(place)
                state[draw(st.integers(0, len(state) - 1))].append(moved)
            case "divide":
                state[at : at + 1] = [paragraph[:place], paragraph[place:]]
            case _:
                del state[at]
        state = [one for one in state if one]
    return state


def _respaced(draw: st.DrawFn, text: str) -> str:
    if draw(st.integers(0, 5)):
        return text
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from([" ", "\n", "\t"])) + text[at:]


def _decided(found: TextMerge, choice: Choice) -> str:
    return found.text([choice] * len(found.pieces))


@given(versions())
def test_a_side_that_changed_nothing_changes_nothing(state: Versions) -> None:
    for side in (state.mine, state.theirs):
        for found in (
            merged_text(state.base, side, state.base),
            merged_text(state.base, state.base, side),
            merged_text(state.base, side, side),
            merged_text(None, side, side),
        ):
            assert (found.text(), found.pieces) == (side, ())


@given(versions(), st.booleans(), st.data())
def test_merging_is_the_same_both_ways_round(state: Versions, has_base: bool, data: st.DataObject) -> None:
    base = state.base if has_base else None
    found, other = merged_text(base, state.mine, state.theirs), merged_text(base, state.theirs, state.mine)
    assert [tuple(piece) for piece in found.pieces] == [(old, my, their) for old, their, my in other.pieces]
    choices = [data.draw(st.sampled_from([Choice.MINE, Choice.THEIRS])) for _piece in found.pieces]
    exchanged = [Choice.MINE if choice is Choice.THEIRS else Choice.THEIRS for choice in choices]
    assert found.text(choices) == other.text(exchanged)
    assert found.removals() == tuple(
        removal._replace(by=type(removal.by)({"mine": "theirs", "theirs": "mine"}[removal.by]))
        for removal in other.removals()
    )


@given(versions())
def test_without_a_base_one_side_everywhere_is_that_side(state: Versions) -> None:
    found = merged_text(None, state.mine, state.theirs)
    assert _decided(found, Choice.MINE) == state.mine
    assert _decided(found, Choice.THEIRS) == state.theirs
    assert bool(found.pieces) == (state.mine != state.theirs)


@given(versions())
def test_every_new_sentence_of_either_side_is_in_the_text_or_asked_about(state: Versions) -> None:
    found = merged_text(state.base, state.mine, state.theirs)
    old = set(sentences(state.base).units)
    for choice in (Choice.MINE, Choice.THEIRS):
        text = _decided(found, choice)
        for side, piece_texts in (
            (state.mine, [piece.mine for piece in found.pieces]),
            (state.theirs, [piece.theirs for piece in found.pieces]),
        ):
            for unit in set(sentences(side).units) - old:
                assert unit in text or any(unit in piece for piece in piece_texts)


@given(versions())
def test_a_sentence_that_nobody_touched_stays(state: Versions) -> None:
    found = merged_text(state.base, state.mine, state.theirs)
    once = [{unit for unit, count in Counter(sentences(text).units).items() if count == 1} for text in state]
    kept = once[0] & once[1] & once[2]  # of equal sentences, nobody can tell which was removed
    asked = [text for piece in found.pieces for text in (piece.mine, piece.theirs)]
    for choice in (Choice.MINE, Choice.THEIRS):
        text = _decided(found, choice)
        for unit in kept:
            assert unit in text or any(unit in piece for piece in asked)


@given(versions(), st.booleans())
def test_keeping_both_is_never_longer_than_both_and_holds_every_sentence(state: Versions, has_base: bool) -> None:
    found = merged_text(state.base if has_base else None, state.mine, state.theirs)
    both = _decided(found, Choice.BOTH)
    for piece in found.pieces:
        for unit in {*sentences(piece.mine).units, *sentences(piece.theirs).units}:
            assert unit in both
    assert len(both) <= len(state.mine) + len(state.theirs) + 2 * len(found.pieces) + 1


@given(
    st.lists(
        st.tuples(_sentences, st.sampled_from(["kept", "mine", "theirs", "mine removed", "theirs removed"])), max_size=8
    ),
    st.sampled_from([" ", "\n", "\n\n"]),
)
def test_changes_of_different_sentences_are_never_asked_about(plan: list[tuple[str, str]], between: str) -> None:
    plan = [(f"Nr. {number} er {text.rstrip('.!?').lower()}!", what) for number, (text, what) in enumerate(plan)]

    def side(own: str) -> str:
        state = [
            f"{text[:-1]} ifølge den ene!" if what == own else text for text, what in plan if what != f"{own} removed"
        ]
        return between.join(state)

    base = between.join(text for text, _what in plan)
    expected = [
        f"{text[:-1]} ifølge den ene!" if what in ("mine", "theirs") else text
        for text, what in plan
        if "removed" not in what
    ]
    mine, theirs = side("mine"), side("theirs")
    found = merged_text(base, mine, theirs)
    if (mine.strip() and theirs.strip() and expected) or base in (mine, theirs):
        assert found.pieces == ()
        assert found.text() == between.join(expected)


FATES = ["kept", "kept", "mine", "theirs", "added by mine", "added by theirs"]


@given(
    st.lists(st.lists(st.tuples(_sentences, st.sampled_from(FATES)), min_size=1, max_size=4), max_size=4),
    st.sampled_from(["\n", "\n\n", "\n- "]),
)
def test_what_two_people_wrote_in_different_sentences_of_any_paragraph_stands_where_they_wrote_it(
    plan: list[list[tuple[str, str]]], between: str
) -> None:
    def version(*people: str) -> str:
        paragraphs = []
        for at, paragraph in enumerate(plan):
            state = []
            for number, (text, fate) in enumerate(paragraph):
                old = f"Afsnit {at} siger {number} om {text.rstrip('.!?').lower()}!"
                state.append(old.replace(" siger ", f" siger ifølge {fate} nu ") if fate in people else old)
                if fate.removeprefix("added by ") in people and fate not in people:
                    state.append(f"Her er {at * 10 + number} nyt fra {fate[9:]}!")
            paragraphs.append(" ".join(state))
        return between.join(paragraphs)

    found = merged_text(version(), version("mine"), version("theirs"))
    assert (found.text(), found.pieces) == (version("mine", "theirs"), ())
