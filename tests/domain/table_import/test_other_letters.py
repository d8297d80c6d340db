"""Columns are recognised by whatever letters the form gives them."""

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import Certainty, meaning_of
from tests.other_rounds import LARGER, other_round


def lettered(*letters: str) -> Round:
    """Returns the larger round with other letters."""
    form = other_round(LARGER)
    by_path = {column.path: letter for column, letter in zip(form.columns, letters, strict=False)}
    fields = tuple(replace(field, column=by_path.get(field.path, field.column)) for field in form.fields)
    return replace(form, fields=fields)


@pytest.mark.parametrize("heading", ["Æ", "æ", "Kolonne Æ", "kol. æ"])
def test_a_danish_letter(heading: str) -> None:
    assert meaning_of(heading, lettered("Æ")) == ("projects[].name", Certainty.LETTER)


@pytest.mark.parametrize("heading", ["K1", "k 1", "Kolonne K1"])
def test_a_letter_with_a_number(heading: str) -> None:
    assert meaning_of(heading, lettered("K1")) == ("projects[].name", Certainty.LETTER)


def test_a_letter_ahead_of_words_that_are_not_known() -> None:
    assert meaning_of("K1. Hvad huset hedder", lettered("K1")) == ("projects[].name", Certainty.WORD)


def test_a_number_alone_is_no_column() -> None:
    for text in ("1", "1. Solgården"):
        assert meaning_of(text, lettered("1")) is None


def test_a_form_without_letters_is_recognised_by_its_words() -> None:
    assert meaning_of("Projektets navn", lettered("1")) == ("projects[].name", Certainty.WORDING)
