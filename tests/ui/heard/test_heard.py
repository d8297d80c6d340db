"""What a screen reader hears on walks through the program, in its own process and with real keys."""

from functools import cache
from pathlib import Path

import pytest

from tests.ui.heard.walks import KEPT, QUIET, WALKS, Heard, heard_on, log_of, missing
from tests.ui.test_danish_for_everyone import english_in

_WHY_NOT = missing()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(_WHY_NOT), reason=_WHY_NOT),
    pytest.mark.parametrize("name", WALKS),
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


def test_what_is_heard_is_as_it_is_kept_and_keeps_the_rules(name: str, folder: Path) -> None:
    lines, log = walked(name, folder)
    assert log == kept(name)
    for line in lines:
        _keeps_the_rules(line)


def _keeps_the_rules(line: Heard) -> None:
    focus, said = line["focus"], [what for kind, what in line["heard"] if kind == "said"]
    assert focus["name"], f"{line['key']}: the focus is on something without a name: {focus}"
    assert "showing" in focus["states"], f"{line['key']}: the focus is on something that is not shown: {focus}"
    assert len(set(said)) == len(said), f"{line['key']}: said twice: {said}"
    for text in said:
        assert text not in focus["description"], f"{line['key']}: said, and read with the focus: {text}"
    if line["key"].startswith("type:"):
        kinds = [kind for kind, _what in line["heard"]]
        assert "described" not in kinds, f"{line['key']}: a description changes while one types"
    words = [*said, focus["name"], focus["description"]]
    assert [english for text in words if (english := english_in(text))] == []
