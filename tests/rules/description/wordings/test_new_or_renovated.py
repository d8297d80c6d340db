"""Wordings of whether places are new or renovated, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Projektet medfører nyetablering af 12 pladser.",
    "Der er tale om nybyggeri.",
    "Pladserne nyetableres i en tom ejendom, som kommunen ejer.",
    "Alle pladser er nye.",
    "Der bygges et helt nyt botilbud på en bar mark.",
    "Det tidligere plejehjem ombygges til botilbud.",
    "Projektet er en renovering af 10 eksisterende pladser, som ellers ville bortfalde.",
    "Fire pladser er nye, og seks eksisterende pladser gennemgribende renoveres.",
    "Nyetablering: 12 pladser. Renovering: 0.",
    "Vi bygger til: en ny fløj med otte boliger.",
    "Pladserne indrettes i den nedlagte skole, der bygges om.",
    "Kommunen opfører to nye huse ved siden af det nuværende bosted.",
    "De seks pladser opstår ved, at kontorer omdannes til boliger.",
    "Der etableres nye pladser, og ingen eksisterende pladser renoveres.",
    "Nyt eller renovering: Nyetablering.",
    "Er der tale om nyetablering eller renovering? Der er tale om nyetablering.",
    "Tilbuddet bygges fra bunden.",
    "Lejlighederne istandsættes, så de igen kan bruges som botilbudspladser.",
    "Vi køber et hotel og bygger det om til 14 boliger med botilbud.",
    "Ingen af pladserne findes i dag; de opføres som nye boliger.",
    "Projektet omfatter udelukkende nyetablerede pladser.",
    "Der er ikke tale om renovering, men om nybyggeri.",
    "Bygningen moderniseres, og de 8 pladser bevares dermed.",
    "Botilbuddet udvides med en tilbygning.",
    "Boligerne er nyopførte.",
    "Pladserne skabes ved nybyg på Engvej.",
    "Den eksisterende bygning rives ned, og der opføres et nyt botilbud.",
    "Der oprettes 12 nye pladser efter servicelovens § 107.",
    "En tilbygning på 400 m2 giver plads til seks boliger.",
    "Projektet indebærer en totalrenovering af botilbuddets 9 boliger.",
    "Første etape er nybyggeri, anden etape renovering af de eksisterende boliger.",
    "Er det gammelt eller nyt? Nyt fra top til tå.",
    "Nye eller renoverede pladser?\nPladserne er alle helt nye.",
    "Vi sætter den gamle præstegård i stand og indretter den til fem beboere.",
)
NOT_GIVEN = (
    "Det er endnu ikke afklaret, om pladserne nyetableres eller opstår ved renovering.",
    "Projektet kan være enten nybyggeri eller renovering.",
    "Nyetablering eller renovering: oplyses senere",
    "Kommunen har gennem årene både bygget nyt og renoveret.",
    "Botilbuddet blev renoveret i 2019.",
    "Kommunen renoverer vejene i området i 2026.",
    "Der ansættes en ny leder.",
    "Kommunens nye strategi for botilbud er vedtaget.",
    "Vi ser frem til et nyt og spændende samarbejde.",
    "Der indføres nye metoder i botilbuddet.",
    "Der overvejes nybyggeri.",
    "Måske renoveres pladserne.",
    "Hvis grunden ikke kan bebygges, renoveres de eksisterende pladser i stedet.",
    "Skal pladserne bygges nye eller renoveres?",
    "Et nyt tag på daginstitutionen er en del af aftalen.",
    "Private bygger mange nye boliger i byen.",
    "Der er bygget en ny svømmehal i byen.",
    "Der er behov for nye pladser i regionen.",
    "Pladserne indgår i kommunens udbud af tilbud efter serviceloven.",
    "Nybyggeri er dyrt, og renovering er besværligt.",
    "Projektet vedrører 12 pladser efter § 108.",
    "Boligselskabet renoverer naboejendommen.",
    "Vi har fået afslag på at bygge nyt.",
    "Ministeriet prioriterer nybyggeri højere end eksisterende bygninger.",
    "Nabokommunen opfører et nyt botilbud.",
    "Lokalplanen tillader opførelse af boliger på grunden.",
    "Til projektet hører en ny bus til beboerne.",
    "Etableringsformen (nyt/renovering) fastlægges i programfasen.",
    "Der er hverken økonomi til nybyggeri eller renovering uden lånet.",
    "Nye beboere bydes velkommen af en kontaktperson.",
    "Bygningen fra 1974 er renoveret flere gange.",
    "Angivelse af nyetablering/renovering: XX",
    "Om længen renoveres, eller om den rives ned, og der etableres nye pladser, er endnu ikke besluttet.",
    "Kapaciteten udvides med 12 nye pladser.",
    "Nabobygningen er nyopført.",
    "Stedet er omgivet af nyopførte rækkehuse.",
    "Køkkenet renoveres, og borgerne får nye gardiner.",
    "Ældreboligerne renoveres i 2026.",
    "Vi regner med enten at bygge nyt eller leje os ind.",
    "I 2010 etablerede vi nye pladser på Bakken.",
    "Kommunen vil bygge oven på de gode erfaringer fra botilbuddet og vil gerne bygge videre på dem.",
    "Hvad der er renovering af pladser, og hvad der er nybyggeri, vil fremgå af programmet.",
    "Er det gammelt eller nyt? Ny viden er på vej, siger rådgiveren.",
    "Er det gammelt eller nyt? Nyt eller gammelt: Det ved vi i maj.",
    "Hvad der er nye pladser, og hvad der er renovering, kommer til at fremgå af tegningerne.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(6, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(6, text)
