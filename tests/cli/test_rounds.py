"""`rounds`: lists the rounds and their origin, checks round files and shows an empty form."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.cli import run as running
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_folder import FormFolder, Origin
from tests.added_rounds import NEXT, REGISTER, SHEET, SHIPPED, library_of, register_of, write_register, write_round
from tests.cli.conftest import Run
from tests.other_rounds import FOLDER, OPEN_DAY, SMALLER, draft_of


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of rounds for the machine; the user's is beside it."""
    folders = (FormFolder(tmp_path / "machine", Origin.MACHINE), FormFolder(tmp_path / "user", Origin.USER))
    monkeypatch.setattr(running, "_added_folders", lambda: folders)
    return tmp_path / "machine"


def test_the_shipped_round_is_listed_with_the_folders_of_others(run: Run, machine: Path) -> None:
    ran = run("rounds")
    assert ran.code == 0
    assert f"{SHIPPED}: Lånepulje til botilbud 2025-26\n  følger med programmet\n" in ran.out
    assert f"  {machine} (findes ikke): for alle på computeren\n" in ran.out


def test_an_added_round_is_listed_with_its_origin_and_register(run: Run, machine: Path, tmp_path: Path) -> None:
    write_round(tmp_path / "user")
    write_register(machine)
    ran = run("rounds")
    assert ran.code == 0
    assert f"{NEXT}: Lånepulje til botilbud 2028-29\n  tilføjet af dig\n" in ran.out
    assert f"årene 2028 og 2029, kommuner fra {REGISTER}\n" in ran.out


def test_what_is_not_used_is_listed_with_its_reason(run: Run, machine: Path) -> None:
    write_round(machine, lambda form: form.update(website="indtast"))
    ran = run("rounds")
    assert ran.code == 1
    assert f"Bruges ikke\n  {NEXT}.json (website), for alle på computeren: Der skal stå adressen" in ran.out


