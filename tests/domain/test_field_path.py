"""Field paths: two notations of one address, and the value at a path."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Contacts, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at, with_value

ID = "00000000-0000-4000-8000-000000000001"
PLACES = (
    PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=15),
    PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_108, origin=Origin.NEW, count=4),
)
DRAFT = Application(
    id=ID,
    round="LanBotilbud_2025-26",
    projects=(Project(id=ID, loan={"2025": 22_900, "2026": None}, places=PLACES), Project(id=ID)),
    contacts=Contacts(emails=("a@b.dk",)),
)
BOTH_NOTATIONS = [
    ("description", "description"),
    ("applicant.municipality_code", "applicant.municipality_code"),
    ("projects[0].name", "projects.0.name"),
    ("projects[0].loan.2025", "projects.0.loan.2025"),
    ("projects[12].places[3].count", "projects.12.places.3.count"),
    ("projects[0].cost_plan.lines[2].amount", "projects.0.cost_plan.lines.2.amount"),
    ("contacts.emails[0]", "contacts.emails.0"),
    ("", ""),
]


@pytest.mark.parametrize(("in_messages", "in_the_window"), BOTH_NOTATIONS)
def test_both_notations_are_one_path(in_messages: str, in_the_window: str) -> None:
    path = field_path(in_messages)
    assert path == field_path(in_the_window)
    assert str(path) == in_messages
    assert path.object_name == in_the_window


def test_a_year_is_a_key_and_an_index_a_number() -> None:
    assert field_path("projects.0.loan.2025") == ("projects", 0, "loan", "2025")


def test_the_form_names_a_field_of_any_project() -> None:
    assert field_path("projects[3].places[1].count").form_path == "projects[].places[].count"
    assert field_path("projects[3].loan.2025").form_path == "projects[].loan.2025"


@pytest.mark.parametrize(
    ("text", "project"),
    [("projects[3].name", 3), ("projects[3]", 3), ("projects", None), ("description", None)],
)
def test_the_project_of_a_path(text: str, project: int | None) -> None:
    assert field_path(text).project == project


def test_a_path_goes_further_step_by_step() -> None:
    assert project_path(0) / "loan" / "2025" == field_path("projects[0].loan.2025")
    assert isinstance(project_path(0) / "loan", FieldPath)


def test_what_lies_below_a_path_starts_with_it() -> None:
    path = field_path("projects[1].places[0].count")
    assert path.starts_with(project_path(1))
    assert path.starts_with(path)
    assert not path.starts_with(project_path(0))
    assert not project_path(1).starts_with(path)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("projects[0].loan.2025", 22_900),
        ("projects[0].loan.2026", None),
        ("projects[0].loan.2027", None),
        ("projects[0].places[1].count", 4),
        ("contacts.emails[0]", "a@b.dk"),
        ("", DRAFT),
    ],
)
def test_the_value_at_a_path(text: str, value: Any) -> None:
    assert value_at(DRAFT, field_path(text)) == value


def test_past_the_end_of_a_list_there_is_no_value() -> None:
    with pytest.raises(LookupError):
        value_at(DRAFT, field_path("projects[2].name"))


@pytest.mark.parametrize("text", ["projects[0].unknown", "projects[0].cost_plan.round_to"])
def test_where_a_model_has_no_such_field_there_is_no_value(text: str) -> None:
    with pytest.raises(AttributeError):
        value_at(DRAFT, field_path(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("description", "Ny"),
        ("applicant.municipality_code", "851"),
        ("projects[0].loan.2026", 20_700),
        ("projects[1].loan.2025", 1),
        ("projects[0].places[1].count", 5),
        ("projects[1].places", PLACES),
        ("contacts.emails[0]", "c@d.dk"),
    ],
)
def test_a_value_put_there_is_found_there(text: str, value: Any) -> None:
    path = field_path(text)
    changed = with_value(DRAFT, path, value)
    assert value_at(changed, path) == value
    assert value_at(DRAFT, path) != value


def test_putting_the_old_value_back_gives_the_old_application() -> None:
    path = field_path("projects[0].places[1].count")
    assert with_value(with_value(DRAFT, path, 5), path, 4) == DRAFT


def test_a_change_shares_all_else_with_the_original() -> None:
    changed = with_value(DRAFT, field_path("projects[0].loan.2026"), 20_700)
    assert changed.projects[1] is DRAFT.projects[1]
    assert changed.projects[0].places is DRAFT.projects[0].places
    assert changed.contacts is DRAFT.contacts
    assert DRAFT.projects[0].loan == {"2025": 22_900, "2026": None}


def test_the_empty_path_is_the_whole() -> None:
    assert with_value(DRAFT, field_path(""), None) is None


names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True).filter(lambda name: name != "loan")
years = st.from_regex(r"20[0-9]{2}", fullmatch=True)
steps = st.one_of(st.tuples(names), st.tuples(names, st.integers(0, 99)), st.tuples(st.just("loan"), years))


@given(st.lists(steps, max_size=5))
def test_any_path_survives_both_notations(parts: list[tuple[str | int, ...]]) -> None:
    path = FieldPath(part for step in parts for part in step)
    assert field_path(str(path)) == path
    assert field_path(path.object_name) == path


@pytest.mark.parametrize("text", ["a.²", "a." + "9" * 5000, "a[" + "9" * 5000 + "]", "a.٣"])
def test_what_looks_like_an_index_and_is_none_is_a_name_or_nothing(text: str) -> None:
    assert all(isinstance(part, str) for part in field_path(text))
