"""The common prefix and suffix of two texts."""

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.common_ends import common_end, common_start

ALIKE = st.text("abæ", max_size=12)


@given(ALIKE, ALIKE)
def test_the_common_start_is_as_long_as_it_can_be(one: str, other: str) -> None:
    length = common_start(one, other)
    assert one[:length] == other[:length]
    assert length == min(len(one), len(other)) or one[length] != other[length]


@given(ALIKE, ALIKE)
def test_the_common_end_never_reaches_into_the_common_start(one: str, other: str) -> None:
    start = common_start(one, other)
    length = common_end(one, other, start)
    assert one[len(one) - length :] == other[len(other) - length :]
    assert start + length <= min(len(one), len(other))
    assert start + length == min(len(one), len(other)) or one[-1 - length] != other[-1 - length]


def test_byte_strings_are_compared_as_texts_are() -> None:
    assert common_start(b"abc", b"abd") == 2
    assert common_end(b"xbc", b"abc") == 2
    assert common_end(b"aa", b"aaa", 1) == 1
