"""Figures that follow from the loan and the cost: shares of it, amounts for each place, own money, ratios of years."""

import pytest

from tests.rules.contradictions.drafts import elmely, words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Der søges lån på 22,9 mio. kr. Det er 93 pct. af den samlede udgift.", "93 pct. af den samlede udgift"),
        ("Bruttoanlægsudgiften er 27,5 mio. kr., eller 2,1 mio. kr. pr. plads.", "2,1 mio. kr. pr. plads"),
        ("Bruttoanlægsudgiften er 27,5 mio. kr., så egenfinansieringen er kun 0,7 mio. kr.", "0,7 mio. kr."),
        ("Ansøgt låneadgang 22.900 t.kr., fordelt 60/40 på 2025/2026.", "60/40 på 2025/2026"),
    ],
)
def test_what_the_table_does_not_give(text: str, wrong: str) -> None:
    assert words(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Der søges lån på 22,9 mio. kr. Det er 83 pct. af den samlede udgift.",
        "Der søges lån på 22,9 mio. kr. Det er ca. 85 pct. af bruttoudgiften på 27,5 mio. kr.",
        "Bruttoanlægsudgiften er 27,5 mio. kr., eller godt 1,5 mio. kr. pr. plads.",
        "Bruttoanlægsudgiften er 27,5 mio. kr., eller 1,53 mio. kr. pr. plads.",
        "Bruttoanlægsudgiften er 27,5 mio. kr., så egenfinansieringen er 4,6 mio. kr.",
        "Ansøgt låneadgang 22.900 t.kr., fordelt 35/65 på 2025/2026.",
        "Lånet er 22,9 mio. kr. Uforudsete udgifter er 10 pct. af anlægssummen.",
        "Egenfinansieringen er 2 mio. kr. i 2025.",
        "Udgiften er fordelt 60/40 på 2025/2026.",
        "Et privat tilbud koster 1,9 mio. kr. pr. plads.",
    ],
)
def test_what_follows_from_it_or_is_of_something_else(text: str) -> None:
    assert words(text) == []


def test_nothing_follows_from_what_is_not_filled_in() -> None:
    empty = elmely(loan={"2025": None, "2026": None}, gross_construction_cost=None)
    assert words("Lånet er fordelt 60/40 på 2025/2026. Det er 93 pct. af den samlede udgift.", empty) == []
