"""The names of fields in sentences and lists."""

from botilbud_desktop.domain.field_labels import full_label, joined_label, line_text, own_label
from botilbud_desktop.domain.field_path import field_path
from tests.rules.samples import ROUND


def test_a_line_about_a_field_of_a_project_begins_with_the_project() -> None:
    assert line_text("projects[1].name", "Skriv et navn.") == "Projekt 2: Skriv et navn."
    assert line_text("description", "Skriv den.") == "Skriv den."


def test_a_field_is_named_from_the_largest_part_to_the_smallest() -> None:
    names = {
        path: full_label(field_path(path), ROUND)
        for path in ("projects[0].loan.2026", "projects[1]", "contacts.names", "description", "approvals", "projects")
    }
    assert names["projects[0].loan.2026"] == "Projekt 1 · C. Lån i 2026"
    assert names["projects[1]"] == "Projekt 2"
    assert names["contacts.names"].startswith("Kontaktoplysninger · ")
    assert len(set(names.values())) == len(names)
    assert own_label(field_path("projects[0].loan.2026"), ROUND) == "C. Lån i 2026"
    assert joined_label("a", "b") == "a · b"


def test_a_verdict_is_named_with_the_content_that_it_is_about() -> None:
    first, second = (full_label(field_path(f"judged_contents.{number}"), ROUND) for number in (1, 2))
    assert first == f"Egen vurdering af de krævede oplysninger · 1. {ROUND.required_contents[0].title}"
    assert first != second
    assert full_label(field_path("judged_contents.99"), ROUND).endswith(" · 99.")
    assert full_label(field_path("judged_contents"), ROUND) == "Egen vurdering af de krævede oplysninger"
