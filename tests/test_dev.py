"""The parts of `dev.py` that need no network and change nothing."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

import dev


def test_any_python_from_3_8_can_read_dev() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_dev_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [[], ["launch"], ["--version"]])
def test_a_wrong_command_gives_the_usage_and_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert all(
        f"  {name} " in printed.err
        for name in (
            "run",
            "test",
            "bench",
            "shots",
            "faults",
            "mutants",
            "lock",
            "wheel",
            "windows",
            "release",
            "clean",
        )
    )


def test_help_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: python3 dev.py COMMAND")


def test_what_the_person_must_mend_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(arguments: list[str]) -> int:
        raise dev.DevError("mend this")

    monkeypatch.setattr(dev, "COMMANDS", {"broken": broken})
    assert dev.main(["broken"]) == 1
    assert capsys.readouterr().err == "dev.py: mend this\n"


def test_children_may_write_bytecode_and_load_only_what_is_theirs() -> None:
    base = {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "/elsewhere",
        "QT_PLUGIN_PATH": "/qt",
        "HOME": "/home/me",
    }
    assert dev.child_environment(base, QT_QPA_PLATFORM="offscreen") == {
        "HOME": "/home/me",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_this_python_will_do() -> None:
    found = dev.probe([sys.executable])
    assert found is not None
    assert found.version == sys.version_info[:3]


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "not JSON",
        '["/usr/bin/python3", [3, 11, 7], true]',
        '["/usr/bin/python3", [3, 13, 0], false]',
    ],
)
def test_a_python_that_is_old_unfit_or_does_not_run_is_passed_over(
    printed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "answer", lambda command: printed)
    assert dev.probe(["python3"]) is None


def test_the_first_python_that_will_do_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"a": "", "b": '["/b", [3, 12, 1], true]', "c": '["/c", [3, 13, 0], true]'}
    monkeypatch.setattr(dev, "answer", lambda command: versions[command[0]])
    assert dev.find_python([["a"], ["b"], ["c"]]) == dev.Interpreter("/b", (3, 12, 1))


def test_without_a_python_it_says_what_to_install() -> None:
    with pytest.raises(dev.DevError, match=rf"Install Python {re.escape(dev.BEST)}"):
        dev.find_python([["no-such-program-as-this"]])


def test_the_best_tested_python_is_looked_for_first() -> None:
    assert next(iter(dev.candidates())) == [f"python{dev.BEST}"]


def test_pyenv_gives_the_newest_of_a_minor_version_first(tmp_path: Path) -> None:
    for version in ("3.1.5", "3.13.2", "3.13.10", "3.12.7"):
        python = tmp_path / "versions" / version / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.touch()
    (tmp_path / "versions" / "3.13.11").mkdir()  # broken: no python in it
    found = dev.pyenv_pythons(13, {"PYENV_ROOT": str(tmp_path)})
    assert [Path(path).parents[1].name for path in found] == ["3.13.10", "3.13.2"]


def test_missing_packages_are_named_once_in_order() -> None:
    table = "libb.so.1 packb   liba.so.0 packa\nliba2.so.0 packa libc.so.6 packc"
    assert dev.missing_packages(table, lambda library: library == "libc.so.6") == ["packa", "packb"]


def test_every_library_has_its_package() -> None:
    for table in (dev.LIBRARIES, dev.WAYLAND):
        words = table.split()
        assert len(words) % 2 == 0
        assert all(".so." in library for library in words[::2])
        assert not any(".so." in package for package in words[1::2])


def test_a_font_is_found_in_a_folder_below(tmp_path: Path) -> None:
    assert not dev.has_font([str(tmp_path), str(tmp_path / "not there")])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "A.TTF").touch()
    assert dev.has_font([str(tmp_path)])


def test_the_stamp_tells_environments_apart() -> None:
    environment = Path("/checkout/.venv")
    stamp = dev.wanted_stamp((3, 13, 0), b"a==1\nb==2\n", environment)
    assert stamp == dev.wanted_stamp([3, 13, 0], b"a==1\r\nb==2\r\n", environment)
    others = [
        dev.wanted_stamp((3, 13, 0), b"a==1\nb==3\n", environment),
        dev.wanted_stamp((3, 13, 1), b"a==1\nb==2\n", environment),
        dev.wanted_stamp((3, 13, 0), b"a==1\nb==2\n", Path("/copy/.venv")),
    ]
    assert len({stamp, *others}) == 4


def test_an_environment_is_current_when_its_stamp_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = tmp_path / "stamp"
    monkeypatch.setattr(dev, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "STAMP", stamp)
    assert not dev.environment_is_current(b"a==1")  # interrupted before the stamp was written
    stamp.write_text(dev.wanted_stamp(sys.version_info[:3], b"a==1"))
    assert dev.environment_is_current(b"a==1")
    assert not dev.environment_is_current(b"a==2")
    monkeypatch.setattr(dev, "VENV_PYTHON", tmp_path / "gone")
    assert not dev.environment_is_current(b"a==1")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
    ],
)
def test_where_a_window_can_be_shown(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert dev.has_display(platform, environment) is expected


def test_the_examples_are_worked_on_where_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []

    def call(command: list[str], **_: object) -> int:
        commands.append(command[3:])
        return 0

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "has_display", lambda platform, environment: False)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["run"]) == 0
    assert commands[0][:2] == ["tests.shots.without_display", str(dev.WITHOUT_DISPLAY)]
    assert [Path(name).name for name in commands[0][2:]] == ["aalborg.botilbud", "thisted.botilbud"]


def test_all_checks_run_though_one_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ran = []

    def call(command: list[str], **_: object) -> int:
        ran.append(command[3])
        return 1 if command[3] == "mypy" else 0

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test"]) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith("FAILED before the tests: mypy\n")


def test_check_runs_what_takes_seconds_and_tells_what_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        ran.append(command[3:])
        return 1 if command[3] == "ruff" else 0

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["check"]) == 1
    assert [command[0] for command in ran] == ["ruff", "ruff", "mypy", "pytest"]
    assert ran[-1][2:] == list(dev.ARCHITECTURE)
    assert all((dev.ROOT / name).is_file() for name in dev.ARCHITECTURE)
    assert capsys.readouterr().err.endswith("FAILED: ruff check ., ruff format --check .\n")


def test_the_fast_set_leaves_the_slow_tests_out(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        ran.append(command[3:])
        return 0

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test", "--fast", "tests/ui"]) == 0
    assert ran[-1] == ["pytest", "-m", "not slow", "-n", "2", "--hypothesis-profile=fast", "tests/ui"]


def test_faults_takes_the_parts_and_gives_their_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[list[str], dict[str, str]]] = []

    def call(command: list[str], **extra: str) -> int:
        ran.append((command[3:], extra))
        return 1

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["faults", "kills", "--quick"]) == 1
    assert ran == [(["tests.faults", "kills", "--quick"], {"QT_QPA_PLATFORM": "offscreen"})]


def test_mutants_takes_rooms_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[list[str], dict[str, str]]] = []

    def call(command: list[str], **extra: str) -> int:
        ran.append((command[3:], extra))
        return 1

    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["mutants", "rules", "--count"]) == 1
    assert ran == [(["tests.mutants", "rules", "--count"], {"QT_QPA_PLATFORM": "offscreen"})]


@pytest.mark.parametrize("name", [dev.RUNTIME, dev.DEVELOPMENT])
def test_the_locked_requirements_are_exact_and_name_no_host(name: str) -> None:
    text = (dev.ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)
    for entry in re.findall(r"^\w.*(?:\n .*)*", text, re.MULTILINE):
        assert re.match(r"[\w.-]+==\S+ ", entry)
        assert "--hash=sha256:" in entry


def test_what_is_shipped_is_part_of_what_is_tested() -> None:
    def pins(name: str) -> set[str]:
        text = (dev.ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[\w.-]+==[^\s;]+", text, re.MULTILINE))

    assert pins(dev.RUNTIME) < pins(dev.DEVELOPMENT)
