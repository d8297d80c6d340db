"""Names of figures in braces that stay in a text as they are: people would read `{year}`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.own_texts.figures import figures_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.texts import texts_of

_WHOLE = re.compile(r"\{[^{}\s]{1,40}\}")
_BRACE = re.compile(r"[{}]")
_OF_A_YEAR = re.compile(r"(?:project_sheet\.)?(?:loan|places(?:_[a-z0-9]+)?)_wording")
"""The texts of a project sheet in which `{year}` is filled in when the sheet is printed."""


def empty_figure_gaps(form: RoundForm) -> Iterator[Gap]:
    """Yields the texts of a form as written that name a figure which the round does not set: nothing is filled in."""
    empty = [f"{{{name}}}" for name, figure in figures_of(form).items() if not figure]
    for place, text in texts_of(form):
        for name in empty:
            if name in text:
                yield Gap(place, f"{name} er tom, for runden har ikke den oplysning")


def placeholder_gaps(form: Round | ProjectSheet) -> Iterator[Gap]:
    """Yields the texts that hold a brace though the round's figures are filled in."""
    for place, text in texts_of(form):
        left = text.replace("{year}", "") if _OF_A_YEAR.fullmatch(place) else text
        if whole := _WHOLE.search(left):
            yield Gap(place, f"{whole[0]} bliver ikke til et tal i den tekst. Skriv det, der skal stå")
        elif brace := _BRACE.search(left):
            yield Gap(place, f"teksten har et {brace[0]} alene. Navnet på en oplysning skal stå mellem {{ og }}")
