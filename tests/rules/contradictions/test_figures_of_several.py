"""Which project a figure is of where lines number and name them, and what all may have together."""

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import askely, elmely, words
from tests.rules.samples import group

WRONG = (
    ("Projekt 1 - Elmely. Nyt hus. I brug maj 2026.", ["maj 2026"]),
    ("Projekt 2 (Askely): 7 pladser.", ["7 pladser"]),
    (
        "Etape 1: nybyggeri på Elmely, 18 pladser.\nEtape 2: en kro. Der laves 7 pladser på Askely. I brug maj 2026.",
        ["7 pladser", "maj 2026"],
    ),
    ("Elmely får 18 pladser.\nAskely får 5 pladser.\n\nI ALT\n26 pladser", ["26 pladser"]),
    ("Elmely: 18 pladser. Askely: 5 pladser. Begge drives efter SEL § 108.", ["SEL § 108"]),
)
RIGHT = (
    "Etape 1: nybyggeri på Elmely. I brug oktober 2026.\nEtape 2: en kro. Der laves 5 pladser på Askely.",
    "Projekt 1 - Elmely: 18 pladser. Projekt 2 ligner Elmely og får 5 pladser.",
    "De to nye enheder bliver naboer.",
    "Planens første fem år rummer 40 pladser, og de to projekter er en del af den.",
    "Kommunens ti dyreste pladser koster 27 mio. kr.",
    "Vi bygger, og de to andre køber pladser.",
    "Elmely udbydes i fagentreprise med 18 pladser.",
    "Tilbuddene på Elmely åbnes i uge 5 i 2026.",
    "Ny stikvej til nr. 60 ibrugtages 1. maj 2025.",
)


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_figure_is_of_the_project_that_its_line_names(text: str, found: list[str]) -> None:
    assert words(text, elmely(), askely()) == found


@pytest.mark.parametrize("text", RIGHT)
def test_figures_of_each_and_of_other_things_are_let_be(text: str) -> None:
    assert words(text, elmely(), askely()) == []


def test_all_may_have_together_what_the_pool_is_of() -> None:
    with_homes = askely(places=(group(5), replace(group(12), legal_basis=LegalBasis.ABL_105)))
    assert words("Projekterne giver tilsammen 23 pladser efter §§ 107 og 108.", elmely(), with_homes) == []
    assert words("Projekterne giver tilsammen 24 pladser efter §§ 107 og 108.", elmely(), with_homes)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der bygges to huse med ti i hvert.", ["to huse med ti i hvert"]),
        ("Syv til midlertidigt ophold efter § 107 og elleve til længerevarende ophold efter § 108.", None),
        ("Tolv til midlertidigt ophold efter § 107 og seks til længerevarende ophold efter § 108.", []),
        ("Seks pladser til midlertidigt ophold efter § 107 og tolv til længerevarende ophold efter § 108.", None),
        ("Projektet afsluttes, og alle pladser tages i brug, den 1. november 2026.", ["den 1. november 2026"]),
        (
            "Fire af dem åbner i juni 2026. Projektet forventes endeligt afsluttet den 31. juli 2026.",
            ["den 31. juli 2026"],
        ),
        ("En tredjedel, dvs. seks pladser, stilles til rådighed for andre kommuner.", []),
        ("Projektet rummer plads til seks borgere fra andre kommuner ud af de i alt 20 pladser.", ["20 pladser"]),
    ],
)
def test_products_kinds_and_ends_of_one_project(text: str, found: list[str] | None) -> None:
    assert words(text) == found if found is not None else words(text)


def test_one_of_some_places_is_a_share_and_no_number() -> None:
    assert words("En ud af fire pladser står til rådighed for andre kommuner.") == ["En ud af fire pladser"]
    assert words("En ud af tre pladser står til rådighed for andre kommuner.") == []
    assert words("En ud af fire borgere i målgruppen bor hjemme.") == []
