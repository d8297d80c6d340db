import pytest

from botilbud_desktop.rules.email_address import is_email_address

HOSTILE = [
    "a" * 100_000,
    "a@" * 50_000,
    "a@" + "a." * 50_000,
    "a@" + "a" * 100_000,
    "a." * 50_000 + "@b.dk",
    "a" * 100_000 + "@b.dk",
    "@" * 100_000,
    "." * 100_000,
    "a@b" + "-" * 100_000 + ".dk",
    "æ" * 100_000 + "\ud800",
]


@pytest.mark.parametrize(
    "address",
    [
        "social@aalborg.dk",
        "Social.Voksen+lån@aalborg.dk".replace("å", "a"),
        "o'hara_1@mail.aalborg-kommune.dk",
        "kontakt@tønder.dk",
        "KONTAKT@TØNDER.DK",
        "a@b.dk",
        "x" * 64 + "@kommune.dk",
        "x" * 249 + "@b.dk",
    ],
)
def test_an_address_is_one(address: str) -> None:
    assert is_email_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "aalborg",
        "aalborg.dk",
        "@aalborg.dk",
        "social@",
        "social@aalborg",
        "social@aalborg.d",
        "social@aalborg.45",
        "social@aalborg..dk",
        "social@.dk",
        "social@-aalborg.dk",
        "social@aalborg-.dk",
        ".social@aalborg.dk",
        "social.@aalborg.dk",
        "so..cial@aalborg.dk",
        "so cial@aalborg.dk",
        "social@aal borg.dk",
        " social@aalborg.dk",
        "social@aalborg.dk\n",
        "a@b@c.dk",
        "a@b.dk;c@d.dk",
        "Åse <aase@aalborg.dk>",
        "søren@aalborg.dk",
        "mailto:aase@aalborg.dk",
        "social@aalborg→.dk",
        "x" * 250 + "@b.dk",
    ],
)
def test_what_is_none_is_none(address: str) -> None:
    assert not is_email_address(address)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_long_hostile_text_is_none(text: str) -> None:
    assert not is_email_address(text)