def test_a_whole_round_is_in_order(run: Run, tmp_path: Path) -> None:
    path = write_round(tmp_path)
    ran = run("rounds", "--check", path, forms_folder() / f"{SHIPPED}.json", write_register(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{NEXT}.json: i orden\n{SHIPPED}.json: i orden\n{REGISTER}: i orden\n"


def test_what_a_round_lacks_is_listed(run: Run, tmp_path: Path) -> None:
    path = write_round(tmp_path, lambda form: form.update(privacy="TODO"))
    ran = run("rounds", "--check", path)
    assert (ran.code, ran.out) == (1, f"{NEXT}.json: 1 mangel\n  privacy: teksten er ikke skrevet endnu\n")


def test_a_file_with_another_name_than_its_id_is_told_so(run: Run, tmp_path: Path) -> None:
    ran = run("rounds", "--check", write_round(tmp_path, name="Lan (1).json"))
    assert ran.code == 1
    assert f"id: filen skal hedde {NEXT}.json" in ran.out


def test_all_that_is_wrong_with_a_file_is_listed(run: Run, tmp_path: Path) -> None:
    good = write_round(tmp_path)
    path = write_round(tmp_path, lambda form: form.update(website=1, years="2028", privacy="<b>"), "x.json")
    ran = run("rounds", "--check", good, path)
    assert ran.code == 2
    head, *lines = ran.out.splitlines()[1:]
    assert head == "x.json: kan ikke bruges"
    assert {line.split(":")[0].strip() for line in lines} == {"website", "years", "privacy"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "x"}', b"\xff", b"{" * 100_000])
def test_what_is_no_round_is_said_in_a_line(content: bytes, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    ran = run("rounds", "--check", path)
    assert ran.code == 2
    assert len(ran.out.splitlines()) == 2
    assert ran.out.startswith("x.json: kan ikke bruges\n  ")
    assert run("rounds", "--check", tmp_path / "gone.json").code == 2


def test_parts_beside_the_file_are_used(run: Run, tmp_path: Path) -> None:
    path = write_round(tmp_path / "ny", lambda form: form.update(municipality_register=REGISTER))
    ran = run("rounds", "--check", path)
    assert (ran.code, "municipality_register: programmet har ingen kommuner" in ran.out) == (2, True)
    write_register(tmp_path / "ny")
    assert run("rounds", "--check", path).code == 0


def test_an_empty_form_is_written_as_a_pdf(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "skema.pdf"
    ran = run("rounds", "--preview", write_round(tmp_path), "-o", target)
    assert ran.code == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert "Lånepulje til botilbud 2028-29" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--check",),
        ("--preview",),
        ("--preview", "a.json"),
        ("--preview", "a.json", "b.json", "-o", "x.pdf"),
        ("--check", "--preview", "a.json"),
        ("--check", "a.json", "-o", "x.pdf"),
        ("a.json",),
        ("-o", "x.pdf"),
        ("--template",),
        ("--template", "a", "b"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_sentence(words: tuple[str, ...], run: Run) -> None:
    ran = run("rounds", *words)
    assert ran.code == 2
    assert ran.sentence.endswith(".")


def test_a_new_draft_can_be_of_an_added_round(run: Run, machine: Path, tmp_path: Path) -> None:
    write_round(machine)
    (machine / "broken.json").write_bytes(b"{")
    path = tmp_path / "ny.botilbud"
    assert run("new", "-o", path, "--round", NEXT).code == 0
    assert read_draft(path, library_of(machine, tmp_path)).round.id == NEXT
    assert "1. maj 2027" in run("check", path, "--today", "2027-04-01").out


def test_a_draft_whose_round_is_missing_is_written_as_text(run: Run, aalborg: Path, tmp_path: Path) -> None:
    aalborg.write_bytes(aalborg.read_bytes().replace(SHIPPED.encode(), NEXT.encode()))
    before, target = aalborg.read_bytes(), tmp_path / "kladde.txt"
    ran = run("export", aalborg, "--to", "txt", "-o", target)
    assert ran.code == 0
    assert f"Programmet har ikke ansøgningsrunden »{NEXT}«" in ran.sentence
    assert "Kommune: Aalborg Kommune" in target.read_text(encoding="utf-8")
    assert aalborg.read_bytes() == before
    assert run("check", aalborg).code == 2


def test_a_preview_never_takes_the_place_of_a_round(run: Run, tmp_path: Path) -> None:
    source = write_round(tmp_path)
    for name in ("anden.json", "register.CSV"):
        (tmp_path / name).write_bytes(b"mine")
        ran = run("rounds", "--preview", source, "-o", tmp_path / name)
        assert (ran.code, "Vælg et navn med .pdf" in ran.sentence) == (2, True)
        assert (tmp_path / name).read_bytes() == b"mine"


def test_the_template_is_a_round_to_begin_with(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ny"
    folder.mkdir()
    ran = run("rounds", "--template", folder)
    assert ran.code == 0
    names = {f"{SHIPPED}.json", f"{SHEET}.json", "municipalities-2024.csv", "round.schema.json"}
    assert {path.name for path in folder.iterdir()} == names
    checked = run("rounds", "--check", folder / f"{SHIPPED}.json")
    assert (checked.code, len(checked.out.splitlines())) == (1, 2)
    assert "id: programmet har allerede en ansøgningsrunde med det id" in checked.out, "it must get an id of its own"
    assert (folder / "round.schema.json").read_bytes() == (forms_folder() / "round.schema.json").read_bytes()
    (folder / f"{SHIPPED}.json").write_bytes(b"mine")
    ran = run("rounds", "--template", folder)
    assert (ran.code, "ikke overskrevet" in ran.sentence) == (2, True)
    assert (folder / f"{SHIPPED}.json").read_bytes() == b"mine"
    assert run("rounds", "--template", tmp_path / "mangler").code == 2


def draft_of_next(folder: Path, aalborg: Path) -> Path:
    """Returns a draft of the next round, with a loan in each of its years."""
    text = aalborg.read_text(encoding="utf-8").replace(SHIPPED, NEXT)
    path = folder / "ny.botilbud"
    path.write_text(text.replace('"2025"', '"2028"').replace('"2026"', '"2029"'), encoding="utf-8")
    return path


def without_last_year(form: dict[str, Any]) -> None:
    """Takes the last year out of a round."""
    form["years"] = [2028]
    form["pool"].pop("2029")
    form["fields"] = [field for field in form["fields"] if not field["path"].endswith(".2029")]
    for content in form["required_contents"]:
        content["recognised_by"] = [group for group in content["recognised_by"] if group != ["2029"]]


COMMANDS_ON_A_DRAFT = [
    ("check", "DRAFT"),
    ("print", "DRAFT", "--document", "view", "-o", "OUT"),
    ("approve", "DRAFT", "--by", "Ida"),
    ("merge", "DRAFT", "DRAFT"),
]


@pytest.mark.parametrize("words", COMMANDS_ON_A_DRAFT)
@pytest.mark.parametrize("is_there", [False, True])
def test_every_command_says_how_to_get_a_missing_round(
    words: tuple[str, ...], is_there: bool, run: Run, aalborg: Path, machine: Path, tmp_path: Path
) -> None:
    draft = draft_of_next(tmp_path, aalborg)
    if is_there:
        write_round(machine, without_last_year)
    before = draft.read_bytes()
    given = {"DRAFT": draft, "OUT": tmp_path / "ud.pdf"}
    ran = run(*(given.get(word, word) for word in words))
    assert ran.code == 2
    for hint in ("»botilbud-desktop rounds«", "--to txt"):
        assert hint in ran.sentence
    assert ("»Tilføj en ansøgningsrunde …«" in ran.sentence) is not is_there
    assert ("Skemaet har kun året 2028" in ran.sentence) is is_there
    assert draft.read_bytes() == before
    assert not (tmp_path / "ud.pdf").exists()


def test_a_draft_whose_round_has_lost_a_year_is_written_as_text(
    run: Run, aalborg: Path, machine: Path, tmp_path: Path
) -> None:
    write_round(machine, without_last_year)
    draft, target = draft_of_next(tmp_path, aalborg), tmp_path / "kladde.txt"
    ran = run("export", draft, "--to", "txt", "-o", target)
    assert ran.code == 0
    assert f"Kladden passer ikke til ansøgningsrunden »{NEXT}«" in ran.sentence
    text = target.read_text(encoding="utf-8")
    assert "Kommune: Aalborg Kommune" in text
    assert "Lån i 2029 (hele 1.000 kr.): " in text


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("export", "DRAFT", "--to", "txt", "-o", "OUT"), ".txt"),
        (("export", "DRAFT", "--to", "docx", "-o", "OUT"), ".docx"),
        (("print", "DRAFT", "--document", "view", "-o", "OUT"), ".pdf"),
        (("merge", "DRAFT", "DRAFT", "-o", "OUT"), ".botilbud"),
    ],
)
@pytest.mark.parametrize("name", [f"{NEXT}.json", "kommuner.CSV"])
def test_nothing_is_written_over_a_file_of_a_round(
    words: tuple[str, ...], ending: str, name: str, run: Run, aalborg: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    out.write_bytes(b"mine")
    ran = run(*({"DRAFT": aalborg, "OUT": out}.get(word, word) for word in words))
    assert (ran.code, f"er navnet på en fil med en runde: Vælg et navn med {ending}." in ran.sentence) == (2, True)
    assert out.read_bytes() == b"mine"


def test_a_preview_never_takes_the_place_of_its_own_file(run: Run, tmp_path: Path) -> None:
    source = write_round(tmp_path, name="runde.pdf")
    before = source.read_bytes()
    ran = run("rounds", "--preview", source, "-o", source)
    assert (ran.code, "Filen »runde.pdf«" in ran.sentence) == (2, True)
    assert source.read_bytes() == before


def test_all_faults_of_one_kind_are_listed(run: Run, tmp_path: Path) -> None:
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form.update(website="x", login_prefix="a b")))
    assert [line.split(":")[0].strip() for line in ran.out.splitlines()[1:]] == ["website", "login_prefix"]

    def doubled(form: dict[str, Any]) -> None:
        form["years"] = [2029, 2028]
        form["criteria"][1]["number"] = 5
        form["window"]["closes"] = "2020-01-01"

    ran = run("rounds", "--check", write_round(tmp_path, doubled))
    places = {line.split(":")[0].strip() for line in ran.out.splitlines()[1:]}
    assert places == {"years", "pool", "criteria[1].number", "window"}


def test_a_wrong_criterion_is_said_once(run: Run, tmp_path: Path) -> None:
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form["criteria"][2].update(text=5)))
    assert (ran.code, len(ran.out.splitlines())) == (2, 2)
    assert "criteria[2].text: der skal stå en tekst" in ran.out
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form.update(criteria=[])))
    assert "criteria: der skal stå en liste med 1 til 20 elementer, men der står en liste med 0 element" in ran.out


