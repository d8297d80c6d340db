"""Plain sentences of caseworkers with one wrong figure, between house quotes, and others whose figures are right."""

from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Project
from tests.rules.contradictions.drafts import askely, contradictions, draft, elmely, words


def _sentences(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


def _is_found(marked: str, *projects: Project) -> bool:
    ahead, wrong, behind = marked.replace("»", "«").split("«")
    start, end = len(ahead), len(ahead) + len(wrong)
    found = contradictions(draft(f"{ahead}{wrong}{behind}", *projects))
    return any(one.span.start < end and start < one.span.end for one in found)


@pytest.mark.parametrize("sentence", _sentences("wrong.txt"))
def test_the_wrong_figure_is_found(sentence: str) -> None:
    assert _is_found(sentence)


@pytest.mark.parametrize("text", _sentences("wrong_of_two.txt"))
def test_the_wrong_figure_of_one_of_two_projects_is_found(text: str) -> None:
    assert _is_found(text.replace("/n", "\n"), elmely(), askely())


@pytest.mark.parametrize("sentence", _sentences("right.txt"))
def test_a_figure_of_something_else_is_left_alone(sentence: str) -> None:
    assert words(sentence) == []
