"""What is signed, and in which order; the tests under Wine cover osslsigncode itself."""

from pathlib import Path

import pytest

from tests.packaging_windows.images import image
from windows_build import signing
from windows_build.errors import BuildError
from windows_build.signing import Signature, Signer


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command lines; a signed file gets `signed` appended."""
    seen: list[list[str]] = []

    def run(command: list[str | Path], *, cwd: Path) -> str:
        seen.append(list(map(str, command)))
        source, target = (Path(command[command.index(option) + 1]) for option in ("-in", "-out"))
        target.write_bytes(source.read_bytes() + b"signed")
        assert source.parent == target.parent == cwd
        return ""

    monkeypatch.setattr(signing, "run", run)
    return seen


def signer(folder: Path, timestamp: str | None = None) -> Signer:
    for name in ("key.pfx", "password"):
        (folder / name).write_text("x")
    return Signer(Signature(folder / "key.pfx", folder / "password", timestamp), "Botilbud Desktop", 7, folder)


def test_only_what_nobody_has_signed_is_signed(tmp_path: Path, calls: list[list[str]]) -> None:
    files = {"a.exe": image([]), "lib/b.pyd": image([], signed=True), "lib/c.pyd": image([]), "LICENSE": b"text"}
    signed = signer(tmp_path).sign_all(files)
    assert [name for name in files if signed[name] != files[name]] == ["a.exe", "lib/c.pyd"]
    assert len(calls) == 2


def test_the_time_of_signing_is_that_of_the_commit_and_no_network_is_asked(
    tmp_path: Path, calls: list[list[str]]
) -> None:
    signer(tmp_path).sign("a.msi", b"package")
    assert calls[0][calls[0].index("-time") + 1] == "7"
    assert "-ts" not in calls[0]


def test_a_time_stamping_service_is_asked_where_one_is_named(tmp_path: Path, calls: list[list[str]]) -> None:
    signer(tmp_path, "http://stamp.example").sign("a.msi", b"package")
    assert calls[0][calls[0].index("-ts") + 1] == "http://stamp.example"


def test_the_password_never_stands_on_a_command_line(tmp_path: Path, calls: list[list[str]]) -> None:
    signer(tmp_path).sign("a.msi", b"package")
    assert "-pass" not in calls[0]
    assert calls[0][calls[0].index("-readpass") + 1] == str(tmp_path / "password")


def test_a_certificate_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"key\.pfx is not there"):
        Signer(Signature(tmp_path / "key.pfx", tmp_path / "password"), "x", 7, tmp_path)
