"""What is told of a PDF whose pages look different here than in its file, or mean less."""

from botilbud_desktop.documents.foreign.annotations import Upon
from botilbud_desktop.documents.foreign.catalog import has_files, is_signed, needs_viewer
from botilbud_desktop.documents.foreign.copying import Copier
from botilbud_desktop.documents.foreign.engine import DictionaryObject

_SIGNED = "Filen er underskrevet digitalt. Underskriften kan kun kontrolleres i filen selv."
_FILES = "Filen indeholder andre filer. De er ikke taget med."
_NEEDS_VIEWER = "Filen er en formular. Felterne er vist, som de er gemt i filen."
_HIDDEN = "Filen har indhold, der er skjult. Det er også skjult her."
_OUTSIDE = "Filen henviser til indhold uden for filen. Det er ikke taget med."
_ALTERNATIVES = "Filen har billeder i flere udgaver. Den, der vises på skærmen, er taget med."
_UNPRINTED = "noter, der kun vises på skærmen. De er ikke taget med"
_WITHOUT_APPEARANCE = "felter eller noter, som filen ikke har noget billede af. De er ikke taget med"
_MOST_NAMED = 8
"""Pages that are named one by one."""


class Remarks:
    """Collects what is to be told of one file."""

    def __init__(self, root: DictionaryObject) -> None:
        self._root = root
        self._unprinted: list[int] = []
        self._without_appearance: list[int] = []

    def see(self, page: int, upon: Upon) -> None:
        """Takes note of what lies upon a page."""
        if upon.has_unprinted:
            self._unprinted.append(page)
        if upon.has_without_appearance:
            self._without_appearance.append(page)

    def sentences(self, copier: Copier) -> tuple[str, ...]:
        """Returns the sentences; `copier` has copied the pages."""
        of_the_file = {
            _SIGNED: is_signed(self._root),
            _FILES: has_files(self._root),
            _NEEDS_VIEWER: needs_viewer(self._root),
            _HIDDEN: copier.layers.are_hidden_used,
            _OUTSIDE: copier.has_links_outside,
            _ALTERNATIVES: copier.has_alternatives,
        }
        return (
            *(sentence for sentence, holds in of_the_file.items() if holds),
            *_of_pages(self._unprinted, _UNPRINTED),
            *_of_pages(self._without_appearance, _WITHOUT_APPEARANCE),
        )


def _of_pages(pages: list[int], what: str) -> list[str]:
    if not pages:
        return []
    named = [str(page) for page in pages[:_MOST_NAMED]]
    if len(pages) > _MOST_NAMED:
        where = f"Side {', '.join(named)} og flere"
    else:
        where = f"Side {' og '.join(filter(None, [', '.join(named[:-1]), named[-1]]))}"
    return [f"{where} har {what}."]
