"""When places are taken into use, each wording with one in almost the same words that gives nothing."""

import pytest

from tests.rules.description.judged import covers

PAIRS = (
    ("Pladserne tages i brug 1. marts 2026.", "Pladserne tages i brug, når byggeriet er færdigt."),
    ("Tidsplan: 1. kvartal 2026", "Tidsplan: fastlægges i efteråret 2025"),
    ("De første beboere rykker ind medio 2026.", "De første naboer rykker på sig medio 2026."),
    ("Ibrugtagning forventes i 3. kvartal 2026.", "Byggestart forventes i 3. kvartal 2025."),
    ("Tilbuddet åbner dørene i august 2026.", "Puljen åbner for ansøgninger i maj 2024."),
    ("Huset står klar inden udgangen af 2026.", "Lokalplanen står klar inden udgangen af 2025."),
    (
        "Hvornår tages pladserne i brug? I 3. kvartal 2026.",
        "Hvornår tages pladserne i brug? Det spørger byrådet om i 2026.",
    ),
    ("Byggestart i marts 2025, indflytning i november 2026.", "Byggestart i marts 2025, indflytning oplyses senere."),
    (
        "Såfremt lånet bevilges, tages boligerne i brug 1. maj 2026.",
        "Såfremt naboerne ikke klager, tages boligerne i brug 1. maj 2026.",
    ),
    (
        "Ibrugtagning sker i 2026. Den præcise dato oplyses senere.",
        "Ibrugtagning sker i 2026. Det er dog ikke afklaret.",
    ),
    (
        "Pladserne er indflytningsklare Q3 2026.",
        "Pladserne ligger i bydelens 3. kvarter, der blev taget i brug i 1998.",
    ),
    ("Boligerne tages ikke senere end 1. maj 2026 i brug.", "Boligerne tages ikke i brug 1. maj 2026."),
    ("Tilbuddet er klar til indflytning ultimo 2026.", "Tilbuddet er måske klar til indflytning ultimo 2026."),
    (
        "Tidsplanen er endelig, og pladserne tages i brug 01.09.2026.",
        "Det er endnu ikke fastlagt, om pladserne tages i brug 01.09.2026.",
    ),
    ("2026: Ibrugtagning 1. halvår 2026", "Bygningen er opført i 1974 og taget i brug i 1975."),
)


@pytest.mark.parametrize("text", [text for text, _ in PAIRS])
def test_a_time_is_found(text: str) -> None:
    assert covers(5, text)


@pytest.mark.parametrize("text", [text for _, text in PAIRS])
def test_what_gives_none_is_not_said_to_give_it(text: str) -> None:
    assert not covers(5, text)
