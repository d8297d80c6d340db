"""The contents of a PDF's pages and their positions, as lines that people can read and compare."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.model import replace
from tests.documents.samples import APPROVED, CHANGED, THISTED, printed, read
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, application, group, outside, plan, project


def _lines(number: int) -> tuple[CostLine, ...]:
    """Rows of a cost plan with labels from a word to half a page, in all treatments."""
    return tuple(
        CostLine(label="Fællesareal og servicedel " * (1 + 8 * (row % 4)), amount=1_003 * row, treatment=treatment)
        for row, treatment in enumerate(list(Treatment) * (number - 29), start=1)
    )


UNFINISHED = application(
    EMPTY_PROJECT,
    *(project(id=f"00000000-0000-4000-8000-{number:012}", name=f"Hus {number}") for number in range(10, 13)),
    replace(EMPTY_PROJECT, id="00000000-0000-4000-8000-000000000020", places=(group(0), outside(3))),
    project(id="00000000-0000-4000-8000-000000000021", share_for_others="10", preservation_reason="x" * 900),
    contacts=Contacts(names="Åse"),
    case_number="2024-017",
)
"""So much is missing or wrong that the remarks fill several pages."""
WITH_PLANS = application(
    project(cost_plan=plan(22_900)),
    project(id="00000000-0000-4000-8000-000000000022", name="Uden plan"),
    project(id="00000000-0000-4000-8000-000000000023", cost_plan=plan(30_000, total=0, eligible=0)),
    project(id="00000000-0000-4000-8000-000000000024", cost_plan=plan(10_001, 12_899, eligible=3, total=7)),
    project(id="00000000-0000-4000-8000-000000000025", cost_plan=plan()),
)
_SENTENCE = "Botilbudspladser til borgere med et særligt støttebehov → 5 ≤ 9,\u00a0 \t  men ikke\u200b 漢 flere. "
_LONG = f"    Indrykket.\n\n{_SENTENCE * 14}\n - {'x' * 260}\u2028{'Kort linje. ' * 9}\n{'→' * 130}\n {_SENTENCE * 48}"
LONG = application(
    *(
        project(
            id=f"00000000-0000-4000-8000-{number:012}",
            name=f"{number}. {_SENTENCE * 3 if number % 2 else 'W' * 240}",
            description=_LONG[: 1100 * (number - 29)],
            coordination_note=_SENTENCE * 4,
            preservation_reason=_LONG[:700],
            share_for_others="7" if number % 2 else "33.33",
            cost_plan=replace(plan(9_999, 12_001), lines=_lines(number)),
        )
        for number in range(30, 33)
    ),
    contacts=Contacts(names=_SENTENCE * 6, phones="99 31 31 31, " * 30, emails=("x" * 150, "a@b.dk", "")),
    case_number="9" * 60,
    description=_LONG,
)
"""Texts of every length, that wrap, are split, and go on over the pages."""
KEPT = Path(__file__).with_name("kept")
DOCUMENTS = {
    "view": (DocumentKind.VIEW, APPROVED),
    "view-empty": (DocumentKind.VIEW, EMPTY_APPLICATION),
    "receipt": (DocumentKind.RECEIPT, APPROVED),
    "receipt-draft": (DocumentKind.RECEIPT, THISTED),
    "receipt-changed": (DocumentKind.RECEIPT, CHANGED),
    "project-sheet": (DocumentKind.PROJECT_SHEET, APPROVED),
    "project-sheet-one": (DocumentKind.PROJECT_SHEET, THISTED),
    "project-sheet-empty": (DocumentKind.PROJECT_SHEET, UNFINISHED),
    "receipt-unfinished": (DocumentKind.RECEIPT, UNFINISHED),
    "allocation-several": (DocumentKind.ALLOCATION, WITH_PLANS),
    "allocation": (DocumentKind.ALLOCATION, THISTED),
    "allocation-none": (DocumentKind.ALLOCATION, APPROVED),
    **{f"{kind}-long": (kind, LONG) for kind in DocumentKind},
}

type Matrix = Sequence[float]

DRAWN = {"re": "rectangle", "m": "from", "l": "to", "w": "line width", "f": "fill", "S": "stroke", "n": "clip"}
COLOURS = {"rg": "colour", "RG": "line colour"}


def laid_out(pdf: bytes) -> list[str]:
    """Returns the words and lines of each page with their positions in points from its lower left corner."""
    document = read(pdf)
    lines = [f"{name.lstrip('/').lower()}: {value}" for name, value in sorted(document.metadata.items())]
    for number, page in enumerate(document.pages, start=1):
        lines.append(f"page {number}")
        drawing = _Drawing()
        page.extract_text(visitor_text=drawing.text, visitor_operand_before=drawing.operand)
        lines += drawing.lines()
    return lines


class _Drawing:
    """Collects the drawing operations while a page is read."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def text(self, text: str, cm: Matrix, tm: Matrix, font: Any, size: float) -> None:
        """Record drawn text."""
        if text.strip() and font is not None:
            name = str(font["/BaseFont"]).rpartition("+")[2]
            x, y = _placed(cm, tm[4], tm[5])
            self._lines.append(f"{x} {y} {name} {size:g}: {' '.join(text.split())}")

    def operand(self, operator: bytes, operands: Sequence[Any], cm: Matrix, _tm: Matrix) -> None:
        """Record another drawing operation."""
        name = operator.decode()
        numbers = [float(number) for number in operands] if name in {*DRAWN, *COLOURS} else []
        if name in COLOURS:
            self._lines.append(f"{COLOURS[name]} {' '.join(f'{number:.2f}' for number in numbers)}")
        elif name == "w":
            self._lines.append(f"{DRAWN[name]} {numbers[0]:g}")
        elif name in ("m", "l", "re"):
            x, y = _placed(cm, numbers[0], numbers[1])
            self._lines.append(" ".join([DRAWN[name], x, y, *(f"{number:.1f}" for number in numbers[2:])]))

    def lines(self) -> Iterator[str]:
        """Yields the operations, without colours and widths that are set to their current value."""
        current: dict[str, str] = {}
        for line in self._lines:
            kind = next((kind for kind in (*COLOURS.values(), DRAWN["w"]) if line.startswith(f"{kind} ")), "")
            if not kind or current.get(kind) != line:
                yield line
            if kind:
                current[kind] = line


def _placed(cm: Matrix, x: float, y: float) -> tuple[str, str]:
    return f"{cm[0] * x + cm[2] * y + cm[4]:.1f}", f"{cm[1] * x + cm[3] * y + cm[5]:.1f}"


def keep() -> None:
    """Write the reference files: `python -m tests.documents.laid_out`, after an intended change."""
    KEPT.mkdir(exist_ok=True)
    for name, document in DOCUMENTS.items():
        lines = laid_out(printed(*document))
        (KEPT / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    keep()
