"""What the README tells IT departments of policies is what the program does, in Danish and in English."""

import re
from pathlib import PurePosixPath

import pytest

from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.paths import POLICY_KEY, OwnFile, UserFolders, machine_forms_folder, machine_word_list
from botilbud_desktop.storage.policy.judging import judged
from botilbud_desktop.storage.policy.policies import POLICIES, Kind
from botilbud_desktop.storage.user.settings import LONGEST_FOLDER, LONGEST_NAME
from botilbud_desktop.ui.settings.decisions import BY_IT, decision_on
from tests.packaging_windows.readme import DANISH, ENGLISH
from windows_build.policies import INSIDE, policy_files

ROW = re.compile(r"^\| `([A-Z]\w+)` \| (`REG_.*?) \| (.*) \|$", re.MULTILINE)
TYPES = {
    Kind.PATH: {"REG_SZ", "REG_EXPAND_SZ"},
    Kind.LINE: {"REG_SZ"},
    Kind.CHOICE: {"REG_SZ"},
    Kind.SWITCH: {"REG_DWORD"},
}


@pytest.mark.parametrize("text", [DANISH, ENGLISH], ids=["danish", "english"])
def test_the_table_has_each_policy_with_its_type_and_its_words(text: str) -> None:
    rows = ROW.findall(text)
    assert [name for name, _types, _words in rows] == [policy.name for policy in POLICIES]
    for policy, (_name, types, words) in zip(POLICIES, rows, strict=True):
        assert set(re.findall(r"REG_\w+", types)) == TYPES[policy.kind]
        assert [word for word in policy.choices if f"`{word}`" not in words] == []
    by_name = {name: words for name, _types, words in rows}
    assert str(LONGEST_NAME) in by_name["Department"]
    assert f"Botilbud Desktop\\{machine_forms_folder().name}`" in by_name["RoundsFolder"]
    assert f"Botilbud Desktop\\{machine_word_list().name}`" in by_name["WordList"]


@pytest.mark.parametrize(("text", "limit"), [(DANISH, "4.000"), (ENGLISH, "4,000")], ids=["danish", "english"])
def test_key_file_limit_and_words_are_the_programs(text: str, limit: str) -> None:
    text = " ".join(text.split())
    assert f"`{POLICY_KEY}`" in text
    assert f"/etc/xdg/Botilbud Desktop/{OwnFile.POLICIES}" in text
    assert int(limit.replace(".", "").replace(",", "")) == LONGEST_FOLDER
    assert f"{limit} " in text
    assert f"»{BY_IT.rstrip('.')}«" in text


def test_the_sentence_of_a_value_of_no_use_is_the_programs() -> None:
    refused = judged([{"Theme": "pink"}], {})
    decision = decision_on("theme", refused, {})
    assert decision is not None
    assert decision.sentence.startswith("It-afdelingens værdi kan ikke bruges")
    assert "»It-afdelingens værdi kan ikke bruges«" in " ".join(DANISH.split())


def test_versions_lie_where_it_says() -> None:
    folders = UserFolders.of_this_user()
    assert f"%LOCALAPPDATA%\\Botilbud Desktop\\{folders.versions.name}`" in DANISH


def test_the_example_of_the_file_holds() -> None:
    (example,) = re.findall(r'^    (\{"DraftsFolder.*\})$', DANISH, re.MULTILINE)
    found = judged([parse_json_object(example.encode(), "policies.json")], {}, PurePosixPath)
    assert dict(found.values) == {"drafts_folder": "/srv/sager/kladder", "theme": "dark", "keeps_versions": False}
    assert not found.refused


def test_the_archive_has_what_it_says() -> None:
    for text in (DANISH, ENGLISH):
        assert "-policies.zip`" in text
        assert f"`{INSIDE}`" in text
        assert all(f"`{name.split('/')[1]}`" in text for name in policy_files() if name.count("/") == 2)
