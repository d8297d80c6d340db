"""Times of completion and use as people tell them: without a year, by feasts, by the sentence ahead, of one thing."""

import pytest

from tests.rules.contradictions.drafts import words

TOO_EARLY_OR_LATE = (
    "Der er regnet på det, og det bliver færdigt i 2025.",
    "Klar til brug: sidst i 2025.",
    "Byggeriet er færdigt, og pladserne tages i brug inden sommerferien 2026, nærmere bestemt 22. juni.",
    "Vi regner med, at de første kan flytte ind før jul 2025.",
    "Arbejdet er tilendebragt 31. august 2026.",
    "Når etape 2 er færdig, er alle pladser taget i brug. Det sker 1. juni 2026.",
    "I brug maj 2026.",
    "Åbner 1. februar 2027.",
    "Byggeriet forventes færdigt i 2025, og tilbuddet kan tages i brug i oktober 2026.",
    "Elmely er klar til indflytning 1. juni.",
    "Beboerne flytter ind i april.",
    "Borgerne rykker ind til påske 2026.",
    "Aflevering i august 2026, indflytning i september.",
    "De første fire pladser tages i brug allerede i 2025.",
    "Vi tager botilbuddet i brug i marts 2026.",
    "Botilbuddet åbner i efterårsferien 2025.",
    "Byggeriet står færdigt ved skolestart 2026.",
    "Byggeriet står færdigt inden sommeren 2026.",
    "Indflytning: 1. april",
    "Byggeriet afsluttes senest 1. juni 2026.",
)
OF_OTHER_THINGS_OR_RIGHT = (
    "Til orientering: Remstrup-projektet (9 pladser) afsluttes i maj 2025.",
    "Varmepumpen tages i brug 1. maj 2026 for at tørre huset ud.",
    "Rejsen mod åbningen er tilrettelagt som en kampagne i tre bølger: teaser i efteråret 2025.",
    "Elmely er klar til indflytning 1. oktober.",
    "Beboerne flytter ind i oktober.",
    "Byggeriet afsluttes 30. september 2026, og indflytningen sker i november.",
    "Byggeriet afsluttes 30. september 2026. Beboerne flytter ind i løbet af oktober.",
    "Pladserne er taget i brug, når efterårsferien 2026 begynder.",
    "Pladserne er taget i brug, når julen 2026 kommer.",
    "Byrådet behandler sagen 22. juni.",
    "Spadestikket tages i maj, og Elmely står klar i oktober 2026.",
    "Første spadestik 1. marts 2025, rejsegilde 1. november, aflevering 30. september 2026.",
    "KKR drøftede åbningen den 12. april.",
    "Taksten gælder fra 1. januar.",
    "Adgangsvejen åbner i juni 2026.",
    "Skolen tages i brug i august 2027.",
    "Vi åbner et nyt dagtilbud i maj 2026.",
    "Borgerne er på ferie i juli.",
    "Kommunen afleverer sit budget i oktober 2025.",
    "Beboerne flytter ind inden jul 2026.",
    "Det sker i maj 2026, at rammeaftalen genforhandles.",
    "Ansøgningen afleveres 17. maj.",
    "I april flytter forvaltningen ind i nye kontorer.",
    "Stuehuset står færdigt i juni 2026, længerne 30. september 2026.",
)


@pytest.mark.parametrize("text", TOO_EARLY_OR_LATE)
def test_a_time_that_the_completion_does_not_allow_is_told(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("text", OF_OTHER_THINGS_OR_RIGHT)
def test_a_time_that_agrees_or_is_of_another_thing_is_let_be(text: str) -> None:
    assert words(text) == []


def test_the_same_time_told_twice_is_told_twice() -> None:
    assert words("Ibrugtagning sker inden sommerferien 2026, nærmere bestemt 22. juni.") == [
        "sommerferien 2026",
        "22. juni",
    ]


def test_a_day_without_a_year_is_of_any_year_that_may_be_meant() -> None:
    assert words("Byggeriet er færdigt 30. september.") == []
    assert words("Byggeriet er færdigt 30. september 2026, og beboerne flytter ind 1. november.") == []
    assert words("Beboerne flytter ind 1. maj.") == ["1. maj"]
