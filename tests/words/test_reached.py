"""The figures that the program has reached on the labelled texts: no change may lose them unseen."""

from pathlib import Path

import pytest

from tests.words.labelled import KEPT, OPEN, labelled_texts
from tests.words.scores import content_scores, contradiction_score, judged, total


@pytest.mark.parametrize(
    ("folder", "precision", "recall", "gaps_noticed"), [(OPEN, 0.98, 0.81, 0.95), (KEPT, 0.95, 0.77, 0.9)]
)
def test_what_was_reached_is_kept(folder: Path, precision: float, recall: float, gaps_noticed: float) -> None:
    score = total(content_scores([judged(text) for text in labelled_texts(folder)]).values())
    assert None not in (score.precision, score.recall, score.gaps_noticed)
    assert (score.precision or 0) >= precision
    assert (score.recall or 0) >= recall
    assert (score.gaps_noticed or 0) >= gaps_noticed


@pytest.mark.parametrize(("folder", "found", "most_false"), [(OPEN, 0.955, 15), (KEPT, 0.84, 12)])
def test_what_was_reached_of_contradictions_is_kept(folder: Path, found: float, most_false: int) -> None:
    score = contradiction_score([judged(text) for text in labelled_texts(folder)])
    assert score.found is not None
    assert score.found >= found
    assert score.false <= most_false
