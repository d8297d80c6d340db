"""Two processes that save the same draft at the same time; see `two_writers`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import two_writers
from tests.faults.outcome import Outcome

SAVES, QUICK_SAVES = 500, 50


def run(*, quick: bool) -> Outcome:
    """Lets each process save `SAVES` times, or `QUICK_SAVES`."""
    with TemporaryDirectory() as folder:
        found = two_writers.run(Path(folder), QUICK_SAVES if quick else SAVES)
    failures = [
        f"{count} {what}"
        for count, what in (
            (found.lost, "updates were lost"),
            (found.mixed, "files were mixed"),
            (len(found.left_over), "files were left over"),
        )
        if count
    ]
    return Outcome(f"writers: {found}", failures)
