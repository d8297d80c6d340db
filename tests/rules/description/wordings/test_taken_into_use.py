"""Wordings of when places are taken into use, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Pladserne forventes ibrugtaget den 1. oktober 2026.",
    "Ibrugtagning: 01/10/2026",
    "De nye boliger tages i brug i efteråret 2026.",
    "Vi forventer, at de første borgere flytter ind i august 2026.",
    "Indflytning sker løbende fra marts til juni 2026.",
    "Botilbuddet åbner i 4. kvartal 2025.",
    "Tidsplan: byggestart april 2025, aflevering juni 2026, ibrugtagning juli 2026.",
    "Byggeriet står færdigt medio 2026, hvorefter pladserne tages i brug.",
    "Pladserne er klar til indflytning pr. 1. december 2025.",
    "Projektet afsluttes 30. september 2026, og borgerne flytter ind dagen efter.",
    "Første etape (6 pladser) tages i brug i 2025, og anden etape (8 pladser) i 2026.",
    "Tidsplan for ibrugtagning\n- 5 pladser: 1. januar 2026\n- 7 pladser: 1. juni 2026",
    "Forventet ibrugtagning er Q2 2026.",
    "Tilbuddet tager imod de første beboere ultimo 2026.",
    "Huset ventes klar til brug i uge 32, 2026.",
    "De 12 pladser er taget i brug senest 31. december 2026.",
    "Driften begynder den 1. september 2026.",
    "Alle pladser vil være i drift ved udgangen af 2026.",
    "Ibrugtagningen af de 10 pladser er planlagt til maj '26.",
    "Borgerne får nøglerne til deres lejligheder i juni 2026.",
    "Tidsplan\nProjektering: 2024\nOpførelse: 2025\nIbrugtagning: forår 2026",
    "Botilbuddet er beboet fra nytår 2026.",
    "Hvornår kan pladserne bruges? Fra 1. april 2026.",
    "Renoveringen varer et halvt år, og pladserne kan benyttes fra november 2025.",
    "Vi indvier de nye boliger i begyndelsen af 2026.",
    "Færdiggørelse og indflytning: sommeren 2026",
    "I marts 2026 rykker borgerne ind.",
    "Ved årsskiftet 2025/26 tages pladserne i brug.",
    "Pladserne kan tages i anvendelse fra 1. maj 2026.",
    "Byggeriet begynder i 2025 og er færdigt med indflytning i december 2026.",
    "Ibrugtagning forventes ca. 1. august 2026.",
    "Opstart af botilbuddet er berammet til den 15. august 2026.",
)
NOT_GIVEN = (
    "Byggeriet påbegyndes i marts 2025 og varer ca. 14 måneder.",
    "Tidsplanen for ibrugtagning foreligger endnu ikke.",
    "Pladserne tages i brug, så snart byggeriet er færdigt.",
    "Udbud i januar 2025, kontrakt i april 2025.",
    "Ibrugtagning sker, når Socialtilsynet har godkendt tilbuddet.",
    "Lokalplanen ventes vedtaget i december 2025.",
    "Ibrugtagning: dato mangler",
    "Hvornår i 2026 tages pladserne i brug?",
    "Det gamle botilbud blev taget i brug i 2004.",
    "Projektet behandles på byrådsmødet den 1. marts 2025.",
    "Tidsplanen drøftes i 1. kvartal 2025.",
    "Pladserne kan tages i brug i 2026, hvis byggeriet kan gå i gang i tide.",
    "Pladserne tages ikke i brug i 2026.",
    "Vi håber at kunne tage pladserne i brug i 2026.",
    "Ansøgningsfristen er 15. maj 2024, og pladserne tages i brug efter endt byggeri.",
    "Puljen løber i 2025 og 2026.",
    "Ibrugtagningen er udskudt på ubestemt tid.",
    "Ibrugtagning 2. kvartal 20__",
    "Daginstitutionen ved siden af åbner i august 2026.",
    "Åbningstiden i caféen er kl. 10-16 fra 1. marts 2026.",
    "Vi åbner for visitation, når tidsplanen er på plads; budgettet for 2026 er vedtaget.",
    "Rejsegilde holdes i oktober 2025.",
    "Midlertidige pavilloner tages i brug i marts 2025, til byggeriet står færdigt.",
    "Nabokommunens pladser tages i brug i marts 2026.",
    "Et nyt journalsystem tages i brug i marts 2026.",
    "Projektets udvidelse skal være gennemført inden udgangen af 2026 ifølge puljens regler.",
    "Datoen for ibrugtagning fastsættes i foråret 2025.",
    "Indflytning i 2026 er et ønske fra de pårørende.",
    "Det er usikkert, om pladserne kan tages i brug i 2026.",
    "Lånet optages i 2025 og 2026.",
    "Demografien viser, at behovet er størst i 2026.",
    "Pladserne skal stå klar hurtigst muligt.",
    "Vi er klar til at gå i gang i marts 2026.",
    "Grunden er klar i marts 2026.",
    "Den nye bro åbner i 2026.",
    "Beboerne flytter ud i marts 2025 og ind igen, når huset er færdigt.",
    "Pladserne tages i brug i 2025 eller 2026.",
    "Indflytning er planlagt til marts 2026, men tidsplanen er skredet.",
    "Indflytning var planlagt til marts 2026. Efter konkursen skal der laves en ny tidsplan.",
    "Pladserne tages i brug i marts 2026. Entreprenøren har dog varslet forsinkelse, og en ny dato foreligger ikke.",
    "Pladserne skulle gerne være klar i marts 2026.",
    "Falder licitationen ud som ventet, åbner botilbuddet i marts 2026.",
    "I bedste fald åbner botilbuddet i marts 2026.",
    "Søstertilbuddet Bakken åbner i januar 2026.",
    "Regnskabet aflægges i 2026, når pladserne er taget i brug.",
    "Arbejdet er i udbud fra januar 2026, og tilbuddene åbnes 3. marts 2026.",
    "Ved licitationen er det besluttet, at alle tilbud åbnes den 2. februar 2026.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(5, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(5, text)
