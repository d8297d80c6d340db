"""Plain sentences of caseworkers with one wrong figure, between house quotes, and others whose figures are right."""

from pathlib import Path

import pytest

from tests.rules.contradictions.drafts import contradictions, draft, words


def _sentences(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", _sentences("wrong.txt"))
def test_the_wrong_figure_is_found(sentence: str) -> None:
    ahead, wrong, behind = (*sentence.replace("»", "«").split("«"),)
    found = contradictions(draft(f"{ahead}{wrong}{behind}"))
    start, end = len(ahead), len(ahead) + len(wrong)
    assert any(one.span.start < end and start < one.span.end for one in found)


@pytest.mark.parametrize("sentence", _sentences("right.txt"))
def test_a_figure_of_something_else_is_left_alone(sentence: str) -> None:
    assert words(sentence) == []
