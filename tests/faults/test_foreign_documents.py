"""Hostile and mutated documents; `foreign_documents` reads many thousands."""

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.word.reading import word_document
from tests.faults.foreign_documents import case, tally
from tests.faults.hostile_documents import READ, REFUSED

SEED = 1867


@pytest.mark.parametrize("name", REFUSED)
def test_what_asks_for_too_much_is_refused(name: str) -> None:
    with pytest.raises(RefusedFileError):
        word_document(REFUSED[name](), "x.docx")


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_what_is_only_odd_is_read(name: str) -> None:
    assert word_document(READ[name](), "x.docx").blocks != ()


def test_each_mutated_file_is_read_or_refused() -> None:
    result = tally(SEED, range(300))
    assert result.failures == []
    assert min(result.read[kind] for kind in ("word", "pdf", "mail")) > 10
    assert min(result.refused[kind] for kind in ("word", "pdf")) > 10


def test_the_same_seed_gives_the_same_files() -> None:
    kinds = [(case(SEED, number)[0], len(case(SEED, number)[1])) for number in range(20)]
    assert kinds == [(case(SEED, number)[0], len(case(SEED, number)[1])) for number in range(20)]
