"""The stored window geometry: four numbers; a hostile file cannot misuse them."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.user.window_geometry import WindowGeometry, read_window_geometry, write_window_geometry


def test_a_place_comes_back_as_it_was_written(tmp_path: Path) -> None:
    geometry = WindowGeometry(left=-40, top=12, width=900, height=600, is_maximised=True)
    write_window_geometry(tmp_path / "state" / "window.json", geometry)
    assert read_window_geometry(tmp_path / "state" / "window.json") == geometry


def test_nothing_is_remembered_before_the_first_close(tmp_path: Path) -> None:
    assert read_window_geometry(tmp_path / "window.json") is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        '{"window": {"left": 0, "top": 0, "width": 0, "height": 10}}',
        '{"window": {"left": 0, "top": 0, "width": -5, "height": 10}}',
        '{"window": {"left": 1e99, "top": 0, "width": 5, "height": 10}}',
        '{"window": {"left": 99999999999999999999, "top": 0, "width": 5, "height": 10}}',
        '{"window": {"left": "0", "top": 0, "width": 5, "height": 10}}',
        '{"window": {"top": 0}}',
        "[" * 100_000,
        "\x00\x01",
    ],
)
def test_a_broken_or_hostile_file_is_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert read_window_geometry(path) is None
