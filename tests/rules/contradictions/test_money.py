"""Loans and costs that a text says, and the table has not."""

import pytest

from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import askely, elmely, words
from tests.rules.samples import plan


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Der søges om lån på 8,0 mio. kr. i 2025 og 15,9 mio. kr. i 2026.", ["15,9 mio. kr. i 2026"]),
        ("I 2025 søges om 8,1 mio. kr. og i 2026 om 14,9 mio. kr.", ["2025 søges om 8,1 mio. kr."]),
        ("Vi søger hhv. 9,0 og 14,9 mio. kr. i 2025 og 2026.", ["9,0 og 14,9 mio. kr. i 2025"]),
        ("Låneadgang 2025: 8.000 t.kr.\nLåneadgang 2026: 14.900 t.kr.\nI alt: 23,9 mio. kr.", ["23,9 mio. kr."]),
        ("Låneadgang\n2025: 8,0 mio. kr.\n2026: 19,4 mio. kr.", ["2026: 19,4 mio. kr."]),
        ("Der søges lån på 8,0 mio. kr. i 2025 og 14,9 mio. kr. i 2027.", ["14,9 mio. kr. i 2027"]),
        ("Lånet på 14,9 mio. kr. i 2025 og 8,0 mio. kr. i 2026.", ["14,9 mio. kr. i 2025", "8,0 mio. kr. i 2026"]),
        ("Der søges om en låneadgang på i alt 25 mio. kr.", ["25 mio. kr."]),
        ("Der lånes 8.500.000 kr. (2025) og 14.900.000 kr. (2026).", ["8.500.000 kr. (2025"]),
        ("Bruttoanlægsudgiften er 25,7 mio. kr.", ["25,7 mio. kr."]),
        ("De samlede udgifter til byggeriet er 24 mio. kr.", ["24 mio. kr."]),
        ("Lånet er på knap 20 mio. kr. i alt.", ["knap 20 mio. kr."]),
    ],
)
def test_an_amount_that_the_table_has_not(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "Der søges om lån på 8 mio. kr. i 2025 og 14,9 mio. kr. i 2026, i alt 22,9 mio. kr.",
        "Der søges om 22.900 t.kr. fordelt på 2025 og 2026.",
        "Lånet er på knap 23 mio. kr., heraf ca. 15 mio. kr. i 2026.",
        "Bruttoanlægsudgiften er 27,5 mio. kr. De sidste 4,6 mio. kr. betaler kommunen kontant.",
        "Anlægsbudgettet fra 2021 var på 28,0 mio. kr. Grunden er købt for 5,2 mio. kr.",
        "Puljen udgør 600 mio. kr. i 2025 og 700 mio. kr. i 2026.",
        "Kommunen fik i 2024-runden afslag på et lån på 12,3 mio. kr. til et andet projekt.",
        "Herning Kommune søger efter det oplyste om 18 mio. kr. i 2025.",
        "Lånet er på 1,3 mio. kr. pr. plads. Taksten er 1.644 kr. pr. døgn.",
        "Byggeriet finansieres af et realkreditlån, 14 mio. kr. i 2025 og 9 mio. kr. i 2026.",
        "Skal vi søge om 20,5 mio. kr. i 2025?",
        "Der søges ikke om 5 mio. kr. i 2026.",
        "Lånet på 22,9 mio. kr. er fordelt sådan, at hovedparten bruges i 2025.",
        "Udgiften til inventar er 1,2 mio. kr.",
    ],
)
def test_other_amounts_contradict_nothing(text: str) -> None:
    assert words(text) == []


def test_a_loan_that_is_not_filled_in_contradicts_nothing() -> None:
    empty = elmely(loan={"2025": None, "2026": None}, gross_construction_cost=None)
    assert words("Der søges om 8 mio. kr. i 2025. Bruttoanlægsudgiften er 25 mio. kr.", empty) == []
    half = elmely(loan={"2025": 8_000, "2026": None})
    assert words("Der søges om 8 mio. kr. i 2025 og 3 mio. kr. i 2026.", half) == []
    assert words("Der søges om 8 mio. kr. i 2026.", half) == ["8 mio. kr. i 2026"]


def test_sums_over_projects_and_the_loan_of_a_named_one() -> None:
    both = elmely(), askely()
    assert words("Projekterne søger 28,5 mio. kr. i 2025 og 14,9 mio. kr. i 2026, i alt 43,4 mio. kr.", *both) == []
    assert words("Samlet lån: 44,3 mio. kr.", *both) == ["44,3 mio. kr."]
    assert words("Askely søger om lån på 8 mio. kr. i 2025.", *both) == ["8 mio. kr. i 2025"]


def test_lines_of_the_cost_plan_are_known() -> None:
    lines = (
        CostLine(label="Boliger", amount=14_600, treatment=Treatment.DIRECT),
        CostLine(label="Fælles", amount=31_900, treatment=Treatment.SHARED),
    )
    planned = elmely(gross_construction_cost=46_500, cost_plan=replace(plan(1, eligible=8, total=50), lines=lines))
    assert words("De samlede udgifter er 46,5 mio. kr., nemlig 14,6 mio. kr. og 31,9 mio. kr.", planned) == []
