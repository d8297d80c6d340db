"""Mnemonics: one underlined letter for each label with a buddy, unique on its page and apart from the window's own."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel

WINDOW_MNEMONICS = frozenset("frvhtn")
"""Fil, Redigér, Vis, Hjælp, Tilbage and Næste."""


def assign_mnemonics(labels: Iterable[QLabel], taken: frozenset[str]) -> frozenset[str]:
    """Give each label the first letter of its text that is still free; one without a free letter gets none.

    Returns the letters that are taken now.
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
