"""Two people's changes of one text are merged sentence by sentence, and only what both changed is asked."""

from itertools import pairwise

import pytest

from botilbud_desktop.domain.merging.kept_both import kept_both
from botilbud_desktop.domain.merging.parts import Choice
from botilbud_desktop.domain.merging.text_merge import Origin, Part, Removal, TextMerge, merged_text

A, B, C, D = "Vi bygger 19 pladser.", "De er til borgere med autisme.", "Taksten bliver lavere.", "Naboerne er hørt."
X, Y = "Der kommer en have.", "Byggeriet er fælles."
MINE, THEIRS, BOTH = Choice.MINE, Choice.THEIRS, Choice.BOTH


def line(*sentences: str) -> str:
    return " ".join(sentences)


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


def pieces(found: TextMerge) -> list[tuple[str | None, str, str]]:
    return [(piece.base, piece.mine, piece.theirs) for piece in found.pieces]


ABCD = line(A, B, C, D)
UNASKED = {
    "two sentences": (ABCD, line(X, B, C, D), line(A, B, Y, D), line(X, B, Y, D)),
    "two neighbours": (ABCD, line(A, X, C, D), line(A, B, Y, D), line(A, X, Y, D)),
    "the same change": (ABCD, line(A, X, C, D), line(A, X, C, Y), line(A, X, C, Y)),
    "one is removed, its neighbour is changed": (ABCD, line(A, C, D), line(A, B, Y, D), line(A, Y, D)),
    "two neighbours are removed": (ABCD, line(A, C, D), line(A, B, D), line(A, D)),
    "one is added beside a changed one": (ABCD, line(A, B, X, C, D), line(A, Y, C, D), line(A, Y, X, C, D)),
    "one is added beside a removed one": (ABCD, line(A, B, X, C, D), line(A, C, D), line(A, X, C, D)),
    "added at the start and at the end": (ABCD, line(X, ABCD), line(ABCD, Y), line(X, ABCD, Y)),
    "a moved sentence": (ABCD, line(B, C, A, D), line(A, B, C, Y), line(B, C, A, Y)),
    "a moved sentence that the other changed": (ABCD, line(A, C, D, B), line(A, Y, C, D), line(A, C, D, Y)),
    "two paragraphs": (lines(A, B), lines(X, B), lines(A, Y), lines(X, Y)),
    "end of one paragraph and start of the next": (
        lines(A, B),
        lines(line(A, X), B),
        lines(A, line(Y, B)),
        lines(line(A, X), line(Y, B)),
    ),
    "a new paragraph beside a longer one": (lines(A, B), lines(A, X, B), lines(line(A, Y), B), lines(line(A, Y), X, B)),
    "a moved paragraph that the other changed": (
        lines(line(A, B), C, D),
        lines(C, D, line(A, B)),
        lines(line(A, Y), C, D),
        lines(C, D, line(A, Y)),
    ),
    "a divided paragraph": (ABCD, lines(line(A, B), line(C, D)), line(A, B, C, Y), lines(line(A, B), line(C, Y))),
    "joined paragraphs": (lines(line(A, B), line(C, D)), ABCD, lines(line(A, B), line(C, Y)), line(A, B, C, Y)),
    "a blank line": (lines(A, B), lines(A, "", B), lines(A, Y), lines(A, "", Y)),
    "white space at the end": (ABCD, f"{ABCD}\n", line(A, B, C, Y), f"{line(A, B, C, Y)}\n"),
    "white space at two places": (line(A, B, C), f"{A}  {line(B, C)}", f"{line(A, B)}  {C}", f"{A}  {B}  {C}"),
    "list lines": (
        lines("Vi vil:", "- bygge", "- drive"),
        lines("Vi vil:", "- bygge et hus", "- drive"),
        lines("Vi vil:", "- bygge", "- drive", "- rense"),
        lines("Vi vil:", "- bygge et hus", "- drive", "- rense"),
    ),
    "equal paragraphs": (lines(A, A, B), lines(A, A, A, B), lines(A, A, X), lines(A, A, A, X)),
}
ASKED = {
    "the same sentence": (ABCD, line(A, X, C, D), line(A, Y, C, D), [(B, X, Y)]),
    "a removed sentence that the other changed": (ABCD, line(A, C, D), line(A, Y, C, D), [(B, "", Y)]),
    "two sentences at one place": (ABCD, line(A, X, B, C, D), line(A, Y, B, C, D), [("", X, Y)]),
    "a moved sentence that the other removed": (ABCD, line(A, C, D, B), line(A, C, D), [(B, B, "")]),
    "added where the other removed all around": (
        ABCD,
        line(A, B, X, C, D),
        line(A, D),
        [(line(B, C), line(B, X, C), "")],
    ),
    "a removed paragraph in which the other changed a sentence": (
        lines(line(A, B), C),
        C,
        lines(line(A, Y), C),
        [(line(A, B), "", line(A, Y))],
    ),
    "two paragraphs at one place": (lines(A, B), lines(A, X, B), lines(A, Y, B), [("", X, Y)]),
    "white space that both changed": (line(A, B), lines(A, B), f"{A}  {B}", [(line(A, B), lines(A, B), f"{A}  {B}")]),
    "equal sentences of which each side changed another": (line(A, A), A, line(X, A), [(line(A, A), A, line(X, A))]),
    "each side removed what the other left": (line(A, B), A, B, [(line(A, B), A, B)]),
    "an emptied text": (ABCD, "", line(A, B, C, Y), [(ABCD, "", line(A, B, C, Y))]),
    "a divided paragraph where the other adds": (
        line(A, B),
        lines(A, B),
        line(A, X, B),
        [(line(A, B), lines(A, B), line(A, X, B))],
    ),
    "two pieces": (ABCD, line(A, X, C, "Ja!"), line(A, Y, C, "Nej?"), [(B, X, Y), (D, "Ja!", "Nej?")]),
}
UNKNOWN = {
    "one piece": (ABCD, line(A, B, Y, D), [(None, C, Y)]),
    "what one has more": (ABCD, line(A, B, C), [(None, D, "")]),
    "one is empty": (ABCD, "", [(None, ABCD, "")]),
    "two pieces apart": (ABCD, line(X, B, C, Y), [(None, A, X), (None, D, Y)]),
    "nothing in common": (line(A, B), line(X, Y), [(None, line(A, B), line(X, Y))]),
    "white space": (ABCD, f"{ABCD}\n", [(None, D, f"{D}\n")]),
}


