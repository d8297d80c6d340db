"""Names of projects and municipalities that the draft has not, and which texts are looked at, and when anew."""

import pytest

from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import CoverNote
from botilbud_desktop.rules.assessment import Assessor, assess
from botilbud_desktop.rules.contradictions.checking import TextChecker
from botilbud_desktop.rules.results import Severity
from tests.rules.contradictions.drafts import askely, contradictions, draft, elmely, words
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Der søges om lån til projektet Kirkebakken.", ["Kirkebakken"]),
        ("Projekt Svanelunden giver pladser til unge.", ["Svanelunden"]),
        ("Projektet »Hus 4 på Kildevej« omfatter pladser til unge.", ["Hus 4 på Kildevej"]),
        ("Kommunen opfører botilbuddet Lindely til unge.", ["Lindely"]),
        ("Projektet Elmely giver pladser til unge.", []),
        ("Projektet »Botilbuddet Elmely i Vejgaard« giver pladser.", []),
        ("Vi har gode erfaringer fra projektet Havrevænget, som fik tilsagn sidste år.", []),
        ("Kommunalbestyrelsen vedtog projektet 30. januar 2024.", []),
        ("Projektet Der er tale om, er drøftet.", []),
    ],
)
def test_a_project_that_the_table_has_not(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Lindely, Aalborg Kommune\n\nDer opføres et botilbud til unge.", ["Lindely"]),
        ("Lindegården bliver et botilbud til unge.", ["Lindegården"]),
        ("Unge med autisme skal have deres hjem på Strandgården ved Skagen.", ["Strandgården"]),
        ("Vi bygger Haslev Nord til unge med autisme.", ["Haslev Nord"]),
        ("Kommunen søger til botilbuddet »Åkanden«, som bygges på en grund, kommunen købte i 2022.", ["Åkanden"]),
        ("Byggeriet af »Brovst Botilbud« omfatter boliger til unge.", ["Brovst Botilbud"]),
        ("Med Stoense Have får vi plads til flere unge.", ["Stoense Have"]),
        ("Elmely er nyt. Bakkely Have, som huset kommer til at hedde, ligger ved skoven.", ["Bakkely Have"]),
        ('Elmely er nyt. Det bygges under projektnavnet "Sakskøbing Nord".', ["Sakskøbing Nord"]),
        ("Elmely er nyt. Med projekt Billum Vest kan vi sænke taksten.", ["Billum Vest"]),
        ("Elmely er nyt.\nKlitmøller Botilbud skal tage over, hvor familierne ikke kan.", ["Klitmøller Botilbud"]),
        ("Vi bygger til unge på en grund i Vejgaard.", []),
        ("Solgården er et nabotilbud. Ledelsen er fælles med Tåsinge Bo.", []),
        ("Beboerne flytter fra det nedlagte plejehjem Solgården.", []),
        ("Socialtilsyn Nord er et tilsyn. Region Nord får besked.", []),
        ("Elmely er nyt. Lindegården bliver nabo, og Stoense Have fortsætter.", []),
        ("Skovvej 12 bygges om til unge.", []),
        ("Andre kommuner har i dag fire pladser på Solhjem.", []),
        ("Personalet deles med »Havgården« på den anden side af vejen.", []),
    ],
)
def test_a_name_by_which_a_text_introduces_its_project(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Vi søger til to projekter, nemlig Elmely og Taastrupgård, til unge.", ["Taastrupgård"]),
        ("Ansøgningen består af to projekter, »Botilbuddet Elmely« og »Ry Møllevej«.", ["Ry Møllevej"]),
        ("Projekt 1, Elmely: til unge.\nProjekt 2, »Engesvang Hus«: til voksne.", ["Engesvang Hus"]),
        ("Elmely er etape 1. Etape 2 er botilbuddet »Annisse Eng«.", ["Annisse Eng"]),
        ("Elmely: 18 pladser til unge.\nBotilbuddet Ørsted: 5 pladser til voksne.", ["Botilbuddet Ørsted"]),
        ("Elmely er til unge.\n\nSvinninge Bo er 5 nye pladser til voksne.", ["Svinninge Bo"]),
        ("ELMELY\n18 pladser.\n\nRISE BO\n5 pladser.", ["RISE BO"]),
        ("| | Elmely | Bøgehuset |\n| Pladser | 18 | 5 |", ["Bøgehuset"]),
        ("Vi søger til to projekter, nemlig Elmely og Askely, til unge.", []),
        ("Elmely er til unge, og »Kom Ind« er et værested.", []),
        ("Elmely er et af de steder, Rebild og Jammerbugt kender.", []),
    ],
)
def test_a_name_among_those_of_several_projects(text: str, wrong: list[str]) -> None:
    assert words(text, elmely(), askely()) == wrong


