"""What caseworkers write beside a table: sentences with other figures that agree, and sentences that contradict it."""

from pathlib import Path

import pytest

from tests.rules.contradictions.drafts import askely, elmely, words


def _sentences(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


def _texts(name: str) -> list[str]:
    """Returns texts of several lines, which lines of three signs stand between."""
    return "\n".join(_sentences(name)).split("\n===\n")


AGREEING, CONTRADICTING = _sentences("agreeing.txt"), _sentences("contradicting.txt")


@pytest.mark.parametrize("sentence", AGREEING)
def test_a_figure_of_something_else_contradicts_nothing(sentence: str) -> None:
    assert words(sentence) == []


def test_all_of_them_together_contradict_nothing() -> None:
    assert words(" ".join(AGREEING)) == []
    assert words("\n".join(AGREEING)) == []


@pytest.mark.parametrize("sentence", CONTRADICTING)
def test_a_figure_of_the_project_contradicts(sentence: str) -> None:
    assert words(sentence)


@pytest.mark.parametrize("text", _texts("one_project.txt"))
def test_parts_and_figures_beside_those_of_the_project_contradict_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("text", _texts("two_projects.txt"))
def test_figures_of_each_of_two_projects_and_their_sums_contradict_nothing(text: str) -> None:
    assert words(text, elmely(), askely()) == []
