"""A better pricing of places, each wording with one in almost the same words that gives nothing."""

import pytest

from tests.rules.description.judged import covers

PAIRS = (
    ("Taksten bliver lavere end hos private leverandører.", "Taksten kendes endnu ikke."),
    ("Pladserne er et alternativ til dyrere private tilbud.", "Prisen på byggematerialer er lavere end i fjor."),
    ("Stordrift og fælles nattevagt holder døgnprisen nede.", "Kommunens udgifter til fælles nattevagt er steget."),
    ("Taksten falder, fordi nattevagten deles med nabohuset.", "Taksten falder, hvis nabohuset vil dele nattevagten."),
    (
        "Flere pladser giver et større udbud og dermed pres på priserne hos de private tilbud.",
        "Projektet skal bidrage til bedre prissætning.",
    ),
    (
        "Vi kan drive pladsen for 2.400 kr. i døgnet mod 3.900 kr. hos private.",
        "Grunden koster 2.400 kr. pr. m2 mod 3.900 kr. i byen.",
    ),
    (
        "Vi undgår dyre enkeltmandsprojekter, så taksterne kan holdes nede.",
        "Spørgsmål om taksterne kan rettes til tlf. 99 31 31 31.",
    ),
    ("Taksten vil ikke være højere end i dag.", "Taksten vil ikke blive lavere end i dag."),
    ("Kostægte takster gør det lettere at sammenligne priserne på pladser.", "Taksterne oplyses senere."),
    ("Takst: lavere end referenceprisen på 3.200 kr. pr. døgn", "Takst: afventer"),
)


@pytest.mark.parametrize("text", [text for text, _ in PAIRS])
def test_a_way_or_a_reason_is_found(text: str) -> None:
    assert covers(3, text)


@pytest.mark.parametrize("text", [text for _, text in PAIRS])
def test_what_gives_none_is_not_said_to_give_it(text: str) -> None:
    assert not covers(3, text)
