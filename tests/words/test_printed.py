"""What `dev.py bench words` prints: figures of all texts, words of the open ones alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import words
from tests.words.labelled import LabelledText
from tests.words.samples import labelled, said
from tests.words.scores import Judged


def texts_of(folder: Path) -> Iterator[LabelledText]:
    """Stands in for the files of a folder: one text, called like the folder."""
    yield labelled("cmcccm", "9 pladser")._replace(name=f"{folder.name}-01")


def judged_by_a_poor_program(text: LabelledText) -> Judged:
    """Says of a text that everything is there, and calls the wrong words a contradiction."""
    return said(text, "cccccc", "2027")


@pytest.fixture(autouse=True)
def _a_poor_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPEN", "KEPT"):
        (tmp_path / name.lower()).mkdir()
        (tmp_path / name.lower() / "x.json").touch()
        monkeypatch.setattr(words, name, tmp_path / name.lower())
    monkeypatch.setattr(words, "labelled_texts", texts_of)
    monkeypatch.setattr(words, "judged", judged_by_a_poor_program)


def test_false_contradictions_are_shown_with_their_words_but_not_of_kept_texts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words.print_scores()
    printed = capsys.readouterr().out
    assert "Kept texts: 1" in printed
    assert printed.count("contradictions found: 0 of 1 (0.00)") == 2
    assert "open-01: »2027«" in printed
    assert "kept-01" not in printed


def test_what_is_judged_wrongly_is_shown_of_open_texts_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert (words.print_errors("kept"), words.print_errors("open-0")) == (0, 1)
    printed = capsys.readouterr().out
    assert "content 2 is labelled missing, the program says covered" in printed
    assert "overlooked (places): »9 pladser«" in printed
    assert "false: »2027«" in printed
