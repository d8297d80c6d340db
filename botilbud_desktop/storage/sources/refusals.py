"""Why files of some kinds are not read, and what to do instead, in Danish clauses without a full stop."""

from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.sources.kinds import Content
from botilbud_desktop.storage.sources.mail import NoMailError

_OR_COPY = "eller kopiér teksten, og indsæt den"
_SAVE_AS_DOCX = f"Åbn den i Word, og gem den som .docx, {_OR_COPY}"

TOO_LARGE = "den fylder mere end {megabytes} MB, og så stor kan teksten ikke være"
NO_TEXT = f"der er ingen tekst i den. Er teksten et billede, så skriv den af, {_OR_COPY}"
_NO_KIND = (
    "programmet læser ikke filer af den slags. Det læser Word (.docx), PDF, Excel (.xlsx), e-mail (.eml) og ren tekst. "
    f"Gem filen som en af dem, {_OR_COPY}"
)
_NO_MAIL = f"e-mailen er beskadiget eller for indviklet sat sammen. Åbn den i e-mailprogrammet, {_OR_COPY}"
_TOO_MUCH = f"den er for indviklet sat op til at blive læst. Åbn den, {_OR_COPY}"

REASONS = {
    Content.EMPTY: "den er tom",
    Content.SLIDES: f"det er en præsentation. Åbn den, {_OR_COPY}",
    Content.OPEN_TEXT: f"det er et OpenDocument-dokument (.odt). {_SAVE_AS_DOCX}",
    Content.PAGES: f"det er et dokument fra Apple Pages. Eksportér det til Word (.docx), {_OR_COPY}",
    Content.ARCHIVE: "det er en pakket fil (.zip), eller den er beskadiget. Pak den ud, og vælg dokumentet selv",
    Content.OLD_WORD: f"det er et Word-dokument af den gamle type (.doc). {_SAVE_AS_DOCX}",
    Content.OUTLOOK: f"det er en e-mail gemt fra Outlook (.msg). Gem e-mailen som .eml, {_OR_COPY}",
    Content.ENCRYPTED: "den er beskyttet med adgangskode. Åbn den, og gem den uden adgangskode",
    Content.OLD_OFFICE: f"den er af en gammel type eller beskyttet. {_SAVE_AS_DOCX}",
    Content.RICH_TEXT: f"det er et dokument af typen .rtf. {_SAVE_AS_DOCX}",
    Content.PICTURE: "det er et billede, og programmet kan ikke læse tekst på billeder. Skriv oplysningerne selv",
    Content.DRAFT: "det er en kladde. Åbn den som en kladde i stedet",
}


def reason_of(error: Exception) -> str:
    """Returns why a file is refused that an error was raised of."""
    if isinstance(error, UnreadableSourceError):
        return error.reason
    if isinstance(error, NoMailError):
        return _NO_MAIL
    return _TOO_MUCH if isinstance(error, TooMuchMarkupError) else _NO_KIND