@pytest.mark.parametrize(
    ("name", "key"), [("kommuner.csv", "municipality_register"), ("Ark.json", "project_sheet_form")]
)
def test_a_bad_file_beside_the_round_is_named_under_the_round(name: str, key: str, run: Run, tmp_path: Path) -> None:
    path = write_round(tmp_path, lambda form: form.update({key: name}))
    (tmp_path / name).write_bytes(b"{")
    ran = run("rounds", "--check", path)
    assert ran.code == 2
    head, line = ran.out.splitlines()
    assert head == f"{NEXT}.json: kan ikke bruges"
    assert line.startswith(f"  »{name}«, som ligger ved siden af, kan ikke bruges: ")


@pytest.mark.parametrize(
    ("help_", "said"), [("Højst {limit} tegn", "felt med en grænse"), ("I {year}", "felt for et enkelt år")]
)
def test_a_figure_that_its_field_does_not_have_is_explained(help_: str, said: str, run: Run, tmp_path: Path) -> None:
    path = write_round(tmp_path, lambda form: form["fields"][2].update(help=help_, limit=None))
    ran = run("rounds", "--check", path)
    assert ran.code == 2
    assert f"fields[2].help: {help_.split()[1] if 'Højst' in help_ else '{year}'} kan kun stå ved et {said}" in ran.out


