"""What is offered for a text: counted as the form counts, apart from each other, the same in meaning."""

import re
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.values.dates import MONTHS
from botilbud_desktop.rules.shortening.finding import LongText, shortening
from botilbud_desktop.rules.shortening.ministry_words import ministry_sentences
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, shortened
from tests.rules.samples import ROUND
from tests.rules.shortening.table import entries, found, made_shorter, of_kind, table

_PIECES = st.sampled_from(
    (
        *(entry.long for entry in entries()),
        *(entry.long.capitalize() for entry in entries()),
        *("Aalborg Kommune", "ikke", "og", "at", "af", "har", "bo", "lånet", "30", "2025", "22.900.000 kr.", "§ 107"),
        *(
            "servicelovens § 107, stk. 2,",
            "den 1. september 2026",
            "31. februar 2026",
            "1. og 3. maj 2026",
            "9.150.000 kroner",
        ),
        *(
            "»på nuværende tidspunkt«",
            "jens.såfremt@x.dk",
            "Skovvej 12",
            ".",
            ",",
            ". ",
            "  ",
            "\n",
            "\n\n\n",
            " \n",
            "é",
            "😀",
        ),
        *("20.000.000-22.900.000 kr.", "ingen", "uden", "Der er behov for 8 pladser til voksne borgere."),
    )
)
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join)
_NEGATION = re.compile(r"\b(?:ikke|ingen|intet|aldrig|hverken|uden)\b", re.IGNORECASE)
_NAME = re.compile(r"Aalborg Kommune|Skovvej 12|»på nuværende tidspunkt«|jens.såfremt@x.dk")
_LAW = re.compile(r"§ ?\d+(?:, stk\. \d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONG_DATE = re.compile(rf"(\d+)\. ({'|'.join(MONTHS)}) (\d{{4}})")
_LONG_AMOUNT = re.compile(r"(\d+)\.(\d)(\d)0\.000(?= kr)")


def facts(text: str) -> list[object]:
    """Returns the numbers, negations, names and laws of a text, with dates and amounts written in one way."""
    one_way = _LONG_DATE.sub(lambda date: f"{date[1]}.{MONTHS.index(date[2]) + 1}.{date[3]}", text)
    one_way = _LONG_AMOUNT.sub(lambda amount: f"{amount[1]},{amount[2]}{amount[3].replace('0', '')}", one_way)
    return [
        _NUMBER.findall(one_way),
        [each.lower() for each in _NEGATION.findall(text)],
        _NAME.findall(text),
        _LAW.findall(text),
    ]


@given(_TEXTS, st.randoms())
def test_numbers_negations_names_and_laws_stay_whatever_is_chosen(text: str, random: Random) -> None:
    savings = [one for one in found(text).savings if one.kind is not SavingKind.REPEATED]
    for chosen in (savings, random.sample(savings, random.randint(0, len(savings)))):
        after = shortened(text, chosen)
        assert facts(after) == facts(text)
        saved = count_characters(text).submitted - count_characters(after).submitted
        assert saved == sum(one.saved for one in chosen) >= len(chosen)


@given(_TEXTS)
def test_a_sentence_goes_only_where_its_facts_stay(text: str) -> None:
    before, after = facts(text), facts(made_shorter(text))
    assert [set(map(str, one)) for one in before if isinstance(one, list)] == [
        set(map(str, one)) for one in after if isinstance(one, list)
    ]


@given(_TEXTS)
def test_the_count_falls_by_what_was_said(text: str) -> None:
    savings = found(text).savings
    before, after = count_characters(text).submitted, count_characters(shortened(text, savings)).submitted
    assert before - after == sum(one.saved for one in savings)
    for one in savings:
        assert one.saved == before - count_characters(shortened(text, [one])).submitted > 0


@given(_TEXTS, st.randoms())
def test_all_at_once_is_the_same_as_one_by_one_in_any_order(text: str, random: Random) -> None:
    savings = found(text).savings
    order = list(savings)
    random.shuffle(order)
    done: list[Saving] = []
    step_by_step = text
    for one in order:
        moved = sum(len(each.replacement) - (each.end - each.start) for each in done if each < one)
        step_by_step = shortened(step_by_step, [one._replace(start=one.start + moved, end=one.end + moved)])
        done.append(one)
    assert shortened(text, savings) == step_by_step


@given(_TEXTS)
def test_nothing_overlaps(text: str) -> None:
    assert all(one.end <= other.start for one, other in pairwise(found(text).savings))


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    savings = found(text).savings
    before, after = count_characters(text).submitted, count_characters(shortened(text, savings)).submitted
    assert before - after == sum(one.saved for one in savings)


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("Det koster 22.900.000 kr. i alt.", "Det koster 22,9 mio. kr. i alt."),
        ("Det koster 22.900.000 kroner.", "Det koster 22,9 mio. kr."),
        ("Det koster 22.905.000 kr. i alt.", "Det koster 22.905.000 kr. i alt."),  # three decimals
        ("Det koster 900.000 kr. i alt.", "Det koster 900.000 kr. i alt."),
        ("Mellem 20.000.000 og 22.900.000 kr. i alt.", "Mellem 20.000.000 og 22.900.000 kr. i alt."),
        ("Det koster 22.900.000 kr./år.", "Det koster 22.900.000 kr./år."),
        ("Fra den 1. september 2026 er det klar.", "Fra den 1.9.2026 er det klar."),
        ("Det er klar 31. februar 2026.", "Det er klar 31. februar 2026."),
        ("Det sker 1. og 3. maj 2026.", "Det sker 1. og 3. maj 2026."),
        ("Det sker 1.-3. maj 2026.", "Det sker 1.-3. maj 2026."),
        ("Det sker 15. maj til 3. juni 2026.", "Det sker 15. maj til 3. juni 2026."),  # one year for both
        ("Det sker 15. maj, 3. juni 2026.", "Det sker 15. maj, 3. juni 2026."),
        ("Fra 22. august 2023 til 31. januar 2024.", "Fra 22.8.2023 til 31.1.2024."),
    ],
)
def test_dates_and_amounts_are_shorter_only_where_they_are_exact(text: str, shorter: str) -> None:
    assert made_shorter(text) == shorter


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("et  ord og   et", "et ord og et"),
        ("2025  22.900", "2025  22.900"),  # two columns
        ("et ord \nog et", "et ord\nog et"),
        ("et\n\n\n\nto", "et\n\nto"),
        ("et\n  - to", "et\n  - to"),
        ("  et ord \n\n", "et ord"),
    ],
)
def test_spaces_and_breaks_that_say_nothing_go(text: str, shorter: str) -> None:
    assert made_shorter(text) == shorter


