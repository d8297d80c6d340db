"""The command line of the build: required combinations of options, and error messages."""

from pathlib import Path

import pytest

from windows_build import __main__
from windows_build.build import Wanted
from windows_build.places import BUILD
from windows_build.signing.check import Expected
from windows_build.signing.methods import KeyFile
from windows_build.signing.secret import Secret
from windows_build.signing.settings import Signing


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """The calls of the build; nothing is built."""
    asked: list[Wanted] = []
    monkeypatch.setattr(__main__, "build", asked.append)
    return asked


def test_without_options_the_checkout_is_built_into_its_folder(built: list[Wanted]) -> None:
    assert __main__.main(["build"]) == 0
    assert built == [Wanted(folder=BUILD)]


def test_all_options(built: list[Wanted], tmp_path: Path) -> None:
    key, password = tmp_path / "c.pfx", tmp_path / "p"
    for path in (key, password):
        path.write_text("x")
        path.chmod(0o600)
    words = f"build --version 0.0.9 --python p.zip --python-sha256 ab --to out --certificate {key} --password-file"
    assert __main__.main([*words.split(), str(password)]) == 0
    (wanted,) = built
    assert wanted._replace(signing=None) == Wanted("0.0.9", Path("p.zip"), "ab", None, Path("out"))
    assert wanted.signing is not None
    assert isinstance(wanted.signing.method, KeyFile)
    assert wanted.signing.method.certificate == key


@pytest.mark.parametrize("command", [["build"], ["sign"], ["release", "1.2.3"]])
def test_each_command_signs_as_the_settings_say(
    command: list[str], built: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = Signing(KeyFile(Path("x"), Secret("y")), Expected("", None, timestamped=False))
    monkeypatch.setattr(__main__, "read_signing", {Path("s.toml"): signing}.__getitem__)
    monkeypatch.setattr(__main__, "release", lambda wanted, _version, _day: built.append(wanted))
    assert __main__.main([*command, "--signing", "s.toml"]) == 0
    assert [wanted.signing for wanted in built] == [signing]


def test_a_release_is_not_signed_with_a_key_in_a_file(built: list[Wanted], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        __main__.main(["release", "1.2.3", "--certificate", "c.pfx", "--password-file", "p"])
    assert "--certificate" in capsys.readouterr().err
    assert built == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--python p.zip", "go together"),
        ("--python-sha256 ab", "go together"),
        ("--certificate c.pfx", "--certificate and --password-file go together"),
        ("--password-file p", "--certificate and --password-file go together"),
        ("--signing s.toml --twice", "leave out --twice"),
        ("--signing s.toml --certificate c.pfx --password-file p", "give one"),
    ],
)
def test_what_goes_together_is_asked_for(
    built: list[Wanted], words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["build", *words.split()]) == 1
    assert said in capsys.readouterr().err
    assert built == []


def test_signing_needs_a_way_to_sign(built: list[Wanted], capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["sign"]) == 1
    assert "sign needs --signing" in capsys.readouterr().err
    assert built == []
