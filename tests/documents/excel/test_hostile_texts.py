"""Whatever is written in a draft is text in the workbook: no formula but the program's own, no link, no markup."""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from botilbud_desktop.documents.excel.without_round import workbook_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.excel.workbooks import elements, formulas, parts, workbook
from tests.documents.test_any_application import applications
from tests.faults.hostile_texts import TEXTS, everywhere, mixed
from tests.rules.samples import ROUND, TODAY

OWN_FORMULA = re.compile(
    r"(SUM|IF|ROUND|MIN|INT|SUMIF|COUNT|ISNUMBER|>|[-+*/=(),:0-9]|\$?[A-Z]\$?|'(Projekter|Økonomi|Fordeling [0-9]+)'!"
    r'|"(Medregnes helt|Deles forholdsmæssigt|Holdes uden for lånet|Ikke angivet)")+'
)
ALLOWED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings)\.xml"
    r"|xl/theme/theme1\.xml|xl/_rels/workbook\.xml\.rels|xl/worksheets/sheet[0-9]+\.xml"
)
HARMLESS = everywhere("Ord")


def is_harmless(content: bytes) -> None:
    """Asserts that the workbook holds cells only, and that nothing in it leads out of it."""
    assert [name for name in parts(content) if not ALLOWED.fullmatch(name)] == []
    for _name, element in elements(content):
        local = element.tag.rpartition("}")[2]
        assert local not in ("hyperlink", "externalReference", "oleObject", "drawing", "legacyDrawing", "r", "rPr")
        assert element.get("TargetMode") is None
    for _part, formula in formulas(content):
        assert OWN_FORMULA.fullmatch(formula), formula


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_hostile_text_in_every_field_adds_no_formula_and_no_link(number: int) -> None:
    content = workbook(everywhere(TEXTS[number]))
    is_harmless(content)
    assert formulas(content) == formulas(workbook(HARMLESS))


def test_hostile_texts_together_do_no_harm() -> None:
    for first in range(0, len(TEXTS), 7):
        is_harmless(workbook(mixed(TEXTS, first)))


@pytest.mark.parametrize(
    "text", ["<r><t>x</t></r>", "<r></r>", "_x000D_", "&G", "&[Picture]", "=1+1", "{=1}", "\ud83d", "&amp;", "\ufffe"]
)
def test_what_the_library_takes_for_its_own_markup_is_text(text: str) -> None:
    draft = replace(HARMLESS, description=text, case_number=text)
    is_harmless(workbook(draft))


@pytest.mark.parametrize("number", range(0, len(TEXTS), 5))
def test_a_draft_without_its_round_does_no_harm_either(number: int) -> None:
    is_harmless(workbook_without_round(everywhere(TEXTS[number]), ROUND, TODAY, is_there=False))


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(applications())
def test_the_workbook_of_any_draft_does_no_harm(application: Application) -> None:
    is_harmless(workbook(application))
