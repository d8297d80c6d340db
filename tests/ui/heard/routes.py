"""Where the walks go: a draft, and the keys that are pressed in it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from tests.ui import drafts
from tests.ui.keeping import NOW


class Walk(NamedTuple):
    """Keys in a draft."""

    draft: Callable[[], Application] | None
    """What is open at first; None: the start page."""
    keys: tuple[str, ...]
    """See `walker`."""
    other: Callable[[], Application] | None = None
    """What lies beside it as »anden.botilbud«."""


def _approved() -> Application:
    return approved(drafts.complete(), "Åse Ørsted", NOW)


def _changed() -> Application:
    return replace(drafts.complete(), description="Noget andet.", case_number="24/1")


def _keys(text: str) -> tuple[str, ...]:
    """Returns the keys between bars and line breaks; `3*Tab` is three of them."""
    keys: list[str] = []
    for token in re.split(r" \| |\n", text.strip()):
        times, star, key = token.strip().partition("*")
        keys += [key] * int(times) if star else [token.strip()]
    return tuple(keys)


WHOLE = "whole"
_WHOLE = _keys("""
type:thi | Tab | space | wait | ctrl+1 | Tab | type:2024-1 | 2*Tab | type:Husk KKR.
to:Notat til KKR (frivilligt) | space | to:Næste
ctrl+2 | Tab | space | wait | type:Kastanjen | Tab | type:10,5 | Tab | shift+Tab | ctrl+a | type:10500 | 2*Tab
space | 3*Tab | type:8 | 3*Tab | type:50 | Tab | type:30.11.2026 | 2*Tab | type:21000 | Tab | type:0
Tab | Down | Tab | Down | to:Mere om pladserne (frivilligt) | space
to:Beskrivelse af projektet (højst 1.000 tegn) | type:Otte nye boliger.
to:Tilføj en fordeling | space | 4*shift+Tab | to:Tilføj takst | space
to:Mere om taksterne (frivilligt) | space | to:Til kolleger (frivilligt) | space | to:Næste | space | wait
type:Kommunen bygger otte boliger. | to:Næste | space
type:Bo Holm | Tab | type:12345678 | Tab | type:bo | to:Næste | space | wait
Tab | Return | ctrl+a | type:bo@thisted.dk | Tab | ctrl+5 | wait | 14*Tab
ctrl+6 | Return | type:Bo Holm | Return | wait | Tab | space | wait | type:kladde | Return | wait
space | wait | ctrl+a | type:kvittering.pdf | Return | wait | to:Vis kvitteringen
ctrl+7 | space | wait | ctrl+c | wait | ctrl+v | wait | 8*Tab | Escape
to:Gemt med »Send« | space | Tab | ctrl+a | type:31.02.2026 | Tab | to:Tilbage
""")
_PROJECT = _keys("""
Tab | ctrl+a | type:22,9 | Tab | shift+Tab | ctrl+a | type:22900
to:Oprindelse, række 1 | space | Escape
to:Antal pladser, række 1 | ctrl+a | type:mange | 2*Tab | 2*shift+Tab | ctrl+a | type:19
to:G. Forventet afslutning (dd.mm.åååå) | ctrl+a | type:31.02.2026 | Tab | shift+Tab | ctrl+a | type:30.11.2026
Tab | space | Left | Page_Down | Escape
to:Mere om pladserne (frivilligt) | space | 2*Tab
""")
_PAGES = _keys("""
ctrl+1 | 5*Tab | ctrl+2 | Down | Right | Tab | ctrl+3 | type:x
ctrl+4 | 2*Tab | type:aase | Tab | shift+Tab | type:@aalborg.dk | Tab
F1 | Tab | Escape | ctrl+f | type:plads | F3
""")
_APPROVAL = _keys("""
ctrl+6 | Return | type:Aase | Return | Tab | space | wait | 3*Tab
ctrl+2 | ctrl+3 | type:x | wait | ctrl+7
""")
_PANEL = _keys("""
ctrl+2 | ctrl+7 | 3*Tab | 3*shift+Tab | space | 4*Tab
ctrl+c | wait | ctrl+v | wait | Escape
""")
_LETTER = _keys("""
2*wait | alt+f | Left | Down | Return | wait
ctrl+f | type:botilbud | F3 | 2*Tab | 2*Escape
""")
_IMPORT = _keys("""
ctrl+2 | ctrl+v | wait | ctrl+c | wait | ctrl+v | wait | 6*Tab | Down | Right | 3*Tab | 10*shift+Tab
Return | wait | 3*Down | 2*Tab | space | 3*Tab
""")
_MERGE = _keys("""
2*wait | alt+f | f | wait | type:anden.botilbud | Return | wait | 2*Tab | space | wait | Return | wait
space | 4*Tab | Return | wait | Down | Return | wait | Return | wait
Tab | shift+Tab | Return | wait | Tab | ctrl+3 | ctrl+1 | Tab
""")
WALKS = {
    WHOLE: Walk(None, _WHOLE),
    "start": Walk(None, _keys("8*Tab | 8*shift+Tab | type:thi | Tab | space")),
    "project": Walk(drafts.complete, _PROJECT),
    "pages": Walk(drafts.complete, _PAGES),
    "kontrol-with-problems": Walk(drafts.with_empty_project, _keys("ctrl+5 | 6*Tab | Return | ctrl+6 | Tab")),
    "kontrol-without-problems": Walk(drafts.complete, _keys("ctrl+5 | 6*Tab")),
    "approval": Walk(drafts.complete, _APPROVAL),
    "panel": Walk(_approved, _PANEL),
    "letter": Walk(drafts.complete, _LETTER),
    "import": Walk(drafts.complete, _IMPORT),
    "merge": Walk(drafts.complete, _MERGE, other=_changed),
}
"""The walks, by the names of their kept logs."""
