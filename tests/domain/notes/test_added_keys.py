"""The keys that version 2 of the draft file added."""

from collections.abc import Iterator
from typing import get_origin

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import Model, field_names
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2, ADDED_TO_APPLICATION
from botilbud_desktop.domain.own_fields import is_own, own_field
from tests.documents.test_particulars import model_in
from tests.domain.for_colleagues import FOR_COLLEAGUES, with_all_of_them
from tests.rules.samples import application, project


def _optional_keys(kind: type[Model], prefix: str = "") -> Iterator[str]:
    """Yields the path of each key that is written only where it is filled in."""
    for name, field in zip(field_names(kind), kind.model_fields.values(), strict=True):
        if field.exclude_if is not None:
            yield f"{prefix}{name}"
        elif (model := model_in(field.annotation)) is not None:
            is_list = get_origin(field.annotation) is tuple
            yield from _optional_keys(model, f"{prefix}{name}{'[]' if is_list else ''}.")


def test_the_list_names_each_key_that_is_written_only_where_it_is_filled_in() -> None:
    older = {"approvals[].seal"}
    assert set(_optional_keys(Application)) - older == ADDED_IN_VERSION_2
    assert tuple(path for path in _optional_keys(Application) if "." not in path) == ADDED_TO_APPLICATION


def test_there_is_a_value_for_each_of_them_in_the_tests() -> None:
    covered = {field_path(path).form_path for path in FOR_COLLEAGUES}
    rates = {"projects[].daily_rates[].when", "projects[].daily_rates[].provider"}
    assert (covered - {"projects[].daily_rates"}) | rates == ADDED_IN_VERSION_2


def test_each_has_a_label_whatever_the_form_asks() -> None:
    assert all(is_own(path) and own_field(path) for path in ADDED_IN_VERSION_2)
    assert own_field("projects[].name") is None


def test_a_draft_without_them_is_written_as_before() -> None:
    empty, full = application(project()), with_all_of_them(application(project()))
    new = set(as_json_values(full)) - set(as_json_values(empty))
    assert new == set(ADDED_TO_APPLICATION)
    assert "stay" not in as_json_values(empty)["projects"][0]["places"][0]
    assert value_at(full, field_path("cover_note.from")) == "Job og Velfærd"
