"""The text size in the full window is stored; a broken file does not prevent writing."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.user.writing_zoom import read_zoom, write_zoom


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    assert read_zoom(tmp_path) == 100
    write_zoom(tmp_path, 140)
    assert read_zoom(tmp_path) == 140


@pytest.mark.parametrize("zoom", [60, 300])
def test_the_smallest_and_the_largest_size_are_kept(tmp_path: Path, zoom: int) -> None:
    write_zoom(tmp_path, zoom)
    assert read_zoom(tmp_path) == zoom


@pytest.mark.parametrize("content", ["", "{", '{"zoom": 59}', '{"zoom": 301}', '{"zoom": "x"}', "[]"])
def test_a_broken_or_hostile_file_is_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "writing.json").write_text(content, encoding="utf-8")
    assert read_zoom(tmp_path) == 100
