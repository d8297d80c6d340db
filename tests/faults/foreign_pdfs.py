"""Runs mutated PDFs of others through the real reader: each must be read or refused, and soon.

    python -m tests.faults.foreign_pdfs --count 20000

Nothing that acts may come along. What is read is also drawn, one file in some: our document must open strictly.
Anything else is a failure, and is printed with the command that repeats it. The limits are 10 s of processor time and
300 MB for each file.
"""

import random
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import ForeignPdf
from tests.attempt import attempt
from tests.documents.foreign.drawn import document
from tests.documents.foreign.samples import SAMPLES
from tests.documents.samples import read
from tests.faults.foreign_files import LONGEST_SECONDS, figures, run_by_hand
from tests.faults.outcome import Outcome
from tests.faults.pdf_mutators import PdfSource, mutated, source_of

COUNT = 20_000
_SEED = 1848
_DRAWN = 20
"""One in so many of what is read is drawn."""
_ACTING = re.compile(rb"/(?:JS|URI|F|FS|EF|D|Dest|XFA|NM|Contents|T|V)\s*<[0-9a-f]")
"""What acts has texts: a script, an address, the name of a file. A file may well call a font so."""


@dataclass
class Tally:
    """What became of the files."""

    read: int = 0
    refused: int = 0
    drawn: int = 0
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@cache
def sources() -> tuple[PdfSource, ...]:
    """Returns what is mutated."""
    return tuple(source_of(data) for data in SAMPLES.values())


def case(seed: int, number: int) -> bytes:
    """Returns the mutated file with this number."""
    chance = random.Random(f"foreign {seed} {number}")
    return mutated(chance, chance.choice(sources()), sources())


def tally(seed: int, numbers: Iterable[int]) -> Tally:
    """Reads the files with these numbers."""
    result = Tally()
    for number in numbers:
        data = case(seed, number)
        begun = time.process_time()
        outcome = attempt(lambda data=data: read_foreign(data, "Referat.pdf"))  # type: ignore[misc]
        took = time.process_time() - begun
        result.times.append(took)
        problem = f"took {took:.1f} s" if took > LONGEST_SECONDS else ""
        if isinstance(outcome.error, ForeignPdfError):
            result.refused += 1
        elif outcome.value is None:
            problem = repr(outcome.error)
        else:
            result.read += 1
            problem = problem or _wrong(outcome.value, drawn=result.read % _DRAWN == 0)
            result.drawn += result.read % _DRAWN == 0
        if problem:
            result.failures.append(f"{problem} (--seed {seed} --only {number})")
    return result


def _wrong(foreign: ForeignPdf, *, drawn: bool) -> str:
    """Returns what is wrong with what was read; empty if nothing is."""
    numbers = (part for each in foreign.objects for part in each if isinstance(part, int))
    if any(not 0 <= number < len(foreign.objects) for number in numbers):
        return "an object refers to one that is not there"
    for each in foreign.objects:
        pairs = zip([b"", *each], each, strict=False)
        parts = (part for before, part in pairs if not (isinstance(before, bytes) and before.endswith(b"stream\n")))
        if _ACTING.search(b"".join(part for part in parts if isinstance(part, bytes))):
            return "something that acts came along"
    if not drawn:
        return ""
    made = attempt(lambda: len(read(document(foreign)).pages))
    return "" if made.value == len(foreign.pages) else f"drawn: {made}"


def run(*, quick: bool) -> Outcome:
    """Runs the part of the fault tests."""
    result = tally(_SEED, range(COUNT // 20 if quick else COUNT))
    return Outcome(line(result), result.failures)


def line(result: Tally) -> str:
    """Returns the figures."""
    return (
        f"foreign: {len(result.times)} mutated PDFs, {result.read} read ({result.drawn} drawn), "
        f"{result.refused} refused, {len(result.failures)} failed; "
        f"{figures(result.times)}"
    )


if __name__ == "__main__":
    sys.exit(run_by_hand(__doc__, tally, line, COUNT, _SEED))
