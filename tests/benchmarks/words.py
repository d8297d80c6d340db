"""How well the program judges the labelled texts of `tests/words`: contents and contradictions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.measures import print_table
from tests.words.labelled import KEPT, OPEN, REAL, Label, labelled_texts
from tests.words.scores import Judged, content_scores, contradiction_score, judged, total, words_of

_HEADINGS = ("", "texts", "missing", "said", "precision", "recall", "gaps noticed")


def print_scores() -> None:
    """Prints a table for each folder, and one for the drafts that municipalities have written.

    Of the kept texts only the figures are printed: who writes the rules does not read them.
    """
    open_texts = _judged(OPEN)
    _print("Open texts", open_texts)
    _print_false(open_texts)
    if any(KEPT.glob("*.json")):
        _print("Kept texts", _judged(KEPT))
    real = [text for text in open_texts if text.labelled.name.startswith(REAL)]
    if real:
        _print("Real drafts, which are among the open texts", real)
        _print_false(real)


def print_errors(name: str) -> int:
    """Prints what is judged wrongly in the open texts whose names begin with `name`; returns how many there are."""
    texts = [text for text in _judged(OPEN) if text.labelled.name.startswith(name)]
    for text in texts:
        lines = list(_errors(text))
        print("\n".join([f"\n{text.labelled.name}: {text.labelled.why}", *(lines or ["  nothing is judged wrongly"])]))
    return len(texts)


def _errors(text: Judged) -> Iterator[str]:
    for number in text.wrong_contents:
        coverage = text.coverages.get(number, "nothing")
        yield f"  content {number} is labelled {text.labelled.labels[number]}, the program says {coverage}"
    for labelled in text.overlooked:
        yield f"  overlooked ({labelled.about}): »{labelled.words}«"
    for found in text.false_contradictions:
        yield f"  false: »{words_of(found, text.labelled)}«: {found.message}"


def _judged(folder: Path) -> list[Judged]:
    return [judged(text) for text in labelled_texts(folder)]


def _print(title: str, texts: Sequence[Judged]) -> None:
    scores = content_scores(texts)
    rows = {**{f"content {number}": score for number, score in scores.items()}, "all": total(scores.values())}
    print_table(
        f"{title}: {len(texts)}",
        [
            _HEADINGS,
            *(
                (
                    name,
                    str(score.texts),
                    str(score.missing),
                    str(score.rightly_said + score.wrongly_said),
                    _ratio(score.precision),
                    _ratio(score.recall),
                    _ratio(score.gaps_noticed),
                )
                for name, score in rows.items()
            ),
        ],
    )
    either = sum(label is Label.EITHER for text in texts for label in text.labelled.labels.values())
    found = contradiction_score(texts)
    print(f"  not counted, since two officials would disagree: {either}")
    print(f"  contradictions found: {found.labelled - found.overlooked} of {found.labelled} ({_ratio(found.found)})")
    print(f"  false contradictions: {found.false}")


def _print_false(texts: Sequence[Judged]) -> None:
    for text in texts:
        for found in text.false_contradictions:
            print(f"    {text.labelled.name}: »{words_of(found, text.labelled)}«")


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
