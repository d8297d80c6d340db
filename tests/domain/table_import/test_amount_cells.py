"""Amounts as spreadsheets and bookkeeping show them."""

import pytest

from botilbud_desktop.domain.table_import.amount_cells import amount_in, is_nothing, plain_amount, says_kroner
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

THIN, NARROW, NO_BREAK = "\u2009", "\u202f", "\u00a0"


@pytest.mark.parametrize(
    "text",
    [" kr.  -   ", " -   kr. ", "-", "–", "—", "kr. -", "- DKK", "-,-", " -  ", f"{NO_BREAK}kr.{NO_BREAK}-{NO_BREAK}"],
)
def test_an_accounting_dash_is_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "kr. 0", "-5", "kr.", "", "ingen -"])
def test_what_says_something_is_not_nothing(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *((text, -500) for text in ("(500)", "( 500 )", "(kr. 500)", "kr. (500)", "(500) kr.", "-kr. 500", "kr. -500")),
        *(
            (text, -500)
            for text in ("500-", "500 -", "500- kr.", "\u2212500", "\u2013500", "- 500", "kr.-500", "-500,-")
        ),
        *((text, 1_500) for text in ("Mio. kr. 1,5", "mio 1,5", "1,5 mio. kr.", "Mio. kr.1,5", "mill. 1,5")),
        *((text, 22_900) for text in ("22'900", "22\u2019900", f"22{THIN}900", f"22{NARROW}900", f"22{NO_BREAK}900")),
        *((text, 22_900) for text in (" kr.  22.900 ", "22.900,-", "kr. 22.900,-", "22.900,00", "t.kr. 22.900")),
        *((text, 22_900) for text in ("DKK 22.900", "22.900 DKK", "22'900 kr.", "tkr. 22.900")),
        ("(1,5 mio. kr.)", -1_500),
        ("Mio. kr. -1,5", -1_500),
        ("-Mio. kr. 1,5", -1_500),
        *((text, 0) for text in ("kr. 0", "0,00", "kr. 0,00", "0,00 kr.", "-0,00", "0,-", "(0,00)", "0 DKK")),
        ("kr. 12.000.000", 12_000),
    ],
)
def test_an_amount_is_read_however_it_is_shown(text: str, amount: int) -> None:
    assert amount_in(text, None) == amount


@pytest.mark.parametrize(
    "text", ["-(500)", "--500", "-kr. -500", "22,900", "2'29", "(500", "kr. kr. 5", "ca. 500", "5 €"]
)
def test_what_could_mean_something_else_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        amount_in(text, None)


@pytest.mark.parametrize("text", ["(450.000)", "kr. -450.000", "450.000- kr.", "-450.000,00"])
def test_the_columns_unit_holds_for_all_notations(text: str) -> None:
    assert amount_in(text, Unit.KRONER) == -450
    assert amount_in(text, Unit.THOUSANDS) == -450_000


def test_long_text_is_left_as_it_is() -> None:
    assert plain_amount("(" * 100) == "(" * 100
    assert not is_nothing("-" * 100)


def test_whether_kroner_are_said() -> None:
    assert says_kroner("kr. 500")
    assert says_kroner("500,-")
    assert not says_kroner("500")
    assert not says_kroner("5 mio. kr.")
