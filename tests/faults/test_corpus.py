"""Hand-made broken and hostile files in the real window."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from tests.faults import corpus
from tests.faults.corpus_files import REFUSED, Idea, ideas
from tests.faults.neighbours import neighbours
from tests.faults.pieces_of_work import library, wrong_with_message

pytestmark = pytest.mark.slow

IDEAS = [idea for idea in ideas() if "5 MB" not in idea.name]


def test_each_is_answered_in_the_window_and_nothing_is_written() -> None:
    outcome = corpus.run(quick=True)
    assert outcome.failures == []
    assert " 0 broken promises" in outcome.line


def test_there_are_at_least_sixty_different_ideas() -> None:
    assert len({idea.name for idea in IDEAS}) >= 60
    assert len({neighbour.name for neighbour in neighbours()}) >= 60


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_the_reader_alone_says_the_same(idea: Idea, tmp_path: Path) -> None:
    path = idea.plant(tmp_path)
    if idea.expected != REFUSED:
        assert read_draft(path, library()).application.round
        return
    with pytest.raises(RefusedFileError) as caught:
        read_draft(path, library())
    assert wrong_with_message(caught.value) == []
