"""Hostile and mutated PDFs of others; `foreign_pdfs` reads many thousands."""

import pytest

from botilbud_desktop.documents.foreign.errors import DAMAGED, NO_PAGES, TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from tests.faults.foreign_pdfs import case, tally
from tests.faults.hostile_pdfs import HARMLESS, HOSTILE, SLOW

SEED = 1866


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in HOSTILE]
)
def test_what_asks_for_too_much_is_refused(name: str) -> None:
    with pytest.raises(ForeignPdfError) as caught:
        read_foreign(HOSTILE[name](), "x.pdf")
    assert caught.value.reason in (TOO_COMPLICATED, DAMAGED, NO_PAGES)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_only_odd_is_read(name: str) -> None:
    assert len(read_foreign(HARMLESS[name](), "x.pdf").pages) == 1


@pytest.mark.slow
def test_each_mutated_file_is_read_or_refused() -> None:
    result = tally(SEED, range(1_500))
    assert result.failures == []
    assert result.read > 300
    assert result.refused > 300
    assert result.drawn > 10


def test_the_same_seed_gives_the_same_files() -> None:
    assert [case(SEED, number) for number in range(20)] == [case(SEED, number) for number in range(20)]
