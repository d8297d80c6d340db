"""Writing several new files: into a new folder, or as one ZIP file."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files import several_files
from botilbud_desktop.storage.files.several_files import NewFile, write_into_new_folder, zipped

FILES = (NewFile("Ålborg – skema.pdf", b"%PDF"), NewFile("felter.txt", b"A" * 5_000))
AT = datetime(2024, 5, 3, 9, 12, 31)  # noqa: DTZ001 - a ZIP file tells local time without a zone


def test_a_zip_file_holds_the_files_with_their_names_and_time() -> None:
    with zipfile.ZipFile(BytesIO(zipped(FILES, AT))) as archive:
        assert archive.testzip() is None
        assert [(info.filename, info.date_time) for info in archive.infolist()] == [
            ("Ålborg – skema.pdf", (2024, 5, 3, 9, 12, 30)),
            ("felter.txt", (2024, 5, 3, 9, 12, 30)),
        ]
        assert [archive.read(file.name) for file in FILES] == [file.content for file in FILES]


def test_the_same_files_give_the_same_zip_file_and_small_ones() -> None:
    assert zipped(FILES, AT) == zipped(FILES, AT)
    assert len(zipped(FILES, AT)) < 1_000


@pytest.mark.parametrize(("year", "told"), [(1970, 1980), (2107, 2107), (2108, 2107), (9999, 2107)])
def test_a_clock_that_a_zip_file_cannot_tell_is_no_error(year: int, told: int) -> None:
    with zipfile.ZipFile(BytesIO(zipped(FILES, AT.replace(year=year)))) as archive:
        assert archive.infolist()[0].date_time[0] == told


def test_the_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    folder = write_into_new_folder(tmp_path, "Papirer", FILES)
    assert folder == tmp_path / "Papirer"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(FILES)


def test_a_folder_or_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "Papirer").mkdir()
    (tmp_path / "Papirer" / "felter.txt").write_bytes(b"mit")
    (tmp_path / "Papirer (2)").write_bytes(b"en fil")
    assert write_into_new_folder(tmp_path, "Papirer", FILES) == tmp_path / "Papirer (3)"
    assert (tmp_path / "Papirer" / "felter.txt").read_bytes() == b"mit"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError, match=r"Papirer.*Mappen kan ikke oprettes"):
        write_into_new_folder(tmp_path / "væk", "Papirer", FILES)


def test_the_search_for_a_free_name_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several_files, "_MOST_TRIES", 2)
    (tmp_path / "Papirer").mkdir()
    (tmp_path / "Papirer (2)").mkdir()
    with pytest.raises(SaveFailedError, match="for mange mapper"):
        write_into_new_folder(tmp_path, "Papirer", FILES)
