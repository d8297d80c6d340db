"""Form files: found, checked completely, and refused with file, position and reason when broken."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

ROUND = "LanBotilbud_2025-26"
SHEET = "Projektskema_2025-26"
REGISTER = "municipalities-2024.csv"

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped forms."""
    return Path(shutil.copytree(forms_folder(), tmp_path / "forms"))


def changed(folder: Path, name: str, change: Change) -> RefusedFileError:
    """Returns the error for the form file `name` after `change`."""
    path = folder / f"{name}.json"
    values = json.loads(path.read_bytes())
    change(values)
    path.write_text(json.dumps(values), "utf-8")
    return refusal(folder)


def refusal(folder: Path) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        FormLibrary(folder).round(ROUND)
    return caught.value


def test_the_shipped_round_is_whole() -> None:
    library = FormLibrary(forms_folder())
    assert library.ids() == (ROUND,)
    form = library.round(ROUND)
    assert len(form.municipalities) == 98
    assert form.project_sheet is not None
    assert library.round(ROUND) is form


def test_the_register() -> None:
    form = FormLibrary(forms_folder()).round(ROUND)
    aalborg, bornholm = form.municipality("851"), form.municipality("400")
    assert aalborg is not None
    assert bornholm is not None
    assert (aalborg.official_name, aalborg.kkr) == ("Aalborg Kommune", "KKR Nordjylland")
    assert bornholm.official_name == "Bornholms Regionskommune"
    assert form.municipality("411") is None
    sizes = {
        region: sum(municipality.region == region for municipality in form.municipalities)
        for region in {municipality.region for municipality in form.municipalities}
    }
    assert sizes == {
        "Region Hovedstaden": 29,
        "Region Sjælland": 17,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }


@pytest.mark.parametrize("round_id", ["", "LanBotilbud_2031", SHEET, f"../forms/{ROUND}", "NUL", f"{ROUND}.json"])
def test_no_path_is_made_of_a_foreign_id(round_id: str, folder: Path) -> None:
    with pytest.raises(KeyError):
        FormLibrary(folder).round(round_id)


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda form: form.pop("website"), "website", "feltet mangler"),
        (lambda form: form.update(pool={"2025": 600_000}), "pool", "netop skemaets år"),
        (lambda form: form["pool"].update({"2025": 0}), "pool.2025", "et helt tal på mindst 1"),
        (lambda form: form.update(years=[2026, 2025]), "years", "i rækkefølge"),
        (lambda form: form.update(years=[]), "years", "en liste med mindst 1 element"),
        (lambda form: form.update(criteria=[]), "criteria", "en liste med 1 til 20 elementer"),
        (lambda form: form["criteria"][3].pop("meaning"), "criteria[3].meaning", "hvad kriteriet handler om"),
        (lambda form: form["criteria"][3].update(meaning="expansion"), "criteria[3].meaning", "har også »expansion«"),
        (lambda form: form["criteria"][3].update(meaning="distance"), "criteria[3].meaning", "»not_assessed« eller"),
        (lambda form: form["thresholds"].pop("gross_cost_over"), "thresholds.gross_cost_over", "og kriterium 4 bygger"),
        (
            lambda form: form["thresholds"].update(gross_cost_at_least=1),
            "thresholds.gross_cost_at_least",
            "skriv kun »gross_cost_over« eller",
        ),
        (lambda form: form["thresholds"].pop("last_completion_date"), "thresholds.last_completion_date", "kriterium 3"),
        (lambda form: form["thresholds"].pop("least_share_for_others"), "thresholds.least_share_for_others", "mangler"),
        (
            lambda form: [form["criteria"].pop(), *(each.pop("meaning") for each in form["criteria"])],
            "criteria",
            "netop seks, men her er 5",
        ),
        (lambda form: form["criteria"].reverse(), "criteria[0].number", "nummer 1"),
        (lambda form: form["criteria"][3].update(text=""), "criteria[3].text", "en tekst, der ikke er tom"),
        (lambda form: form["criteria"][3].update(number=7), "criteria[3].number", "nummer 4"),
        (lambda form: form["required_contents"].pop(0), "required_contents[0].number", "nummer 1"),
        (lambda form: form["fields"].append(form["fields"][2]), "fields", "feltet projects[].name står der 2 gange"),
        (lambda form: form["fields"][8].update(column="F"), "fields", "kolonnen F står der 2 gange"),
        (lambda form: form["fields"][3].update(hint="x"), "fields[3].hint", "feltet kendes ikke"),
        (lambda form: form["legal_bases"].append(form["legal_bases"][0]), "legal_bases", "SEL_107 står der 2 gange"),
        (lambda form: form["window"].update(closes="2024-04-01"), "window", "rækkefølge"),
        (lambda form: form["window"].update(closes="15. maj 2024"), "window.closes", "en dato"),
        (
            lambda form: form["window"].update(opens=form["window"]["closes"], opens_at="12.00", closes_at="12.00"),
            "window.closes_at",
            "lukke senere",
        ),
        (
            lambda form: form["thresholds"].update(least_share_for_others="100.01"),
            "thresholds.least_share_for_others",
            "højst være 100 pct.",
        ),
        (
            lambda form: form["thresholds"].update(least_share_for_others="25 %"),
            "thresholds.least_share_for_others",
            "",
        ),
        (lambda form: form.update(municipality_register="../kommuner.csv"), "municipality_register", "uden mappe"),
        (lambda form: form.update(project_sheet_form="a/b.json"), "project_sheet_form", "uden mappe"),
        (lambda form: form.update(municipalities=[]), "municipalities", "hører ikke til"),
        (lambda form: form.update(project_sheet=None), "project_sheet", "hører ikke til"),
        (lambda form: form.update(id="Another"), "id", "id og filnavn"),
        (lambda form: form.update(format="x"), "format", "den er ikke en ansøgningsrunde"),
        (lambda form: form.update(format_version=2), "format_version", "nyere version"),
        (lambda form: form.update(format_version=True), "format_version", "et helt tal"),
    ],
)
def test_a_broken_form(change: Change, place: str, reason: str, folder: Path) -> None:
    error = changed(folder, ROUND, change)
    assert (error.file, error.place) == (f"{ROUND}.json", place)
    assert reason in error.reason


