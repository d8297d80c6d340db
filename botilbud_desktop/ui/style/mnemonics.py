"""Mnemonics: one underlined letter per label with a buddy, unique on its page and not one of the window's own."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel

WINDOW_MNEMONICS = frozenset("frvhtn")
"""Fil, Redigér, Vis, Hjælp, Tilbage and Næste."""


def assign_mnemonics(labels: Iterable[QLabel], taken: frozenset[str]) -> frozenset[str]:
    """Gives each label the first free letter of its text, word beginnings first; without a free letter it gets none.

    Returns all letters that are taken now.
    """
    for label in labels:
        text = label.text()
        starts = [index for index in range(len(text)) if index == 0 or text[index - 1] in " ("]
        for index in (*starts, *range(len(text))):
            letter = text[index].lower()
            if letter.isalpha() and letter not in taken and text[index - 1 : index] != "&":
                taken |= {letter}
                label.setText(f"{text[:index]}&{text[index:]}")
                break
    return taken
