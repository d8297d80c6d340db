"""The workflow for Windows machines: no machine has run it, so what can be told from its text is held here."""

import re
import shlex
import subprocess
from argparse import ArgumentParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from windows_runner.__main__ import parser as trial_parser

import dev
from tests.shots.__main__ import parser as shots_parser
from tests.shots.sets import all_sets, take
from windows_build.__main__ import parser as build_parser
from windows_build.places import ROOT

TEXT = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
CODE = "\n".join(line.partition(" # ")[0].rstrip() for line in TEXT.splitlines() if not line.strip().startswith("#"))
INPUTS = {
    "actions/checkout": {"fetch-depth", "persist-credentials"},
    "actions/setup-python": {"python-version"},
    "actions/upload-artifact": {"name", "path", "if-no-files-found"},
    "actions/download-artifact": {"name", "path"},
}
"""The inputs that are used, as the actions' own action.yml names them."""
ACTION = re.compile(r"- uses: (\S+)@(\S+)(?: # (v\d+\.\d+\.\d+))?$", re.MULTILINE)
STAND_IN = {"${{ matrix.scope }}": "user", '"$GITHUB_WORKSPACE/build/windows/earlier"': "earlier"}


def commands() -> list[list[str]]:
    """The words behind `dev.py` in each call."""
    text = CODE
    for written, word in STAND_IN.items():
        text = text.replace(written, word)
    return [shlex.split(words.strip(" )")) for words in re.findall(r"python3? dev\.py ([^\n]*)", text)]


def test_each_action_is_named_by_one_commit_and_its_version() -> None:
    found = ACTION.findall(TEXT)
    assert len(found) == TEXT.count("uses:")
    assert {name for name, _commit, _version in found} == set(INPUTS)
    assert all(re.fullmatch("[0-9a-f]{40}", commit) and version for _name, commit, version in found)
    assert len(set(found)) == len(INPUTS)


def test_each_input_is_one_that_the_action_has() -> None:
    steps = re.split(r"\n      - ", CODE)
    for step in steps:
        if name := re.match(r"uses: ([^@]+)@", step):
            _before, _with, after = step.partition("\n        with:\n")
            given = re.findall(r"^          ([\w-]+):", after, re.MULTILINE)
            assert set(given) <= INPUTS[name[1]]


def test_it_can_only_read_and_knows_no_secret() -> None:
    assert re.findall(r"^\s*permissions:\n((?:\s+\S+: \S+\n)+)", CODE, re.MULTILINE) == ["  contents: read\n"]
    assert "secrets." not in TEXT
    assert TEXT.count("actions/checkout@") == TEXT.count("persist-credentials: false")


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_each_command_and_its_options_exist(words: list[str]) -> None:
    assert words[0] in dev.COMMANDS
    parsers: dict[str, ArgumentParser] = {"build": build_parser(), "try": trial_parser(), "shots": shots_parser()}
    if words[0] == "windows":
        parsers[words[1]].parse_args(words[1:] if words[1] == "build" else words[2:])
    elif words[0] == "shots":
        parsers["shots"].parse_args(words[1:])
    else:
        assert words[:2] == ["test", "--fast"]
        assert [word for word in words[2:] if not (ROOT / word).is_dir()] == []


def test_each_file_of_the_project_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?:packaging|tests)/[\w./-]*\w", CODE))
    assert "packaging/windows/windows_rig/rig_python.c" in named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_what_one_job_needs_of_another_is_handed_over() -> None:
    made = re.search(r"name: packages\n\s+path: \|\n((?:\s+build/\S+\n)+)", CODE)
    assert made
    kept = set(made[1].split())
    needed = {f"build/windows/{pattern}" for pattern in ("*.msi", "*.zip", "*.json", "SHA256SUMS", "rig_python.exe")}
    assert kept == needed | {f"build/windows/earlier/{pattern}" for pattern in ("*.msi", "*.json")}
    assert f'PYTHON: "{dev.BEST}"' in CODE


def test_the_shell_can_read_its_script() -> None:
    scripts = re.findall(r"shell: bash\n        run: \|\n((?:          [^\n]*\n)+)", CODE)
    assert scripts
    for script in scripts:
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)


def test_pictures_are_taken_on_the_systems_own_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[list[str], str | None]] = []

    def run(command: list[str], *, check: bool, env: dict[str, str]) -> CompletedProcess[bytes]:
        ran.append((command, env.get("QT_QPA_PLATFORM")))
        return CompletedProcess(command, int(check))

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("tests.shots.sets.subprocess.run", run)
    wanted = all_sets(tmp_path, is_native=True)
    assert [take(one) for one in wanted] == [0] * len(wanted)
    assert [platform for _command, platform in ran] == [None] * len(wanted)
    assert [command[-3:] for command, _platform in ran] == [[str(one.scale), one.theme, "native"] for one in wanted]
