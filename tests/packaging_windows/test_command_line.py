"""The command line of the build: required combinations of options, and error messages."""

from pathlib import Path

import pytest

from windows_build import __main__
from windows_build.build import Wanted
from windows_build.places import BUILD
from windows_build.signing import Signature


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """The calls of the build; nothing is built."""
    asked: list[Wanted] = []
    monkeypatch.setattr(__main__, "build", asked.append)
    return asked


def test_without_options_the_checkout_is_built_into_its_folder(built: list[Wanted]) -> None:
    assert __main__.main(["build"]) == 0
    assert built == [Wanted(folder=BUILD)]


def test_all_options(built: list[Wanted]) -> None:
    words = "build --version 0.0.9 --python p.zip --python-sha256 ab --to out --certificate c.pfx --password-file p"
    assert __main__.main(words.split()) == 0
    signature = Signature(Path("c.pfx"), Path("p"))
    assert built == [Wanted("0.0.9", Path("p.zip"), "ab", signature, Path("out"))]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--python p.zip", "go together"),
        ("--python-sha256 ab", "go together"),
        ("--certificate c.pfx", "--certificate needs --password-file"),
    ],
)
def test_what_goes_together_is_asked_for(
    built: list[Wanted], words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["build", *words.split()]) == 1
    assert said in capsys.readouterr().err
    assert built == []


def test_signing_needs_a_certificate(built: list[Wanted], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        __main__.main(["sign"])
    assert "--certificate" in capsys.readouterr().err
    assert built == []
