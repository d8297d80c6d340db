"""The icons of the program and of its drafts."""

import struct

import pytest

from windows_build.icons import NAMES, SIZES, bitmap, ico
from windows_build.places import WINDOWS

FOLDER = WINDOWS / "icons"


def entries(data: bytes) -> list[tuple[int, ...]]:
    """Width, height, colours, reserved, planes, bits, length and offset of each picture."""
    _, kind, count = struct.unpack_from("<HHH", data)
    assert kind == 1
    return [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_has_all_sizes(name: str) -> None:
    data = (FOLDER / f"{name}.ico").read_bytes()
    assert [entry[0] or 256 for entry in entries(data)] == list(SIZES)
    assert sum(entry[6] for entry in entries(data)) + 6 + 16 * len(SIZES) == len(data)


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_has_its_drawings(name: str) -> None:
    assert (FOLDER / f"{name}.svg").is_file()
    assert (FOLDER / f"{name}-small.svg").is_file()


def test_pictures_lie_one_after_the_other() -> None:
    data = ico({32: b"large", 16: b"small!"})
    assert [(entry[0], entry[6]) for entry in entries(data)] == [(16, 6), (32, 5)]
    assert data[-11:] == b"small!large"


def test_a_bitmap_begins_with_its_lowest_line_and_ends_with_a_mask() -> None:
    above, below = b"\1\2\3\4" * 2, b"\5\6\7\10" * 2
    data = bitmap(above + below, 2)
    assert struct.unpack_from("<Iii", data) == (40, 2, 4)
    assert data[40:] == below + above + bytes(8)
