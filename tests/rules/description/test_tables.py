"""Tables in the text: rows with tabs or `|`, a year and its amount on a line, and notes that tell of the columns."""

import pytest

from botilbud_desktop.rules.text_results import Coverage
from tests.rules.description.judged import covers, judged

TWO = ("Kastanjehuset", "Birkely")
TABLE = (
    "Projekt\tLån 2025\tLån 2026\tTil andre\tIbrugtagning\n"
    "Kastanjehuset\t6.000\t0\t3\t1. maj 2026\n"
    "Birkely\t–\t17.000\t2\tultimo 2026"
)


@pytest.mark.parametrize("text", [TABLE, TABLE.replace("\t", " | ")])
def test_each_row_is_of_its_project(text: str) -> None:
    contents = judged(text, TWO)
    assert {contents[number].coverage for number in (2, 4, 5)} == {Coverage.COVERED}
    rows = text.split("\n")
    assert [text[span.start : span.end] for span in contents[5].spans] == rows[1:]


def test_a_project_without_a_row_is_missed() -> None:
    content = judged(TABLE.rsplit("\n", 1)[0], TWO)[4]
    assert content.coverage is Coverage.UNCERTAIN
    assert "»Birkely«" in content.reason


@pytest.mark.parametrize(
    "text",
    [
        "Ansøgt låneadgang\n2025\t17,2 mio. kr.\n2026\t15,6 mio. kr.",
        "Lån, der søges (mio. kr.)\n2025\t17,2\n2026\t15,6",
        "Lånet fordeler sig således:\n2025 … 18.000.000 kr.\n2026 … 4.660.000 kr.",
        "Ansøgt låneadgang:\n2025 18,5 mio. kr.\n2026 6,0 mio. kr.",
        "Fordeling af lånebeløb\n    2025        8.600\n    2026       13.400",
        "Låneadgang 2025: 12.000 t.kr.\nLåneadgang 2026: 7.700 t.kr.",
        "Låneadgang 2025: 12.000 t.kr. / 2026: 7.700 t.kr.",
        "Lån 2025/2026 (1.000 kr.): 12.000 / 7.700",
        "3. Økonomi (hele 1.000 kr.)\n\t2025\t2026\tI alt\nAnlæg\t9.000\t9.000\t\nAnsøgt lån\t8.000\t7.000\t15.000",
    ],
)
def test_a_loan_in_columns(text: str) -> None:
    assert covers(4, text)


def test_a_note_below_tells_the_years_of_the_columns() -> None:
    rows = "Lån i 1.000 kr.\nKastanjehuset 6.000 / 0\nBirkely 0 / 17.000"
    assert judged(f"{rows}\n(første tal er 2025, andet tal er 2026)", TWO)[4].coverage is Coverage.COVERED
    assert judged(rows, TWO)[4].coverage is Coverage.UNCERTAIN


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (4, "Projekt\t2025\t2026\nAnlægsudgift\t9.000\t9.000"),
        (4, "Låneadgang\n\t2025\t2026\nAnlægsudgift\t9.000\t9.000"),
        (4, "Økonomi\n\t2025\t2026\nInventar (ikke låneberettiget)\t0\t1.150"),
        (4, "Projekt\tLån 2025\tLån 2026\nKastanjehuset\toplyses senere\toplyses senere"),
        (2, "Projekt\tTil egne\tTil andre\nKastanjehuset\t3\t"),
        (5, "Projekt\tByggestart\tIbrugtagning\nKastanjehuset\t1. maj 2026\tafventer"),
        (1, "Tilbud\tPladser i dag\tMålgruppe\nKastanjehuset\t12\tvoksne med autisme"),
        (5, "Projekt\tLån 2025\tIbrugtagning"),
    ],
)
def test_columns_of_something_else(number: int, text: str) -> None:
    assert not covers(number, text)


def test_answers_bear_the_numbers_of_the_points() -> None:
    answers = (
        "1) Otte nye pladser til voksne med autisme.",
        "2) To af de otte.",
        "3) Vi bliver billigere end de private pladser.",
        "4) 2025: 9,0 mio. kr.; 2026: 12,5 mio. kr.",
        "5) 1. oktober 2026.",
        "6) Nye pladser i et nyt hus.",
    )
    contents = judged("\n".join(answers))
    assert {contents[number].coverage for number in range(1, 7)} == {Coverage.COVERED}
    assert judged("\n".join(answers[:5]))[4].coverage is not Coverage.COVERED
    headings = "1. Hvorfor\n2. Hvad\n3. Andre\n4. Priser\n2025: 3,0 mio. kr.; 2026: 2,5 mio. kr.\n5. Penge\n6. Tid"
    assert judged(headings)[4].coverage is not Coverage.COVERED
