"""Lists of words in files: strictly read, written as a whole."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.spelling.word_list import (
    LARGEST_LIST,
    MOST_WORDS,
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


def test_a_list_has_no_more_words_than_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "ordliste.txt"
    letters = "abcdefghijklmnopqrstuvwxyz"
    path.write_text("\n".join(a + b + c + d for a in letters for b in letters for c in letters for d in "ab"))
    assert len(read_word_list(path)) == MOST_WORDS


def test_words_are_added_and_removed_and_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ordliste.txt"
    assert read_word_list(path) == ()
    for word in ("Zillo", "Knudsgaard", "Zillo", "to ord"):
        add_to_word_list(path, word)
    assert path.read_bytes() == b"Zillo\nKnudsgaard\n"
    remove_from_word_list(path, ["Zillo", "other"])
    assert read_word_list(path) == ("Knudsgaard",)
