"""The sentences name the law that the round's pool covers."""

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import assess
from tests.other_rounds import LARGER, OPEN_DAY, OWN_CRITERIA, SMALLER, draft_of, other_round
from tests.rules.samples import ROUND


def covering(*codes: LegalBasis) -> Round:
    """Returns the smaller round whose pool covers `codes`."""
    form = other_round(SMALLER)
    return replace(
        form, legal_bases=tuple(replace(choice, eligible=choice.code in codes) for choice in form.legal_bases)
    )


@pytest.mark.parametrize(
    ("codes", "law"),
    [
        ((LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108), "SEL §§ 107 og 108"),
        ((LegalBasis.SEL_107, LegalBasis.SEL_108), "SEL §§ 107 og 108"),
        ((LegalBasis.SEL_107,), "SEL § 107"),
        ((LegalBasis.SEL_107, LegalBasis.ABL_105), "SEL § 107 og ABL § 105"),
        (tuple(LegalBasis)[:5], "SEL §§ 107 og 108, ABL § 105 og SEL § 66"),
        ((), "puljens lovgrundlag"),
    ],
)
def test_the_law_that_the_pool_covers(codes: tuple[LegalBasis, ...], law: str) -> None:
    assert covering(*codes).eligible_law == law


def test_the_shipped_round_covers_107_and_108() -> None:
    assert ROUND.eligible_law == other_round(LARGER).eligible_law == "SEL §§ 107 og 108"


def test_criterion_1_names_the_law_of_the_round() -> None:
    draft, round_ = draft_of(SMALLER), covering(LegalBasis.SEL_107, LegalBasis.ABL_105)
    first = assess(draft, round_, OPEN_DAY[SMALLER]).criteria[0]
    assert first.criterion == 1
    assert "SEL § 107 og ABL § 105" in first.message
    assert "§§ 107 og 108" not in first.message


def test_new_rows_of_places_are_under_a_law_that_the_pool_covers() -> None:
    assert ROUND.usual_basis is LegalBasis.SEL_107_108
    assert other_round(OWN_CRITERIA).usual_basis is LegalBasis.ABL_105
    nothing = tuple(replace(choice, eligible=False) for choice in ROUND.legal_bases)
    assert replace(ROUND, legal_bases=nothing).usual_basis is LegalBasis.SEL_107_108
