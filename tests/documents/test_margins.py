"""However much there is to print, nothing reaches beyond the margins of a page."""

import re

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.theme import BOTTOM_MARGIN, PAGE_WIDTH, SIDE_MARGIN, load_theme, text_width
from botilbud_desktop.domain.application import Application, DailyRate, LegalBasis, Origin
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.laid_out import laid_out
from tests.documents.samples import printed
from tests.documents.test_receipt import signed
from tests.rules.samples import application, group, project

THEME = load_theme(resources_folder())
FONTS = {"NotoSans-Regular": THEME.body.font, "NotoSans-Bold": THEME.strong.font}
FOOT = 34.0
"""Where the line at the foot stands."""
TOLERANCE = 3.0
"""A space at the end of a line may stand beyond the margin."""
DRAWN = re.compile(r"(?P<x>-?[\d.]+) (?P<y>-?[\d.]+) (?P<font>NotoSans-\w+) (?P<size>[\d.]+): (?P<text>.*)")
UNBROKEN = "botilbudsplads" * 14 + "abcd"
SENTENCES = "Quizdeltagerne hørte zebraerne jodle walisisk, mens xylofonerne spillede. " * 13
BASES, ORIGINS, TREATMENTS = list(LegalBasis), list(Origin), list(Treatment)


def overfull() -> Application:
    """Returns five projects with 60 rows of places, 40 costs, and labels of 200 characters without a space."""
    lines = tuple(
        CostLine(
            label=f"Post {number} med en lang tekst" if number % 7 else UNBROKEN,
            amount=1_003 * number if number != 3 else 999_999_999_999_999,
            treatment=TREATMENTS[number % 3],
        )
        for number in range(40)
    )
    plan = CostPlan(basis=CostBasis(unit=Unit.OTHER, eligible=9, total=7_000), lines=lines, round_to=100)
    places = tuple(group(number + 1, BASES[number % 6], ORIGINS[number % 3], 2025 + number % 2) for number in range(60))
    projects = (
        project(
            id=f"00000000-0000-4000-8000-0000000000{number}",
            name=UNBROKEN if number % 2 else SENTENCES[:200],
            places=places,
            cost_plan=plan if number % 2 else None,
            coordination_note=UNBROKEN,
            preservation_reason=SENTENCES,
            daily_rates=(DailyRate(label=UNBROKEN, lowest=0, highest=999_999_999_999_999),),
            description=SENTENCES,
            share_for_others="33.34",
        )
        for number in range(10, 15)
    )
    return signed(application(*projects, case_number=UNBROKEN, description=SENTENCES * 4))


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_line_of_an_overfull_application_stays_within_the_margins(kind: DocumentKind) -> None:
    drawn = [match for match in map(DRAWN.match, laid_out(printed(kind, overfull()))) if match]
    assert len(drawn) > 100
    for line in drawn:
        left, foot, font = float(line["x"]), float(line["y"]), FONTS[line["font"]]
        right = left + text_width(line["text"], font, float(line["size"]))
        assert left >= SIDE_MARGIN - 1, line[0]
        assert right <= PAGE_WIDTH - SIDE_MARGIN + TOLERANCE, line[0]
        assert foot >= BOTTOM_MARGIN or foot == FOOT, line[0]
