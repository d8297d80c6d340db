"""Wordings of how much the capacity grows and for whom, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Projektet udvider kapaciteten med 12 pladser til voksne med autisme.",
    "Kapaciteten øges fra 18 til 26 pladser. Målgruppen er borgere med udviklingshæmning.",
    "Vi opfører 9 boliger efter § 108. De er til mennesker med erhvervet hjerneskade.",
    "Der etableres otte nye botilbudspladser målrettet unge med spiseforstyrrelser.",
    "Botilbuddet får 14 lejligheder, som alle er nye i kommunens samlede kapacitet. Her skal bo borgere med demens.",
    "Antal nye pladser: 10\nMålgruppe: voksne med svære psykiske lidelser",
    "Seks ekstra pladser til borgere med dobbeltdiagnose på Nørregården.",
    "Den samlede kapacitet vokser med 7 pladser, så flere med Prader-Willi kan få et hjem.",
    "Kommunen mangler pladser til domfældte med udviklingshæmning. Derfor opføres et hus med 6 pladser.",
    "Udvidelsen er på 16 døgnpladser. De skal bruges af mennesker med komplekse støttebehov.",
    "Tilbuddet kommer til at rumme 11 borgere med multihandicap, og alle pladserne er nye.",
    "Med projektet får vi 5 § 107-pladser mere end i dag. Beboerne er unge mellem 18 og 25 år med ADHD.",
    "På Solbakken bygges to huse med hver seks boliger til borgere med hjerneskade.",
    "Projektet tilfører området 20 pladser. Målgruppen er bredt sammensat: autisme, ADHD og angst.",
    "Efter ombygningen er der 22 pladser mod 15 i dag. Pladserne er for voksne med fysisk handicap.",
    "Kommunen udbygger Lindehuset med tretten pladser for sårbare unge.",
    "Der er tale om en nettoudvidelse på 8 pladser. Borgerne har betydelige og varige funktionsnedsættelser.",
    "15 helt nye pladser! Målgruppen er borgere med udadreagerende adfærd.",
    "Vi går fra 30 til 36 pladser og kan dermed tage imod borgere med Huntingtons sygdom.",
    "Bidrag til kapaciteten: + 9 pladser. Målgruppe: borgere over 18 år med skizofreni.",
    "Projektet består af 4 aflastningspladser og 8 faste pladser til voksne med handicap.",
    "Der oprettes et botilbud med plads til 10 borgere med Downs syndrom.",
    "Kapacitetsudvidelse: 12 pladser (§ 107: 4, § 108: 8). Primær målgruppe: senhjerneskadede.",
    "I stuen og på 1. sal indrettes i alt fjorten boliger. De er tiltænkt kvinder og mænd med udviklingshandicap.",
    "Kommunens 40 pladser bliver til 52. De nye pladser er til borgere med kognitive vanskeligheder.",
    "Huset giver hjem til 9 mennesker, som i dag bor på institution. De har alle en psykisk lidelse.",
    "Udvidelsen omfatter ti § 108-pladser for personer med blindhed eller døvhed.",
    "Vi søger til etablering af 18 pladser. Pladserne er for borgere med svær autisme og selvskadende adfærd.",
    "De 6 nye boliger er til borgere, som ikke kan bo alene på grund af udviklingshæmning.",
    "Bosted Ådalen udvides med en fløj med otte pladser til borgere i misbrug.",
    "Der kommer 13 nye pladser ud af det. De fleste beboere vil være unge med autismespektrumforstyrrelser.",
    "Kommunen vil bygge 24 boliger som botilbud for socialt udsatte voksne.",
    "Der etableres ti nye pladser til borgere, hvis adfærd kræver særlige rammer.",
    "Projektet giver otte nye pladser til unge med autisme, som har brug for støtte hele døgnet.",
    "Her bliver plads til ni borgere med senhjerneskade.",
    "Den gamle skole, som har stået tom siden 2021, indrettes til seks nye pladser for voksne med demens.",
    "Det er et hus, hvor 12 borgere med udviklingshæmning (§ 108) skal have hjem.",
    "Der oprettes fem nye pladser til borgere under udredning for autisme.",
)
NOT_GIVEN = (
    "Projektet bidrager væsentligt til kapaciteten for borgere med autisme.",
    "Vi vil etablere et antal pladser til voksne med autisme.",
    "Kommunen råder i dag over 45 pladser til borgere med udviklingshæmning.",
    "Der er aktuelt 12 borgere med autisme på venteliste.",
    "Hvor mange pladser det bliver til, afhænger af licitationen. Målgruppen er voksne med autisme.",
    "Målgruppen er voksne med autisme. Kommunen har visiteret 12 borgere til pladser uden for kommunen.",
    "Kapaciteten skal udvides. Målgruppen er voksne med handicap.",
    "Vi har 8 pladser til borgere med demens, som renoveres, og antallet er uændret.",
    "Kapaciteten forbliver på 14 pladser. Målgruppen er borgere med sindslidelse.",
    "Der er plads til 60 gæster i fællessalen. Beboerne er voksne med handicap.",
    "Der kommer 15 p-pladser og en sansehave til beboere med demens.",
    "Vi regner med mellem 6 og 20 nye pladser til borgere med autisme.",
    "Projektet giver XX nye pladser til borgere med autisme.",
    "Projektet giver 12 nye pladser.",
    "De 12 nye pladser er fordelt på to etager med fælles køkken.",
    "Kommunen overvejer at etablere 12 nye pladser til borgere med autisme.",
    "Hvis grunden kan købes, opføres 12 nye pladser til borgere med autisme.",
    "Der etableres måske 12 nye pladser til borgere med autisme.",
    "Der er ikke tale om nye pladser: de 12 pladser til borgere med autisme findes allerede.",
    "Byrådet ønskede oprindelig 20 nye pladser til borgere med autisme. Antallet er nu åbent.",
    "Nabokommunen opfører 12 nye pladser til borgere med autisme, og vi vil gøre det samme.",
    "De seneste fem år har kommunen oprettet 12 nye pladser til borgere med autisme.",
    "Behovsanalysen viser, at der om ti år er brug for 25 nye pladser til borgere med demens.",
    "Der ansættes 18 nye medarbejdere til borgere med komplekse behov.",
    "Botilbuddet ligger 12 km fra centrum, og der er plads til nye borgere med autisme.",
    "Målgruppen fastlægges senere. Der opføres 12 nye pladser.",
    "Målgruppe: ?\nAntal nye pladser: 12",
    "Der opføres 12 nye pladser. Hvem de er til, er endnu ikke besluttet.",
    "Hvor meget bidrager projektet til udvidelsen? Målgruppen er borgere med autisme.",
    "Vi nedlægger 10 pladser og bygger 10 nye til borgere med demens.",
    "De 14 plejeboliger til ældre med demens er ikke en del af ansøgningen, og antallet af nye pladser oplyses senere.",
    "Bakken udvides med 12 pladser uden for denne ansøgning. Målgruppen på Lærkely er borgere med autisme.",
    "Vi flytter 12 pladser fra Bakken til et nyt hus. De er til borgere med autisme.",
    "Vi bygger et nyt hus til erstatning for 8 pladser. Målgruppen er borgere med demens.",
    "Ansøgningen drejer sig om pladser til voksne med autisme. I 2023 var der 14 henvendelser om nye pladser.",
    "Der etableres ti nye pladser til borgere med autisme, dersom byrådet køber grunden.",
    "Ifald naboen sælger, etableres ti nye pladser til borgere med autisme.",
    "På betingelse af, at lokalplanen vedtages, etableres ti nye pladser til borgere med autisme.",
    "Der kommer evt. ti nye pladser til borgere med autisme.",
    "Der kommer eventuelt ti nye pladser til borgere med autisme.",
    "Der etableres ti nye pladser til borgere med autisme, hvis grunden kan købes.",
    "Kommunen har brug for ti nye pladser til borgere med autisme.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(1, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(1, text)
