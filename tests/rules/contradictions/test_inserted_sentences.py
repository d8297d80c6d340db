"""A sentence that the program made from the table contradicts nothing of that table, whatever stands there."""

from itertools import product

import pytest
from hypothesis import assume, given

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, Project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.contradictions.checking import TextChecker
from botilbud_desktop.rules.inserted_facts.making import sentences
from tests.rules.contradictions.drafts import askely, elmely
from tests.rules.samples import ROUND, application, group
from tests.rules.test_inserted_facts import drafts_of_any_round

ONE = group(1)
FIRST_YEAR = 2000
"""Earlier years are not read in texts."""
PLACES = (
    (group(18),),
    (ONE,),
    (group(12), replace(group(6), year=2026)),
    (group(8), replace(group(4), origin=Origin.PRESERVED)),
    (replace(group(8), origin=Origin.PRESERVED), ONE),
    (replace(group(9, LegalBasis.SEL_108), origin=Origin.CONVERTED_FROM_ABL_105),),
    (group(8), group(5, LegalBasis.SEL_66)),
)
LOANS = ({"2025": 8_000, "2026": 14_900}, {"2025": 22_900, "2026": None}, {"2025": None, "2026": 22_950}, {"2026": 500})
SHARES = ("33.33", "100", "0", "12.5", "27.27")
OTHERS: tuple[tuple[Project, ...], ...] = ((), (askely(),), (askely(), askely(name="", share_for_others="0")))


def said(draft: Application, round_: Round) -> list[str]:
    """Returns what contradicts right after all sentences are inserted."""
    told = " ".join(one.made.text for one in sentences(draft, round_) if one.made.text)
    found = TextChecker(round_).contradictions(replace(draft, description=told))
    return [f"{told}: {one.message}" for one in found]


@pytest.mark.parametrize(("loan", "share", "others"), list(product(LOANS, SHARES, OTHERS)))
def test_every_shape_agrees_with_the_table(
    loan: dict[str, int | None], share: str, others: tuple[Project, ...]
) -> None:
    for places in PLACES:
        one = elmely(loan=loan, share_for_others=share, places=places)
        assert said(application(one, *others), ROUND) == []


@given(drafts_of_any_round())
def test_any_table_of_any_round_agrees_with_its_sentences(drawn: tuple[Application, Round]) -> None:
    draft, round_ = drawn
    days = [each.completion_date for each in draft.projects if each.completion_date is not None]
    assume(all(day.year >= FIRST_YEAR for day in days))
    without_texts = replace(
        draft,
        projects=tuple(
            replace(each, description="", purpose="", target_group="", economy_note="", preservation_reason="")
            for each in draft.projects
        ),
        cover_note=replace(draft.cover_note, text=""),
    )
    assert said(without_texts, round_) == []
