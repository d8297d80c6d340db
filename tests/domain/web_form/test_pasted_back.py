"""The web form's text compared with the draft's: the same, cut, replaced or different."""

import pytest

from botilbud_desktop.domain.web_form.pasted_back import Outcome, compare_pasted, name_of

OURS = "Målgruppen er ≤ 19 – »særlige«\u00a0behov.\n\nTo linjer 😀 med → pil til sidst."


@pytest.mark.parametrize(
    "pasted",
    [
        OURS,
        OURS.replace("\n", "\r\n"),
        OURS.replace("\n", "\r"),
        OURS + "\r\n",
        OURS + "  \n\t\n",
        OURS.replace("\n", " \n"),
        OURS.replace("å", "a\u030a"),
    ],
)
def test_line_breaks_and_white_space_at_ends_are_no_difference(pasted: str) -> None:
    assert compare_pasted(OURS, pasted).outcome is Outcome.SAME


def test_what_is_cut_off_is_counted_and_its_place_shown() -> None:
    cut = compare_pasted("a" * 4000 + "b" * 212, "a" * 4000)
    assert (cut.outcome, cut.missing) == (Outcome.CUT, 212)
    assert cut.difference is not None
    assert cut.difference.before == "a" * 24
    assert cut.difference.ours == "b" * 24
    assert cut.difference.theirs == ""


@pytest.mark.parametrize("end", range(1, len(OURS)))
def test_wherever_it_is_cut_what_is_missing_is_counted(end: int) -> None:
    pasted = OURS[:end]
    comparison = compare_pasted(OURS, pasted)
    missing = len(OURS[len(pasted.rstrip()) :].encode("utf-16-le")) // 2
    if end == len(OURS) - 1:
        assert comparison.outcome is Outcome.CUT
    assert comparison.outcome is Outcome.CUT
    assert comparison.missing == missing


@pytest.mark.parametrize("half", [0xFFFD, 0xD83D])
def test_a_character_that_was_cut_in_the_middle_is_missing_and_no_difference(half: int) -> None:
    at = OURS.index("😀")
    comparison = compare_pasted(OURS, OURS[:at] + chr(half))
    assert comparison.outcome is Outcome.CUT
    assert comparison.missing == len(OURS[at:].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("character", "by"),
    [
        ("≤", "?"),
        ("≤", ""),
        ("≤", "&#8804;"),
        ("≤", "&#x2264;"),
        ("≤", "\ufffd"),
        ("≤", "â‰¤"),
        ("😀", "??"),
        ("😀", "?"),
        ("😀", ""),
        ("→", "?"),
        ("\u00a0", " "),
        ("–", "-"),
        ("»", "&#187;"),
        ("å", "Ã¥"),
        ("æ", "?"),
    ],
)
def test_a_character_that_was_replaced_is_named_with_what_it_became(character: str, by: str) -> None:
    comparison = compare_pasted(OURS, OURS.replace(character, by))
    assert comparison.outcome is Outcome.REPLACED
    assert [(one.character, one.by, one.occurrences) for one in comparison.replaced] == [(character, by, 1)]


def test_markup_that_was_escaped_is_named() -> None:
    comparison = compare_pasted('5 < 6 & "ja"', "5 &lt; 6 &amp; &quot;ja&quot;")
    assert [(one.character, one.by, one.occurrences) for one in comparison.replaced] == [
        ("<", "&lt;", 1),
        ("&", "&amp;", 1),
        ('"', "&quot;", 2),
    ]


def test_line_breaks_that_became_spaces_are_named() -> None:
    comparison = compare_pasted("en\nto\ntre", "en to tre")
    assert comparison.outcome is Outcome.REPLACED
    assert comparison.replaced[0].description == "linjeskift"
    assert comparison.replaced[0].occurrences == 2


def test_replaced_and_cut_are_told_together() -> None:
    comparison = compare_pasted("Mere → her. Og en slutning", "Mere ? her. Og")
    assert comparison.outcome is Outcome.CUT
    assert comparison.missing == len(" en slutning")
    assert [one.by for one in comparison.replaced] == ["?"]


def test_the_first_difference_is_shown_with_its_line_and_what_stands_around_it() -> None:
    comparison = compare_pasted("Linje et\nVi søger 22900 i alt", "Linje et\nVi søger 29900 i alt")
    assert comparison.outcome is Outcome.DIFFERENT
    assert comparison.difference is not None
    assert comparison.difference.line == 2
    assert comparison.difference.before.endswith("søger 2")
    assert comparison.difference.ours == "2900 i alt"
    assert comparison.difference.theirs == "9900 i alt"


def test_a_letter_that_is_missing_is_a_difference_and_no_replacement() -> None:
    assert compare_pasted("Vi søger om lån", "Vi søgr om lån").outcome is Outcome.DIFFERENT


