"""What a round from outside may not hold: refused with file, place and reason, and never used."""

from collections.abc import Iterator
from typing import Any

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.added_rounds import foreign_register
from botilbud_desktop.storage.rounds.foreign_form import form_troubles, is_field_of_a_draft
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.plain_texts import problem_of, troubles
from botilbud_desktop.storage.rounds.round_files import all_misfits, foreign_form, foreign_sheet, foreign_values
from tests.added_rounds import NEXT, SHEET, SHIPPED, Change, next_round, register_of

FILE = f"{NEXT}.json"


def refusal(change: Change) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        foreign_form(next_round(change), FILE)
    return caught.value


def test_the_shipped_files_pass_as_if_they_came_from_outside() -> None:
    for name, read in ((SHIPPED, foreign_form), (SHEET, foreign_sheet)):
        data = (forms_folder() / f"{name}.json").read_bytes()
        assert read(foreign_values(data, f"{name}.json"), f"{name}.json")
    register = (forms_folder() / "municipalities-2024.csv").read_bytes()
    assert foreign_register(register, "x.csv").valid_from is None
    assert foreign_form(next_round(), FILE).id == NEXT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Brug <b>fed</b>", "opmærkning"),
        ("</p>", "opmærkning"),
        ("<!-- x -->", "opmærkning"),
        ("a &lt; b", "opmærkning"),
        ("&#60;b", "opmærkning"),
        ("a\x07b", "usynligt"),
        ("a\x00b", "usynligt"),
        ("a\u202eb", "usynligt"),
        ("a\u200bb", "usynligt"),
        ("a\u2028b", "usynligt"),
        ("en\nto", "én linje"),
        ("se http://im.dk", "https:// eller mailto:"),
        ("se HTTP://im.dk", "https:// eller mailto:"),
        ("javascript:alert(1)", "https:// eller mailto:"),
        ("file:///etc/passwd", "https:// eller mailto:"),
        ("ms-msdt:/id", "https:// eller mailto:"),
        ("smb://server/x", "https:// eller mailto:"),
        ("\\\\server\\share", "sti til et drev"),
        ("x" * 1_001, "over 1.000 tegn"),
    ],
)
def test_a_text_that_is_not_plain_is_refused(text: str, reason: str) -> None:
    assert reason in problem_of(text)
    error = refusal(lambda form: form["fields"][3].update(label=text))
    assert (error.file, error.place) == (FILE, "fields[3].label")
    assert reason in error.reason


@pytest.mark.parametrize(
    "text",
    [
        "Under 5 < 6 & over",
        "Æblet på øen: 25 pct. – »fint« … 1/2",
        "se https://im.dk/puljer eller mailto:top@im.dk",
        "Husk: navn og titel",
        "hårdt\u00a0mellemrum",
        "Tom & Co; og mere",
    ],
)
def test_a_plain_text_is_taken(text: str) -> None:
    assert problem_of(text) == ""
    assert foreign_form(next_round(lambda form: form["fields"][3].update(label=text)), FILE).fields[3].label == text


def test_a_paragraph_may_have_lines_and_be_long() -> None:
    text = "Første linje\n" + "ord " * 1_000
    form = foreign_form(next_round(lambda form: form["criteria"][0].update(text=text)), FILE)
    assert form.criteria[0].text == text
    assert "20.000 tegn" in refusal(lambda form: form["criteria"][0].update(text="x" * 20_001)).reason


