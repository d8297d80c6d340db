"""Why a Word document is refused, in Danish clauses without a full stop."""

_SAVE_AGAIN = "Åbn den i Word, og gem den som en ny .docx, eller kopiér teksten, og indsæt den"

NO_WORD = f"der er intet Word-dokument i den. {_SAVE_AGAIN}"
DAMAGED = f"den er beskadiget. {_SAVE_AGAIN}"
PROTECTED = "den er beskyttet med adgangskode. Åbn den i Word, og gem den uden adgangskode"
TOO_LARGE = "den er for stor eller for indviklet sat op. Kopiér teksten, og indsæt den"
DOCUMENT_TYPE = f"den har en dokumenttype (DOCTYPE), som Word ikke skriver. {_SAVE_AGAIN}"


class WordProblemError(Exception):
    """A document that is not read."""

    def __init__(self, reason: str, place: str = "") -> None:
        """`reason` is a Danish clause without a full stop; `place` the part of the file, "" for all of it."""
        super().__init__(reason, place)
        self.reason = reason
        self.place = place
