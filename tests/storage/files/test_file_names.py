"""File names made from a user's text."""

import ntpath
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.storage.files.file_names import LONGEST_NAME, is_reserved, name_with_part, safe_file_name


@given(st.text())
def test_a_name_with_a_part_ends_in_the_part_however_long_it_is(stem: str) -> None:
    names = [name_with_part(stem * 9, part) for part in ("kvittering", "skema – felter")]
    assert [name.endswith(("– kvittering", "– skema – felter")) for name in names] == [True, True]
    assert all(name == safe_file_name(name) and len(name) <= LONGEST_NAME for name in names)


def test_a_short_name_keeps_all_before_the_part() -> None:
    assert name_with_part("Aalborg 2025", "skema") == "Aalborg 2025 – skema"
    assert name_with_part("NUL", "skema") == "NUL – skema"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ansøgning Ærø 2025", "Ansøgning Ærø 2025"),
        ("A\u030arhus", "Århus"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ('<"sag">|', "--sag---"),
        ("  to \t linjer\nher ", "to linjer her"),
        ("sag...", "sag"),
        ("..", "_"),
        ("", "_"),
        ("\u202e\u200b", "_"),
        ("NUL", "_NUL"),
        ("nul.txt", "_nul.txt"),
        ("Com1", "_Com1"),
        ("LPT¹", "_LPT¹"),
        ("CON", "_CON"),
        ("consol", "consol"),
        ("C:\\Windows", "C--Windows"),
        ("\\\\server\\share", "--server-share"),
        ("a" * 200, "a" * LONGEST_NAME),
        ("😀" * 200, "😀" * 50),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_file_name(text) == name
    assert safe_file_name(text, ".pdf") == f"{name}.pdf"


@pytest.mark.parametrize("extension", ["pdf", "./x", ".a b", "."])
def test_an_extension_is_plain(extension: str) -> None:
    with pytest.raises(ValueError, match="extension"):
        safe_file_name("x", extension)


@given(text=st.text(max_size=200))
def test_any_text_gives_a_name_that_is_one(text: str) -> None:
    name = safe_file_name(text, ".botilbud")
    assert Path(name).name == name
    assert name.isprintable()
    assert len(name.encode()) < 255
    assert not is_reserved(name)
    assert safe_file_name(name.removesuffix(".botilbud"), ".botilbud") == name
    if sys.version_info >= (3, 13):
        assert not ntpath.isreserved(name)