def test_a_blank_line_between_paragraphs_is_offered_by_itself_and_saves_two() -> None:
    (one,) = of_kind("Et ord.\n\nEt andet.", SavingKind.BLANK_LINE)
    assert (one.replacement, one.saved) == ("\n", 2)


TWICE = "Der er et stort behov for boliger til voksne."


def test_a_sentence_that_stands_twice_may_go_once() -> None:
    text = f"{TWICE} Vi bygger otte.\n{TWICE}\nDerfor søger vi."
    (one,) = of_kind(text, SavingKind.REPEATED)
    assert shortened(text, [one]) == f"{TWICE} Vi bygger otte.\nDerfor søger vi."


@pytest.mark.parametrize(
    "twice",
    [
        "Hvor stor en andel af pladserne er til andre?",  # a question of the form, with an answer after each
        "Boliger efter loven i alt\t14,6 mio. kr.",  # a row of a table
        "- Boliger efter loven til voksne borgere.",  # an item of a list
        "Udgifter til boliger og fælles arealer",  # a heading
    ],
)
def test_what_is_no_sentence_of_its_own_is_shown_and_not_offered(twice: str) -> None:
    result = found(f"{twice}\nEt ord.\n{twice}\nEt andet.")
    assert all(one.kind is not SavingKind.REPEATED for one in result.savings)
    assert [one.is_literal for one in result.repeated] == [True]


def test_the_ministrys_sentences_stay() -> None:
    text = next(one.text for one in ROUND.criteria if "for så vidt angår" in one.text)
    assert found(text).savings
    (one,) = found(f"{text} Det gælder, såfremt det er nyt.", names=ministry_sentences(ROUND)).savings
    assert one.replacement == "hvis"


def test_a_sentence_of_another_text_names_it() -> None:
    savings = found(f"Vi bygger otte. {TWICE}", others=(("projects[0].description", TWICE),)).savings
    (one,) = [each for each in savings if each.kind is SavingKind.REPEATED]
    assert one.elsewhere == "projects[0].description"


def test_a_sentence_that_the_form_requires_is_shown_and_not_offered() -> None:
    others = (("projects[0].description", TWICE),)
    result = shortening(LongText("description", TWICE, others, needed=((0, len(TWICE)),)), table())
    assert [one.kind for one in result.savings if one.kind is SavingKind.REPEATED] == []
    assert [one.is_literal for one in result.repeated] == [True]


def test_a_sentence_that_is_nearly_the_same_is_only_shown() -> None:
    result = found(f"{TWICE} Der er et stort behov for boliger til mange voksne.")
    assert [one.is_literal for one in result.repeated] == [False]
    assert all(one.kind is not SavingKind.REPEATED for one in result.savings)


def test_sentences_with_other_numbers_are_not_the_same() -> None:
    assert found("De 36 pladser er oprettet efter loven. De 6 pladser er oprettet efter loven.").repeated == ()


@pytest.mark.parametrize("text", ["På nuværende tidspunkt. " * 8_000, "»" * 200_000, "er i stand til at " * 11_000])
def test_a_hostile_text_is_looked_through(text: str) -> None:
    assert found(text).savings is not None
