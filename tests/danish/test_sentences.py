"""Rules for sentences: a whole one has a capital after a colon, an `og` between two a comma, a date its »den«."""

import re

import pytest

from tests.danish.visible import visible_texts

_VERBS = (
    "er|var|bliver|blev|skal|må|kan|kunne|har|vil|står|mangler|gælder|findes|siger|bruger|viser|gør|tæller|"
    "kører|starter|ligger|åbner|læses|vises|sendes|svarer|passer|hører"
)
_IMPERATIVES = (
    "skriv|vælg|ret|slet|tryk|prøv|brug|åbn|gem|hent|indsæt|sæt|se|kontrollér|kopiér|vent|luk|kør|"
    "angiv|spørg|bed|fjern|udskriv|læs|tag|saml"
)
_AFTER_COLON = re.compile(
    rf"(?<![A-Z])(?:\*\*)?(?<!fx)(?<!sæt ind i): (?:(?:{_IMPERATIVES}) (?!med\b)[^.:]*|"
    rf"(?!(?:om|at|hvad|hvem|hvor|hvornår|hvis|når|mens|uden|den, der|det, der|det, ministeriet|ikke|kun|også|fx)\b)"
    rf"[a-zæøå][^.:,;(]{{0,60}}\b(?:{_VERBS})\b(?! (?:af|fra) )[^:]*)"
)
_KEYS = ("tests/", "storage/json/round_words.py", "rules/round_file/", "cli/rounds/", "__init__.py")
"""Where a colon stands between a key and what is said of it."""
_NOT_WHOLE = (
    "Vurderes: kræver vurdering. Mangler: mangler oplysninger",  # the words of the outcomes
    "Sta&vekontrol: næste ukendte ord",
    "Uden nummer: afsnittet",
    "Botilbud Desktop: kladde, kontrol",
    "`uninstall` i `Botilbud",
    "hvert program og bibliotek: hvem der har",
    "Programmet sammenligner teksterne med det, du har skrevet i skemaet: antal",
    "er til jer selv: hvad der mangler",
    "Startsiden viser dine seneste kladder: kommune",
    "Se, hvad der er fundet: feltet",
    "værdien `CurrentBuildNumber`",
    "| `KeepVersions` |",
    "heri: ",
    "ny for hver version: står i pakken",
)


def _texts() -> list[tuple[str, str]]:
    """Returns the places and texts, without keys and without the English half of the readme for IT."""
    everything = list(visible_texts())
    begins = " on Windows – for IT"
    english = next(place for place, text in everything if "windows/README.md" in place and begins in text)
    after = int(english.rpartition(":")[2])
    return [
        (place, text)
        for place, text in everything
        if not any(key in place for key in _KEYS)
        and not ("windows/README.md" in place and int(place.rpartition(":")[2]) >= after)
    ]


TEXTS = _texts()


def test_a_whole_sentence_after_a_colon_begins_with_a_capital() -> None:
    found = [
        f"{place}: {text}"
        for place, text in TEXTS
        if _AFTER_COLON.search(text) and not any(known in text for known in _NOT_WHOLE)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Feltet er ikke kopieret: et andet program bruger udklipsholderen.", True),
        ("Feltet er ikke kopieret: Et andet program bruger udklipsholderen.", False),
        ("Præcis 20 mio. kr. er ikke nok: det skal være over.", True),
        ("tabellen kan ikke vise det felt: slet kolonnens bogstav", True),
        ("Skriv det, I har: navn, lån og pladser.", False),
        ("Alle tegn tæller: bogstaver, mellemrum og linjeskift. Word tæller ikke linjeskift.", False),
    ],
)
def test_the_rule_finds_such_sentences_and_no_lists(text: str, is_wrong: bool) -> None:
    assert bool(_AFTER_COLON.search(text)) is is_wrong


def test_a_date_that_code_puts_in_has_its_den() -> None:
    found = [
        f"{place}: {text}"
        for place, text in TEXTS
        if re.search(r"\b(afsluttes|afsluttet|fristen er|fristen var|efter fristen) (?:\{\}|\d\d\.)", text)
    ]
    assert found == []


def test_an_exception_is_still_needed() -> None:
    everything = "\n".join(text for _, text in visible_texts())
    assert [known for known in _NOT_WHOLE if known not in everything] == []
