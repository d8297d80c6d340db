"""Addresses as they are typed, and as mail programs give their recipients."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.values.email_addresses import parse_addresses

ANNE, BO = "anne@kommune.example", "bo@kommune.example"


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNE}; {BO}",
        f"{ANNE}, {BO}",
        f"{ANNE}\n{BO}",
        f"{ANNE}\t{BO}",
        f" {ANNE} ;; {BO} ; ",
        f"Jensen, Anne <{ANNE}>; Bo Hansen <{BO}>",
        f"Jensen, Anne <{ANNE}>, Hansen, Bo <{BO}>",
        f"Anne Jensen <{ANNE}>, {BO}",
        f"{ANNE}, Bo Hansen <{BO}>",
        f'"Jensen, Anne (Social)" <{ANNE}>; <{BO}>',
        f"Anne Jensen [{ANNE}]; Bo Hansen ({BO})",
        f"'{ANNE}' <{ANNE}>; {BO.upper()} <{BO}>",
        f"mailto:{ANNE}; Bo <MAILTO:{BO}>",
    ],
)
def test_each_way_of_writing_two_recipients_gives_their_addresses(text: str) -> None:
    assert parse_addresses(text) == (ANNE, BO)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ()),
        (" ; ,\n", ()),
        ("Jensen, Anne", ("Jensen", "Anne")),
        ("anne@", ("anne@",)),
        ("Anne <anne>", ("Anne <anne>",)),
        (f"anne@gammel.example Anne <{ANNE}>", (f"anne@gammel.example Anne <{ANNE}>",)),
        (f"Anne <{ANNE}> ring først", (ANNE, "ring først")),
        (f"Anne <{ANNE}", (f"Anne <{ANNE}",)),
    ],
)
def test_what_is_no_address_stays_to_be_seen(text: str, kept: tuple[str, ...]) -> None:
    assert parse_addresses(text) == kept


@given(st.lists(st.sampled_from((ANNE, BO, "æ@ø.dk", "uden snabel-a", "x@y"))))
def test_what_is_shown_reads_back_the_same(addresses: list[str]) -> None:
    assert parse_addresses("; ".join(addresses)) == tuple(addresses)


@given(st.text(alphabet="<>[]()@,;'\" ab\n"))
def test_any_text_is_read_into_parts_that_are_not_empty(text: str) -> None:
    assert all(part.strip() for part in parse_addresses(text))
