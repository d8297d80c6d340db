"""What a screen reader hears on walks through the program, in its own process and with real keys."""

from functools import cache
from pathlib import Path

import pytest

from tests.ui.heard.routes import WALKS, WHOLE
from tests.ui.heard.rules import broken, unheard_inputs
from tests.ui.heard.walks import KEPT, QUIET, Heard, heard_on, log_of, missing

_WHY_NOT = missing()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(_WHY_NOT), reason=_WHY_NOT),
]
_PATIENCES = (QUIET, 3 * QUIET, 6 * QUIET)
"""Seconds: on a busy machine an answer to a key comes late, and would be taken for that of the next one."""


@cache
def walked(name: str, folder: Path) -> tuple[list[Heard], str]:
    """Returns what was heard on a walk, and its log; walked again with more patience if it is not as it is kept."""
    lines, log = list[Heard](), ""
    for number, quiet in enumerate(_PATIENCES):
        home = folder / f"{name}-{number}"
        home.mkdir()
        lines = heard_on(WALKS[name], home, quiet)
        log = log_of(lines, home)
        if log == kept(name):
            break
    return lines, log


def kept(name: str) -> str:
    return (KEPT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("heard")


@pytest.mark.parametrize("name", WALKS)
def test_what_is_heard_is_as_it_is_kept_and_keeps_the_rules(name: str, folder: Path) -> None:
    lines, log = walked(name, folder)
    assert log == kept(name)
    assert list(broken(lines)) == []


def test_each_input_of_each_page_is_heard_on_the_way_from_the_start_to_the_panel(folder: Path) -> None:
    lines, _log = walked(WHOLE, folder)
    assert unheard_inputs(lines) == set()
