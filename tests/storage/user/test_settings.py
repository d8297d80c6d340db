"""Settings: the program starts whatever the file contains, and each usable value applies."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.chosen_folder import _answer_of, is_there, keep_in, make_folder
from botilbud_desktop.storage.user.settings import Settings, read_settings, write_settings

GOOD: dict[str, Any] = {
    "approver_name": "Åse",
    "department": "Social",
    "text_size": 150,
    "theme": "dark",
    "drafts_folder": "/srv/kladder",
    "receipts_folder": "//server/deling/kvitteringer",
    "round_to": 100,
    "spelling": False,
}
BAD: dict[str, list[Any]] = {
    "approver_name": [7, None, "x" * 121, "a\nb", "\u202eesÅ", ["Åse"]],
    "department": [True, "a\0b", {}],
    "text_size": [79, 201, 10**400, 100.5, "100", None, True, [100]],
    "theme": ["<b>", "x" * 41, 1, "mørk"],
    "drafts_folder": ["a\0b", "/" + "x" * 4_000, 1, ["/srv"]],
    "receipts_folder": ["/srv\n", False],
    "round_to": [0, 2, -1, 10**30, "1", True],
    "spelling": [0, 1, "false", None, []],
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def put(folder: Path, values: object) -> None:
    (folder / "settings.json").write_text(json.dumps(values), encoding="utf-8")


def test_all_that_fits_holds(tmp_path: Path) -> None:
    put(tmp_path, GOOD)
    assert read_settings(tmp_path) == Settings(**GOOD)


@pytest.mark.parametrize(
    "values",
    [
        {"approver_name": "x" * 120, "department": "x" * 120},
        {"text_size": 80, "theme": "x" * 40},
        {"text_size": 200},
        {"drafts_folder": "/" + "x" * 3_999, "receipts_folder": "/" + "x" * 3_999},
    ],
)
def test_the_longest_the_smallest_and_the_largest_hold_too(values: dict[str, Any], tmp_path: Path) -> None:
    put(tmp_path, values)
    assert read_settings(tmp_path) == Settings.model_construct(**values)


@pytest.mark.parametrize("name", list(BAD))
def test_a_value_that_does_not_fit_falls_back_alone(name: str, tmp_path: Path) -> None:
    others = {key: value for key, value in GOOD.items() if key != name}
    for value in BAD[name]:
        put(tmp_path, {**GOOD, name: value, "from_a_newer_program": [1]})
        assert read_settings(tmp_path) == Settings(**others), value


@given(st.dictionaries(st.sampled_from([*GOOD, "other"]), json_values))
def test_any_values_give_settings_that_can_be_written_and_read_again(values: dict[str, Any]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, values)
        found = read_settings(folder)
        assert 80 <= found.text_size <= 200
        assert found.round_to in (1, 10, 100, 1000)
        write_settings(folder, found)
        assert read_settings(folder) == found


@given(st.binary(max_size=200))
def test_any_bytes_stop_nothing(content: bytes) -> None:
    with TemporaryDirectory() as name:
        (Path(name) / "settings.json").write_bytes(content)
        assert isinstance(read_settings(Path(name)), Settings)


def test_a_huge_file_stops_nothing_and_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b" " * 5_000_001)
    assert read_settings(tmp_path) == Settings()
    write_settings(tmp_path, Settings(round_to=10))
    assert read_settings(tmp_path).round_to == 10


def test_folders_that_are_named_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, GOOD)
    looked: list[str] = []
    stat = Path.stat

    def noted(path: Path, *, follow_symlinks: bool = True) -> object:
        looked.append(str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", noted)
    read_settings(tmp_path)
    assert all(path.startswith(str(tmp_path)) for path in looked)


@pytest.mark.parametrize(
    ("approver", "name", "department"),
    [
        ("Bo", "Bo", ""),
        (" Bo, Social ", "Bo", "Social"),
        ("Bo ,  Social", "Bo", "Social"),
        ("Bo, Social, Aalborg", "Bo", "Social, Aalborg"),
        ("x" * 200, "Åse", "Ældre"),
    ],
)
def test_the_next_approval_suggests_the_last_ones_name(approver: str, name: str, department: str) -> None:
    after = Settings(approver_name="Åse", department="Ældre").remembering(approver)
    assert (after.approver_name, after.department) == (name, department)
    assert after.approver == (f"{name}, {department}" if department else name)


def test_a_name_with_a_comma_that_was_suggested_stays_as_it_was_split() -> None:
    settings = Settings(approver_name="Hansen, Bo", department="Social")
    assert settings.remembering("Hansen, Bo, Social") == settings


def test_a_file_goes_to_the_chosen_folder_and_else_to_the_programs_own(tmp_path: Path) -> None:
    own, chosen = tmp_path / "egen", tmp_path / "valgt"
    assert keep_in("", own, "a.pdf", b"1").path == own / "a.pdf"
    kept = keep_in(str(chosen), own, "b.pdf", b"2")
    assert (kept.path, kept.is_fallback) == (own / "b.pdf", True)
    chosen.mkdir()
    kept = keep_in(str(chosen), own, "c.pdf", b"3")
    assert (kept.path, kept.is_fallback, kept.path.read_bytes()) == (chosen / "c.pdf", False, b"3")
    (chosen / "d.pdf").mkdir()  # not writable there
    assert keep_in(str(chosen), own, "d.pdf", b"4").path == own / "d.pdf"


def test_what_can_be_kept_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "egen").touch()
    with pytest.raises(SaveFailedError, match=r"Filen »a\.pdf« blev ikke gemt: Mappen »egen«"):
        keep_in("", tmp_path / "egen", "a.pdf", b"")


@pytest.mark.parametrize("folder", ["kladder", "", "/a\0b", "/" + "x" * 5_000])
def test_a_path_that_cannot_be_is_not_there_and_not_made(folder: str) -> None:
    assert not is_there(folder)
    assert not make_folder(folder)


def test_a_drive_that_does_not_answer_is_not_there() -> None:
    from threading import Event

    hangs = Event()
    assert not _answer_of(hangs.wait, 0.01)
    hangs.set()
