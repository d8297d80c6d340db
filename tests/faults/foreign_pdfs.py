"""Runs mutated PDFs of others through the real reader: each must be read or refused, and soon.

    python -m tests.faults.foreign_pdfs --count 20000

Nothing that acts may come along. What is read is also drawn, one file in some: our document must open strictly.
Anything else is a failure, and is printed with the command that repeats it. The limits are 10 s of processor time and
300 MB for each file.
"""

import argparse
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
from tests.faults.outcome import Outcome
from tests.faults.pdf_mutators import PdfSource, mutated, source_of

LONGEST_SECONDS = 10.0
MOST_MEGABYTES = 300
COUNT = 20_000
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
    result = tally(1848, range(COUNT // 20 if quick else COUNT))
    return Outcome(line(result), result.failures)


def line(result: Tally) -> str:
    """Returns the figures."""
    times = sorted(result.times)
    most = peak()
    return (
        f"foreign: {len(times)} mutated PDFs, {result.read} read ({result.drawn} drawn), {result.refused} refused, "
        f"{len(result.failures)} failed; median {1_000 * times[len(times) // 2]:.1f} ms, "
        f"99.9 % within {1_000 * times[int(0.999 * len(times))]:.0f} ms, longest {times[-1]:.2f} s"
        + (f", at most {most:.0f} MB" if most else "")
    )


def peak() -> float:
    """Returns the most memory that this process had, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    """Runs as many as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1848)
    parser.add_argument("--only", type=int, help="the number of one file")
    options = parser.parse_args(arguments)
    numbers = range(options.count) if options.only is None else [options.only]
    result = tally(options.seed, numbers)
    print("\n".join([*result.failures[:50], line(result)]))
    return int(bool(result.failures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
