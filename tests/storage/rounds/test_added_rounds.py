"""Rounds for the machine and for the user: found, kept apart, and never put over one that is more trusted."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds import folder_reader
from botilbud_desktop.storage.rounds.form_folder import FormFolder, Origin
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.added_rounds import (
    NEXT,
    REGISTER,
    SHEET,
    SHIPPED,
    Change,
    library_of,
    write_register,
    write_round,
)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user"


@pytest.fixture
def library(machine: Path, user: Path) -> FormLibrary:
    return library_of(machine, user)


def reasons(library: FormLibrary) -> list[str]:
    return [f"{unused.error.file} {unused.error.place} {unused.error.reason}" for unused in library.added().unused]


def test_missing_folders_are_no_problem(library: FormLibrary) -> None:
    assert library.ids() == (SHIPPED,)
    assert reasons(library) == []
    with pytest.raises(KeyError):
        library.round(NEXT)


@pytest.mark.parametrize("origin", [Origin.MACHINE, Origin.USER])
def test_a_round_is_found_in_each_folder(library: FormLibrary, tmp_path: Path, origin: Origin) -> None:
    write_round(tmp_path / origin)
    assert library.ids() == (SHIPPED, NEXT)
    assert library.origin(NEXT) is origin
    assert library.origin(SHIPPED) is Origin.SHIPPED
    assert library.origin("andet") is None
    found = library.round(NEXT)
    assert found.year_keys == ("2028", "2029")
    assert len(found.municipalities) == 98
    assert found.project_sheet is not None


def test_a_round_that_is_put_there_later_is_found_too(library: FormLibrary, user: Path) -> None:
    assert library.ids() == (SHIPPED,)
    path = write_round(user)
    assert library.round(NEXT).id == NEXT
    path.unlink()
    assert library.ids() == (SHIPPED,)


def test_no_drive_is_asked_for_a_round_that_is_known(
    library: FormLibrary, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_round(user)
    known = library.round(NEXT)

    def ask(_folder: Path) -> tuple[folder_reader.FileState, ...]:
        raise AssertionError("asked")

    monkeypatch.setattr(folder_reader, "_states_in", ask)
    assert library.round(NEXT) is known


def test_a_changed_round_is_known_after_a_look(library: FormLibrary, user: Path) -> None:
    write_round(user)
    assert library.round(NEXT).title != "Rettet"
    write_round(user, lambda form: form.update(title="Rettet"))
    library.added()
    assert library.round(NEXT).title == "Rettet"
    (user / f"{NEXT}.json").unlink()
    library.added()
    with pytest.raises(KeyError):
        library.round(NEXT)


def test_the_same_file_is_read_once(library: FormLibrary, user: Path) -> None:
    write_round(user)
    assert library.round(NEXT) is library.round(NEXT)


def test_a_shipped_round_is_read_without_a_look_at_the_other_folders() -> None:
    def no_folders() -> tuple[FormFolder, ...]:
        raise AssertionError("looked into")

    assert FormLibrary(forms_folder(), no_folders).round(SHIPPED).id == SHIPPED


def test_a_shipped_round_is_not_replaced(library: FormLibrary, user: Path, machine: Path) -> None:
    for folder in (machine, user):
        write_round(folder, lambda form: form.update(id=SHIPPED, title="Falsk"), f"{SHIPPED}.json")
    assert library.ids() == (SHIPPED,)
    assert library.round(SHIPPED).title != "Falsk"
    assert len(reasons(library)) == 2
    assert all("kan ikke erstattes" in reason for reason in reasons(library))


def test_another_spelling_of_a_shipped_id_is_refused_too(library: FormLibrary, user: Path) -> None:
    write_round(user, lambda form: form.update(id=SHIPPED.upper()), f"{SHIPPED.upper()}.json")
    assert library.ids() == (SHIPPED,)
    assert "kan ikke erstattes" in reasons(library)[0]


def test_a_round_of_the_machine_is_not_replaced_by_the_users(library: FormLibrary, user: Path, machine: Path) -> None:
    write_round(machine, lambda form: form.update(title="Fra it"))
    write_round(user, lambda form: form.update(title="Fra mig"))
    assert library.round(NEXT).title == "Fra it"
    assert library.origin(NEXT) is Origin.MACHINE
    (unused,) = library.added().unused
    assert unused.origin is Origin.USER
    assert "kan ikke erstattes" in unused.error.reason


def test_a_broken_file_stops_no_other(library: FormLibrary, user: Path) -> None:
    write_round(user)
    (user / "Aaa.json").write_bytes(b"{")
    (user / "Bbb.json").write_bytes(b"\xff\xfe")
    (user / "Ccc.csv").write_bytes(b'"')
    (user / "Ddd.json").mkdir()
    (user / "Eee.json").write_bytes(b" " * 1_000_001)
    (user / "Fff.txt").write_bytes(b"not of a round")
    (user / "draft.schema.json").write_bytes(b"{")
    assert library.ids() == (SHIPPED, NEXT)
    assert [reason.split()[0] for reason in reasons(library)] == ["Eee.json", "Aaa.json", "Bbb.json", "Ccc.csv"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda form: form.update(municipality_register="andre.csv"), "municipality_register"),
        (lambda form: form.update(project_sheet_form="Andet.json"), "project_sheet_form"),
        (lambda form: form.update(id="Andet"), "id"),
    ],
)
def test_what_a_round_lacks_is_said_with_its_place(
    change: Change, place: str, library: FormLibrary, user: Path
) -> None:
    write_round(user, change)
    (unused,) = library.added().unused
    assert (unused.error.file, unused.error.place) == (f"{NEXT}.json", place)


def test_names_in_a_round_are_never_paths(library: FormLibrary, user: Path, tmp_path: Path) -> None:
    outside = write_register(tmp_path, name="andre.csv")
    for name in ("../andre.csv", str(outside), "..\\andre.csv", "NUL.csv"):
        write_round(user, lambda form, name=name: form.update(municipality_register=name))  # type: ignore[misc]
        (unused,) = library.added().unused
        assert unused.error.place == "municipality_register", name


def test_a_part_of_the_program_is_not_replaced(library: FormLibrary, user: Path) -> None:
    write_round(user)
    write_register(user, name="municipalities-2024.csv")
    sheet = (forms_folder() / f"{SHEET}.json").read_bytes()
    (user / f"{SHEET}.json").write_bytes(sheet.replace(b"1000", b"2000"))
    found = library.round(NEXT)
    assert {municipality.region for municipality in found.municipalities} >= {"Region Sjælland"}
    assert found.project_sheet is not None
    assert found.project_sheet.description_limit == 1000
    assert len(reasons(library)) == 2


def test_a_copy_of_a_part_of_the_program_is_no_problem(library: FormLibrary, user: Path) -> None:
    write_round(user)
    for name in (f"{SHEET}.json", "municipalities-2024.csv"):
        (user / name).write_bytes((forms_folder() / name).read_bytes())
    assert library.ids() == (SHIPPED, NEXT)
    assert reasons(library) == []


def test_a_round_brings_its_own_parts(library: FormLibrary, user: Path) -> None:
    write_round(user, lambda form: form.update(municipality_register=REGISTER, project_sheet_form="Ark.json"))
    write_register(user)
    sheet = (forms_folder() / f"{SHEET}.json").read_bytes()
    (user / "Ark.json").write_bytes(sheet.replace(SHEET.encode(), b"Ark").replace(b"1000", b"900"))
    found = library.round(NEXT)
    assert found.project_sheet is not None
    assert found.project_sheet.description_limit == 900
    assert {municipality.region for municipality in found.municipalities} >= {"Region Østdanmark"}


def regions(library: FormLibrary, round_id: str) -> set[str]:
    return {municipality.region for municipality in library.round(round_id).municipalities}


def test_a_newer_register_is_used_by_rounds_that_open_after_its_day(library: FormLibrary, machine: Path) -> None:
    write_round(machine)
    write_register(machine, "2027-01-01")
    assert "Region Østdanmark" in regions(library, NEXT)
    assert library.added().rounds[NEXT].register == REGISTER
    assert "Region Østdanmark" not in regions(library, SHIPPED)


@pytest.mark.parametrize(("day", "is_used"), [("2027-05-01", True), ("2027-05-02", False)])
def test_a_register_is_used_from_its_own_day(day: str, is_used: bool, library: FormLibrary, user: Path) -> None:
    write_round(user)
    write_register(user, day)
    assert ("Region Østdanmark" in regions(library, NEXT)) is is_used


def test_the_newest_register_that_is_valid_is_used(library: FormLibrary, user: Path) -> None:
    write_round(user)
    write_register(user, "2026-01-01", "a.csv")
    write_register(user, "2027-01-01", "b.csv")
    write_register(user, "2028-01-01", "c.csv")
    assert library.ids() == (SHIPPED, NEXT)
    assert library.added().rounds[NEXT].register == "b.csv"


@pytest.mark.parametrize(
    "first", ["valid_from", "valid_from,1.1.2027", "valid_from,20270101", "valid_from,2027-01-01,x"]
)
def test_a_register_with_another_day_is_refused(first: str, library: FormLibrary, user: Path) -> None:
    path = write_register(user)
    path.write_bytes(path.read_bytes().replace(b"valid_from,2027-01-01", first.encode()))
    (unused,) = library.added().unused
    assert (unused.error.file, unused.error.place) == (REGISTER, "linje 1")


def test_a_drive_that_does_not_answer_delays_only_what_needs_it(
    user: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = Event()
    dead = tmp_path / "dead"
    real = folder_reader._states_in

    def states_in(folder: Path) -> tuple[folder_reader.FileState, ...]:
        if folder == dead:
            answer.wait(30)
        return real(folder)

    monkeypatch.setattr(folder_reader, "_states_in", states_in)
    monkeypatch.setattr(folder_reader, "_PATIENCE", 0.1)
    write_round(user)
    library = library_of(dead, user)
    assert library.round(SHIPPED).id == SHIPPED
    start = time.monotonic()
    assert library.round(NEXT).id == NEXT
    assert library.ids() == (SHIPPED, NEXT)
    assert time.monotonic() - start < 10, "waited for the drive"
    assert reasons(library) == [f"{dead}  drevet svarer ikke"]
    dead.mkdir()
    answer.set()
    for reader, _origin in library._folders._readers:  # type: ignore[union-attr]
        assert reader._thread is not None
        reader._thread.join(10)
    assert reasons(library) == []


def test_a_folder_that_is_a_file_is_said(library: FormLibrary, user: Path) -> None:
    user.write_bytes(b"")
    assert len(reasons(library)) == 1
    assert library.ids() == (SHIPPED,)


def test_a_round_can_be_tried_out_but_replaces_none(library: FormLibrary, user: Path, tmp_path: Path) -> None:
    write_round(user, lambda form: form.update(id="Prøve".replace("ø", "o"), title="Prøve"), "Prove.json")
    tried = library.round("Prove").model_copy(update={"id": SHIPPED})
    library.try_out(tried)
    assert library.round(SHIPPED).title != "Prøve"
    library.try_out(tried.model_copy(update={"id": NEXT}))
    assert library.round(NEXT).title == "Prøve"
    assert library.ids() == (SHIPPED, "Prove")


def test_a_link_that_leads_nowhere_and_many_other_files_stop_no_round(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    for number in range(250):
        (user / f"note {number}.txt").write_bytes(b"")
    (user / "væk.csv").symlink_to(tmp_path / "mangler.csv")
    write_round(user)
    library = library_of(tmp_path / "machine", user)
    assert NEXT in library.ids()
    assert [unused.error.file for unused in library.added().unused] == ["væk.csv"]


def test_a_folder_that_is_away_for_a_while_takes_no_round_away(
    library: FormLibrary, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_round(user)
    assert NEXT in library.ids()

    def away(_folder: Path) -> tuple[folder_reader.FileState, ...]:
        raise PermissionError(13, "away")

    with monkeypatch.context() as patched:
        patched.setattr(folder_reader, "_states_in", away)
        assert NEXT in library.ids()
        assert len(reasons(library)) == 1
    assert NEXT in library.ids()
    assert reasons(library) == []


def test_a_file_that_could_not_be_read_is_tried_again(
    library: FormLibrary, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_round(user)

    def in_use(path: Path, _most: int) -> bytes:
        raise RefusedFileError(path.name, "", "et andet program bruger den")

    with monkeypatch.context() as patched:
        patched.setattr(folder_reader, "read_bytes", in_use)
        assert library.ids() == (SHIPPED,)
        first = library.added()
        assert library.added() is first, "the same refusal is not judged anew"
    assert NEXT in library.ids()


def test_of_too_many_files_the_first_by_name_are_read_and_the_rest_is_told(library: FormLibrary, user: Path) -> None:
    write_round(user)
    for number in range(folder_reader.MOST_FILES):
        (user / f"x{number:03}.json").write_bytes(b"{")
    assert NEXT in library.ids()
    told = [reason for reason in reasons(library) if "over 200 filer" in reason]
    assert len(told) == 1
    assert "så x199.json og de næste er ikke læst" in told[0]
    (user / "x000.json").unlink()
    assert not [reason for reason in reasons(library) if "over 200 filer" in reason]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_is_never_read_and_told(library: FormLibrary, user: Path) -> None:
    write_round(user)
    os.mkfifo(user / "pipe.json")
    assert NEXT in library.ids()
    assert reasons(library) == ["pipe.json  det er ikke en almindelig fil"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), ""),
        (lambda data: data.replace(b",", b";"), "linje 1 kolonnerne skal være adskilt af komma, ikke semikolon"),
    ],
)
def test_a_register_as_excel_writes_it_is_read_or_told(
    change: Callable[[bytes], bytes], reason: str, library: FormLibrary, user: Path
) -> None:
    register = write_register(user)
    register.write_bytes(change(register.read_bytes()))
    library.ids()
    assert reasons(library) == ([f"{REGISTER} {reason}"] if reason else [])
