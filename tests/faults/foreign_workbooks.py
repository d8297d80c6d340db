"""Runs mutated workbooks through the real reader and plans their import: each must be read or refused, and soon.

    python -m tests.faults.foreign_workbooks --count 20000

Anything else is a failure, and is printed with the command that repeats it. The limits are 10 s of processor time and
300 MB for each file.
"""

import random
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import xlsxwriter

from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from tests.attempt import attempt
from tests.faults.foreign_files import LONGEST_SECONDS, figures, run_by_hand
from tests.faults.outcome import Outcome
from tests.faults.workbook_mutators import Book, mutated
from tests.rules.samples import ROUND
from tests.storage.excel.test_ods import number, ods, row, table, text
from tests.storage.excel.test_xls import CELLS
from tests.storage.excel.test_xls import workbook as old_stream

COUNT = 30_000
_SEED = 1848
_LONGEST_SENTENCE = 3_000


@dataclass
class Tally:
    """What became of the files."""

    read: int = 0
    refused: int = 0
    in_part: int = 0
    """Those read of which something is said not to be."""
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def _new() -> bytes:
    """Returns a workbook with most of what is looked at: formats, a filter, merged, hidden and struck out cells."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        formats = [
            book.add_format({"num_format": code}) for code in ("#,##0,", "0%", "dd-mm-yyyy", '#,##0 "kr."', "hh:mm")
        ]
        struck = book.add_format({"font_strikeout": True})
        for name in ("Budget", "Bilag"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Projekt", "Lån 2025 (1.000 kr.)", "Andel", "Afsluttes", "Lån 2026", "Kl."])
            for line in range(1, 9):
                sheet.write(line, 0, f"Hus {line}", struck if line == 3 else None)
                sheet.write_number(line, 1, 450_000 * line, formats[0])
                sheet.write_number(line, 2, 0.25, formats[1])
                sheet.write_datetime(line, 3, date(2025, 11, line), formats[2])
                sheet.write_number(line, 4, -1234.5, formats[3])
                sheet.write_number(line, 5, 0.5, formats[4])
            sheet.write_rich_string(9, 0, "Hus ", struck, "ni")
            sheet.write_formula(9, 1, "=1/0", None, "#DIV/0!")
            sheet.merge_range(10, 0, 11, 1, "Flettet")
            sheet.set_row(5, None, None, {"hidden": True})
            sheet.set_column(3, 3, None, None, {"hidden": True})
            sheet.autofilter(0, 0, 9, 5)
            sheet.filter_column(0, "x != 5")
    return target.getvalue()


@cache
def sources() -> tuple[Book, ...]:
    """Returns what is mutated."""
    with ZipFile(BytesIO(_new())) as archive:
        new = {name: archive.read(name) for name in archive.namelist()}
    rows = [row(text(f"Hus {line}"), number(450_000 * line, str(450 * line)), number(0.25, "25%")) for line in range(9)]
    with ZipFile(BytesIO(ods(table(row(text("Projekt"), text("Lån 2025"), text("Andel")), *rows)))) as archive:
        free = {name: archive.read(name) for name in archive.namelist()}
    return Book(new), Book(new), Book(free), Book({}, old_stream(*CELLS))


def case(seed: int, number_: int) -> bytes:
    """Returns the mutated file with this number."""
    chance = random.Random(f"workbook {seed} {number_}")
    return mutated(chance, chance.choice(sources()), sources())


def tally(seed: int, numbers: Iterable[int]) -> Tally:
    """Reads the files with these numbers."""
    result = Tally()
    with TemporaryDirectory(prefix="botilbud-") as folder:
        path = Path(folder) / "budget.xlsx"
        for each in numbers:
            path.write_bytes(case(seed, each))
            begun = time.process_time()
            outcome = attempt(lambda: _planned(read_workbook(path)))
            took = time.process_time() - begun
            result.times.append(took)
            problem = f"took {took:.1f} s" if took > LONGEST_SECONDS else ""
            if isinstance(outcome.error, RefusedFileError):
                result.refused += 1
                problem = problem or _wrong(str(outcome.error))
            elif outcome.value is None:
                problem = repr(outcome.error)
            else:
                result.read += 1
                result.in_part += bool(outcome.value[0].remarks)
                problem = problem or "".join(map(_wrong, outcome.value[0].remarks))
            if problem:
                result.failures.append(f"{problem} (--seed {seed} --only {each})")
    return result


def _planned(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    for sheet in sheets:
        layout = layout_of(sheet.grid, ROUND)
        plan_import(sheet.grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND, sheet.marks)
    return sheets


def _wrong(sentence: str) -> str:
    """Returns what is wrong with a sentence for the user; empty if nothing is."""
    return (
        ""
        if sentence.isprintable() and len(sentence) < _LONGEST_SENTENCE
        else f"a sentence of {len(sentence)}: {sentence!r:.200}"
    )


def run(*, quick: bool) -> Outcome:
    """Runs the part of the fault tests."""
    result = tally(_SEED, range(COUNT // 20 if quick else COUNT))
    return Outcome(line(result), result.failures)


def line(result: Tally) -> str:
    """Returns the figures."""
    return (
        f"workbooks: {len(result.times)} mutated, {result.read} read ({result.in_part} in part), "
        f"{result.refused} refused, {len(result.failures)} failed; "
        f"{figures(result.times)}"
    )


if __name__ == "__main__":
    sys.exit(run_by_hand(__doc__, tally, line, COUNT, _SEED))
