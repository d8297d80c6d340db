"""Wordings of the loan of each year, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Der søges om låneadgang på 12,5 mio. kr. i 2025 og 8,0 mio. kr. i 2026.",
    "Ansøgt lånebeløb: 2025: 12.500 t.kr. 2026: 8.000 t.kr.",
    "Kommunen søger i alt 20 mio. kr., heraf 12 mio. kr. i 2025 og 8 mio. kr. i 2026.",
    "Låneadgang for hhv. 2025 og 2026: 12 mio. kr. og 8 mio. kr.",
    "Vi ansøger om 20,5 mio. kr. i låneadgang, og det hele ligger i 2026.",
    "Lånet på 21 mio. kr. ønskes udelukkende i 2025.",
    "Låneansøgningen fordeler sig med 60 pct. i 2025 og 40 pct. i 2026 af 25 mio. kr.",
    "Lån 2025: 7 mio. kr.\nLån 2026: 15 mio. kr.",
    "Ansøgt låneadgang\n- 2025: 7,0 mio. kr.\n- 2026: 15,0 mio. kr.",
    "For 2025 ansøges om lån på kr. 7.000.000, for 2026 om kr. 15.000.000.",
    "I 2025 søges der 22 mio. kr. i lån, mens der ikke søges om lån i 2026.",
    "Det ansøgte lån på 30 mio. kr. fordeles ligeligt mellem 2025 og 2026.",
    "Lånebehovet er 14.300 (1.000 kr.) i 2025 og 9.700 (1.000 kr.) i 2026.",
    "Der søges om dispensation til at låne 10 millioner kroner i hvert af årene 2025 og 2026.",
    "Vi ønsker at låne 11,2 mio. kr. det første år og 9,4 mio. kr. det andet år.",
    "Finansiering: lån 18 mio. kr. (2025: 6 mio. kr., 2026: 12 mio. kr.)",
    "Ansøgt beløb i 2025 er 6 mio. kr. Ansøgt beløb i 2026 er 12 mio. kr. Begge beløb er lån.",
    "Kommunen optager lån på 6 mio. kr. i '25 og 12 mio. kr. i '26.",
    "Af det samlede lån på 24 mio. kr. falder en tredjedel i 2025 og resten i 2026.",
    "Der søges om lån: 13 mio. (2025) + 11 mio. (2026).",
    "Hele lånebeløbet på 22,4 mio. kr. søges for 2026.",
    "Vi søger om en låneramme på 9,1 mio. kr. for 2025 samt 14 mio. kr. for 2026.",
    "Lånet søges optaget med 5.500.000 kr. i 2025 og de resterende 16.000.000 kr. i 2026.",
    "Til projektet søges der låneadgang for 8 mio. kr. i 2025 og yderligere 13 mio. kr. året efter.",
    "Ansøgningen lyder på 21,6 mio. kr. til optagelse i 2025. I 2026 søges intet.",
    "Fordeling af lån: 45 pct. i 2025 (9,9 mio. kr.), 55 pct. i 2026 (12,1 mio. kr.).",
    "Låneadgang (mio. kr.): 2025: 9,9; 2026: 12,1",
    "Der søges lånedispensation på 9,9 mio. kr. vedr. 2025 og på 12,1 mio. kr. vedr. 2026.",
    "Årligt lån i 2025 og 2026: 11 mio. kr.",
    "Lånet: 2025 - 9,9 mio. kr., 2026 - 12,1 mio. kr.",
    "Vi søger 9,9 og 12,1 mio. kr. i lån i henholdsvis 2025 og 2026.",
)
NOT_GIVEN = (
    "Kommunen søger om låneadgang på i alt 22 mio. kr. i 2025-2026.",
    "Der søges om lån på 22 mio. kr.",
    "Der søges om låneadgang for 2025 og 2026.",
    "Låneadgang: 2025: ___ mio. kr., 2026: ___ mio. kr.",
    "Lånet er på 22 mio. kr. og fordeles over årene 2025 og 2026.",
    "Der ansøges om 22 mio. kr. til 2025 og 2026 under ét.",
    "Anlægsudgiften er 15 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Projektet koster 27 mio. kr., 15 mio. kr. i 2025 og 12 mio. kr. i 2026, og en del lånefinansieres.",
    "Der er afsat 5 mio. kr. i budget 2025 og 7 mio. kr. i budget 2026.",
    "Lånebeløbet for 2025 er 9 mio. kr. Beløbet for 2026 kendes endnu ikke.",
    "Lånet fordeles med størstedelen i 2025 og en mindre del i 2026.",
    "Vi har tidligere fået låneadgang på 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Byrådet skal godkende lånet på 9 mio. kr. i 2025 og 12 mio. kr. i 2026, før beløbene ligger fast.",
    "Der søges måske om lån på 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Lån: 9 mio. kr. i 2025 (skal tjekkes), 12 mio. kr. i 2026 (skal tjekkes)",
    "Kommunens driftsudgift er 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Hvor meget søges i 2025 og 2026? Lånebehovet er 21 mio. kr.",
    "Lånepuljen er på 600 mio. kr. i 2025 og 700 mio. kr. i 2026.",
    "Der søges om lån svarende til 80 pct. af anlægsudgiften i 2025 og 2026.",
    "Lånet afdrages med 0,9 mio. kr. i 2025 og 1,1 mio. kr. i 2026.",
    "Herning Kommune søger om lån på 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Lånebeløb for 2025 og 2026 fremgår af skemaet.",
    "Egenfinansieringen er 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Vi søger om lån i 2024 på 9 mio. kr. og i 2025 på 12 mio. kr.",
    "Lånet på 22 mio. kr. udbetales, når byggeriet begynder i 2025.",
    "Lånet afhænger af licitationen: 9 mio. kr. i 2025 eller 12 mio. kr. i 2026.",
    "Det søgte lån er 22 mio. kr.; projektet gennemføres i 2025 og 2026.",
    "Boligforeningen låner 9 mio. kr. i 2025 og 12 mio. kr. i 2026.",
    "Hvis vi får tilskud fra staten, søges 9 mio. kr. i lån i 2025; ellers mere.",
    "Lånet i 2025 bliver lidt større end i 2026, i alt 22 mio. kr.",
    "Beløbene for 2025 og 2026 er endnu ikke fordelt; lånet er på 22 mio. kr.",
    "Lån 2025: 9 mio. kr.\nLån 2026: afventer",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(4, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(4, text)
