"""Old versions of the draft file format: an example of each is kept and must always open."""

import json
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.application import FORMAT_VERSION
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.migrations import MIGRATIONS, migrated
from botilbud_desktop.storage.draft.serialised import serialise
from botilbud_desktop.storage.rounds.form_library import FormLibrary

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