def test_texts_are_normalised() -> None:
    data = b'{"a": "A\xcc\x8a\\r\\n"}'
    assert foreign_values(data, FILE) == {"a": "Å\n"}


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (
            lambda form: form.update(website="http://www.indtast.dk"),
            "website",
            "et link skal begynde med https:// eller mailto:",
        ),
        (
            lambda form: form.update(website="www.indtast.dk:8080/x"),
            "website",
            "der skal stå adressen på et websted som www.indtast.dk",
        ),
        (
            lambda form: form.update(website="indtast"),
            "website",
            "der skal stå adressen på et websted som www.indtast.dk",
        ),
        (
            lambda form: form.update(login_prefix="ansøg og <"),
            "login_prefix",
            "der skal stå begyndelsen af et brugernavn: bogstaver og cifre",
        ),
        (
            lambda form: form.update(documentation_email="a@b.dk, c@d.dk"),
            "documentation_email",
            "der skal stå én e-mailadresse som navn@ministerium.dk",
        ),
        (
            lambda form: form["contacts"][0].update(email="mailto:x@y.dk?bcc=z@q.dk"),
            "contacts[0].email",
            "der skal stå én e-mailadresse som navn@ministerium.dk",
        ),
        (
            lambda form: form["contacts"][0].update(email="x@y.dk?subject=hej"),
            "contacts[0].email",
            "der skal stå én e-mailadresse som navn@ministerium.dk",
        ),
        (lambda form: form.update(id="NUL"), "id", "det navn har Windows reserveret"),
        (lambda form: form.update(id="com1.2028"), "id", "det navn har Windows reserveret"),
        (lambda form: form.update(id="Lan."), "id", "navnet må ikke ende på punktum"),
        (lambda form: form.update(id="L" * 81), "id", "navnet må højst have 80 tegn"),
        (lambda form: form.update(id="../x"), "id", "der skal stå et filnavn uden mappe, men der står teksten »../x«"),
        (lambda form: form.update(max_projects=31), "max_projects", "programmet kan højst vise 30 projekter"),
        (lambda form: form["pool"].update({"2028": 10**9}), "pool.2028", "tallet er for stort"),
        (
            lambda form: form["thresholds"].update(gross_cost_over=10**300),
            "thresholds.gross_cost_over",
            "tallet er for stort",
        ),
        (
            lambda form: form["thresholds"].update(last_completion_date=None),
            "thresholds.last_completion_date",
            "datoen mangler, og kriterium 3 bygger på den",
        ),
        (
            lambda form: form["fields"][9].update(limit=40_001),
            "fields[9].limit",
            "programmet kan højst vise 40.000 tegn",
        ),
        (
            lambda form: form["fields"][9].update(criteria=[7]),
            "fields[9].criteria",
            "der er intet kriterium med det nummer",
        ),
        (
            lambda form: form["fields"].append({"path": "projects[].partners", "label": "Andre", "column": "H"}),
            "fields[39].column",
            "tabellen kan ikke vise det felt. Slet kolonnens bogstav",
        ),
        (
            lambda form: form["fields"][9].update(column="H"),
            "fields[9].column",
            "tabellen kan ikke vise det felt. Slet kolonnens bogstav",
        ),
        (
            lambda form: form["fields"][-1].update(wording="Interne noter"),
            "fields[38].wording",
            "skemaet kan ikke vise det felt, for det er kun kladdens. Slet ordene",
        ),
        (
            lambda form: form["fields"][9].update(column="<>"),
            "fields[9].column",
            "der skal stå et bogstav som A eller AA",
        ),
        (
            lambda form: form["fields"].append({"path": "projects[].color", "label": "Farve"}),
            "fields[39].path",
            (
                "kladden har ikke noget felt af det navn. Vælg et af dens, "
                "eller slet feltet, og skriv spørgsmålet i »guide«"
            ),
        ),
        (
            lambda form: form["required_contents"].extend([{}] * 300),
            "required_contents",
            "listen har over 300 elementer",
        ),
        (lambda form: form.update(municipalities=[]), "municipalities", "feltet hører ikke til i skemaets fil"),
        (
            lambda form: form.update(format="andet"),
            "format",
            "den er ikke en ansøgningsrunde, for her skal stå »botilbud-form«",
        ),
    ],
)
def test_what_the_program_cannot_use_is_refused_with_its_place(change: Change, place: str, reason: str) -> None:
    error = refusal(change)
    assert (error.file, error.place, error.reason) == (FILE, place, reason)


