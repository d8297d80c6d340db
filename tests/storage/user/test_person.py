"""The current user's name and machine: for locks and for the list of earlier versions."""

import os

import pytest

from botilbud_desktop.storage.user.person import Person, person_here

NAMES = ("USERNAME", "USER", "LOGNAME")


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_account_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "az4711")
    assert person_here().name == "az4711"


def test_the_users_own_name_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "az4711")
    assert person_here("  Åse Ørsted ").name == "Åse Ørsted"


def test_without_an_environment_the_system_knows() -> None:
    assert person_here().name
    assert person_here().machine


def test_a_hostile_name_stays_on_one_line_and_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "linje\n\x1b[31m" + "x" * 500)
    assert len(person_here().name) <= 80
    assert "\n" not in person_here().name
    assert "\x1b" not in person_here().name


@pytest.mark.skipif(os.name == "nt", reason="Windows names the computer in the environment")
def test_the_computer_is_named_by_the_system() -> None:
    assert person_here() == Person(person_here().name, os.uname().nodename)


@pytest.mark.skipif(os.name == "nt", reason="Windows names the computer in the environment")
def test_an_account_and_a_computer_without_a_name_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    system = os.uname()
    nameless = os.uname_result((system.sysname, "", system.release, system.version, system.machine))
    monkeypatch.setattr(os, "uname", lambda: nameless)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert person_here() == Person("en anden bruger", "en anden computer")
