"""Sentences and numbers found in a text."""

import pytest

from botilbud_desktop.rules.weighting.evidence import has_amount, has_number, quotations

WORDS = ("pris", "takst")


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "quoted"),
        [
            ("Taksten falder.", "»Taksten falder.«"),
            ("Vi bygger. TAKSTEN falder. Slut.", "»TAKSTEN falder.«"),
            ("Vi bygger\nTaksten falder\nSlut", "»Taksten falder«"),
            ("Vi bygger. Det giver en lavere pris pr. Døgn. Slut.", "»Det giver en lavere pris pr. Døgn.«"),
            (
                "Vi bygger 2,5 gange så meget til ca. Samme pris? Ja.",
                "»Vi bygger 2,5 gange så meget til ca. Samme pris?«",
            ),
            ("Lån på 20 mio. kr. giver lavere pris.", "»Lån på 20 mio. kr. giver lavere pris.«"),
            ("Prisen\u00a0er\tlav.", "»Prisen er lav.«"),
        ],
    )
    def test_the_whole_sentence_is_quoted_on_one_line(self, text: str, quoted: str) -> None:
        assert quotations(text, WORDS) == (quoted,)

    @pytest.mark.parametrize("text", ["", "Totalentreprisen er i gang.", "Enterprise", "Vi bygger."])
    def test_a_word_is_found_by_its_beginning_only(self, text: str) -> None:
        assert quotations(text, WORDS) == ()

    def test_without_words_nothing_is_found(self) -> None:
        assert quotations("Taksten", ()) == ()

    def test_a_words_signs_are_not_read_as_a_pattern(self) -> None:
        assert quotations("pr. døgn", ("pr. d",)) == ("»pr. døgn«",)
        assert quotations("prx døgn", ("pr. d",)) == ()

    def test_two_sentences_at_most_and_each_once(self) -> None:
        text = "Taksten og prisen falder. Prisen er lav. Taksten er god."
        assert quotations(text, WORDS) == ("»Taksten og prisen falder.«", "»Prisen er lav.«")

    def test_a_long_sentence_is_cut_between_words_and_shows_that(self) -> None:
        (quoted,) = quotations("ord " * 200 + "takst " + "ord " * 200, WORDS)
        assert quoted.startswith("»… ord ")
        assert quoted.endswith(" ord …«")
        assert "takst" in quoted
        assert len(quoted) < 360

    def test_a_text_without_spaces_is_cut_too(self) -> None:
        (quoted,) = quotations("Takst" + "x" * 500, WORDS)
        assert quoted == "»Takst …«"


class TestAmounts:
    @pytest.mark.parametrize(
        "text",
        [
            "22,9 mio. kr.",
            "22,90 millioner",
            "22,9 og 20,7 mio.",
            "22.900.000 kr.",
            "22.900 t.kr.",
            "22 900 000",
            "22900",
        ],
    )
    def test_an_amount_is_found_however_it_is_written(self, text: str) -> None:
        assert has_amount(f"Det koster {text}", 22_900)

    @pytest.mark.parametrize("text", ["", "122,9 mio.", "22,95 mio.", "2.922.900", "22.900.000.000", "229"])
    def test_another_amount_is_not_taken_for_it(self, text: str) -> None:
        assert not has_amount(f"Det koster {text}", 22_900)

    def test_a_whole_number_of_millions_must_be_named_as_such(self) -> None:
        assert has_amount("Det koster 23 mio. kr.", 23_000)
        assert not has_amount("Der er 23 pladser", 23_000)

    def test_a_rate_is_found_as_a_number(self) -> None:
        assert has_number("Taksten er 1.644 kr.", (1_644, 7_140))
        assert not has_number("Taksten er 1.645 kr.", (1_644, 7_140))
        assert not has_number("Der søges om 7 mio. kr.", (7,))

    def test_a_very_long_number_is_passed_over(self) -> None:
        assert not has_number("9" * 1_000_000, (9,))
