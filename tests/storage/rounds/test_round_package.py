"""A round that somebody wants to add: what comes along, what is known already, and what may not be replaced."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.round_package import RoundPackage, keep, read_package, round_in
from tests.added_rounds import (
    NEXT,
    REGISTER,
    SHEET,
    SHIPPED,
    Change,
    library_of,
    register_of,
    unchanged,
    write_register,
    write_round,
)

TAKEN_FILE = "programmet har allerede en fil af det navn fra et andet sted, og den kan ikke erstattes"
TAKEN_ID = "programmet har allerede en ansøgningsrunde med det id fra et andet sted, og den kan ikke erstattes"
SHIPPED_REGISTER = "municipalities-2024.csv"


class Desk:
    """A folder with a round to add, and the two folders of rounds that the program knows."""

    def __init__(self, folder: Path) -> None:
        self.chosen, self.machine, self.user = folder / "valgt", folder / "machine", folder / "user"
        self.library: FormLibrary = library_of(self.machine, self.user)

    def read(self, change: Change = unchanged, name: str = f"{NEXT}.json") -> RoundPackage:
        return read_package(write_round(self.chosen, change, name), self.library)

    def write_sheet(self, folder: Path, name: str = f"{SHEET}.json", **changed: Any) -> Path:
        """Writes the shipped project sheet with some of its values changed."""
        values = json.loads((forms_folder() / f"{SHEET}.json").read_bytes())
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(json.dumps({**values, **changed}), encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def refusal(error: pytest.ExceptionInfo[RefusedFileError]) -> tuple[str, str, str]:
    return error.value.file, error.value.place, error.value.reason


def test_a_round_whose_parts_are_shipped_comes_alone(desk: Desk) -> None:
    package = desk.read()
    assert list(package.files) == [f"{NEXT}.json"]
    assert package.name == f"{NEXT}.json"
    assert package.round is not None
    assert package.round.id == NEXT
    assert (package.register, package.is_known, package.is_replacing) == (None, False, False)


def test_a_file_of_another_name_is_kept_under_the_id_of_the_round(desk: Desk) -> None:
    package = desk.read(name="Ny runde.json")
    assert package.name == "Ny runde.json"
    assert list(package.files) == [f"{NEXT}.json"]


def test_a_round_that_is_there_already_is_known(desk: Desk) -> None:
    keep(desk.read(), desk.user)
    package = desk.read()
    assert (package.is_known, package.is_replacing) == (True, True)
    shutil.copyfile(forms_folder() / f"{SHIPPED}.json", desk.chosen / f"{SHIPPED}.json")
    assert read_package(desk.chosen / f"{SHIPPED}.json", desk.library).is_known


def test_a_changed_round_of_the_users_own_is_replaced(desk: Desk) -> None:
    keep(desk.read(), desk.user)
    package = desk.read(lambda form: form.update(title="Rettet"))
    assert (package.is_known, package.is_replacing) == (False, True)
    keep(package, desk.user)
    desk.library.added()
    assert desk.library.round(NEXT).title == "Rettet"


@pytest.mark.parametrize("known", [NEXT, SHIPPED])
def test_a_round_of_the_machine_or_a_shipped_one_is_not_replaced(desk: Desk, known: str) -> None:
    write_round(desk.machine)
    assert desk.read().is_known
    with pytest.raises(RefusedFileError) as caught:
        desk.read(lambda form: form.update(id=known, title="Rettet"))
    assert refusal(caught) == (f"{NEXT}.json", "id", TAKEN_ID)


def test_a_round_of_the_users_own_is_not_replaced_by_another_spelling_of_its_id(desk: Desk) -> None:
    keep(desk.read(), desk.user)
    with pytest.raises(RefusedFileError) as caught:
        desk.read(lambda form: form.update(id=NEXT.upper()))
    assert refusal(caught) == (f"{NEXT}.json", "id", TAKEN_ID)


def test_a_project_sheet_is_no_round(desk: Desk) -> None:
    path = desk.write_sheet(desk.chosen.parent)
    with pytest.raises(RefusedFileError) as caught:
        read_package(path, desk.library)
    reason = "det er et projektskema. Vælg filen med selve ansøgningsrunden"
    assert refusal(caught) == (path.name, "", reason)


def test_what_lies_beside_the_round_comes_along_before_it(desk: Desk) -> None:
    write_register(desk.chosen)
    desk.write_sheet(desk.chosen, "Skema.json", id="Skema", total_wording="Sum")
    (desk.chosen / "andet.json").write_bytes(b"{")
    package = desk.read(lambda form: form.update(municipality_register=REGISTER, project_sheet_form="Skema.json"))
    assert set(package.files) == {REGISTER, "Skema.json", f"{NEXT}.json"}
    assert list(package.files)[-1] == f"{NEXT}.json"
    assert package.register is not None
    assert package.register.valid_from is not None
    assert package.round is not None
    assert package.round.project_sheet is not None
    assert package.round.project_sheet.total_wording == "Sum"
    assert package.round.municipalities == package.register.municipalities
    assert not package.is_replacing
    keep(package, desk.user)
    desk.library.added()
    assert desk.library.round(NEXT) == package.round


def test_a_part_beside_the_round_that_is_the_same_as_the_known_one_does_not_come_along(desk: Desk) -> None:
    desk.write_sheet(desk.chosen.parent)
    desk.chosen.mkdir()
    for name in (f"{SHEET}.json", SHIPPED_REGISTER):
        shutil.copyfile(forms_folder() / name, desk.chosen / name)
    package = desk.read()
    assert list(package.files) == [f"{NEXT}.json"]
    assert (package.register, package.is_replacing) == (None, False)


def test_a_part_beside_the_round_does_not_replace_a_shipped_one(desk: Desk) -> None:
    path = desk.write_sheet(desk.chosen.parent / "valgt", total_wording="Sum")
    with pytest.raises(RefusedFileError) as caught:
        desk.read()
    assert refusal(caught) == (f"{SHEET}.json", "", TAKEN_FILE)
    path.unlink()
    (desk.chosen / SHIPPED_REGISTER).write_bytes(register_of("2027-01-01"))
    with pytest.raises(RefusedFileError) as caught:
        desk.read()
    assert refusal(caught) == (SHIPPED_REGISTER, "", TAKEN_FILE)


def test_a_part_that_the_user_has_added_is_replaced_by_the_one_beside_the_round(desk: Desk) -> None:
    def change(form: dict[str, Any]) -> None:
        form.update(municipality_register=REGISTER, project_sheet_form="Skema.json")

    write_register(desk.chosen)
    desk.write_sheet(desk.chosen, "Skema.json", id="Skema")
    keep(desk.read(change), desk.user)
    desk.library.added()
    assert list(desk.read(change).files) == [f"{NEXT}.json"]
    desk.write_sheet(desk.chosen, "Skema.json", id="Skema", total_wording="Sum")
    package = desk.read(change)
    assert package.is_replacing
    assert list(package.files) == ["Skema.json", f"{NEXT}.json"]
    assert package.round is not None
    assert package.round.project_sheet is not None
    assert package.round.project_sheet.total_wording == "Sum"
    write_register(desk.chosen, "2028-01-01")
    package = desk.read(change)
    assert set(package.files) == {REGISTER, "Skema.json", f"{NEXT}.json"}
    assert package.register is not None
    assert str(package.register.valid_from) == "2028-01-01"


def test_a_project_sheet_beside_the_round_has_its_id_as_its_name(desk: Desk) -> None:
    desk.chosen.mkdir()
    desk.write_sheet(desk.chosen, "Skema.json", id="Andet")
    with pytest.raises(RefusedFileError) as caught:
        desk.read(lambda form: form.update(project_sheet_form="Skema.json"))
    assert refusal(caught) == ("Skema.json", "id", "id og filnavn skal være ens")


def test_a_look_at_a_round_finds_its_parts_too_and_takes_one_that_may_not_be_added(desk: Desk) -> None:
    desk.write_sheet(desk.chosen.parent / "valgt", "Skema.json", id="Skema", total_wording="Sum")
    path = write_round(desk.chosen, lambda form: form.update(id=SHIPPED, project_sheet_form="Skema.json"))
    found = round_in(path, desk.library)
    assert found.id == SHIPPED
    assert found.project_sheet is not None
    assert found.project_sheet.total_wording == "Sum"


def test_a_register_alone_says_from_when_it_is_valid(desk: Desk) -> None:
    path = write_register(desk.chosen)
    package = read_package(path, desk.library)
    assert dict(package.files) == {REGISTER: path.read_bytes()}
    assert package.round is None
    assert package.register is not None
    assert (package.is_known, package.is_replacing) == (False, False)
    keep(package, desk.user)
    desk.library.added()
    again = read_package(path, desk.library)
    assert (again.is_known, again.is_replacing) == (True, True)
    changed = read_package(write_register(desk.chosen, "2028-01-01"), desk.library)
    assert (changed.is_known, changed.is_replacing) == (False, True)
    old = desk.chosen / "old.csv"
    shutil.copyfile(forms_folder() / SHIPPED_REGISTER, old)
    with pytest.raises(RefusedFileError) as caught:
        read_package(old, desk.library)
    reason = "den første linje skal sige, hvornår inddelingen gælder fra, fx valid_from,2027-01-01"
    assert refusal(caught) == ("old.csv", "linje 1", reason)


def test_a_register_of_the_users_own_keeps_the_spelling_of_its_name(desk: Desk) -> None:
    keep(read_package(write_register(desk.chosen), desk.library), desk.user)
    desk.library.added()
    again = read_package(write_register(desk.chosen, "2028-01-01", REGISTER.upper()), desk.library)
    assert list(again.files) == [REGISTER]


def test_a_register_does_not_replace_a_shipped_one(desk: Desk) -> None:
    path = write_register(desk.chosen, name=SHIPPED_REGISTER)
    with pytest.raises(RefusedFileError) as caught:
        read_package(path, desk.library)
    assert refusal(caught) == (SHIPPED_REGISTER, "", TAKEN_FILE)


@pytest.mark.parametrize("name", ["kommuner 2027.csv", "områder.csv", "a(1).csv", "a,b.csv", "COM1.csv"])
def test_the_name_of_a_register_is_plain(desk: Desk, name: str) -> None:
    path = write_register(desk.chosen, name=name)
    with pytest.raises(RefusedFileError) as caught:
        read_package(path, desk.library)
    assert refusal(caught)[:2] == (name, "")
    expected = "navnet må kun have bogstaver fra a til z, cifre, punktum, bindestreg og understreg"
    assert caught.value.reason == expected


def test_a_folder_that_cannot_be_made_is_told_with_the_chosen_name(desk: Desk) -> None:
    desk.user.write_bytes(b"")
    with pytest.raises(SaveFailedError) as caught:
        keep(desk.read(name="Ny runde.json"), desk.user / "forms")
    assert caught.value.file == "Ny runde.json"
