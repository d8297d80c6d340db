"""`new`: writes an empty draft and never overwrites a file."""

import json
import os
import shutil
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from botilbud_desktop.cli.command_line import CommandLine
from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.new import new
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.cli.conftest import Run


def test_an_empty_draft_of_the_newest_round_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "æblegrød.botilbud"
    ran = run("new", "-o", path)
    assert (ran.code, ran.sentence) == (0, "Kladden »æblegrød.botilbud« er oprettet.")
    application = read_draft(path, FormLibrary(forms_folder())).application
    assert application.round == "LanBotilbud_2025-26"
    assert application.applicant.municipality_code is None
    assert application.projects == ()
    assert application.approvals == ()


def test_round_and_municipality_can_be_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ny.botilbud"
    assert run("new", "--round", "LanBotilbud_2025-26", "--municipality=851", "-o", path).code == 0
    assert json.loads(path.read_bytes())["applicant"] == {"municipality_code": "851"}


def test_two_new_drafts_have_different_ids(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / "en.botilbud", tmp_path / "to.botilbud"]
    for path in paths:
        run("new", "-o", path)
    assert len({json.loads(path.read_bytes())["id"] for path in paths}) == 2


def test_a_file_that_lies_there_is_not_overwritten(run: Run, aalborg: Path) -> None:
    before = aalborg.read_bytes()
    ran = run("new", "-o", aalborg)
    assert (ran.code, ran.sentence) == (
        2,
        "Der ligger allerede en fil med navnet »aalborg.botilbud«, og den er ikke overskrevet.",
    )
    assert aalborg.read_bytes() == before


def test_an_unknown_round_is_refused_with_those_there_are(run: Run, tmp_path: Path) -> None:
    ran = run("new", "-o", tmp_path / "ny.botilbud", "--round", "../forms/x")
    assert (ran.code, ran.sentence) == (
        2,
        "Programmet kender ikke ansøgningsrunden »../forms/x«, kun: LanBotilbud_2025-26.",
    )


def test_all_rounds_are_named_and_the_last_is_the_newest(tmp_path: Path) -> None:
    forms = tmp_path / "forms"
    shutil.copytree(forms_folder(), forms)
    values = json.loads((forms / "LanBotilbud_2025-26.json").read_bytes())
    (forms / "LanBotilbud_2027.json").write_text(json.dumps({**values, "id": "LanBotilbud_2027"}), encoding="utf-8")
    context = Context(Console(StringIO(), StringIO()), lambda: datetime.now(UTC), forms, tmp_path, lambda: tmp_path)

    def make(*words: str) -> None:
        new(CommandLine("new", [*words, "-o", str(tmp_path / "ny.botilbud")]), context)

    with pytest.raises(CommandError, match=r"»andet«, kun: LanBotilbud_2025-26, LanBotilbud_2027\.$"):
        make("--round", "andet")
    make()
    assert json.loads((tmp_path / "ny.botilbud").read_bytes())["round"] == "LanBotilbud_2027"
    shutil.rmtree(forms)
    forms.mkdir()
    context = Context(context.console, context.now, forms, tmp_path, context.agendas)
    with pytest.raises(CommandError, match=r"»«, kun: ingen\.$"):
        make()


def test_an_unknown_municipality_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("new", "-o", tmp_path / "ny.botilbud", "--municipality", "411")
    assert ran.code == 2
    assert ran.sentence.startswith("Der er ingen kommune med nummeret »411«")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_windows_keeps_for_a_device_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("new", "-o", tmp_path / "nul.botilbud")
    assert (ran.code, "Windows" in ran.sentence) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("new", "-o", tmp_path / "mangler" / "ny.botilbud")
    assert (ran.code, ran.sentence.startswith("Filen »ny.botilbud« blev ikke gemt: ")) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_what_is_no_ordinary_file_is_left_alone_and_not_waited_for(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "rør.botilbud"
    os.mkfifo(pipe)
    ran = run("new", "-o", pipe)
    assert ran.code == 2
    assert "rør.botilbud" in ran.sentence
