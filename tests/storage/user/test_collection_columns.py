"""How the columns of collected drafts were put: names only; a hostile file cannot misuse them."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.user.collection_columns import (
    CollectionColumns,
    read_collection_columns,
    write_collection_columns,
)


def test_columns_come_back_as_they_were_written(tmp_path: Path) -> None:
    columns = CollectionColumns(order=("tick", "region", "municipality"), hidden=("file",))
    write_collection_columns(tmp_path / "state" / "columns.json", columns)
    assert read_collection_columns(tmp_path / "state" / "columns.json") == columns


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        '{"order": "tick"}',
        '{"order": [1, 2]}',
        '{"hidden": [["file"]]}',
        f'{{"order": ["{"x" * 61}"]}}',
        f'{{"order": [{", ".join(['"a"'] * 201)}]}}',
        "[" * 100_000,
        "\x00\x01",
    ],
)
def test_a_broken_or_hostile_file_is_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "columns.json"
    path.write_text(content, encoding="utf-8")
    assert read_collection_columns(path) == CollectionColumns()
    assert read_collection_columns(tmp_path / "none.json") == CollectionColumns()
