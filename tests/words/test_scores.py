"""The program says of the labelled texts what a careful official says, nearly always."""

from pathlib import Path

import pytest

from tests.words.labelled import KEPT, OPEN, REAL, labelled_texts
from tests.words.scores import Judged, content_scores, contradiction_score, judged, total

ALL_ARE_FOUND = False
"""True from when the rules find as many contradictions as is aimed at; all other figures below are reached."""
LEAST_PRECISION = 0.95
LEAST_GAPS_NOTICED = 0.9
LEAST_CONTRADICTIONS_FOUND = 0.95
MOST_FALSE_IN_REAL_DRAFTS = 2

FOLDERS = pytest.mark.parametrize("folder", [OPEN, KEPT], ids=["open", "kept"])


def judged_texts(folder: Path) -> list[Judged]:
    """Returns what the program says of the texts of a folder."""
    texts = [judged(text) for text in labelled_texts(folder)]
    assert texts
    return texts


@FOLDERS
def test_a_content_said_to_be_there_is_there(folder: Path) -> None:
    precision = total(content_scores(judged_texts(folder)).values()).precision
    assert precision is not None
    assert precision >= LEAST_PRECISION


@FOLDERS
def test_a_gap_is_noticed(folder: Path) -> None:
    noticed = total(content_scores(judged_texts(folder)).values()).gaps_noticed
    assert noticed is not None
    assert noticed >= LEAST_GAPS_NOTICED


@pytest.mark.skipif(not ALL_ARE_FOUND, reason="the rules do not find so many yet")
@FOLDERS
def test_figures_that_contradict_the_table_are_found(folder: Path) -> None:
    found = contradiction_score(judged_texts(folder)).found
    assert found is not None
    assert found >= LEAST_CONTRADICTIONS_FOUND


def test_hardly_anything_in_a_real_draft_is_called_a_contradiction() -> None:
    real = [text for text in judged_texts(OPEN) if text.labelled.name.startswith(REAL)]
    assert real
    assert contradiction_score(real).false <= MOST_FALSE_IN_REAL_DRAFTS
