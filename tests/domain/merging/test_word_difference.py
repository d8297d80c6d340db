"""The differences between two texts, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.merging.alignment import can_align, matches
from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind, word_difference
from tests.strategies import texts

SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED
MB = 1_000_000
WORDS = st.lists(st.sampled_from(["og", "plads", "2025", "22.900", " ", "  ", "\n", ".", ",", "å"]), max_size=60)


def marked(before: str, after: str) -> str:
    """Returns the pieces as one line: `en [-rød-][+blå+] bil`."""
    forms = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(forms[piece.kind].format(piece.text) for piece in word_difference(before, after))


def check_nothing_is_lost(before: str, after: str) -> tuple[Piece, ...]:
    """Checks that the pieces, joined, give the two texts."""
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not REMOVED) == after
    assert all(piece.text for piece in pieces)
    return pieces


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("det samme", "det samme", "det samme"),
        ("", "ny", "[+ny+]"),
        ("gammel", "", "[-gammel-]"),
        ("15 pladser i 2025", "19 pladser i 2025", "[-15-][+19+] pladser i 2025"),
        ("lånet er 22.900 nu", "lånet er 22.700 nu", "lånet er [-22.900-][+22.700+] nu"),
        ("et ord", "et ord.", "et ord[+.+]"),
        ("a b", "a  b", "a [+ +]b"),
        ("linje 1\nlinje 2", "linje 1\n\nlinje 2", "linje 1\n[+\n+]linje 2"),
        ("nye boliger", "nye store boliger", "nye [+store +]boliger"),
        ("En.\nTo.\n", "En.\nOg.\nTo.\n", "En.\n[+Og.\n+]To.\n"),
        ("En. To.", "En. To. Tre.", "En. To.[+ Tre.+]"),
        ("nye boliger i byen", "nye, store boliger i byen", "nye[+, store+] boliger i byen"),
    ],
)
def test_the_words_that_changed_are_marked(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_a_rewritten_sentence_is_one_change_and_no_confetti() -> None:
    before = "Vi søger om lån. En helt anden tekst om noget, der er sket i går. Slut."
    after = "Vi søger om lån. Kommunen bygger nyt i den gamle skole om et år. Slut."
    kinds = [piece.kind for piece in word_difference(before, after)]
    assert kinds == [SAME, REMOVED, ADDED, SAME]


def test_two_small_changes_far_apart_are_two_changes() -> None:
    middle = " og det er den samme lange tekst imellem, som ingen har rørt ved, "
    assert marked(f"rød{middle}bil", f"blå{middle}hest") == f"[-rød-][+blå+]{middle}[-bil-][+hest+]"


def test_a_moved_paragraph_is_removed_and_added() -> None:
    first, second = "Første afsnit om boligerne.\n", "Andet afsnit handler om helt andre ting.\n"
    pieces = check_nothing_is_lost(first + second, second + first)
    assert Piece(SAME, second) in pieces


@given(texts(), texts())
def test_the_pieces_put_together_are_the_two_texts(before: str, after: str) -> None:
    check_nothing_is_lost(before, after)


@given(WORDS, WORDS)
def test_the_pieces_of_similar_texts_put_together_are_the_two_texts(before: list[str], after: list[str]) -> None:
    pieces = check_nothing_is_lost("".join(before), "".join(after))
    assert all(some.kind is not other.kind for some, other in pairwise(pieces))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * (MB // 4), "b c " * (MB // 4)),
        ("a" * MB, "a" * (MB // 2) + "b" + "a" * (MB // 2)),
        ("\n" * MB, "\n" * MB + "x"),
        (".a" * (MB // 2), "a!" * (MB // 2)),
        (("x" * 999 + "\n") * 1000, ("y" * 999 + "\n") * 1000),
        ("\n".join(f"linje {number}" for number in range(5000)), "\n".join(f"linje {2 * n}" for n in range(5000))),
        ("😀 " * (MB // 2), "😀 " * (MB // 4) + "x " + "😀 " * (MB // 4)),
    ],
    ids=["words", "one word", "breaks", "marks", "lines", "many lines", "wide characters"],
)
def test_a_hostile_text_loses_nothing_either(before: str, after: str) -> None:
    check_nothing_is_lost(before, after)


def test_one_word_in_a_very_long_text_is_found() -> None:
    text = "et lille ord til " * (MB // 17)
    position = text.index(" ", MB // 2)
    pieces = check_nothing_is_lost(text, f"{text[:position]} NYT{text[position:]}")
    assert [piece.text for piece in pieces if piece.kind is not SAME] in (["NYT "], [" NYT"])


def test_long_texts_with_changes_far_apart_are_compared_line_by_line_and_then_word_by_word() -> None:
    lines = [f"Afsnit {number} har en del ord, som er ganske almindelige." for number in range(2000)]
    changed = list(lines)
    changed[3] = "Afsnit 3 har en del ord, som er ret almindelige."
    changed[1990] = "Afsnit 1990 har en del ord, som er ganske få."
    pieces = check_nothing_is_lost("\n".join(lines), "\n".join(changed))
    assert [piece.text for piece in pieces if piece.kind is ADDED] == ["ret", "få"]


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_what_corresponds_is_a_longest_common_subsequence(before: str, after: str) -> None:
    pairs = matches(before, after)
    assert all(before[row] == after[column] for row, column in pairs)
    assert all(some[0] < other[0] and some[1] < other[1] for some, other in pairwise(pairs))
    lengths = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for row, item in enumerate(before):
        for column, other in enumerate(after):
            longest = max(lengths[row][column + 1], lengths[row + 1][column])
            lengths[row + 1][column + 1] = lengths[row][column] + 1 if item == other else longest
    assert len(pairs) == lengths[-1][-1]


def test_too_many_items_correspond_only_at_both_ends() -> None:
    before, after = ["a", *["x"] * 9000, "z"], ["a", *["y", "x"] * 4500, "q", "z"]
    assert not can_align(9000, 9000)
    assert matches(before, after) == [(0, 0), (9001, 9002)]


@pytest.mark.parametrize("separator", ["\n", " "])
def test_in_a_very_long_text_a_change_is_told_in_whole_words(separator: str) -> None:
    text = separator.join(f"ord{number:05}" for number in range(3_000))
    changed = text.replace("ord01500", "ard01599").replace("ord01501", "ord01591")
    pieces = check_nothing_is_lost(text, changed)
    assert [piece.text for piece in pieces if piece.kind is not SAME] == [
        f"ord01500{separator}ord01501",
        f"ard01599{separator}ord01591",
    ]
