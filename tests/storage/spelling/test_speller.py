"""What the spelling says of words, with the dictionary that ships with the program."""

from pathlib import Path

import pytest

from botilbud_desktop.domain.text.spelling.words import words_in
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.storage.spelling.speller import MOST_SUGGESTIONS, Speller, load_speller

_NOTES = Path(__file__).parents[2] / "domain" / "document_import" / "notes"
"""Real drafts, as text."""


@pytest.fixture(scope="module")
def speller() -> Speller:
    found = load_speller(resources_folder())
    assert found is not None
    return found


def flagged(speller: Speller, text: str) -> list[str]:
    """Returns the words of a text that are not right."""
    return [word.text for word in words_in(text) if not speller.is_right(word.text)]


@pytest.mark.parametrize(
    "text",
    [
        "Botilbuddet får låneadgang, lånedispensation, takst og aflastning efter KKR-mødet.",
        "Ca. 9 pct., dvs. 3 mio. kr., jf. SEL § 107 og ABL § 105, hhv. nr. 2, vedr. tlf.",
        "bo- og døgntilbudsviften, handicap- og psykiatriområdet, 107-pladser og §§ 107/108-boliger",
        "kapacitetsudvidelsen af botilbudskapaciteten i Region Nordjylland og KKR's drøftelser",
    ],
)
def test_the_words_of_the_domain_are_right(speller: Speller, text: str) -> None:
    assert flagged(speller, text) == []


def test_slips_are_found(speller: Speller) -> None:
    text = "Indsatsstype med aflastnigsplads og låneadgagn til kommunnen, og botræning."
    assert flagged(speller, text) == ["Indsatsstype", "aflastnigsplads", "låneadgagn", "kommunnen", "botræning"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("aflastnigsplads", "aflastningsplads"),
        ("indsatsstype", "indsatstype"),
        ("låneadgagn", "låneadgang"),
        ("kapacitetsudvidelsse", "kapacitetsudvidelse"),
        ("komunen", "kommunen"),
    ],
)
def test_the_word_that_is_meant_is_suggested_first(speller: Speller, slip: str, meant: str) -> None:
    suggestions = speller.suggestions(slip)
    assert suggestions[0] == meant
    assert len(suggestions) <= MOST_SUGGESTIONS


def test_the_real_drafts_have_at_most_one_false_alarm_in_a_hundred_words(speller: Speller) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(_NOTES.glob("*-[0-9]*.txt"))]
    words = [word.text for text in texts for word in words_in(text)]
    wrong = [word for word in words if not speller.is_right(word)]
    assert wrong.count("indsatsstype") >= 1
    assert wrong.count("botræning") >= 1
    false = [word for word in wrong if word not in ("indsatsstype", "botræning")]
    assert len(words) > 1000
    assert len(false) * 100 <= len(words), false


def test_names_given_besides_are_right_with_their_genitives_until_others_are_given(speller: Speller) -> None:
    speller.know(["Knudsgaard"])
    assert flagged(speller, "Knudsgaard, Knudsgaards og KNUDSGAARD") == []
    speller.know([])
    assert flagged(speller, "Knudsgaard") == ["Knudsgaard"]


def test_without_a_dictionary_there_is_no_speller(tmp_path: Path) -> None:
    assert load_speller(tmp_path) is None


@pytest.mark.parametrize("content", ["", "2\nfoo\nbar\n", "\0\0"])
def test_a_dictionary_that_knows_no_danish_is_none(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "spelling"
    folder.mkdir()
    for ending in ("aff", "dic"):
        (folder / f"da_DK.{ending}").write_text(content, encoding="utf-8")
    (folder / "ord.txt").write_text("", encoding="utf-8")
    assert load_speller(tmp_path) is None
