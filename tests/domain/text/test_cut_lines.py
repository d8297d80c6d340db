"""Lines that the width of a page has cut are joined; lists, headings, addresses and real paragraphs stay."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.joining.cut_lines import NARROWEST, joined_lines
from botilbud_desktop.domain.text.joining.joints import joined_pair, known_words

_PROSE = """Kommunen oplever et stort behov for at etablere nye boliger til borgere med
sammensatte diagnoser. Mange af disse borgere bor hjemme, men har brug for
intensiv støtte i et beskyttet miljø for at udvikle de færdigheder, der er nød-
vendige for at leve selvstændigt."""


def test_a_paragraph_copied_from_a_pdf_becomes_one_line() -> None:
    joined = joined_lines(_PROSE)
    assert joined.text == (
        "Kommunen oplever et stort behov for at etablere nye boliger til borgere med sammensatte diagnoser. Mange af "
        "disse borgere bor hjemme, men har brug for intensiv støtte i et beskyttet miljø for at udvikle de "
        "færdigheder, der er nødvendige for at leve selvstændigt."
    )
    assert (joined.breaks, joined.words, joined.doubtful) == (3, ("nødvendige",), 0)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Der er der-", "for behov", "Der er derfor behov"),
        ("behov for bo-", "og døgntilbud", "behov for bo- og døgntilbud"),
        ("fælles-", "eller servicearealer", "fælles- eller servicearealer"),
        ("efter § 107/108-", "boliger", "efter § 107/108-boliger"),
        ("unge på 18-", "årige", "unge på 18-årige"),
        ("i perioden 2025-", "2026", "i perioden 2025-2026"),
        ("på KKR-", "mødet", "på KKR-mødet"),
        ("skriv en e-", "mail", "skriv en e-mail"),
        ("et nyt it-", "system", "et nyt it-system"),
        ("Prader-", "Willis syndrom", "Prader-Willis syndrom"),
        ("og/", "eller", "og/eller"),
        ("beskrivelser -", "herunder mål", "beskrivelser - herunder mål"),
        ("beskrivelser –", "herunder mål", "beskrivelser – herunder mål"),
        ("bo\u00ad", "tilbud", "botilbud"),
        ("bo\u2010", "tilbud", "botilbud"),
        ("plads  ", "  til", "plads til"),
        ("", "til", "til"),
        ("special-", "(107)", "special- (107)"),
    ],
)
def test_hyphens_go_by_danish_rules(first: str, second: str, joined: str) -> None:
    assert joined_pair(first, second).text == joined


def test_a_hyphen_stays_when_the_text_has_the_word_with_it_elsewhere() -> None:
    assert joined_pair("mandag-", "fredag", known_words("Åbent mandag-fredag.")).text == "mandag-fredag"
    assert joined_pair("it-", "systemer", known_words("itsystemer")).text == "itsystemer"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "En linje",
        "Sønderbro 12\n9000 Aalborg\nDanmark",
        "Job og Velfærd\nVoksensocialafdelingen\nSønderbro 12\n9000 Aalborg",
        "- boliger til borgere med varig hjerneskade og demens\n- haver, hvor borgerne kan være alene\n- fælleshus",
        "1. boliger til borgere med varig hjerneskade og demens,\n2. haver, hvor borgerne kan være alene",
        "a) boliger til borgere med varig hjerneskade og demens,\nb) haver, hvor borgerne kan være alene",
        "Målgruppe\nMålgruppen er borgere med udviklingshæmning og samtidige multiple handicap.",
        "Målgruppen for tilbuddet er mennesker med et støttebehov.\nPladserne skal bruges.\nTilbuddet er nyt.",
        "Almene boliger\t74,4 mio. kr.\n§ 107/108-boliger\t14,6 mio. kr.\nfælles- og servicearealer\t31,9 mio. kr.",
        "Borgere med varig hjerneskade, demens og autisme\nBorgere med multiple handicap, som er unge",
        "Tilbuddet bygges til de følgende tre grupper af borgere:\nborgere med hjerneskade\nborgere med demens",
        "Der er plads.\n\nDer er ro.",
        ("lang tekst uden linjeskift " * 12).strip() + "\n" + ("mere lang tekst " * 12).strip(),
    ],
)
def test_what_no_page_has_cut_stays_as_it_is(text: str) -> None:
    assert joined_lines(text).text == text
    assert joined_lines(text).breaks == 0


def test_a_heading_a_list_an_address_and_a_paragraph_keep_their_breaks_beside_cut_lines() -> None:
    text = (
        f"Målgruppe og behov\n{_PROSE}\nTilbuddet består af\n- 15 pladser efter servicelovens § 107\n"
        f"- 4 pladser efter servicelovens § 108\nBotilbuddet Solsiden\nSønderbro 12\n9000 Aalborg\n{_PROSE}\nØkonomi\n"
        "Lån\t22.900"
    )
    paragraph = joined_lines(_PROSE).text
    assert joined_lines(text).text.split("\n") == [
        "Målgruppe og behov",
        paragraph,
        "Tilbuddet består af",
        "- 15 pladser efter servicelovens § 107",
        "- 4 pladser efter servicelovens § 108",
        "Botilbuddet Solsiden",
        "Sønderbro 12",
        "9000 Aalborg",
        paragraph,
        "Økonomi",
        "Lån\t22.900",
    ]


@pytest.mark.parametrize("beginning", ["Vi bygger", "Vi bygger følgende til borgere, der har brug for ro:"])
def test_a_list_without_signs_stays_beside_cut_lines(beginning: str) -> None:
    items = (
        "fælleshus med plads til tredive borgere og personale",
        "boliger med eget bad og køkken til hver enkelt borger",
        "have med sansestier, drivhus og udendørs opholdssteder",
    )
    text = "\n".join([_PROSE, beginning, *items, _PROSE])
    paragraph = joined_lines(_PROSE).text
    assert joined_lines(text).text.split("\n") == [paragraph, beginning, *items, paragraph]


def test_a_first_line_that_was_copied_from_its_middle_on_is_joined() -> None:
    text = f"Formålet er at\n{_PROSE[0].lower()}{_PROSE[1:]}"
    assert joined_lines(text).text.count("\n") == 1, "the short first line is too short to be sure of"


def test_a_number_with_a_full_stop_is_a_list_only_beside_its_neighbour() -> None:
    cut = (
        "Kommunen udvider kapaciteten efter servicelovens §§ 107 og\n"
        "108. Der er stort behov, og pladserne tages i brug\n"
    )
    date = "1. januar 2027, når haven er anlagt omkring husene."
    assert joined_lines(cut + date).text == (cut + date).replace("\n", " ")


def test_a_full_line_that_ends_a_sentence_goes_on_only_where_paragraphs_have_empty_lines() -> None:
    cut = (
        "Kommunen har gennem en længere årrække oplevet et stigende\n"
        "antal borgere. Der er derfor behov for at bygge langt flere.\n"
        "Udvidelsen sker i to etaper, og den første af dem begynder i\n"
        "efteråret."
    )
    alone = joined_lines(cut)
    assert alone.text.split("\n")[1].startswith("Udvidelsen")
    assert alone.doubtful == 1
    among = joined_lines(f"{cut}\n\nØkonomien er i orden.")
    assert among.text.count("\n") == 2
    assert among.doubtful == 0


def test_a_sentence_that_goes_on_beyond_an_empty_line_is_joined() -> None:
    text = "Projektet har indgået i afdelingens overordnede plan for udviklingen af bo- og\n\ndøgntilbud i kommunen."
    assert joined_lines(text).text == text.replace("\n\n", " ")


_WORDS = st.lists(
    st.text(alphabet="abcdefgæøå", min_size=1, max_size=12).filter(lambda word: len(word) > 1), min_size=12, max_size=60
)


@given(_WORDS, st.integers(40, 110))
def test_whatever_is_cut_between_words_is_put_together(words: list[str], width: int) -> None:
    prose = f"Vi bygger {' '.join(words)}."
    lines = textwrap.wrap(prose, width)
    joined = joined_lines("\n".join(lines))
    assert joined.text.replace("\n", " ") == prose
    assert joined.breaks or len(lines) == 1 or len(lines[0]) < NARROWEST


@given(st.text(alphabet=st.sampled_from("abC .,-–\n\t1§/:•\u00ad\u00a0"), max_size=400))
def test_only_breaks_spaces_and_hyphens_at_a_cut_go(text: str) -> None:
    gone = re.compile(r"[\s\u00ad-]")
    joined = joined_lines(text)
    assert gone.sub("", joined.text) == gone.sub("", text)
    assert joined.breaks == text.count("\n") - joined.text.count("\n")


@pytest.mark.parametrize("text", ["a" * 300_000, "ord " * 50_000 + "\n", ("a" * 40 + " i\n") * 20_000, "-\n" * 100_000])
def test_a_huge_text_is_joined_without_waiting(text: str) -> None:
    assert len(joined_lines(text).text) <= len(text)
