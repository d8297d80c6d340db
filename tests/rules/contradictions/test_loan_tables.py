"""Tables in a text, numbers whose unit stands above them, and years that have all of the loan, or none."""

import pytest

from tests.rules.contradictions.drafts import askely, elmely, words


@pytest.mark.parametrize(
    "table",
    [
        "Låneadgang (1.000 kr.)\nProjekt\t2025\t2026\nElmely\t8.000\t{}\nAskely\t20.500\t0\nI alt\t28.500\t14.900",
        "Projekt | lån 2025 | lån 2026 | klar\nElmely | 8,0 mio. | {} | 2026\nAskely | 20,5 mio. | 0 | 2025",
        "Lån (t.kr.):\n            2025      2026\nElmely      8.000    {}\nAskely     20.500         -",
        "Låneadgang (mio. kr.)\n\t2025\t2026\tI alt\nElmely\t8,0\t{}\t22,9\nSum\t28,5\t14,9\t43,4",
    ],
)
def test_a_cell_is_of_its_row_and_column(table: str) -> None:
    both = elmely(), askely()
    right, wrong = ("14,9", "15,9") if "mio" in table else ("14.900", "15.900")
    assert words(table.format(right), *both) == []
    assert words(table.format(wrong), *both) == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Lån, t.kr.:\n2025  8.000\n2026  15.900\ni alt  23.900\nBrutto  27.500", ["2026  15.900", "23.900"]),
        ("Fordeling af lånebeløb\n    2025     8.000\n    2026    14.900\n    I alt   22.900", []),
        ("Lån (mio. kr.)\nÅr\t2025\t2026\nAnsøgt\t8,0\t14,9\nInventar (ikke låneberettiget)\t1,5\t3,1", []),
        ("Lån i t.kr.\nProjekt | 2024 | 2025 | 2026\nElmely | 900 | 8.000 | 14.900", []),
        ("Antal pladser\n\t2025\t2026\nElmely\t0\t18", []),
        ("Lån (mio. kr.)\nElmely: 8,0 i 2025 og 15,1 i 2026", ["15,1 i 2026"]),
        ("Der søges 22,9 mio. kr., fordelt med 9,0 i 2025 og 13,9 i 2026.", ["9,0 i 2025", "13,9 i 2026"]),
        ("Lån: 8,0 mio. kr. i 2025 og 14,9 i 2026. 12,5 i gennemsnit.", []),
    ],
)
def test_rows_of_years_and_numbers_below_their_unit(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "Navn / pladser / andre kommuner / lån 2025 / lån 2026\n"
                "Elmely / 18 / {} / 8,0 / 14,9\nAskely / 5 / 2 / 20,5 / 0"
            ),
            "7",
        ),
        ("Projekter (tal er pladser / lån 2025 / andel til andre):\n\n- Elmely (ny): 18 / 8,0 mio. / {} pct.", "50"),
        ("Projekt | Pladser | Til andre | Lån 25 | Lån 26\nElmely | 18 | {} | 8.000 | 14.900", "3"),
    ],
)
def test_a_column_of_what_others_get(text: str, wrong: str) -> None:
    both = elmely(), askely()
    assert words(text.format("33" if "pct" in text else "6"), *both) == []
    [found] = words(text.format(wrong), *both)
    assert found.startswith(wrong)


@pytest.mark.parametrize(
    "text",
    [
        " / " * 40_000,
        "a / 1 / " * 9_000,
        "\t" * 40_000,
        "a\t1" * 20_000,
        "a  " * 40_000,
        "1 | " * 20_000,
        "2025\t1\n" * 9_000,
    ],
)
def test_hostile_tables_are_read(text: str) -> None:
    words(f"Lån\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Hele lånet på 22,9 mio. kr. lægges i det første år, 2025, så arbejdet kan begynde.",
        "Lånet optages udelukkende i 2026.",
        "Finansiering: lån '26 på 22,9 mio. kr., ingen lån '25.",
        "Lånet er på 22,9 mio. kr., det hele i 2026.",
        "I 2025 er der ikke behov for lån.",
        "Lånerammen udnyttes med 8.000 t.kr. det første år, 15.900 t.kr. det andet.",
    ],
)
def test_a_year_without_the_loan_or_with_all_of_it(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der søges 22,9 mio. kr. i alt i 2025 og 2026.",
        "Lånet optages i 2025 og 2026. Hele huset bygges i 2025.",
        "Vi låner til det hele i 2025 og 2026.",
        "Kommunen har ikke noget lån i ejendommen. Hele beløbet til haven falder i 2026.",
        "Lånerammen udnyttes med 8.000 t.kr. det første år, 14.900 t.kr. det andet.",
        "Alle pladserne tages i brug i 2026, og alt i 2025 er forberedelse.",
    ],
)
def test_years_of_something_else(text: str) -> None:
    assert words(text) == []
