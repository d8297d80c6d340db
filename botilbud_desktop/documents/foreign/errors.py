"""Why a PDF of others is refused, in Danish clauses without a full stop."""

NO_PDF = "det er ikke en PDF-fil"
EMPTY = "den er tom"
TOO_LARGE = "den fylder mere end {megabytes} MB"
TOO_MANY_PAGES = "den har flere end {pages} sider"
TOO_COMPLICATED = "den er for omfattende eller forkert sat sammen. Prøv at udskrive den til en ny PDF"
PROTECTED = "den er beskyttet, så programmet ikke kan læse den. Gem eller udskriv den som en ny PDF uden beskyttelse"
DAMAGED = "den er beskadiget. Prøv at åbne den i et andet program og gemme den igen"
NO_PAGES = "der er ingen sider i den"
NO_TEXT = "der er ingen tekst i den"
OUTSIDE = "den henter en del af sit indhold fra en anden fil. Udskriv den til en ny PDF"
PROGRAM_CODE = "den indeholder programkode til printere (PostScript). Udskriv den til en ny PDF"
DRAWS_TOO_MUCH = "den tegner det samme så mange gange, at det ville tage for lang tid at vise den"
DRAWS_ITSELF = "den har en del, der tegner sig selv, så den kan ikke vises rigtigt"
UNKNOWN_COMPRESSION = "den er pakket på en måde, som programmet ikke kender. Udskriv den til en ny PDF"
DYNAMIC_FORM = "den er en formular, som kun nogle programmer kan vise. Udskriv den til en ny PDF"
IMPOSSIBLE_SIZE = "side {page} har en umulig størrelse"


class ForeignPdfError(Exception):
    """A PDF that cannot be taken along. Nothing of it was executed."""

    def __init__(self, reason: str) -> None:
        """`reason` is a Danish clause without a full stop."""
        super().__init__(reason)
        self.reason = reason
