"""The order of the projects: who may have been moved, checked against all orders, and where added ones go."""

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.editing.project_keys import ProjectKey
from botilbud_desktop.domain.merging.order import joined_order, possibly_moved


def keys(letters: str) -> list[ProjectKey]:
    """Returns a key for each letter."""
    return [(letter, 0) for letter in letters]


def letters(found: list[ProjectKey]) -> str:
    """Returns the letters of keys."""
    return "".join(letter for letter, _number in found)


def may_have_moved(before: str, after: str) -> set[str]:
    """Returns the letters outside of any largest set of letters that kept their order, by trying all sets."""
    for size in range(len(after), -1, -1):
        kept: list[set[str]] = [
            set(some) for some in combinations(after, size) if sorted(some, key=before.index) == list(some)
        ]
        if kept:
            return {letter for letter in after if any(letter not in one for one in kept)}
    return set()


def test_what_may_have_moved_in_all_orders_of_up_to_five() -> None:
    for size in range(6):
        for order in permutations("abcde"[:size]):
            for count in range(size + 1):
                after = "".join(order[:count])
                found = possibly_moved(keys("abcde"[:size]), keys(after + "xy"))
                assert {letter for letter, _number in found} == may_have_moved("abcde"[:size], after)


ORDERS = st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join)


@given(ORDERS, ORDERS)
def test_a_joined_order_has_all_of_both_and_keeps_the_leading_one(leading: str, other: str) -> None:
    joined = letters(joined_order(keys(leading), keys(other)))
    assert sorted(joined) == sorted({*leading, *other})
    assert "".join(letter for letter in joined if letter in leading) == leading
    shared = [letter for letter in other if letter in leading]
    if shared == [letter for letter in leading if letter in other]:
        assert letters(joined_order(keys(other), keys(leading))) == joined
        assert "".join(letter for letter in joined if letter in other) == other


def test_what_both_add_at_the_same_place_is_in_the_same_order_for_both() -> None:
    assert letters(joined_order(keys("axb"), keys("acb"))) == "acxb"
    assert letters(joined_order(keys("acb"), keys("axb"))) == "acxb"
