"""Reading draft files and writing them again."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from botilbud_desktop.domain.application import FORMAT_VERSION, Application
from botilbud_desktop.domain.approval import fingerprint
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import (
    OpenedDraft,
    digest_of,
    draft_bytes,
    parse_draft,
    read_draft,
    save_draft,
)
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.strategies import ROUND, applications

MINIMAL: dict[str, Any] = {
    "format": "botilbud-application",
    "format_version": 1,
    "id": "00000000-0000-4000-8000-000000000000",
    "round": ROUND,
}

PROJECT: dict[str, Any] = {"id": MINIMAL["id"]}
PLACES: dict[str, Any] = {"year": 2025, "legal_basis": "SEL_107", "origin": "new", "count": 1}
TODAY = "projects[0].capacity_today[0].legal_basis"
COMMENT: dict[str, Any] = {"id": "1", "written_at": "2026-11-27T14:32:00+01:00"}


def parsed(values: dict[str, Any], library: FormLibrary) -> Application:
    return parse_draft(json.dumps(values).encode(), "x.botilbud", library).application


def refusal(values: dict[str, Any], library: FormLibrary) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        parsed(values, library)
    return caught.value


@pytest.mark.parametrize("example", example_drafts(), ids=lambda example: example.path.stem)
def test_examples_come_back_byte_for_byte(example: Any, library: FormLibrary) -> None:
    opened = read_draft(example.path, library)
    assert draft_bytes(opened.application) == example.path.read_bytes()
    assert opened.digest == digest_of(example.path.read_bytes())
    assert opened.round.id == opened.application.round


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(application=applications())
def test_what_is_written_reads_back_equal(application: Application, library: FormLibrary) -> None:
    data = draft_bytes(application)
    again = parse_draft(data, "x.botilbud", library).application
    assert again == application
    assert draft_bytes(again) == data


def test_missing_optional_keys_read_as_their_empty_values(library: FormLibrary) -> None:
    application = parsed({**MINIMAL, "projects": [{"id": MINIMAL["id"]}]}, library)
    assert application.contacts.emails == ()
    assert application.applicant.municipality_code is None
    project = application.projects[0]
    assert (project.name, project.loan, project.cost_plan) == ("", {"2025": None, "2026": None}, None)


def test_comments_that_share_an_id_get_ids_of_their_own_and_can_be_saved(library: FormLibrary, tmp_path: Path) -> None:
    comments = [{**COMMENT, "text": text} for text in ("Hvorfor?", "Hvornår?")]
    application = parsed({**MINIMAL, "format_version": 2, "comments": comments}, library)
    assert [(one.id, one.text) for one in application.comments] == [("1", "Hvorfor?"), ("1~2", "Hvornår?")]
    save_draft(tmp_path / "x.botilbud", application, library, None)
    assert read_draft(tmp_path / "x.botilbud", library).application == application


def test_texts_are_normalised_when_read(library: FormLibrary) -> None:
    application = parsed({**MINIMAL, "description": "A\u030arhus\r\nog\rRy"}, library)
    assert application.description == "Århus\nog\nRy"
    assert parsed({**MINIMAL, "description": "A\u030arhus"}, library).description == "Århus"
    assert parsed({**MINIMAL, "description": "a\r\nb\rc"}, library).description == "a\nb\nc"


def test_texts_are_normalised_when_written(aalborg: OpenedDraft, library: FormLibrary) -> None:
    application = replace(aalborg.application, description="o\u0308\r\n")
    assert parse_draft(draft_bytes(application), "x", library).application.description == "ö\n"


def test_the_years_of_a_loan_are_written_in_order(aalborg: OpenedDraft) -> None:
    project = replace(aalborg.application.projects[0], loan={"2026": 2, "2025": 1})
    text = draft_bytes(replace(aalborg.application, projects=(project,))).decode()
    assert text.index('"2025": 1') < text.index('"2026": 2')


def test_too_much_is_opened(library: FormLibrary) -> None:
    project = {"id": MINIMAL["id"], "loan": {"2025": -1}, "description": "x" * 5000}
    assert len(parsed({**MINIMAL, "projects": [project] * 6}, library).projects) == 6


def test_a_round_that_the_program_does_not_know(library: FormLibrary) -> None:
    error = refusal({**MINIMAL, "round": "../../etc/passwd"}, library)
    assert str(error) == (
        "Filen »x.botilbud« kan ikke åbnes: Programmet kender ikke ansøgningsrunden »../../etc/passwd« (round)."
    )


def test_a_project_sheet_is_no_round(library: FormLibrary) -> None:
    assert refusal({**MINIMAL, "round": "Projektskema_2025-26"}, library).place == "round"


def test_a_year_outside_the_round(library: FormLibrary) -> None:
    project = {"id": MINIMAL["id"], "loan": {"2025": 1, "2027": 1}}
    error = refusal({**MINIMAL, "projects": [project]}, library)
    assert (error.place, error.reason) == ("projects[0].loan.2027", "skemaet har kun årene 2025 og 2026")


def test_christiansoe_is_no_municipality(library: FormLibrary) -> None:
    error = refusal({**MINIMAL, "applicant": {"municipality_code": "411"}}, library)
    assert error.place == "applicant.municipality_code"
    assert "411" in error.reason


@pytest.mark.parametrize("version", [True, 1.0, "1", None, FORMAT_VERSION + 1, 0, -1])
def test_only_a_whole_number_up_to_the_newest_is_a_version(version: Any, library: FormLibrary) -> None:
    assert refusal({**MINIMAL, "format_version": version}, library).place == "format_version"


def test_the_version_is_looked_at_before_the_content(library: FormLibrary) -> None:
    error = refusal({**MINIMAL, "format_version": FORMAT_VERSION + 1, "something": "new"}, library)
    assert "nyere version" in error.reason


@pytest.mark.parametrize(
    ("values", "place", "reason"),
    [
        ({"projects": [{"id": 7}]}, "projects[0].id", "der skal stå et id"),
        ({"projects": [{"name": ""}]}, "projects[0].id", "feltet mangler"),
        ({"projects": [{"id": MINIMAL["id"], "loan": {"2025": 1.5}}]}, "projects[0].loan.2025", "tallet 1.5"),
        ({"projects": [{"id": MINIMAL["id"], "loan": []}]}, "projects[0].loan", "en liste"),
        ({"projects": {}}, "projects", "der skal stå en liste, men der står et objekt"),
        ({"contacts": {"emails": ["a", None]}}, "contacts.emails[1]", "der skal stå en tekst, men der står null"),
        ({"contacts": {"mobile": ""}}, "contacts.mobile", "feltet kendes ikke"),
        ({"case_number": 10**15}, "case_number", "der skal stå en tekst, men der står tallet 1000000000000000"),
        ({"id": MINIMAL["id"] + "\n"}, "id", "der skal stå et id"),
    ],
)
def test_the_place_and_the_reason(values: dict[str, Any], place: str, reason: str, library: FormLibrary) -> None:
    error = refusal({**MINIMAL, **values}, library)
    assert error.place == place
    assert reason in error.reason


@pytest.mark.parametrize(
    ("values", "place", "reason"),
    [
        ({"document_number": 7}, "document_number", "der skal stå en tekst, men der står tallet 7"),
        ({"cover_note": {"from_": ""}}, "cover_note.from_", "feltet kendes ikke"),
        ({"cover_note": {"from": None}}, "cover_note.from", "der skal stå en tekst, men der står null"),
        ({"judged_contents": {"3": "maybe"}}, "judged_contents.3", "der skal stå »covered« eller »not_covered«"),
        ({"judged_contents": {"x": "covered"}}, "judged_contents.x", 'nummeret på en krævet oplysning som "3"'),
        ({"inserted_facts": [{"text": ""}]}, "inserted_facts[0].content", "feltet mangler"),
        ({"comments": [{"id": ""}]}, "comments[0].id", "der skal stå en tekst, der ikke er tom"),
        ({"comments": [COMMENT | {"done": "nej"}]}, "comments[0].done", "der skal stå true eller false"),
        ({"comments": [COMMENT | {"written_at": "i går"}]}, "comments[0].written_at", "et tidspunkt med tidszone"),
        ({"projects": [PROJECT | {"purpose": None}]}, "projects[0].purpose", "der skal stå en tekst"),
        ({"projects": [PROJECT | {"milestones": [{"date": ""}]}]}, "projects[0].milestones[0].date", "kendes ikke"),
        ({"projects": [PROJECT | {"partners": [787]}]}, "projects[0].partners[0]", "en kommunes nummer"),
        ({"projects": [PROJECT | {"partners": ["411"]}]}, "projects[0].partners[0]", "nummeret »411«"),
        ({"projects": [PROJECT | {"places": [PLACES | {"stay": ""}]}]}, "projects[0].places[0].stay", "eller null"),
        ({"projects": [PROJECT | {"daily_rates": [{"when": "x"}]}]}, "projects[0].daily_rates[0].when", "»expected«"),
        ({"projects": [PROJECT | {"capacity_today": [{"count": 1}]}]}, TODAY, "feltet mangler"),
    ],
)  # fmt: skip
def test_the_place_and_the_reason_in_what_version_2_added(
    values: dict[str, Any], place: str, reason: str, library: FormLibrary
) -> None:
    error = refusal({**MINIMAL, "format_version": 2, **values}, library)
    assert error.place == place
    assert reason in error.reason


def test_keys_that_are_there_but_empty_are_read_and_not_written(library: FormLibrary) -> None:
    empty = {"document_number": "", "cover_note": {}, "judged_contents": {}, "inserted_facts": [], "comments": []}
    project = PROJECT | {"purpose": "", "milestones": [], "partners": [], "places": [PLACES | {"stay": None}]}
    read = parsed({**MINIMAL, "format_version": 2, **empty, "projects": [project]}, library)
    plain = parsed({**MINIMAL, "projects": [PROJECT | {"places": [PLACES]}]}, library)
    assert read == plain
    assert draft_bytes(read) == draft_bytes(plain)
    assert fingerprint(read) == fingerprint(plain)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere.botilbud", "den findes ikke, eller drevet er ikke forbundet"), ("", "det er en mappe")],
)
def test_what_is_no_file(name: str, reason: str, library: FormLibrary, tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match=f"(?i){reason}"):
        read_draft(tmp_path / name, library)


def test_a_large_file_is_refused_unread(library: FormLibrary, tmp_path: Path) -> None:
    path = tmp_path / "stor.botilbud"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(RefusedFileError, match="Den er større end 5 MB"):
        read_draft(path, library)


def test_a_path_with_a_nul(library: FormLibrary, tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="Stien indeholder et tegn"):
        read_draft(tmp_path / "a\0b.botilbud", library)


def test_texts_in_lists_are_normalised_and_checked_too(library: FormLibrary, tmp_path: Path) -> None:
    draft = parsed({**MINIMAL, "projects": [{"id": MINIMAL["id"], "name": "A"}]}, library)
    project = replace(draft.projects[0], name="A\u030a\r\nb")
    assert '"name": "Å\\nb"' in draft_bytes(replace(draft, projects=(project,))).decode()
    broken = replace(draft, projects=(replace(project, name="\ud800"),))
    with pytest.raises(SaveFailedError, match=r"projects\[0\].name"):
        save_draft(tmp_path / "ny.botilbud", broken, library, None)
