"""The guide for makers of rounds names keys, figures and commands that there are."""

import re
from pathlib import Path

from botilbud_desktop.cli.commands import COMMANDS
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.own_texts.figures import figures_of
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.json.expectations import schema_of
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.added_rounds import SHIPPED
from tests.other_rounds import OWN_CRITERIA, other_round

GUIDE = (Path(__file__).parents[2] / "docs" / "ny-runde.md").read_text(encoding="utf-8")
OF_A_FIELD = {"limit", "year", "each_year", "any_year"}
"""Figures of a field of its own, and the years as words."""


def keys() -> set[str]:
    """Returns all keys and choices of a form file and a project sheet, and the names of a draft's fields."""
    schema = schema_of(RoundForm)
    parts = [schema, *schema["$defs"].values(), schema_of(ProjectSheet), schema_of(Application)]
    names = {name for part in parts for name in part.get("properties", ())}
    return names | {choice for part in parts for choice in part.get("enum", ())}


def test_every_key_of_the_guide_is_one_of_a_form_file() -> None:
    words = set(re.findall(r"`([a-z_]+(?:\.[a-z_]+)*)`", GUIDE)) - {"round.schema.json", "www.indtast.dk", "ansog"}
    named = {part for word in words for part in word.split(".")}
    assert named - keys() == set()
    assert len(named & keys()) > 30


def test_every_figure_of_the_guide_is_one_of_a_round() -> None:
    named = set(re.findall(r"\{([a-z_]+)\}", GUIDE))
    rounds = (FormLibrary(forms_folder()).round(SHIPPED), other_round(OWN_CRITERIA))
    assert named - OF_A_FIELD <= {figure for round_ in rounds for figure in figures_of(round_)}
    assert named


def test_every_command_of_the_guide_is_one_of_the_program() -> None:
    options = set(re.findall(r"botilbud-desktop rounds (--[a-z]+)", GUIDE))
    assert options == {"--check", "--preview", "--template"}
    assert all(option in COMMANDS["rounds"].usage for option in options)
