"""Long expressions become shorter ones only where they mean the same and the grammar holds."""

import re

import pytest

from botilbud_desktop.domain.text.sentences import sentences
from botilbud_desktop.rules.shortening.shorter_words import TableError, read_table
from tests.rules.shortening.table import entries, found, made_shorter

_NEGATIONS = re.compile(r"\b(?:ikke|ingen|intet|aldrig|hverken|uden|næppe|mangler|nej)\b")


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("Puljen er oprettet med henblik på at udvide kapaciteten.", "Puljen er oprettet for at udvide kapaciteten."),
        ("Med henblik på at sikre ro opføres huse.", "For at sikre ro opføres huse."),
        ("Udgiften vurderes på nuværende tidspunkt til 8.", "Udgiften vurderes for tiden til 8."),
        ("På nuværende tidspunkt er det ikke fastlagt.", "For tiden er det ikke fastlagt."),
        ("Det er allerede på nuværende tidspunkt klart.", "Det er allerede nu klart."),
        ("Pladserne ændres, såfremt lånet opnås.", "Pladserne ændres, hvis lånet opnås."),
        ("Vi skal foretage en vurdering af behovet.", "Vi skal vurdere behovet."),
        ("Vi har foretaget en vurdering af behovet.", "Vi har vurderet behovet."),
        ("Flytningen sker i løbet af 2025.", "Flytningen sker i 2025."),
        ("Der er tale om tilbud til voksne.", "Det er tilbud til voksne."),
        ("Der er 30 procent flere.", "Der er 30 pct. flere."),
        ("Behovet er steget med 30 procent.", "Behovet er steget med 30 pct."),
        ("Det koster 22,9 millioner kroner. Lånet er mindre.", "Det koster 22,9 mio. kr. Lånet er mindre."),
        ("Byggeriet gennemføres under forudsætning af, at lånet opnås.", "Byggeriet gennemføres, hvis lånet opnås."),
        ("Huset bygges på en sådan måde, at der er ro.", "Huset bygges, så der er ro."),
        ("Borgere, der ikke er i stand til at bo alene.", "Borgere, der ikke kan bo alene."),
        ("Borgeren er ikke i stand til at bo alene.", "Borgeren kan ikke bo alene."),
        ("Behovet vurderes, hvorvidt det end er kendt.", "Behovet vurderes, om det end er kendt."),
        ("Det er kommunens vurdering, at behovet stiger.", "Kommunen vurderer, at behovet stiger."),
        ("Pladserne oprettes i henhold til servicelovens § 107.", "Pladserne oprettes efter servicelovens § 107."),
        ("- med henblik på at udvide", "- for at udvide"),
        ("Huset er beliggende i byen og er fra 1974.", "Huset ligger i byen og er fra 1974."),
        ("Det er tilbud, som har mulighed for at hjælpe.", "Det er tilbud, som kan hjælpe."),
        ("Pladser, hvor vi har mulighed for at købe og dermed er med.", "Pladser, hvor vi kan købe og dermed er med."),
        ("Kommunen har til hensigt at bygge.", "Kommunen påtænker at bygge."),
        ("Det skal bemærkes, at lånet er mindre.", "Det bemærkes, at lånet er mindre."),
        ("Huset bygges, således at der er ro.", "Huset bygges, så der er ro."),
    ],
)
def test_a_long_expression_is_made_shorter(text: str, shorter: str) -> None:
    assert made_shorter(text) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "Der er foretaget en vurdering af behovet.",  # »Der er vurderet behovet« is no Danish
        "Borgeren er i stand til at bo alene og at lave mad.",  # a second »at« hangs on the expression
        "Vi foretager en vurdering af behovet og af økonomien.",
        "Borgeren kan have mulighed for at flytte.",  # »kan kunne«
        "Det varer i løbet af 2 år.",
        "Han kom i forbindelse med en læge.",
        "Det følger aftalen i henhold til nabolaget.",
        "Boligerne er eksklusive boliger og inklusive fællesskaber.",
        "Halvdelen er i procent mindre.",
        "Tilbuddet hedder Samtlige Boliger, og Med Henblik på at bo er et andet.",
        "Han siger: »Vi gør det på nuværende tidspunkt.«",
        'Citat: "såfremt lånet opnås"',
        "Skriv til såfremt@kommune.dk eller www.for eksempel",
        "SÅFREMT LÅNET OPNÅS",
        "Det er en cirka-pris og et eller/såfremt.",
        "Lov nummer 12 gælder.",
        "Vi ved, hvad det vil sige.",
        "Beboerne har det godt ligeledes-agtigt.",
        "Huset er beliggende i byen og opført i 1974.",  # »ligger i byen og opført«
        "Huset er beliggende i byen, ejet af kommunen.",
        "Vi foretager en vurdering af behovet og en prioritering.",
        "Beboeren har mulighed for at bo alene og ret til hjælp.",
        "Kommunen har et ønske om ro og en plan for byggeriet.",
        "I dag benytter kommunen sig af private tilbud, og vi benytter os af dem.",
        "Interessen er stor blandt andre kommuner.",  # »bl.a. kommuner«
        "Personer, som på grund af betydelig nedsat funktionsevne har behov for det.",  # the law's words
        "Det skal ses som følge af byggeriet.",
        "Det er kun på grund af, at behovet stiger.",  # »kun, fordi«
        "Det sker og således at der er ro.",  # »og så«
        "I forbindelse med byggeriet er der støj.",  # no sentence begins with an abbreviation
        "Tilbuddet er i fremtiden og følger til stadighed behovet.",
        "Tilbuddet er nyt og så videre til næste.",
        "Der er 5 procent Aalborg.",  # »pct. Aalborg« would seem to begin a sentence
        "Vi ser på andet, for det er blandt andet.",
        "Alt sker i den hensigt",
    ],
)
def test_what_may_mean_something_else_stays(text: str) -> None:
    assert found(text).savings == ()


def test_a_name_stays_as_it_is() -> None:
    text = "Projektet er Boliger i nærheden af Skovvej."
    assert found(text).savings
    assert found(text, names=("Boliger i nærheden af Skovvej",)).savings == ()


def test_the_table_is_long_enough_and_no_entry_changes_a_number_or_a_negation() -> None:
    assert len(entries()) >= 80
    for entry in entries():
        assert _NEGATIONS.findall(entry.long) == _NEGATIONS.findall(entry.short), entry
        assert not re.search(r"\d", entry.long + entry.short), entry


def test_an_abbreviation_of_the_table_ends_no_sentence() -> None:
    for entry in entries():
        if entry.short.endswith(".") and not entry.short.endswith(("kr.", "pct.", "osv.")):
            text = f"Der er {entry.short} Aalborg."
            assert sentences(text).units[1:-1] == (text,), entry


@pytest.mark.parametrize(
    "line", ["kun lang", "kort | meget længere", "Lang vending | kort", "| kort", "lang vej | vej | før: x"]
)
def test_a_line_that_is_no_entry_is_refused(line: str) -> None:
    with pytest.raises(TableError):
        read_table(line)


def test_an_expression_may_stand_once_only() -> None:
    with pytest.raises(TableError):
        read_table("såfremt | hvis\nsåfremt | om")
