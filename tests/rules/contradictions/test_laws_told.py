"""Laws as people tell them: by a label, alone in a row, by how people live there, behind a name."""

import pytest

from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import SEL_108, elmely, words
from tests.rules.samples import group

ANOTHER_LAW = (
    "Retsgrundlag: lov om social service § 107, idet borgerne bliver boende resten af livet.",
    "Retsgrundlaget er SEL § 107.",
    "Lovgrundlag: § 107",
    "SEL § 107.",
    "§ 107, unge med autisme",
    "Kontering: funktion 5.38.51, midlertidigt ophold (§ 107), dranst 3.",
    "Elmely (§ 107) øger den samlede kapacitet.",
    "Elmely (SEL § 107, 18 pladser)",
    "De skal bo der midlertidigt, jf. servicelovens § 107, mens de får hjælp.",
    "De bor der et par år (servicelovens § 107), og så flytter de videre.",
    "18 pladser (§ 107) til voksne med hjerneskade.",
    "Klyngen af 18 boliger, § 107, ligger ved skoven.",
    "Der er tale om midlertidige pladser efter § 107.",
    "Vi bygger 18 midlertidige pladser.",
    "Pladserne er almene boliger efter ABL § 105.",
    "Det er efter § 107, og det er 18 mere, end vi ellers har.",
    "Elmely er til midlertidigt ophold (§ 107).",
    "Kommunen opretter 18 pladser efter barnets lov.",
    "Alle 18 pladser oprettes efter almenboliglovens § 105.",
)
OF_OTHER_THINGS = (
    "Af kommunens 242 er 96 efter § 107, 110 efter § 108 og 36 efter almenboliglovens § 105.",
    "Vi åbner fire ekstra pladser på det bestående Kirkestræde (ABL § 105).",
    "Vi bemærker, at § 105-boligerne på Vejlegården fortsætter uændret.",
    "Elmely bygges nu. Til sammenligning tog Vorup Bo med 20 boliger efter ABL § 105 26 måneder.",
    "Af 41 borgere bor 12 hos familie, 8 i almene boliger efter ABL § 105 med støtte efter SEL § 85.",
    "Borgerne bor i dag på § 107-pladser i andre kommuner.",
    "En § 107-plads koster i dag 2.870 kr.",
    "Borgerne kommer fra midlertidige ophold efter § 107 i andre kommuner.",
    "Kommunen har 27 pladser efter § 107.",
    "Kommunens 14 midlertidige pladser efter § 107 på Møllevej berøres ikke.",
    "Takster efter § 107 er steget med 9 pct.",
    "Visitationen efter § 107 sker i et andet udvalg.",
    "Unge, der er færdige med et ophold efter § 107, kan flytte ind på Elmely.",
    "Støtten gives efter § 85.",
    "Pladserne oprettes ikke efter § 107, men efter § 108.",
    "Nogle af borgerne får aflastning efter § 107 på et andet sted.",
    "Byggeriet opføres i midlertidige pavilloner.",
    "Puljen kan søges til pladser efter §§ 107 og 108.",
    "Kommunens rammeaftale omfatter § 107 og § 108.",
    "Naboen, Bakkely (§ 107), har fælles ledelse med os.",
    "Elmely ligger ved siden af et midlertidigt botilbud med 9 pladser.",
)
OF_ALL = (
    "Retsgrundlag: § 107 for alle pladser.",
    "De atten pladser er alle til længerevarende ophold, jf. lov om social service.",
    "Alle pladser er efter § 108.",
    "Samtlige 18 pladser oprettes efter § 107.",
)
LONGER_STAYS = elmely(places=(replace(group(18, SEL_108), year=2026),))


@pytest.mark.parametrize("text", ANOTHER_LAW)
def test_a_law_that_the_table_has_no_places_of_is_told(text: str) -> None:
    assert words(text, LONGER_STAYS)


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_a_law_of_other_places_and_other_things_is_let_be(text: str) -> None:
    assert words(text, LONGER_STAYS) == []


@pytest.mark.parametrize("text", OF_ALL)
def test_a_law_of_all_places_is_told_where_some_are_under_another(text: str) -> None:
    assert words(text)
