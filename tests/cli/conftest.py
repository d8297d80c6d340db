"""Fixtures that run commands in this process, and drafts to run them on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from botilbud_desktop.__main__ import main
from botilbud_desktop.cli import run as running
from botilbud_desktop.storage.rounds.form_folder import no_folders

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "resources" / "examples"

type Values = dict[str, Any]


class Ran(NamedTuple):
    """The exit code and output of a command."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The only line on standard error; fails if there is anything on standard output."""
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line


type Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def no_rounds_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the shipped rounds are known, whatever is installed on the developer's machine."""
    monkeypatch.setattr(running, "_added_folders", no_folders)


@pytest.fixture(autouse=True)
def agendas(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the agendas that the window keeps, instead of the developer's own."""
    folder = tmp_path_factory.mktemp("bruger") / "dagsordener"
    monkeypatch.setattr(running, "_agendas", lambda: folder)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program with the given arguments."""

    def run_main(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return run_main


@pytest.fixture
def aalborg(tmp_path: Path) -> Path:
    """A copy of the shipped example."""
    return _copy("aalborg.botilbud", tmp_path)


@pytest.fixture
def thisted(tmp_path: Path) -> Path:
    """A copy of the shipped example."""
    return _copy("thisted.botilbud", tmp_path)


@pytest.fixture
def approvable(aalborg: Path) -> Path:
    """A draft without errors."""
    change(aalborg, complete)
    return aalborg


def complete(values: Values) -> None:
    """Correct the errors in Aalborg's example."""
    for project in values["projects"]:
        project["description"] = project["description"][:900]
    values["description"] = "28 nye pladser i 2025 og 2026, alle til rådighed for andre kommuner."
    values["contacts"] = {"names": "Åse Ørsted", "phones": "99 31 31 31", "emails": ["aase@aalborg.dk"]}


def change(path: Path, by: Callable[[Values], None]) -> None:
    """Change a draft's values in the file."""
    values = json.loads(path.read_bytes())
    by(values)
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _copy(name: str, folder: Path) -> Path:
    copy = folder / name
    copy.write_bytes((EXAMPLES / name).read_bytes())
    return copy
