"""Amounts whose words say in other ways that they are the loan or the cost, and those beside them."""

import pytest

from tests.rules.contradictions.drafts import askely, elmely, words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2025: 8,0 mio. kr.; 2026: 15,9 mio. kr.", ["15,9 mio. kr."]),
        ("Økonomi: 9 mio. kr. i 2025 (projektering) og 14,9 mio. kr. i 2026 (byggeri).", ["9 mio. kr. i 2025"]),
        ("Finansiering: 9,1 mio. kr. i 2025 og 15,2 mio. kr. i 2026 søges som lån.", ["9,1 mio", "15,2 mio"]),
        ("Af lånet skal 8 mio. kr. bruges i 2025 og 16,4 mio. kr. i 2026.", ["16,4 mio. kr. i 2026"]),
        ("Der lånes 8 mio. kr. til arbejder i 2025 og 13 mio. kr. til arbejder i 2026.", ["13 mio. kr."]),
        ("Vi låner 8 mio. kr. i 2025, og resten, 16,9 mio. kr., lånes i 2026.", ["16,9 mio. kr."]),
        ("En del lånes i 2025 (8,0 mio. kr.) og det dobbelte i 2026 (16,0 mio. kr.).", ["16,0 mio. kr."]),
        ("Lånet er delt: 8 mio. kr. i 2025 og 14,9 mio. kr. i 2026. Tilsammen er det 24,9 mio. kr.", ["24,9 mio. kr."]),
        ("2025: 8,0 mio. kr. 2026: 14,9 mio. kr. Tilsammen 20,9 mio. kr.", ["20,9 mio. kr."]),
        ("Bruttoudgiften er 25,1 mio. kr.", ["25,1 mio. kr."]),
        ("Brutto 22,9 mio. kr. er indarbejdet i budgettet.", ["22,9 mio. kr."]),
        ("Lånet er på 22,9 mio. kr. ud af 29,5 mio. kr.", ["29,5 mio. kr."]),
        ("Der lånes 22,9 mio. kr. af de 31,2 mio. kr., som det hele koster.", ["31,2 mio. kr."]),
        ("Prisen er 24,5 mio. kr., så medfinansieringen er lille.", ["24,5 mio. kr."]),
        ("Projektet er kalkuleret til 25 mio. kr.", ["25 mio. kr."]),
        ("Udgiften er i budget 2025-28 sat til 31.500 t.kr.", ["31.500 t.kr."]),
        ("Kommunen har for perioden 2025-26 ansøgt om 27,5 mio. kr.", ["27,5 mio. kr."]),
        ("Anlægget vil i alt (brutto) beløbe sig til 29,6 mio. kr.", ["29,6 mio. kr."]),
        ("Projektets bruttoanlægsudgift i 2025 og 2026 er 25,7 mio. kr.", ["25,7 mio. kr."]),
        ("Bruttoanlægsudgiften er opgjort på skitseniveau og udgør 31,2 mio. kr.", ["31,2 mio. kr."]),
        ("4. Angivelse af ansøgt låneadgang.\nSvar: 9,0 mio. kr. for 2025 og det samme for 2026.", ["9,0 mio. kr."]),
        ("Lån\n18,0 mio. kr. i 2025, intet i 2026.", ["18,0 mio. kr. i 2025", "intet i 2026"]),
        ("Vi søger ni komma ni millioner kroner i 2025 og fjorten komma ni i 2026.", ["ni komma ni millioner"]),
        ("Det svarer til 92 pct. af bruttoudgiften på 24,8 mio. kr.", ["24,8 mio. kr."]),
    ],
)
def test_an_amount_is_of_what_its_words_or_its_neighbour_say(text: str, wrong: list[str]) -> None:
    found = words(text)
    assert len(found) == len(wrong)
    assert all(part in each for part, each in zip(wrong, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Kassen giver 1,5 mio. kr. i 2025 og 3,1 mio. kr. i 2026; der lånes 8,0 mio. kr. i 2025 og resten i 2026.",
        "Huset er købt for 4,6 mio. kr., ombygningen koster 22,9 mio. kr., og det giver 27,5 mio. kr.",
        "De øvrige 77 pladser koster 43,2 mio. kr. om året.",
        "Der søges om låneadgang svarende til 35 pct. af 22,9 mio. kr. i 2025 og resten i 2026.",
        "Lånet er for 2025 (8,0 mio. kr.) og 2026 (14,9 mio. kr.); renten er 1,2 mio. kr. i 2027.",
        "Ansøgt lån: 2025 8,0 mio. kr. / 2026 14,9 mio. kr. / sum 22,9 mio. kr.",
        "Ud af udgiften på 27,5 mio. kr. er 2,7 mio. kr. til hjælpemidler.",
        "I budgettet er afsat 8,0 mio. kr. i 2025 og 17 mio. kr. i 2026 til skoler.",
        "Kommunens øvrige låntagning er 22,0 mio. kr. til skoler.",
        "Resten af anlægsudgiften, 4,6 mio. kr., betales med salg af to grunde (3,2 + 1,4 mio. kr.).",
        "De dyreste pladser koster tilsammen 27,4 mio. kr., og alle er private.",
        "Kommunen udnytter i forvejen energilånepuljen med 4,0 mio. kr. i 2025 og 6,0 mio. kr. i 2026.",
        "Der søges om lån til et byggeri til 27,5 mio. kr.",
        "Lån 8,0 mio. kr. 2025; 14,9 mio. kr. 2026.",
        "Entreprisesummen er 19,7 mio., rådgivning 2,6 mio., resten er tilslutning.",
        "14 borgere bor ude, hvilket koster 23,7 mio. kr. inkl. rejser.",
        "Vi søger otte komma nul millioner kroner i 2025 og fjorten komma ni i 2026.",
        "Lånet er 22,9 mio. kr. Dertil 3,8 mio. kr. i 2025, som kommunen selv betaler.",
        "Lån i 2025 er 8 mio og lån i 2026 er 14,9 mio.",
        "Plejeboligerne indgår ikke i lånet; deres anskaffelsessum på 61 mio. kr. afholdes af foreningen.",
        "Uden moms er bruttoanlægsudgiften 22 mio. kr.",
        "Af lånet går 3 mio. kr. i 2025 til projektering og 5 mio. kr. til jordarbejder.",
        "Vi har også søgt Realdania om 2,5 mio. kr. i 2025 og 1,5 mio. kr. i 2026.",
        "Lån (mio. kr.): 8,0 i 2025, 14,9 i 2026; egenbetaling 1,5 i 2025, 3,1 i 2026.",
        "Prisen er 2.700 kr. pr. døgn. En plads koster 1,1 mio. kr. om året.",
        "Vi låner 8 mio. kr. i 2025, og resten, 4,6 mio. kr., betaler kommunen selv i 2026.",
        "Det koster 3 mio. kr. at rive skolen ned.",
        "Anlægsudgiften afholdes med 9 mio. kr. i 2025 og 18,5 mio. kr. i 2026.",
        "Brutto 27,5 mio. kr., heraf lån 22,9 mio. kr.",
    ],
)
def test_an_amount_of_something_else_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_each_project_of_a_sentence_has_its_own_amounts() -> None:
    both = elmely(), askely()
    text = "Elmely søger 8,0 mio. kr. i 2025 og 14,9 mio. kr. i 2026, Askely udelukkende i 2025 med {} mio. kr."
    assert words(text.format("20,5"), *both) == []
    assert words(text.format("14,9"), *both) == ["2025 med 14,9 mio. kr."]
    summed = "Elmely søger 8,0 mio. kr. i 2025 og Askely 20,5 mio. kr. Summen er 28,5 mio. kr. i 2025."
    assert words(summed, *both) == []


def test_what_a_line_says_of_another_municipality_is_none_of_the_project() -> None:
    assert words("Elmely er vores.\nSkive: Ti pladser. Lån på 11 mio. kr. i 2025 og 9,5 mio. kr. i 2026.") == []


def test_what_is_said_of_another_applicant_is_held_against_the_table() -> None:
    text = "Skive Kommune ansøger om lån på 9 mio. kr. i 2025 og 14,9 mio. kr. i 2026."
    assert words(text) == ["Skive Kommune", "9 mio. kr. i 2025"]