@pytest.mark.parametrize("column", ["é", "ZZZZ", " ", "#", "A B", "b"])
def test_a_column_that_is_no_letter_is_refused(column: str, run: Run, tmp_path: Path) -> None:
    ran = run("rounds", "--check", write_round(tmp_path, lambda form: form["fields"][2].update(column=column)))
    assert ran.code == 2
    assert ".column: " in ran.out


def test_a_figure_that_the_round_does_not_set_is_told(run: Run, tmp_path: Path) -> None:
    def change(form: dict[str, Any]) -> None:
        del form["project_sheet_form"]
        form["fields"] = [field for field in form["fields"] if field["path"] != "projects[].description"]
        form["fields"][2]["help"] = "Højst {project_description_limit} tegn"

    ran = run("rounds", "--check", write_round(tmp_path, change))
    assert (ran.code, "fields[2].help: {project_description_limit} er tom, for runden" in ran.out) == (1, True)


def test_a_sheet_with_a_brace_and_a_register_with_other_codes_are_told(run: Run, tmp_path: Path) -> None:
    sheet = (forms_folder() / f"{SHEET}.json").read_text(encoding="utf-8")
    (tmp_path / f"{SHEET}.json").write_text(sheet.replace("{year}", "{year", 1), encoding="utf-8")
    ran = run("rounds", "--check", tmp_path / f"{SHEET}.json")
    assert (ran.code, "loan_wording: teksten har et { alene" in ran.out) == (1, True)
    register = write_register(tmp_path)
    register.write_bytes(register.read_bytes().replace(b"\n851,", b"\n951,"))
    ran = run("rounds", "--check", register)
    assert ran.code == 1
    assert "kommune 951: programmets egen inddeling har ikke nummeret 951 (Aalborg)" in ran.out
    assert "kommune 851: Aalborg mangler" in ran.out
    register.write_bytes(register.read_bytes().replace(b"\n951,", b"\n787,"))
    ran = run("rounds", "--check", register)
    assert (ran.code, "linje 99: kommune 787 står der i forvejen" in ran.out) == (2, True)
    assert "filen: et kommunenummer står der to gange" in ran.out


