"""What is told of a PDF whose pages look different here than in its file."""

from botilbud_desktop.documents.foreign.annotations import Upon

_HIDDEN = "Filen har indhold, der er skjult. Det er også skjult her."
_OUTSIDE = "Filen henviser til indhold uden for filen. Det er ikke taget med."
_NEEDS_VIEWER = "Filen er en formular. Felterne er vist, som de er gemt i filen."
_UNPRINTED = "noter, der kun vises på skærmen. De er ikke taget med"
_WITHOUT_APPEARANCE = "felter eller noter, som filen ikke har noget billede af. De er ikke taget med"
_MOST_NAMED = 8
"""Pages that are named one by one."""


class Remarks:
    """Collects what is to be told of one file."""

    def __init__(self, needs_viewer: bool) -> None:
        """`needs_viewer`: other programs draw the file's fields anew."""
        self._needs_viewer = needs_viewer
        self._unprinted: list[int] = []
        self._without_appearance: list[int] = []

    def see(self, page: int, upon: Upon) -> None:
        """Takes note of what lies upon a page."""
        if upon.has_unprinted:
            self._unprinted.append(page)
        if upon.has_without_appearance:
            self._without_appearance.append(page)

    def sentences(self, *, has_hidden: bool, has_links_outside: bool) -> tuple[str, ...]:
        """Returns the sentences."""
        told = [
            *([_HIDDEN] if has_hidden else []),
            *([_OUTSIDE] if has_links_outside else []),
            *([_NEEDS_VIEWER] if self._needs_viewer else []),
            *_of_pages(self._unprinted, _UNPRINTED),
            *_of_pages(self._without_appearance, _WITHOUT_APPEARANCE),
        ]
        return tuple(told)


def _of_pages(pages: list[int], what: str) -> list[str]:
    if not pages:
        return []
    named = [str(page) for page in pages[:_MOST_NAMED]]
    if len(pages) > _MOST_NAMED:
        where = f"Side {', '.join(named)} og flere"
    else:
        where = f"Side {' og '.join(filter(None, [', '.join(named[:-1]), named[-1]]))}"
    return [f"{where} har {what}."]
