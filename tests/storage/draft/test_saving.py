"""Saving a draft: conflicts, links, permissions, names, and what is never written."""

import hashlib
import os
from pathlib import Path

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft import draft_file
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, draft_bytes, read_draft, save_draft
from botilbud_desktop.storage.errors import ChangedOnDiskError, SaveFailedError
from botilbud_desktop.storage.files import atomic_write
from botilbud_desktop.storage.files.atomic_write import LONGEST_WAIT, is_temporary, write_atomically
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.listing import names_in

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


def test_save_and_save_again(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    path = tmp_path / "Ærø, Måløv og Ø – æøå.botilbud"
    digest = save_draft(path, aalborg.application, library, None)
    assert read_draft(path, library) == aalborg._replace(content=path.read_bytes())
    changed = replace(aalborg.application, description="Nyt")
    second = save_draft(path, changed, library, digest)
    assert second == hashlib.sha256(path.read_bytes()).hexdigest() != digest
    assert names_in(tmp_path) == [path.name]


def test_what_would_be_read_as_something_else_is_not_written(
    aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.botilbud"
    other = aalborg._replace(application=replace(aalborg.application, description="Noget andet"))
    monkeypatch.setattr(draft_file, "parse_draft", lambda *_: other)
    with pytest.raises(SaveFailedError) as caught:
        save_draft(path, aalborg.application, library, None)
    assert (caught.value.file, caught.value.reason) == ("x.botilbud", "den ville ikke kunne læses ens igen")
    assert not path.exists()


def test_a_new_file_never_replaces_one(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    path = tmp_path / "x.botilbud"
    path.write_bytes(b"somebody else's")
    with pytest.raises(ChangedOnDiskError) as caught:
        save_draft(path, aalborg.application, library, None)
    assert caught.value.unexpected
    assert "Der ligger allerede en fil med navnet »x.botilbud«" in str(caught.value)
    assert path.read_bytes() == b"somebody else's"
    save_draft(path, aalborg.application, library, None, overwrite=True)
    assert path.read_bytes() == draft_bytes(aalborg.application)


def test_a_change_by_someone_else_is_never_overwritten(
    aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "x.botilbud"
    digest = save_draft(path, aalborg.application, library, None)
    theirs = replace(aalborg.application, description="Deres")
    save_draft(path, theirs, library, digest)
    with pytest.raises(ChangedOnDiskError, match="er ændret af en anden"):
        save_draft(path, replace(aalborg.application, description="Min"), library, digest)
    assert read_draft(path, library).application == theirs


def test_a_change_in_the_last_moment_is_seen(
    aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.botilbud"
    digest = save_draft(path, aalborg.application, library, None)
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(ChangedOnDiskError):
        save_draft(path, aalborg.application, library, digest)
    assert path.read_bytes() == b"theirs"
    assert names_in(tmp_path) == [path.name]


def test_a_file_that_is_gone_is_not_made_again(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    with pytest.raises(ChangedOnDiskError) as caught:
        save_draft(tmp_path / "x.botilbud", aalborg.application, library, "0" * 64)
    assert caught.value.missing
    assert names_in(tmp_path) == []


def test_a_folder_that_is_gone(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    for digest in (None, "0" * 64):
        with pytest.raises(SaveFailedError, match="Mappen findes ikke, eller"):
            save_draft(tmp_path / "væk" / "x.botilbud", aalborg.application, library, digest)


def test_a_lone_surrogate_is_not_written(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    broken = replace(aalborg.application, description="\ud800")
    with pytest.raises(SaveFailedError, match=r"et halvt tegn .* \(description\)"):
        save_draft(tmp_path / "x.botilbud", broken, library, None)
    assert names_in(tmp_path) == []


def test_what_could_not_be_opened_is_not_written(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    project = replace(aalborg.application.projects[0], gross_construction_cost=10**15)
    broken = replace(aalborg.application, projects=(project,))
    with pytest.raises(SaveFailedError, match=r"projects\[0\]\.gross_construction_cost"):
        save_draft(tmp_path / "x.botilbud", broken, library, None)
    assert names_in(tmp_path) == []


def test_too_large_is_not_written(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError, match="mere end 5 MB"):
        save_draft(tmp_path / "x", replace(aalborg.application, internal_notes="x" * 5_000_000), library, None)
    with pytest.raises(SaveFailedError, match=r"mere end 200\.000 tegn \(internal_notes\)"):
        save_draft(tmp_path / "x", replace(aalborg.application, internal_notes="x" * 200_001), library, None)
    assert names_in(tmp_path) == []


@posix
def test_links_are_followed(tmp_path: Path) -> None:
    folder = tmp_path / "deep"
    folder.mkdir()
    target, link = folder / "real.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == mode


@posix
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").stat().st_mode == ordinary.stat().st_mode


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SaveFailedError, match="Du har ikke adgang til at skrive"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError, match="Der ligger en mappe med det navn"):
        write_atomically(tmp_path, b"new")


class FakeTime:
    """A clock that advances only in `sleep`."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


def held_until(release: float, clock: FakeTime, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def replace_file(source: str, target: str) -> None:
        if clock.now < release:
            error = OSError(22, "held")
            error.winerror = code  # type: ignore[attr-defined,unused-ignore]
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace_file)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_another_program_may_hold_the_file_for_a_while(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FakeTime()
    held_until(clock.now + LONGEST_WAIT * 0.99, clock, code, monkeypatch)
    write_atomically(tmp_path / "x", b"new", monotonic=clock.monotonic, sleep=clock.sleep)
    assert (tmp_path / "x").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("code", "message", "waited"),
    [
        (5, "du har ikke adgang", LONGEST_WAIT),
        (32, "i brug af et andet program", LONGEST_WAIT),
        (33, "i brug af et andet program", LONGEST_WAIT),
        (1224, "i brug af et andet program", 0),
        (112, "ikke mere plads", 0),
        (39, "ikke mere plads", 0),
        (53, "drevet er ikke forbundet", 0),
        (64, "drevet er ikke forbundet", 0),
        (9999, "Windows-fejl 9999", 0),
    ],
)
def test_what_windows_says(
    code: int, message: str, waited: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_bytes(b"old")
    clock = FakeTime()
    held_until(10**6, clock, code, monkeypatch)
    with pytest.raises(SaveFailedError, match=f"(?i){message}"):
        write_atomically(tmp_path / "x", b"new", monotonic=clock.monotonic, sleep=clock.sleep)
    assert clock.now - 100 == pytest.approx(waited)
    assert (tmp_path / "x").read_bytes() == b"old"
    assert names_in(tmp_path) == ["x"]


def test_temporary_names_are_known_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(atomic_write, "_read_back", lambda temporary, *_: seen.append(temporary.name))
    write_atomically(tmp_path / ("å" * 100), b"")
    assert is_temporary(seen[0])
    assert not is_temporary("aalborg.botilbud")
