"""The figures that the program has reached on the labelled texts: no change may lose them unseen."""

from pathlib import Path

import pytest

from tests.words.labelled import KEPT, OPEN, labelled_texts
from tests.words.scores import content_scores, judged, total


@pytest.mark.parametrize(
    ("folder", "precision", "recall", "gaps_noticed"), [(OPEN, 0.98, 0.84, 0.97), (KEPT, 0.97, 0.76, 0.91)]
)
def test_what_was_reached_is_kept(folder: Path, precision: float, recall: float, gaps_noticed: float) -> None:
    score = total(content_scores([judged(text) for text in labelled_texts(folder)]).values())
    assert None not in (score.precision, score.recall, score.gaps_noticed)
    assert (score.precision or 0) >= precision
    assert (score.recall or 0) >= recall
    assert (score.gaps_noticed or 0) >= gaps_noticed