def test_a_letter_that_is_written_in_two_ways_is_one() -> None:
    assert words("- Kølvrå Gl. Skole: til unge.", elmely(name="Kølvraa Gl. Skole")) == []
    assert words("- Løjt 0 i 2025 og 14,9 i 2026 - til unge.", elmely(name="Løjt Bo")) == []
    assert words("Projektet Aabenraa Bo er nyt.", elmely(name="Åbenrå Bo")) == []


def test_a_name_in_a_list_that_is_like_one_of_the_table() -> None:
    both = elmely(name="Løjt Bo"), askely(name="Felsted Gl. Skole")
    assert words("a) Løjt Bo. Til unge.\nb) Felsted Gl. Præstegård. Til voksne.", *both) == ["Felsted Gl. Præstegård"]
    assert words("a) Løjt. Til unge.\nb) Felsted. Til voksne.\nc) Tidsplan. Følger.", *both) == []
    assert words("Projektet Kirkebakken.", elmely(), askely(name="")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Brønderslev Kommune søger om låneadgang.", ["Brønderslev Kommune"]),
        ("Brønderslev Kommunes ansøgning om lån til et botilbud.", ["Brønderslev Kommunes"]),
        ("Vejen Kommune vil opføre et botilbud til unge med autisme.", ["Vejen Kommune"]),
        ("Gladsaxe Kommune, der som ansøger bygger og driver stedet, øger kapaciteten.", ["Gladsaxe Kommune"]),
        ("Kommunen i Vejen ansøger om lån.", ["Kommunen i Vejen"]),
        ("Aalborg Kommune søger om lån sammen med Brønderslev Kommune og Rebild Kommune.", []),
        ("Aalborg Kommune søger. Brønderslev Kommune søger efter det oplyste også.", []),
        ("Botilbuddet drives i fællesskab med Brønderslev Kommune.", []),
        ("Andre kommuner, fx Jammerbugt Kommune, kan købe pladser.", []),
        ("Vi køber i dag pladser af Vejle Kommune.", []),
        ("Stedet ligger på vejen mellem Aalborg og Hjørring, drøftet i KKR Nordjylland.", []),
        ("Kommunen søger om lån.", []),
    ],
)
def test_another_municipality_as_the_applicant(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong
    assert words(text, applicant=Applicant()) == []


@pytest.mark.parametrize(
    ("text", "is_of_another"),
    [
        ("Skovly, Struer Kommune\n\nDer opføres otte pladser.", True),
        ("Struer Kommune – Skovly\n\nDer opføres otte pladser.", True),
        ("Struer Kommunes to projekter\n\nDer opføres otte pladser.", True),
        ("Struer Kommune har i flere år manglet pladser til unge.", True),
        ("Med lånet kan Struer Kommune åbne otte nye pladser.", True),
        ("Vi bygger et botilbud.\n\nMed venlig hilsen\nStruer Kommune", True),
        ("I Struer Kommune ønsker vi at bygge selv.", True),
        ("Aalborg bygger et hus. Syv pladser til Struer Kommunes egne borgere.", True),
        ("Elmely i Aalborg Kommune.\n\nStruer Kommunes kapacitet vokser dermed til 60 pladser.", True),
        ("Elmely i Aalborg.\n\nStruer Kommune søger om 8 mio. kr. i 2025.", True),
        ("Projektets navn: Elmely\nKommune: Struer\nAntal pladser: 18", True),
        ("Struer Kommune er bygherre og ansøger på vegne af flere.", True),
        ("Elmely er nyt. På den baggrund ansøger Struer Kommune om lånedispensation.", True),
        ("Struer Kommune har fem borgere på venteliste til stedet.", False),
        ("Struer Kommune har skrevet under på at købe to pladser.", False),
        ("Struer Kommune vil disponere over to af de nye pladser.", False),
        ("Vi bygger. Struer Kommune er nabo og har også brug for pladser.", False),
        ("Vi bygger et botilbud.\n\nGrunden ejes af Struer Kommune.", False),
        ("Elmely, Aalborg Kommune\n\nStruer Kommune har vist interesse.", False),
        ("Aalborg Kommune søger om lån. Struer Kommune søger om 5 mio. kr. til et andet hus.", False),
        ("Struer Kommunes kapacitet er 60 pladser; Aalborgs er 400.", False),
    ],
)
def test_whose_text_it_is(text: str, *, is_of_another: bool) -> None:
    assert bool(words(text)) is is_of_another


def test_the_applicant_is_named_with_its_path() -> None:
    [found] = contradictions(draft("Brønderslev Kommune søger om låneadgang."))
    assert found.other == "applicant.municipality_code"
    assert found.message == (
        "Den samlede beskrivelse siger »Brønderslev Kommune«, men Aalborg Kommune står som ansøger. "
        "Ret det ene, hvis de handler om det samme."
    )


def test_each_text_of_the_draft_is_looked_at() -> None:
    wrong = "Vi udvider med 19 pladser."
    texts = ("description", "purpose", "target_group", "economy_note", "preservation_reason")
    one = draft("", elmely(**dict.fromkeys(texts, wrong)), cover_note=CoverNote(text=wrong))
    fields = [found.field for found in contradictions(one)]
    assert fields == [*(f"projects[0].{text}" for text in texts), "cover_note.text"]


def test_the_text_of_a_project_is_about_that_project() -> None:
    both = draft("", elmely(description="Der opføres 18 nye pladser."), askely(purpose="Der indrettes 18 nye pladser."))
    assert [found.field for found in contradictions(both)] == ["projects[1].purpose"]


def test_the_same_is_told_once() -> None:
    assert words("Vi udvider med 19 pladser. De 19 pladser er nye pladser.") == ["19 pladser"]


def test_each_contradiction_is_a_warning_at_its_text() -> None:
    found = assess(draft("Vi udvider med 19 pladser."), ROUND, TODAY)
    [warning] = [one for one in found.findings if one.code == "text.contradicts"]
    assert (warning.field, warning.severity) == ("description", Severity.WARNING)
    assert warning.message == found.contradictions[0].message


def test_nothing_is_read_again_that_has_not_changed() -> None:
    checker, one = TextChecker(ROUND), draft("Vi udvider med 19 pladser.")
    first = checker.contradictions(one)
    renamed = replace(one, contacts=replace(one.contacts, names="Åse"))
    assert checker.contradictions(renamed)[0] is first[0]
    typed = replace(renamed, projects=(replace(one.projects[0], description="Til unge."),))
    assert checker.contradictions(typed)[0] is first[0]
    mended = replace(
        one, projects=(replace(one.projects[0], places=(elmely().places[0].model_copy(update={"count": 19}),)),)
    )
    assert checker.contradictions(mended) == ()
    assert checker.contradictions(one) == first


def test_texts_are_compared_only_where_there_is_time() -> None:
    assessor, one = Assessor(ROUND), draft("Vi udvider med 19 pladser.")
    assert assessor.assess(one, TODAY, compares_texts=False).contradictions == ()
    assert assessor.assess(one, TODAY).contradictions
    assert assess(EMPTY_APPLICATION, ROUND, TODAY).contradictions == ()


@pytest.mark.parametrize(
    "unit",
    [
        *("22,9 mio. kr. i 2025 og ", "lån 5 mio. kr. ", "19 nye pladser ", "§ 107 og ", "Hjørring Kommune søger "),
        *("projektet Aa ", "»a", "tages i brug 2027 ", "5 af de 19 ", "a", "1 ", "\n- A. ", "fra 1 til 2 pladser "),
        *("A", "Aa ", "Aa Bo ", "\nAa", ". Aa ", "Med Aa ", "Struer Kommune x ", "\n ", "det hele i ", "i 2025 "),
    ],
)
def test_hostile_texts_are_read(unit: str) -> None:
    for found in contradictions(draft((unit * 20_000)[:40_000])):
        assert 0 <= found.span.start < found.span.end <= 40_000
