"""Mutated workbooks of others; `foreign_workbooks` reads many thousands."""

import pytest

from tests.faults.foreign_workbooks import case, line, sources, tally

SEED = 1866


@pytest.mark.slow
def test_each_mutated_file_is_read_or_refused() -> None:
    result = tally(SEED, range(1_000))
    assert result.failures == []
    assert result.read > 300
    assert result.refused > 200
    assert result.in_part > 50


def test_the_same_seed_gives_the_same_files() -> None:
    assert [case(SEED, number) for number in range(20)] == [case(SEED, number) for number in range(20)]


def test_the_figures_are_one_line() -> None:
    assert "\n" not in line(tally(SEED, range(5)))


def test_what_is_not_mutated_is_read() -> None:
    assert all(book.packed() for book in sources())
