"""How hard a text is to read: LIX, long sentences, passives."""

import pytest

from botilbud_desktop.domain.text.readability.hard_sentences import long_sentences, passive_sentences
from botilbud_desktop.domain.text.readability.lix import lix
from botilbud_desktop.domain.text.readability.passives import passives


def test_lix_is_words_in_a_sentence_plus_long_words_in_a_hundred() -> None:
    sentence = "Kommunen har brug for otte nye pladser til de unge. "  # 10 words, 2 of more than six letters
    counted = lix(sentence * 12)
    assert (counted.words, counted.sentences, counted.long_words) == (120, 12, 24)
    assert counted.value == 10 + 20
    assert counted.level.startswith("let")


def test_a_short_text_has_no_figure() -> None:
    assert lix("Kommunen har brug for pladser. " * 5).value is None
    assert lix("").value is None


def test_what_has_no_letters_is_no_sentence() -> None:
    assert lix("Et ord.\n---\n12\nTo ord.").sentences == 2


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Boligerne opføres og indrettes.", ["opføres", "indrettes"]),
        ("Boligerne bliver opført i 2026.", ["bliver opført"]),
        ("Det er blevet besluttet.", ["blevet besluttet"]),
        ("Det kan ikke blive etableret.", ["blive etableret"]),
        ("Der bliver ikke længere bygget.", ["bliver ikke længere bygget"]),
        ("Pladserne findes, beboerne trives, vi mødes, det lykkes og synes godt.", []),
        ("Kommunernes og borgernes behov er deres.", []),
        ("En kommunes ansvar i Thisted Kommunes område, således.", []),
        ("Huset bliver stort, og det bliver behovet.", []),
        ("Projektets og tilbuddets mål.", []),
    ],
)
def test_passives_are_found_and_nothing_that_looks_like_them(sentence: str, found: list[str]) -> None:
    assert [sentence[start:end] for start, end in passives(sentence)] == found


def test_the_longest_sentence_comes_first() -> None:
    text = f"Kort. Et {'ord ' * 28}slut. Et {'ord ' * 38}slut."
    longest, shorter = long_sentences(text)
    assert (longest.words, shorter.words) == (40, 30)
    assert text[longest.start : longest.end] == f"Et {'ord ' * 38}slut."


def test_a_pile_of_passives_is_shown_where_it_stands() -> None:
    text = "Vi bygger. Boligerne opføres og indrettes. Det bliver godt."
    (one,) = passive_sentences(text)
    assert [text[start:end] for start, end in one.passives] == ["opføres", "indrettes"]
