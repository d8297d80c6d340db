"""Whether a number of places is of the project: told without a verb, made of a building, known before, compared."""

import pytest

from tests.rules.contradictions.drafts import words

OF_THE_PROJECT = (
    "Der bor 10 i dag. Botilbuddet udvider kapaciteten på området med 28 pladser efter § 108.",
    "Den tidligere skole, som har stået tom siden 2021, indrettes til seksten nye pladser.",
    "Bygningen blev købt i 2022 og ombygges nu til 20 pladser efter § 107.",
    "Kommunens tidligere børnehave bygges om til 16 pladser.",
    "16 pladser til voksne med autisme",
    "Botilbuddet Elmely: 16 boliger (§§ 107/108)",
    "Elmely – 20 pladser til unge med ADHD",
    "1) Elmely: 16 pladser, §§ 107/108",
    "Elmely er 16 pladser til voksne med hjerneskade.",
    "Der er tale om 16 pladser, som ikke findes i dag.",
    "De 16 pladser, vi søger lån til, findes ikke i dag.",
    "Projektet er siden vokset til 20 pladser.",
    "Elmely opføres som 16 boliger i to længer.",
    "Det nedlagte plejehjem omdannes til 20 boliger.",
    "Kommunen får 20 pladser ud over de 34, den har i dag.",
    "Hotellets 31 værelser på 12 m2 slås sammen til 16 boliger.",
    "Alle 16 pladser er nye.",
    "Seks af de 16 pladser er til andre kommuner.",
    "Kommunen køber den gamle kro og indretter 20 pladser.",
    "Med de 16 længerevarende pladser kan vi dække behovet.",
    "Med 20 pladser efter §§ 107 og 108 bliver Elmely et stort botilbud.",
)
OF_OTHER_THINGS = (
    "Elmely får 18 pladser. De er et tillæg til de 21 pladser, kommunen har i Støvring.",
    "Elmely får 18 pladser. Trekroner-projektet med 22 pladser blev dyrere end ventet.",
    "I perioden 2020-2023 oprettede kommunen 96 pladser.",
    "Kapaciteten øges med to huse med hver ni pladser.",
    "De sidste initiativer giver yderligere 12 pladser efter 2026.",
    "I de 16 almene boliger har ingen andre kommuner visitationsret.",
    "Elmely får 18 pladser. De fem pladser på Møllevej har vi ikke haft ansøgere til.",
    "Købte pladser\n8 pladser til unge med ADHD\n4 pladser til voksne med demens",
    "Elmely får 18 pladser. På Sjælland findes kun 9 pladser efter § 108 til målgruppen.",
    "Den gamle fløj ombygges senere til 8 kontorpladser.",
    "KKR har anbefalet 40 nye pladser i Nordjylland inden 2030.",
    "Belægningen ventes at være 10 pladser i 2026.",
    "Elmely får 18 pladser. Ved færre end 16 pladser er driften ikke bæredygtig.",
    "Afsnit A: 8 pladser. Afsnit B: 10 pladser.",
    "Botilbuddet havde 16 pladser, før det lukkede.",
    "Et lignende tilbud i Horsens har 16 pladser.",
    "Sammen med tre andre projekter i regionen på tilsammen 38 pladser har sagen været drøftet i KKR.",
    "Administrationen fordeles på 40 i stedet for 22 pladser.",
    "Fra en baseline på 28 pladser går vi efter en vækst.",
    "Ventelisten er på 16 borgere.",
    "Otte pladser til afklaring, ti pladser til længere ophold.",
    "Fire boliger tilbydes Rebild.",
    "Fire boliger går til os selv og to til Rebild.",
    "Der er to slags pladser i byggeriet.",
    "To boliger kan slås sammen, hvis en beboer har brug for det.",
    "Kommunen råder over 27 pladser efter servicelovens §§ 107 og 108.",
    "De unge kan få en af de 15 udslusningsboliger.",
    "De 14 pladser, som kommunen har i forvejen, bliver, hvor de er.",
    "12 pladser til unge og 6 pladser til voksne.",
    "Det tidligere botilbud med 14 pladser er solgt.",
    "Kommunen driver 16 pladser på Møllevej, og de berøres ikke.",
    "I 2022 åbnede 16 pladser på Møllevej.",
    "Planen for hele området er 45 boliger.",
    "Vi skrev 16 pladser i sidste års ansøgning.",
    "Elmely har fællesskab med Nørrebo, der har 16 pladser efter § 108.",
    "I området ligger i forvejen 24 boliger, der ikke berøres. Fællesskabet med de 24 boliger holder taksten nede.",
    "Tre ud af seks pladser på Møllevej er optaget i dag.",
    "18 pladser: fem på hver af de tre etager og tre på taget.",
)


@pytest.mark.parametrize("text", OF_THE_PROJECT)
def test_a_number_that_is_the_projects_and_not_the_tables_is_told(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_a_number_of_parts_of_others_and_of_what_is_there_is_let_be(text: str) -> None:
    assert words(text) == []


def test_places_for_the_municipalities_around_are_compared_with_the_share() -> None:
    assert words("Kommunerne omkring os får fem pladser.") == ["fem pladser"]
    assert words("Kommunerne omkring os får seks pladser.") == []