def test_of_two_registers_from_one_day_the_one_that_is_used_is_told(run: Run, machine: Path, tmp_path: Path) -> None:
    user = tmp_path / "user"
    path = write_round(user)
    for folder, name, region in (
        (user, "a.csv", "Region A"),
        (user, "b.csv", "Region B"),
        (machine, "c.csv", "Region C"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(register_of("2027-01-01", region))
    over_users = "»{}« gælder fra samme dag som »c.csv« og bruges ikke, for »c.csv« går forud: for alle på computeren"
    ran = run("rounds")
    assert "kommuner fra c.csv\n" in ran.out
    for passed_over in ("a.csv", "b.csv"):
        assert f"  {over_users.format(passed_over)}\n" in ran.out
    ran = run("rounds", "--check", path)
    assert (ran.code, f"municipality_register: {over_users.format('a.csv')}" in ran.out) == (1, True)
    (machine / "c.csv").unlink()
    assert "kommuner fra a.csv\n" in run("rounds").out
    assert (
        "»b.csv« gælder fra samme dag som »a.csv« og bruges ikke, for »a.csv« står først efter navn"
        in run("rounds").out
    )
    write_round(user, lambda form: form.update(municipality_register="b.csv"))
    assert "»a.csv« gælder fra samme dag som »b.csv« og bruges ikke, for runden nævner »b.csv«" in run("rounds").out
    (tmp_path / "0.csv").write_bytes(register_of("2027-01-01", "Region D"))
    ran = run("rounds", "--check", tmp_path / "0.csv")
    assert (ran.code, "»a.csv« gælder fra samme dag som »0.csv« og bruges ikke" in ran.out) == (1, True)
    (user / "a.csv").write_bytes((user / "b.csv").read_bytes())
    assert "samme dag" not in run("rounds").out


def test_an_approved_draft_that_its_changed_round_would_not_let_approve_is_told(
    run: Run, machine: Path, tmp_path: Path
) -> None:
    shutil.copytree(FOLDER, machine)
    draft, open_day = tmp_path / "kladde.botilbud", str(OPEN_DAY[SMALLER])
    draft.write_bytes(draft_bytes(draft_of(SMALLER)))
    assert run("approve", draft, "--by", "Ida", "--at", f"{open_day}T10:00").code == 0
    changed = "Ansøgningen er godkendt, men den kunne ikke godkendes nu: 1 problem skal løses. Måske er runden ændret"
    assert "kunne ikke godkendes nu" not in flat(run("check", draft, "--today", open_day).out)
    form = machine / f"{SMALLER}.json"
    values = json.loads(form.read_text(encoding="utf-8"))
    next(each for each in values["fields"] if each["path"] == "description")["limit"] = 20
    form.write_text(json.dumps(values), encoding="utf-8")
    assert changed in flat(run("check", draft, "--today", open_day).out)
    assert '"status": "approved"' in run("check", draft, "--json").out


def flat(text: str) -> str:
    """Returns the text on one line."""
    return " ".join(text.split())
