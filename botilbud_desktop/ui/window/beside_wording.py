"""The sentences about what lies beside a draft."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.draft.beside.other_names import OtherNames
from botilbud_desktop.storage.files.printable import printable


def copies_said(copies: Sequence[Path]) -> str:
    """Returns that copies of the draft lie beside it; which is the newest is not known."""
    return f"Ved siden af kladden ligger {_all(copy.name for copy in copies)} med den samme ansøgning."


def other_names_said(found: OtherNames) -> str:
    """Returns that the draft's file has other names, and what a save does to them."""
    if not found.names:
        other = "et andet navn på drevet"
        return (
            f"Kladdens fil har også {other}. Når du gemmer, bliver det til to filer, og den anden bliver ikke rettet."
        )
    names = _all(found.names)
    return (
        f"Kladdens fil hedder også {names}. Når du gemmer, bliver det til flere filer, og {names} bliver ikke rettet."
    )


def _all(names: Iterable[str]) -> str:
    return all_of([f"»{printable(name)}«" for name in names])