def test_text_after_the_end_is_said() -> None:
    comparison = compare_pasted("Kort", "Kort og mere")
    assert comparison.outcome is Outcome.LONGER
    assert comparison.difference is not None
    assert comparison.difference.theirs == " og mere"


@pytest.mark.parametrize(
    ("ours", "pasted"),
    [("22900", "22.900"), ("22900", "22 900"), ("33,33", "33,330"), ("30/11/2025", "30-11-2025"), ("5000", "5.000\n")],
)
def test_the_same_number_or_date_in_another_notation_is_the_same(ours: str, pasted: str) -> None:
    assert compare_pasted(ours, pasted).outcome is Outcome.WRITTEN_DIFFERENTLY


@pytest.mark.parametrize(
    ("ours", "pasted"),
    [
        ("22900", "2290"),
        ("22900", "229.00"),
        ("22900", "229000"),
        ("30/11/2025", "11/30/2025"),
        ("30/11/2025", "30-11-2026"),
        ("22900", ""),
    ],
)
def test_another_number_or_date_is_not(ours: str, pasted: str) -> None:
    assert compare_pasted(ours, pasted).outcome not in (Outcome.SAME, Outcome.WRITTEN_DIFFERENTLY, Outcome.REPLACED)


@pytest.mark.parametrize(
    ("character", "by"),
    [
        ("\u2019", "'"),
        ("\u2018", "'"),
        ("\u201d", '"'),
        ("\u201c", '"'),
        ("\u2013", "-"),
        ("\u2014", "-"),
        ("\u00a0", " "),
        ("\u2026", "..."),
        ("\u2026", "â€¦"),
        ("\u2022", "\u00bf"),
        ("\u2022", "_"),
        ("\u2022", "\u00e2\u0080\u00a2"),
        ("'", "&#x27;"),
        ("\t", " "),
    ],
)
def test_a_plainer_or_a_garbled_character_in_its_place_is_named(character: str, by: str) -> None:
    comparison = compare_pasted(f"Vi har{character}flere ting", f"Vi har{by}flere ting")
    assert comparison.outcome is Outcome.REPLACED
    assert [(one.character, one.by, one.occurrences) for one in comparison.replaced] == [(character, by, 1)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\n", "linjeskift"),
        ("\t", "tabulator"),
        (" ", "mellemrum"),
        ("\u00a0", "hårdt mellemrum"),
        ("\u00ad", "blød bindestreg"),
        ("?", "»?«"),
        ("ÿ", "»ÿ«"),
        ("&amp;", "»&amp;«"),
        ("→", "pil mod højre (U+2192)"),
    ],
)
def test_each_character_has_a_danish_name(character: str, name: str) -> None:
    assert name_of(character) == name


@pytest.mark.parametrize("length", [511, 512, 513, 1024, 1030])
def test_a_replaced_character_is_found_wherever_it_stands_in_a_long_text(length: int) -> None:
    ours = "a" * length + "→" + "b" * length
    comparison = compare_pasted(ours, ours.replace("→", "?"))
    assert comparison.outcome is Outcome.REPLACED
    assert [(one.character, one.by) for one in comparison.replaced] == [("→", "?")]


def test_as_much_is_shown_on_both_sides_of_a_difference_as_helps() -> None:
    comparison = compare_pasted("a" * 50 + "x" + "b" * 50, "a" * 50 + "y" + "c" * 50)
    assert comparison.difference is not None
    assert comparison.difference.line == 1
    assert comparison.difference.before == "a" * 24
    assert comparison.difference.ours == "x" + "b" * 23
    assert comparison.difference.theirs == "y" + "c" * 23


def test_two_different_characters_that_were_replaced_in_turn_are_counted_apart() -> None:
    comparison = compare_pasted("a→b≤c→d", "a?b?c?d")
    assert [(one.character, one.occurrences) for one in comparison.replaced] == [("→", 2), ("≤", 1)]


def test_a_long_notation_of_a_short_number_is_the_same() -> None:
    for long in (20, 24):
        assert compare_pasted("1" * long, f"{'1' * long},{'0' * (47 - long)}").outcome is Outcome.WRITTEN_DIFFERENTLY
    assert compare_pasted("1" * 25, f"{'1' * 25},0").outcome is not Outcome.WRITTEN_DIFFERENTLY
    assert compare_pasted("1" * 24, f"{'1' * 24},{'0' * 24}").outcome is not Outcome.WRITTEN_DIFFERENTLY
    assert compare_pasted("1" * 20, f"{'1' * 20},{'0' * 60}").outcome is not Outcome.WRITTEN_DIFFERENTLY
    assert compare_pasted("1" * 60, f"{'1' * 60},0").outcome is not Outcome.WRITTEN_DIFFERENTLY
