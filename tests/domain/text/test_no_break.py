"""No-break spaces are doubted where they are all that stands between words; within amounts and names they stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.joining.no_break import keeps_lines_whole, with_breaks


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Vi\u00a0udvider\u00a0nu", "Vi udvider nu"),
        ("Vi\u202fudvider\u202fnu.", "Vi udvider nu."),
        ("Ja. Vi\u00a0udvider\u00a0nu,\u00a0siger\u00a0de.", "Ja. Vi udvider nu, siger de."),
        ("Efter\u00a0§\u00a0107\u00a0og\u00a0§\u00a0108\u00a0er\u00a0der", "Efter §\u00a0107 og §\u00a0108 er der"),
        ("Til\u00a022\u00a0900\u00a0kr.\u00a0pr.\u00a0år\u00a0mere", "Til 22\u00a0900 kr. pr. år mere"),
        ("En linje.\nVi\u00a0udvider\u00a0nu\u00a0alt", "En linje.\nVi udvider nu alt"),
    ],
)
def test_words_between_no_break_spaces_alone_get_ordinary_ones(text: str, mended: str) -> None:
    assert keeps_lines_whole(text)
    assert with_breaks(text) == mended
    assert not keeps_lines_whole(mended)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi udvider nu",
        "Jens\u00a0Hansen",
        "22\u00a0900\u00a0000\u00a0kr.",
        "Efter §\u00a0107 og §\u00a0108 for 10\u00a0kr. hos Jens\u00a0Hansen\u00a0Aa er der plads",
    ],
)
def test_single_no_break_spaces_are_as_they_should_be(text: str) -> None:
    assert not keeps_lines_whole(text)
    assert with_breaks(text) == text


@given(st.text(alphabet="aB.1§ \n\u00a0\u202f", max_size=200))
def test_nothing_but_spaces_is_changed(text: str) -> None:
    mended = with_breaks(text)
    assert len(mended) == len(text)
    assert all(new == old or (old in "\u00a0\u202f" and new == " ") for new, old in zip(mended, text, strict=True))
    assert keeps_lines_whole(text) == (mended != text)