def test_a_broken_project_sheet(folder: Path) -> None:
    error = changed(folder, SHEET, lambda sheet: sheet.update(description_limit="1000"))
    assert (error.file, error.place) == (f"{SHEET}.json", "description_limit")


def test_a_form_with_a_syntax_error(folder: Path) -> None:
    path = folder / f"{ROUND}.json"
    path.write_bytes(path.read_bytes().replace(b",\n", b"\n", 1))
    error = refusal(folder)
    assert (error.file, error.place) == (f"{ROUND}.json", "linje 3, tegn 3")


@pytest.mark.parametrize("missing", [f"{SHEET}.json", REGISTER])
def test_a_missing_part(missing: str, folder: Path) -> None:
    (folder / missing).unlink()
    assert refusal(folder).file == missing


@pytest.mark.parametrize(
    ("before", "after", "place", "reason"),
    [
        ("851,", "787,", "", "et kommunenummer står der to gange"),
        ("851,Aalborg,", "851,,", "linje 91", "ingen må være tom"),
        ("851,", "85,", "linje 91", "tre cifre"),
        ("851,", "٨٥١,", "linje 91", "tre cifre"),
        ("code,name", "kode,navn", "linje 1", "kolonnerne skal være"),
        ("851,Aalborg,Aalborg Kommune,1081,Region Nordjylland,KKR Nordjylland\n", "", "", "men der står 97"),
    ],
)
def test_a_broken_register(before: str, after: str, place: str, reason: str, folder: Path) -> None:
    path = folder / REGISTER
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    error = refusal(folder)
    assert error.file == REGISTER
    assert (error.place.split()[:1], reason in error.reason) == (place.split()[:1], True)


def test_a_register_that_is_not_utf_8(folder: Path) -> None:
    path = folder / REGISTER
    path.write_bytes(path.read_bytes().decode("utf-8").encode("cp1252"))
    assert "UTF-8" in refusal(folder).reason


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError):
        FormLibrary(tmp_path / "forms").ids()


def test_a_form_is_read_once(folder: Path) -> None:
    library = FormLibrary(folder)
    form = library.round(ROUND)
    shutil.rmtree(folder)
    assert library.round(ROUND) is form


@pytest.mark.parametrize(
    "path", ["description", "projects[].name", "projects[].loan.2025", "projects[].expansion.2026", "contacts.emails"]
)
def test_a_form_without_one_of_the_ministrys_fields_is_refused(folder: Path, path: str) -> None:
    def drop(values: dict[str, Any]) -> None:
        values["fields"] = [field for field in values["fields"] if field["path"] != path]

    assert path in str(changed(folder, ROUND, drop))


def test_a_form_without_the_limit_of_a_description_is_refused(folder: Path) -> None:
    def drop(values: dict[str, Any]) -> None:
        next(field for field in values["fields"] if field["path"] == "description").pop("limit")

    assert "mangler sin grænse" in str(changed(folder, ROUND, drop))


def test_a_form_without_a_legal_basis_is_refused(folder: Path) -> None:
    assert "SEL_107 mangler" in str(changed(folder, ROUND, lambda values: values["legal_bases"].pop(0)))


def test_a_form_may_name_its_schema_for_an_editor(folder: Path) -> None:
    path = folder / f"{ROUND}.json"
    values = json.loads(path.read_bytes())
    assert values.pop("$schema") == "round.schema.json"
    path.write_text(json.dumps(values), "utf-8")
    assert FormLibrary(folder).round(ROUND).id == ROUND
    assert changed(folder, ROUND, lambda form: form.update({"$schema": 1})).place == "$schema"


def test_the_schemas_beside_the_forms_are_no_forms(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.schema.json")} == {"draft.schema.json", "round.schema.json"}
    assert FormLibrary(folder).ids() == (ROUND,)
    (folder / "draft.schema.json").write_bytes(b"no JSON")
    assert FormLibrary(folder).ids() == (ROUND,)


def test_a_project_sheet_is_named_by_its_id(folder: Path) -> None:
    form = json.loads((folder / "LanBotilbud_2025-26.json").read_text(encoding="utf-8"))
    name = form["project_sheet_form"]
    (folder / "andet.json").write_bytes((folder / name).read_bytes())
    form["project_sheet_form"] = "andet.json"
    (folder / "LanBotilbud_2025-26.json").write_text(json.dumps(form), encoding="utf-8")
    with pytest.raises(RefusedFileError) as caught:
        FormLibrary(folder).round("LanBotilbud_2025-26")
    assert str(caught.value) == "Filen »andet.json« kan ikke åbnes: Id og filnavn skal være ens (id)."
    assert caught.value.file == "andet.json"
