"""The round that a new draft is proposed for."""

from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_choice import in_order, proposed_round
from tests.added_rounds import NEXT, SHIPPED, library_of, write_round


@pytest.fixture
def rounds(tmp_path: Path) -> list[Round]:
    """The shipped round (open in May 2024), one of May 2027, and one that is open all of 2027."""
    write_round(tmp_path)
    write_round(
        tmp_path,
        lambda form: form.update(
            id="Aaret", window={"opens": "2027-01-01", "closes": "2027-12-31", "answer_by": "2028-01-31"}
        ),
        "Aaret.json",
    )
    library = library_of(tmp_path, tmp_path / "none")
    return [library.round(round_id) for round_id in library.ids()]


@pytest.mark.parametrize(
    ("today", "proposed"),
    [
        ("2024-05-01", SHIPPED),
        ("2024-05-15", SHIPPED),
        ("2024-05-16", "Aaret"),
        ("2027-04-30", "Aaret"),
        ("2027-05-01", NEXT),
        ("2027-05-15", NEXT),
        ("2027-05-16", "Aaret"),
        ("2028-06-01", "Aaret"),
    ],
)
def test_the_newest_open_round_is_proposed_else_the_next(today: str, proposed: str, rounds: list[Round]) -> None:
    day = date.fromisoformat(today)
    found = proposed_round(rounds, day)
    assert found is not None
    assert found.id == proposed
    assert in_order(rounds, day)[0] is found
    assert sorted(round_.id for round_ in in_order(rounds, day)) == sorted(round_.id for round_ in rounds)


def test_without_rounds_nothing_is_proposed() -> None:
    assert proposed_round([], date(2027, 5, 1)) is None
