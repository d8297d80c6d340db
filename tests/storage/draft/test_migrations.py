"""Old versions of the draft file format: an example of each is kept and must always open."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.application import FORMAT_VERSION
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.storage.draft.draft_file import parse_draft, read_draft
from botilbud_desktop.storage.draft.migrations import MIGRATIONS, migrated
from botilbud_desktop.storage.draft.serialised import serialise
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.domain.for_colleagues import FOR_COLLEAGUES

VERSIONS = Path(__file__).parents[1] / "versions"


def test_there_is_a_migration_from_each_older_version() -> None:
    assert len(MIGRATIONS) == FORMAT_VERSION - 1


@pytest.mark.parametrize("version", range(1, FORMAT_VERSION + 1))
def test_an_example_of_each_version_opens(version: int, library: FormLibrary) -> None:
    path = VERSIONS / f"version-{version}.botilbud"
    assert json.loads(path.read_bytes())["format_version"] == version
    opened = read_draft(path, library)
    application = opened.application
    assert application.format_version == FORMAT_VERSION
    assert application.contacts.names == "Åse Ærø, konsulent"
    if version == FORMAT_VERSION:
        assert opened.lineage is not None
        assert serialise(application, lambda _digest: opened.lineage).data == path.read_bytes()


@pytest.mark.parametrize("version", range(1, FORMAT_VERSION + 1))
def test_an_approval_given_under_each_version_is_still_valid(version: int, library: FormLibrary) -> None:
    """The kept examples hold real fingerprints: a new version of the format must not void them."""
    application = read_draft(VERSIONS / f"version-{version}.botilbud", library).application
    assert status(application) is Status.APPROVED


def test_the_kept_example_of_all_that_version_2_added_opens_and_comes_back_byte_for_byte(library: FormLibrary) -> None:
    path = VERSIONS / "version-2-for-colleagues.botilbud"
    opened = read_draft(path, library)
    values = json.loads(path.read_bytes())
    assert {field_path(place).form_path for place in _places(values)} >= ADDED_IN_VERSION_2
    assert serialise(opened.application, lambda _digest: opened.lineage).data == path.read_bytes()
    assert opened.lineage is not None
    assert status(opened.application) is Status.APPROVED


def _places(value: Any, place: str = "") -> Iterator[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        below = f"{place}.{key}".removeprefix(".")
        yield below
        yield from _places(item, below)


@pytest.mark.parametrize("path", FOR_COLLEAGUES)
def test_version_1_has_none_of_what_version_2_added(path: str, library: FormLibrary) -> None:
    application = read_draft(VERSIONS / "version-1.botilbud", library).application
    values = as_json_values(with_value(application, field_path(path), FOR_COLLEAGUES[path]))
    assert parse_draft(json.dumps(values).encode(), "x", library).application.format_version == FORMAT_VERSION
    with pytest.raises(RefusedFileError, match="feltet kendes ikke i version 1") as caught:
        parse_draft(json.dumps({**values, "format_version": 1}).encode(), "x", library)
    assert caught.value.place.startswith(path)


def _rename(values: dict[str, Any]) -> dict[str, Any]:
    return {"new_name" if key == "name" else key: value for key, value in values.items()}


def _add(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "added": True}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"format_version": 1, "name": "x"}, {"format_version": 3, "new_name": "x", "added": True}),
        ({"format_version": 2, "new_name": "x"}, {"format_version": 3, "new_name": "x", "added": True}),
        ({"format_version": 3, "new_name": "x"}, {"format_version": 3, "new_name": "x"}),
    ],
)
def test_migrations_run_from_the_version_of_the_file(values: dict[str, Any], expected: dict[str, Any]) -> None:
    before = dict(values)
    assert migrated(values, values["format_version"], [_rename, _add]) == expected
    assert values == before
