"""Measure start-up, typing, printing, earlier versions and collections beside a reference, and print the ratios.

`words` prints how well the program judges labelled texts.

The medians are compared; the quartiles are those of the ratios of neighbouring runs. A limit in seconds, where there is
one, is printed beside the time. Nothing fails on a slow machine.
"""

import argparse
import os
import sys

from tests.benchmarks.measures import print_comparisons

_PARTS = ("start", "key", "receipt", "history", "limits", "collection", "words")


def main() -> int:
    """Measures what the command line asks for, by default everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer turns, for a first impression")
    parser.add_argument("--show", metavar="NAME", help="what is judged wrongly in the open texts NAME…, and no more")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(_PARTS)}")
    options = parser.parse_args()
    unknown = set(options.parts) - set(_PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if options.show is not None:
        return _show(options.show)
    for part in options.parts or _PARTS:
        _measure(part, quick=options.quick)
    return 0


def _measure(part: str, *, quick: bool) -> None:
    if part == "start":
        from tests.benchmarks import start_up

        print_comparisons("Start-up", start_up.measure(quick=quick))
    elif part == "key":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from tests.benchmarks import keystrokes

        keystrokes.measure_and_print(quick=quick)
    elif part == "history":
        from tests.benchmarks import histories

        histories.measure_and_print(quick=quick)
    elif part == "collection":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from tests.benchmarks import collected

        collected.measure_and_print(quick=quick)
    elif part == "words":
        from tests.benchmarks import words

        words.print_scores()
    elif part == "limits":
        from tests.benchmarks import limits

        limits.measure_and_print(quick=quick)
    else:
        from tests.benchmarks import receipts

        print_comparisons("A receipt", receipts.measure(quick=quick))


def _show(name: str) -> int:
    from tests.benchmarks import words

    if words.print_errors(name):
        return 0
    print(f"no open text is called {name}…")
    return 2


if __name__ == "__main__":
    sys.exit(main())
