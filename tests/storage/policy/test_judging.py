"""What the IT department decided: each value by itself, the machine before the user, nothing hostile or broken."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.storage.policy.judging import judged
from botilbud_desktop.storage.policy.policies import POLICIES, Kind
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED, Decided, Settings, is_folder, is_name

ALL: dict[str, Any] = {
    "DraftsFolder": r"\\server\sager\kladder",
    "ReceiptsFolder": r"C:\Sager\Kvitteringer",
    "Department": "Socialafdelingen",
    "Theme": "high-contrast",
    "RoundsFolder": r"D:\Runder",
    "WordList": r"\\server\deling\ordliste.txt",
    "KeepVersions": 0,
}
ENVIRONMENT = {"USERPROFILE": r"C:\Users\åse", "TOM": "", "LANG": "C:\\" + "x" * 3_000, "FARLIG": "C:\\a\nb"}


def decided(*places: dict[str, Any] | None, paths: type[PurePath] = PureWindowsPath) -> Decided:
    return judged(places, ENVIRONMENT, paths)


def reason(name: str, value: object) -> str:
    """Returns why a value is refused, and sees that the others hold."""
    decides = next(policy.decides for policy in POLICIES if policy.name == name)
    found = decided({**ALL, name: value})
    assert len(found.values) == len(POLICIES) - 1
    assert decides not in found.values
    assert [*found.refused] == [decides]
    return found.refused[decides]


def test_nothing_is_decided_where_there_is_nothing() -> None:
    assert decided() == decided({}) == decided({}, {}) == NOTHING_DECIDED
    assert NOTHING_DECIDED.keeps_versions


def test_all_that_can_be_decided_holds() -> None:
    found = decided(ALL)
    assert dict(found.values) == {
        "drafts_folder": r"\\server\sager\kladder",
        "receipts_folder": r"C:\Sager\Kvitteringer",
        "department": "Socialafdelingen",
        "theme": "high-contrast",
        "rounds_folder": r"D:\Runder",
        "word_list": r"\\server\deling\ordliste.txt",
        "keeps_versions": False,
    }
    assert not found.refused
    assert not found.keeps_versions
    assert found.path("word_list") == Path(r"\\server\deling\ordliste.txt")


def test_the_first_place_goes_before_the_second_for_each_value() -> None:
    found = decided({"Theme": "dark", "KeepVersions": 1}, {"Theme": "light", "KeepVersions": 0, "Department": "IT"})
    assert dict(found.values) == {"theme": "dark", "keeps_versions": True, "department": "IT"}


def test_what_is_broken_in_the_first_place_is_not_guessed_from_the_second() -> None:
    found = decided({"Theme": "pink"}, {"Theme": "dark"})
    assert (dict(found.values), [*found.refused]) == ({}, ["theme"])


def test_a_place_that_cannot_be_read_is_told_and_the_other_holds() -> None:
    found = decided(None, {"Theme": "dark"})
    assert (dict(found.values), found.is_unreadable) == ({"theme": "dark"}, True)
    assert not decided({}, {}).is_unreadable


def test_names_that_no_policy_has_are_passed_over() -> None:
    assert decided({"theme": "dark", "Newer": 1, "": ""}) == NOTHING_DECIDED


@pytest.mark.parametrize("name", [policy.name for policy in POLICIES if policy.kind is not Kind.SWITCH])
@pytest.mark.parametrize("value", [None, 7, True, 1.5, b"C:\\a", ["C:\\a"], {}])
def test_what_has_to_be_a_text_is_refused_as_anything_else(name: str, value: object) -> None:
    assert reason(name, value) == "den er ikke en tekst"


@pytest.mark.parametrize("value", ["0", "1", "", 2, -1, 10**30, 0.0, None, [0], b"\0\0\0\0"])
def test_a_switch_is_nothing_but_0_and_1(value: object) -> None:
    assert reason("KeepVersions", value) == "den er hverken 0 eller 1"


@pytest.mark.parametrize(("value", "keeps"), [(0, False), (1, True), (False, False), (True, True)])
def test_a_switch_is_a_number_in_the_registry_and_may_be_a_word_in_the_file(value: object, keeps: bool) -> None:
    assert decided({"KeepVersions": value}).keeps_versions is keeps


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("Department", "", "den er tom"),
        ("Department", " \t ", "den er tom"),
        ("Department", "x" * 121, "den er for lang"),
        ("Department", "a\nb", "den har tegn, der ikke kan stå i en indstilling"),
        ("Department", "\u202eesÅ", "den har tegn, der ikke kan stå i en indstilling"),
        ("Department", "\udc80", "den har tegn, der ikke kan stå i en indstilling"),
        ("Theme", "Dark", "programmet kender den ikke"),
        ("Theme", "<b>dark</b>", "programmet kender den ikke"),
        ("Theme", "x" * 1_000_000, "den er for lang"),
        ("DraftsFolder", "   ", "den er tom"),
        ("DraftsFolder", "C:\\" + "x" * 4_000, "den er for lang"),
        ("DraftsFolder", "kladder", "det er ikke en hel sti"),
        ("DraftsFolder", "C:kladder", "det er ikke en hel sti"),
        ("DraftsFolder", r"\kladder", "det er ikke en hel sti"),
        ("DraftsFolder", "C:\\a\0b", "den har tegn, der ikke kan stå i en indstilling"),
        ("DraftsFolder", "C:\\a\udc80", "den har tegn, der ikke kan stå i en indstilling"),
        ("WordList", r"\\.\pipe\ord", "det er ikke en hel sti"),
        ("WordList", r"\\?\C:\ord.txt", "det er ikke en hel sti"),
        ("WordList", "//./C:/ord.txt", "det er ikke en hel sti"),
        ("RoundsFolder", r"%FINDES_IKKE%\runder", "den nævner en miljøvariabel, der ikke findes"),
        ("RoundsFolder", r"C:\%%\runder", "den nævner en miljøvariabel, der ikke findes"),
        ("RoundsFolder", r"%TOM%\runder", "den nævner en miljøvariabel, der ikke findes"),
        ("RoundsFolder", "%LANG%%LANG%", "den er for lang"),
        ("RoundsFolder", "%FARLIG%", "den har tegn, der ikke kan stå i en indstilling"),
        ("RoundsFolder", "%" * 3_999, "den nævner en miljøvariabel, der ikke findes"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_alone_with_the_reason(name: str, value: str, why: str) -> None:
    assert reason(name, value) == why


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"%USERPROFILE%\Documents\Kladder", r"C:\Users\åse\Documents\Kladder"),
        (r"%UserProfile%\Kladder", r"C:\Users\åse\Kladder"),
        (r"  C:\Sager  ", r"C:\Sager"),
        (r"C:\100% ny", r"C:\100% ny"),
        (r"%USERPROFILE%\100% ny", r"C:\Users\åse\100% ny"),
    ],
)
def test_a_path_names_variables_and_may_have_a_percent_sign(written: str, meant: str) -> None:
    assert dict(decided({"DraftsFolder": written}).values) == {"drafts_folder": meant}


def test_on_other_systems_a_path_begins_with_a_slash() -> None:
    environment = {"HOME": "/home/åse"}
    found = judged([{"DraftsFolder": "%HOME%/kladder", "WordList": r"C:\ord.txt"}], environment, PurePosixPath)
    assert dict(found.values) == {"drafts_folder": "/home/åse/kladder"}
    assert [*found.refused] == ["word_list"]


def test_the_longest_values_hold() -> None:
    found = decided({"Department": "x" * 120, "DraftsFolder": "C:\\" + "x" * 3_997})
    assert not found.refused


@given(st.dictionaries(st.sampled_from([*ALL]), st.text() | st.integers() | st.binary() | st.none()))
def test_any_values_give_what_can_be_used(values: dict[str, Any]) -> None:
    found = decided(values)
    assert set(found.values).isdisjoint(found.refused)
    assert len(found.values) + len(found.refused) == len(values)
    settings = found.over(Settings())
    assert is_name(settings.department)
    assert is_folder(settings.drafts_folder)


def test_what_is_decided_goes_before_the_users_choice_and_comes_not_into_it() -> None:
    own = Settings(approver_name="Bo", theme="light", department="Anden afdeling")
    found = decided({"Theme": "dark", "Department": "IT", "RoundsFolder": r"C:\R"})
    in_effect = found.over(own)
    assert (in_effect.theme, in_effect.department, in_effect.approver_name) == ("dark", "IT", "Bo")
    changed = found.under(in_effect.remembering("Åse, IT"), own)
    assert changed == Settings(approver_name="Åse", theme="light", department="Anden afdeling")


def test_each_policy_has_a_name_and_a_thing_of_its_own() -> None:
    assert len({policy.name for policy in POLICIES}) == len({policy.decides for policy in POLICIES}) == len(POLICIES)
