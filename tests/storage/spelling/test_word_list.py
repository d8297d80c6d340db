"""Lists of words in files: strictly read, written as a whole."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.spelling.word_list import (
    LARGEST_LIST,
    add_to_word_list,
    read_word_list,
    remove_from_word_list,
)


def test_a_list_has_a_word_a_line_and_what_is_none_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "ordliste.txt"
    path.write_bytes(
        "\ufeff# vores\r\nZillo\r\n\r\nto ord\nx\x07y\nSt.\nZillo\nа́б\n".encode() + b"q" * 99 + b"\nNord-hus"
    )
    assert read_word_list(path) == ("Zillo", "St.", "Nord-hus")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a" * (LARGEST_LIST + 1)])
def test_what_is_no_list_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ordliste.txt"
    path.write_bytes(data)
    with pytest.raises(RefusedFileError):
        read_word_list(path)
    with pytest.raises(RefusedFileError):
        add_to_word_list(path, "Zillo")
    assert path.read_bytes() == data


def test_a_folder_in_the_place_of_a_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError):
        read_word_list(tmp_path)


def test_a_long_list_is_read_whole_and_loses_nothing_but_what_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "ordliste.txt"
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [a + b + c + d for a in letters for b in letters for c in letters for d in "abcd"]
    path.write_bytes("\n".join(words).encode())
    assert read_word_list(path) == tuple(words)
    remove_from_word_list(path, [words[0]])
    add_to_word_list(path, "Zillo")
    assert read_word_list(path) == (*words[1:], "Zillo")


def test_a_list_that_is_full_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ordliste.txt"
    data = b"# " + b"a" * (LARGEST_LIST - 6) + b"\nab\n"
    path.write_bytes(data)
    with pytest.raises(SaveFailedError, match="fuld"):
        add_to_word_list(path, "Zillo")
    assert path.read_bytes() == data
    assert read_word_list(path) == ("ab",)


def test_what_is_no_word_of_the_list_stays_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "ordliste.txt"
    written = "\ufeff# vores ord\r\n\r\nSEL § 107\r\n  Nord-hus \r\nord1"
    path.write_bytes(written.encode())
    add_to_word_list(path, "Zillo")
    assert path.read_bytes() == f"{written}\nZillo\n".encode()
    remove_from_word_list(path, ["Zillo", "# vores ord", "SEL § 107", ""])
    assert path.read_bytes() == f"{written}\n".encode()
    remove_from_word_list(path, ["Nord-hus"])
    assert read_word_list(path) == ()
    assert path.read_bytes() == "\ufeff# vores ord\r\n\r\nSEL § 107\r\nord1\n".encode()


def test_words_are_added_and_removed_and_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ordliste.txt"
    assert read_word_list(path) == ()
    for word in ("Zillo", "Knudsgaard", "Zillo", "to ord"):
        add_to_word_list(path, word)
    assert path.read_bytes() == b"Zillo\nKnudsgaard\n"
    remove_from_word_list(path, ["Zillo", "other"])
    assert read_word_list(path) == ("Knudsgaard",)
