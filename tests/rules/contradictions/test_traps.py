"""True sentences with figures that are not the table's: none of them contradicts it."""

import pytest

from tests.rules.contradictions.drafts import words

TRAPS = """
Bruttoanlægsudgiften er ca. 28 mio. kr.
Bruttoanlægsudgiften er knap 28 mio. kr., og heraf lånes 22,9 mio. kr.
Der søges om 22.900 t.kr., heraf 8.000 t.kr. i 2025 og 14.900 t.kr. i 2026.
Der søges om 22.900.000 kr. over begge år.
Lånet udgør 23 mio. kr.
Lånet udgør godt 22 mio. kr. i alt over de to år.
Ansøgt låneadgang: 2025: 8.000, 2026: 14.900 (1.000 kr.), i alt 22.900.
Fællesarealerne er fordelt med 18/50, da bygningen i alt har 50 boliger.
Af bygningens 50 boliger er 18 omfattet af ansøgningen, og resten er ældreboliger.
Fællesarealerne deles med 32 ældreboliger i samme bygning.
Hele plejecentret har kostet 140 mio. kr., og botilbuddets andel er 27,5 mio. kr.
Byggegrunden koster 3,2 mio. kr., som kommunen selv betaler.
Inventar for 1,4 mio. kr. er ikke med i lånet.
Kommunen finansierer selv de resterende 4,6 mio. kr.
Den årlige driftsudgift bliver 19,5 mio. kr.
Kommunen har i dag 42 botilbudspladser og får dermed 60.
Kapaciteten vokser fra 42 til 60 pladser.
Kommunens samlede kapacitet stiger med 43 pct.
Ventelisten er vokset med 60 pct. siden 2020.
I 2019 åbnede kommunen 12 pladser i et andet tilbud.
Der er 11 borgere på venteliste, og 7 af dem bor hjemme.
For 25 pct. af borgerne er der tale om genindlæggelser.
Kommunen købte sidste år 31 pladser i andre kommuner.
Kontakt projektleder Anne Holm på tlf. 98 13 45 67.
Støtten gives efter servicelovens § 85, og borgerne har dagtilbud efter § 103 og § 104.
Der er søgt dispensation efter planlovens § 19.
Borgere med magtanvendelse behandles efter servicelovens §§ 124-129.
Pladserne kan også bruges af borgere, der i dag bor i en bolig efter almenboliglovens § 105.
Projektet laves sammen med Rebild, Jammerbugt og Brønderslev kommuner.
Rebild Kommune har tilkendegivet at ville bruge 3 pladser.
Brønderslev Kommune har tilsluttet sig aftalen, og Jammerbugt Kommune drøfter den i juni.
Aalborgs borgere kommer først.
Aalborg Kommunes ansøgning omfatter ét projekt.
Elmely får et fælles køkken i hver af de to afdelinger.
Botilbuddet Elmely ligger på Elmelyvej 18.
På Elmely etableres tolv pladser efter § 107 og seks efter § 108.
12 midlertidige og 6 varige pladser, i alt 18.
Hvert hus rummer 9 boliger.
Der bygges to huse med ni boliger i hvert.
Første etape på 10 pladser står klar i juni 2026, og de sidste 8 i september 2026.
Byggeriet begynder i november 2025 og varer 10 måneder.
Byggeriet afsluttes i 3. kvartal 2026.
Byggeriet ventes afsluttet inden udgangen af 2026.
De første borgere flytter ind 1. oktober 2026.
Pladserne tages i brug i 4. kvartal 2026.
Byrådet behandler sagen den 12. december 2024.
Licitationen afholdes i marts 2025, og spadestikket tages i maj 2025.
Lokalplanen ventes vedtaget i februar 2025.
Huset er fra 1962 og blev renoveret i 1998.
En tredjedel af pladserne stilles til rådighed for andre kommuner.
Mindst 25 pct. af pladserne skal ifølge puljen være til rådighed for andre kommuner.
6 af de 18 pladser er til rådighed for andre kommuner.
To tredjedele af pladserne bruger vi selv.
Kommunens egne borgere får 12 af pladserne.
Nabokommunerne får hver 2 pladser.
80 pct. af de borgere, der i dag bor uden for kommunen, kan flyttes hjem.
Taksten falder med 12 pct. i forhold til private tilbud.
Taksten bliver 3.150 kr. pr. døgn.
Prisen pr. plads er 1,53 mio. kr.
Anlægsudgiften pr. bolig bliver ca. 1,5 mio. kr.
Lånet svarer til 1,27 mio. kr. pr. plads.
Lånet afdrages over 25 år med en ydelse på 1,4 mio. kr. om året.
Renten af lånet er budgetteret til 0,8 mio. kr.
Puljen er på 700 mio. kr. i 2025 og 2026.
Kommunen fik i 2023 et lån på 12 mio. kr. til et andet botilbud.
Personalet udgør 34 årsværk, og der bliver 4 vågne nattevagter.
Der etableres 14 parkeringspladser og et værksted med 10 pladser.
Boligerne er på 45 m2, og fællesarealet er 320 m2.
Målgruppen er voksne mellem 18 og 65 år.
Regionen vurderer, at der mangler 120 pladser i Nordjylland.
Kommunens nuværende botilbud Solbakken har 16 pladser.
Erfaringerne fra projekt Solgården, der åbnede i 2022, er gode.
Solgården er et nabotilbud med 24 pladser.
I 2025 er behovet 9 pladser og i 2026 yderligere 9.
Hvis der ikke gives lån, bygges kun 12 pladser for 15 mio. kr.
Et alternativ med 24 pladser blev fravalgt.
I første omgang visiteres 4 borgere fra kommunen.
Der er afsat 4,6 mio. kr. på budgettet for 2026 til medfinansiering.
Den låneberettigede udgift er opgjort til 22,9 mio. kr. af en bruttoanlægsudgift på 27,5 mio. kr.
Bruttoanlægsudgiften fordeler sig med 20 mio. kr. til håndværkere, 4,5 mio. kr. til rådgivning og 3 mio. kr. til reserver.
Håndværkerudgifterne udgør 20 mio. kr. af anlægssummen.
I 2025 bruges 9,6 mio. kr. og i 2026 17,9 mio. kr. af anlægsudgiften.
Anlægsudgiften i 2025 er 9,6 mio. kr.
Den gennemsnitlige husleje bliver 6.400 kr. om måneden.
Borgere fra Mariagerfjord Kommune bor i dag i 5 af vores pladser.
Ud af 18 pladser er 4 aflastningspladser.
Pladserne fordeles med 10 i stueetagen og 8 på 1. sal.
Der er plads til pårørende i 2 gæsteboliger.
De 18 boliger får egen terrasse; 14 af dem vender mod syd.
Byggeriet opdeles i 3 etaper á 6 boliger.
Kommunen har 10 pct. flere ansøgninger end for to år siden.
Fra 2027 ventes 95 pct. belægning.
Projektet bidrager med 18 af de 60 pladser, som rammeaftalen peger på.
KKR Nordjylland drøftede den 14. juni 2024 behovet for 60 nye pladser.
Vi planlægger senere yderligere 8 pladser i en anden pulje.
Boligerne er almene, og der gives servicearealtilskud på 40.000 kr. pr. bolig.
Byggeriet opføres i 2025 og 2026.
Nye pladser i 2026: 18.
Vi lukker samtidig 4 pladser på Solbakken.
Driften begynder 1. november 2026, når personalet er ansat.
1-års-eftersyn holdes i september 2027.
Evaluering sker ved udgangen af 2028.
"""
WRONG = """
Vi søger om lov til at låne 25 mio. kr.
Låneadgangen i 2026 er 15,9 mio. kr.
Der ansøges om 9 mio. kr. i 2025 og 14,9 mio. kr. i 2026.
Lånebeløbet for 2025 udgør 8.500.000 kr.
Samlet ansøgt lån: 24.900 t.kr.
Hele lånet på 22,9 mio. kr. ligger i 2025.
Anlægsudgiften er beregnet til 31 mio. kr.
Byggeriet koster i alt 29,5 mio. kr.
Den samlede anlægssum udgør 25.000.000 kr.
Projektets bruttoanlægsudgift: 26.500 t.kr.
Udvidelsen er på 20 pladser.
Projektet omfatter 16 botilbudspladser.
Vi får 22 nye døgnpladser.
Der etableres 14 pladser efter § 107 og 6 pladser efter § 108.
Botilbuddet får plads til 21 borgere.
De i alt 19 pladser er fordelt på to huse.
Kapaciteten øges fra 42 til 62 pladser.
Med 15 nye pladser udvider kommunen kapaciteten.
Tyve pladser bliver det til.
Halvdelen af pladserne er til rådighed for andre kommuner.
25 pct. af pladserne stilles til rådighed for andre kommuner.
Andel til andre kommuner: 40 pct.
9 af de 18 pladser reserveres til andre kommuner.
Andre kommuner får adgang til hver fjerde plads.
Kommunen bruger selv 80 pct. af pladserne, og resten sælges.
Byggeriet er færdigt i marts 2027.
Projektet afsluttes den 30. november 2026.
Forventet færdiggørelse: 1. februar 2026.
Ibrugtagning ventes 1. maj 2026.
De nye pladser tages i brug i sommeren 2025.
Borgerne flytter ind til august 2027.
Pladserne etableres i 2025.
Alle pladserne er klar i 2025.
Alle 18 pladser oprettes efter servicelovens § 66.
Pladserne etableres som almene boliger efter almenboliglovens § 105.
Projektet Birkely er et nybyggeri.
Projekt »Elmehuset« ligger i Gistrup.
Brønderslev Kommune søger hermed om låneadgang.
Hjørring Kommune ansøger om lån til 18 pladser.
Ansøger: Rebild Kommune
Vesthimmerlands Kommunes ansøgning om låneadgang
Der er tale om ombygning af en eksisterende bygning.
"""


@pytest.mark.parametrize("sentence", TRAPS.strip().split("\n"))
def test_a_figure_of_something_else_contradicts_nothing(sentence: str) -> None:
    assert words(sentence) == []


def test_all_of_them_together_contradict_nothing() -> None:
    assert words(" ".join(TRAPS.strip().split("\n"))) == []


@pytest.mark.parametrize("sentence", WRONG.strip().split("\n"))
def test_a_figure_of_the_project_contradicts(sentence: str) -> None:
    assert words(sentence)