def sheet_values() -> dict[str, Any]:
    return foreign_values((forms_folder() / f"{SHEET}.json").read_bytes(), f"{SHEET}.json")


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("loan_wording", "<b>Lån</b>", "teksten må ikke indeholde opmærkning som <b> eller &amp;"),
        ("total_wording", "I\u202ealt", "teksten indeholder et usynligt tegn"),
        ("share_wording", "http://im.dk", "et link skal begynde med https:// eller mailto:"),
        ("description_wording", "to\nlinjer", "teksten skal stå på én linje"),
        ("description_limit", 10**300, "tallet er for stort"),
        ("description_limit", 40_001, "programmet kan højst vise 40.000 tegn"),
        ("id", "NUL", "det navn har Windows reserveret"),
        ("id", "L" * 81, "navnet må højst have 80 tegn"),
        ("id", "Skema.", "navnet må ikke ende på punktum"),
    ],
)
def test_a_project_sheet_is_trusted_in_nothing_either(key: str, value: object, reason: str) -> None:
    with pytest.raises(RefusedFileError) as caught:
        foreign_sheet({**sheet_values(), key: value}, FILE)
    assert (caught.value.file, caught.value.place, caught.value.reason) == (FILE, key, reason)


@pytest.mark.parametrize(
    ("key", "value"), [("description_limit", 40_000), ("id", "L" * 80), ("total_wording", "x" * 1000)]
)
def test_a_project_sheet_may_reach_each_limit(key: str, value: object) -> None:
    assert getattr(foreign_sheet({**sheet_values(), key: value}, FILE), key) == value


@pytest.mark.parametrize(
    "change",
    [
        lambda form: form.update(id="L" * 80),
        lambda form: form.update(max_projects=30),
        lambda form: form["pool"].update({"2028": 999_999_999}),
        lambda form: form["fields"][9].update(limit=40_000),
        lambda form: form["fields"][8].update(column="AB"),
        lambda form: form["fields"][3].update(label="x" * 1_000),
        lambda form: form["criteria"][0].update(text="x" * 20_000),
    ],
)
def test_a_form_may_reach_each_limit(change: Change) -> None:
    assert foreign_form(next_round(change), FILE)


@pytest.mark.parametrize(("number", "is_refused"), [(10, False), (11, True)])
def test_a_round_has_at_most_ten_years(number: int, is_refused: bool) -> None:
    form = foreign_form(next_round(), FILE)
    found = form_troubles(replace(form, years=tuple(range(2028, 2028 + number))))
    assert ("years" in [str(trouble.place) for trouble in found]) is is_refused


def test_a_list_holds_300_items() -> None:
    for length, expected in ((300, []), (301, ["listen har over 300 elementer"])):
        assert [trouble.reason for trouble in troubles({"a": ["x"] * length})] == expected


@pytest.mark.parametrize("number", [999_999_999, -999_999_999])
def test_a_number_is_no_larger_than_any_amount(number: int) -> None:
    assert list(troubles({"a": number})) == []
    farther = number + number // abs(number)
    assert [trouble.reason for trouble in troubles({"a": farther})] == ["tallet er for stort"]


def fields() -> Iterator[str]:
    form: RoundForm = FormLibrary(forms_folder()).round(SHIPPED)
    yield from (field.path for field in form.fields if ".expansion." not in field.path)


@pytest.mark.parametrize("path", [*fields(), "projects", "contacts", "approvals[].approved_by"])
def test_each_field_of_a_draft_is_known(path: str) -> None:
    assert is_field_of_a_draft(path, ("2025", "2026"))


@pytest.mark.parametrize(
    "path",
    [
        *("", "x", "projects[].loan.2027", "projects.name", "projects[].name.x", "projects[]", "contacts[].names"),
        *("projects[].places[].colour", "projects[0].name", "__class__", "model_fields", "projects..name"),
    ],
)
def test_what_is_no_field_of_a_draft_is_known(path: str) -> None:
    assert is_field_of_a_draft(path, ("2025", "2026")) is (path == "projects[]")


def test_all_that_is_wrong_is_told_at_once() -> None:
    def change(form: dict[str, Any]) -> None:
        form.pop("website")
        form["years"] = "2028"
        form["fields"][2]["help"] = "<b>"

    places = [misfit.place for misfit in all_misfits(next_round(change))]
    assert set(places) == {"website", "years", "fields[2].help"}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"Region Nordjylland", b"<b>"), (b"KKR Nordjylland", b"http://x.dk"), (b"Aalborg,", b"\xe2\x80\xae,")],
)
def test_a_register_holds_plain_texts(old: bytes, new: bytes) -> None:
    with pytest.raises(RefusedFileError):
        foreign_register(register_of("2027-01-01").replace(old, new), "x.csv")