@pytest.mark.parametrize(("base", "mine", "theirs", "merged"), UNASKED.values(), ids=UNASKED)
def test_changes_that_do_not_touch_are_merged_unasked(base: str, mine: str, theirs: str, merged: str) -> None:
    for found in (merged_text(base, mine, theirs), merged_text(base, theirs, mine)):
        assert (found.text(), found.pieces) == (merged, ())


@pytest.mark.parametrize(("base", "mine", "theirs", "expected"), ASKED.values(), ids=ASKED)
def test_only_the_pieces_that_both_changed_are_asked(
    base: str, mine: str, theirs: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert pieces(merged_text(base, mine, theirs)) == expected
    assert pieces(merged_text(base, theirs, mine)) == [(old, their, my) for old, my, their in expected]


@pytest.mark.parametrize(("mine", "theirs", "expected"), UNKNOWN.values(), ids=UNKNOWN)
def test_without_a_known_base_every_piece_that_differs_is_asked(
    mine: str, theirs: str, expected: list[tuple[str | None, str, str]]
) -> None:
    found = merged_text(None, mine, theirs)
    assert pieces(found) == expected
    assert found.text([MINE] * len(expected)) == mine
    assert found.text([THEIRS] * len(expected)) == theirs


def test_a_piece_is_decided_for_itself_and_the_rest_is_merged() -> None:
    found = merged_text(ABCD, line(A, X, C, "Vi venter."), line("Vi bygger.", Y, C, "Vi bygger nu."))
    assert found.text() == line("Vi bygger.", X, C, "Vi venter.")
    assert found.text([THEIRS, MINE]) == line("Vi bygger.", Y, C, "Vi venter.")
    assert found.text([BOTH, THEIRS]) == line("Vi bygger.", X, Y, C, "Vi bygger nu.")


def test_the_parts_say_where_everything_comes_from() -> None:
    found = merged_text(ABCD, line(A, X, C, "Vi venter."), line("Vi bygger.", B, C, "Vi bygger nu."))
    assert found.parts() == (
        Part(Origin.THEIRS, "Vi bygger."),
        Part(Origin.COMMON, " "),
        Part(Origin.MINE, X),
        Part(Origin.COMMON, f" {C} "),
        Part(Origin.UNDECIDED, "Vi venter."),
    )
    assert found.parts([THEIRS])[-1] == Part(Origin.DECIDED, "Vi bygger nu.")
    assert all(part.text for part in found.parts())


def test_what_one_side_removed_is_told() -> None:
    assert merged_text(ABCD, line(A, B, C), line(B, C, D)).removals() == (
        Removal(Origin.THEIRS, A),
        Removal(Origin.MINE, D),
    )
    assert merged_text(ABCD, line(B, C, A, D), line(A, B, C, Y)).removals() == ()


def test_a_paragraph_that_is_decided_keeps_its_line() -> None:
    found = merged_text(lines(A, B, C), lines(A, C), lines(A, Y, C))
    assert [found.text([choice]) for choice in (MINE, THEIRS)] == [lines(A, C), lines(A, Y, C)]


def test_both_stand_below_each_other_where_they_are_whole_paragraphs() -> None:
    assert merged_text("", "mit", "deres").text([BOTH]) == "mit\nderes"
    assert merged_text(
        "",
        "mit",
        "deres",
    ).pieces == (("", "mit", "deres"),)
    assert merged_text("", "mit", "deres", is_line=True).text([BOTH]) == "mit deres"
    assert merged_text(lines(A, B), lines(A, X), lines(A, Y)).text([BOTH]) == lines(A, X, Y)


def test_keeping_both_repeats_nothing() -> None:
    assert kept_both(line(A, X, C), line(A, Y, C), " ") == line(A, X, Y, C)
    assert kept_both(lines(A, X), lines(A, line(X, Y)), "\n") == lines(A, line(X, Y))
    assert kept_both(line(A, B), line(B, C), " ") == line(A, B, C)
    assert kept_both("Vi bygger", "Vi bygger nu.", " ") == "Vi bygger nu."
    assert kept_both("", X, "\n") == kept_both(X, "", "\n") == X


def test_a_whole_text_is_never_doubled_where_one_sentence_differs() -> None:
    text = [f"Sætning {number} om botilbuddet." for number in range(120)]
    mine, theirs = list(text), list(text)
    mine[60], theirs[60] = "Min sætning.", "Din sætning."
    for base in (" ".join(text), None):
        both = merged_text(base, " ".join(mine), " ".join(theirs)).text([BOTH])
        assert both == " ".join((*text[:60], "Min sætning.", "Din sætning.", *text[61:]))


@pytest.mark.slow
@pytest.mark.parametrize("base", ["a\n" * 100_000, None, "Ord. " * 40_000], ids=["lines", "unknown", "sentences"])
def test_the_longest_texts_are_merged_without_comparing_each_sentence_with_each(base: str | None) -> None:
    mine, theirs = "b\n" * 99_000, "c\n" * 98_000
    assert pieces(merged_text(base, mine, theirs))


def test_thousands_of_changed_lines_are_merged() -> None:
    base = [f"Linje {number} er her." for number in range(3_000)]
    mine = [text.replace("er", "var") if number % 2 else text for number, text in enumerate(base)]
    theirs = [text if number % 2 else text.replace("her", "der") for number, text in enumerate(base)]
    both = [my if number % 2 else their for number, (my, their) in enumerate(zip(mine, theirs, strict=True))]
    found = merged_text("\n".join(base), "\n".join(mine), "\n".join(theirs))
    assert (found.text(), found.pieces) == ("\n".join(both), ())
    assert all(one.origin is not other.origin for one, other in pairwise(found.parts()))
