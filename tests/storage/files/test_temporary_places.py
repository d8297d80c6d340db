"""Folders whose files would be lost: by their names, by the system's own temporary folders, through links."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.files.temporary_places import is_temporary_place, temporary_folders

TEMPORARY = [
    "/c/Users/aase/AppData/Local/Microsoft/Windows/INetCache/Content.Outlook/7X2A9B1C/sag.botilbud",
    "/c/users/AASE/appdata/local/microsoft/windows/inetcache/content.outlook/x/SAG (003).botilbud",
    "/c/Users/aase/AppData/Local/Microsoft/Windows/INetCache/IE/AB12CD34/sag[1].botilbud",
    "/c/Documents/Temporary Internet Files/OLK12A/sag.botilbud",
    "/c/Users/aase/AppData/Local/Microsoft/Olk/Attachments/ooa-1/sag.botilbud",
    "/c/Users/aase/AppData/Local/Packages/Microsoft.Teams_8wek/AC/INetCache/sag.botilbud",
    "/c/Users/aase/AppData/Local/Packages/microsoft.mail_8wek/TempState/sag.botilbud",
    "/d/T/Temp1_kladder.zip/sag.botilbud",
    "/d/T/7zO4A3B2C1D/sag.botilbud",
    "/d/T/Rar$DIa1234.5678/sag.botilbud",
    "/d/T/mozilla_aase0/sag.botilbud",
    "/Users/aase/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/1/sag.botilbud",
]
LASTING = [
    "/c/Users/aase/Documents/sag.botilbud",
    "/c/Users/aase/Downloads/sag.botilbud",
    "/s/Sager/Outlook/sag.botilbud",
    "/s/Sager/Midlertidig/Temp/sag.botilbud",
    "/s/Sager/Packages/sag.botilbud",
    "/s/Sager/kladder.zip.udpakket/sag.botilbud",
    "/s/Sager/inetcache.botilbud",
    "/s/7z/sag.botilbud",
]


@pytest.mark.parametrize("place", TEMPORARY)
def test_the_folders_of_mail_browsers_and_zips_are_recognised_by_name(place: str) -> None:
    assert is_temporary_place(Path(place), [])


@pytest.mark.parametrize("place", LASTING)
def test_other_folders_are_not(place: str) -> None:
    assert not is_temporary_place(Path(place), [Path("/d/T")])


def test_everything_below_the_systems_temporary_folders_is_temporary(tmp_path: Path) -> None:
    assert is_temporary_place(tmp_path / "Temp" / "1" / "sag.botilbud", [tmp_path / "Temp"])
    assert is_temporary_place(tmp_path / "TEMP" / "sag.botilbud", [tmp_path / "temp"])
    assert not is_temporary_place(tmp_path / "Temporær" / "sag.botilbud", [tmp_path / "Temp"])


def test_a_link_leads_to_where_the_file_is(tmp_path: Path) -> None:
    real = tmp_path / "Temp"
    real.mkdir()
    link = tmp_path / "genvej"
    link.symlink_to(real, target_is_directory=True)
    assert is_temporary_place(link / "sag.botilbud", [real])
    assert is_temporary_place(real / "sag.botilbud", [link])


def test_a_temporary_folder_around_the_users_home_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert not is_temporary_place(home / "sag.botilbud", [tmp_path, home])
    assert is_temporary_place(home / "T" / "sag.botilbud", [home / "T"])


def test_the_system_names_its_temporary_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TEMP", str(tmp_path / "egen"))
    monkeypatch.setenv("TMP", "relativ")
    named = temporary_folders()
    assert tmp_path / "egen" in named
    assert all(folder.is_absolute() for folder in named)


def test_a_path_that_no_drive_allows_is_no_error() -> None:
    assert not is_temporary_place(Path("/s/\0/sag.botilbud"), [Path("/s/\0x")])
