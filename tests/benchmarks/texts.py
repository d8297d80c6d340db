"""Danish prose of any length, as a caseworker would write it."""

from botilbud_desktop.domain.text.counting import count_characters

_PROSE = """\
Kommunen søger om låneadgang til nye botilbudspladser efter servicelovens §§ 107 og 108. Målgruppen er borgere med \
komplekst sammensatte støttebehov, ofte en psykiatrisk diagnose, en udviklingsforstyrrelse og en adfærd, der kræver \
skærmning og personale døgnet rundt.
Pladserne etableres i 4. kvartal 2025 i tidligere rammer for botilbud, som renoveres grundigt. \
Bruttoanlægsudgiften er 22,9 mio. kr., og der søges om 22.900 (i hele 1.000 kr.) i 2025 og 0 kr. i 2026.
Mindst 25 pct. af pladserne stilles til rådighed for andre kommuner. Behovet er drøftet i KKR, og nabokommunerne \
har tilkendegivet, at de vil bruge tilbuddet – særligt aflastningspladserne.
Taksten i de nuværende, private tilbud er mellem 4.100 og 6.800 kr. pr. døgn. Taksten i det nye tilbud ventes at \
blive lavere, fordi personalet kan dele nattevagt og ledelse med et eksisterende højt specialiseret tilbud."""


def prose(length: int) -> str:
    """Paragraphs with line breaks, cut at `length` characters as the form counts them, or one below."""
    text = ""
    while count_characters(text).submitted < length:
        text += _PROSE + "\n"
    while count_characters(text).submitted > length:
        text = text[:-1]
    return text
