"""A project's name where its line or item begins, the applicant in the first words, and what a house is made into."""

import pytest

from tests.rules.contradictions.drafts import askely, elmely, words


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Solgården. 5 nye pladser i den gamle skole.", "Solgården"),
        ("Solgården. Nybyggeri med fem pladser.", "Solgården"),
        ("B) Solgården: fem pladser", "Solgården"),
        ("II: Solgården\nfem pladser", "Solgården"),
        ("Projekt 2, Gug Bakke, er fem pladser til unge.", "Gug Bakke"),
        ("»Gug Mølle« (§ 107)\nfem pladser", "Gug Mølle"),
        ("b. »Gug Mølle«\nfem pladser", "Gug Mølle"),
    ],
)
def test_a_name_at_the_start_of_a_line_is_found(line: str, name: str) -> None:
    assert words(f"Der søges til to projekter.\n\nElmely\n18 pladser.\n\n{line}", elmely(), askely()) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "B) Askely: fem pladser",
        "Projekt 2, Askely, er fem pladser til unge.",
        "Projekt 2, Nybyggeri på Søndermarken, er fem pladser.",
        "»Askely Bo« (§ 107)\nfem pladser",
        "Askely. 5 nye pladser i den gamle skole.\n\nGrunden. Solgården ligger ved siden af.",
        "Askely\nfem pladser\n\nB) Økonomi: der lånes i begge år\nC) Tidsplan\nII: Andre kommuner",
    ],
)
def test_the_tables_names_and_other_labels_are_none(line: str) -> None:
    assert words(f"Der søges til to projekter.\n\nElmely\n18 pladser.\n\n{line}", elmely(), askely()) == []


def test_a_number_of_the_name_does_not_stand_for_it() -> None:
    one = elmely(name="Gug Botilbud – atten boliger")
    assert words("Vi søger lån til projektet »Elmehuset i Vejgaard«. Det får atten boliger.", one)[:1] == ["Elmehuset"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebild Kommunes to projekter giver 23 nye pladser og er begge nybyggeri.", "Rebild Kommunes"),
        ("Rebild Kommunes botilbud i Støvring bliver på 18 pladser.", "Rebild Kommunes"),
        ("Rebild Kommune har i samarbejde med naboerne gennemført en analyse af området.", "Rebild Kommune"),
        ("Rebild Byråd har som ansøger tiltrådt projektet.", "Rebild Byråd"),
    ],
)
def test_who_stands_in_the_first_words_is_taken_for_the_applicant(text: str, found: str) -> None:
    assert any(word in (found, found.removesuffix("s")) for word in words(text))


@pytest.mark.parametrize(
    "text",
    [
        "Aalborg Kommunes projekt giver 18 nye pladser. Rebild Kommunes botilbud i Støvring har 40.",
        "Rebild Kommune har som nabo tilkendegivet, at den vil bruge 3 pladser.",
        "Projektet er drøftet. Rebild Byråd har tiltrådt aftalen om 3 pladser.",
    ],
)
def test_a_neighbour_is_no_applicant(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi ønsker at indrette 20 nye botilbudspladser i den tidligere kro, som vi købte i 2023.", True),
        ("Derfor indrettes den gamle lægebolig til 20 pladser efter SEL § 107.", True),
        ("Elmely udvider kapaciteten, der i dag er på 42 pladser, med 20 pladser.", True),
        ("Vi ønsker at indrette 18 nye botilbudspladser i den tidligere kro, som vi købte i 2023.", False),
        ("Elmely udvider kapaciteten, der i dag er på 42 pladser, med 18 pladser.", False),
        ("De 20 pladser i det tidligere botilbud er nedlagt.", False),
        ("Den gamle lægebolig blev i 2019 indrettet til 20 pladser efter SEL § 107.", False),
    ],
)
def test_what_a_house_was_does_not_hide_what_it_becomes(text: str, *, found: bool) -> None:
    assert bool(words(text)) is found
