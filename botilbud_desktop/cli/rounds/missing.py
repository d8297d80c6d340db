"""What the commands say of a draft whose round is not there, or lacks what the draft uses."""

from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError

_ADD = "En runde tilføjes i vinduet med »Tilføj en ansøgningsrunde …« i menuen »Fil«."
_LIST = "»botilbud-desktop rounds« viser, hvilke runder programmet har, og hvor de kommer fra."
_AS_TEXT = "»botilbud-desktop export FIL --to txt -o UD.txt« skriver kladden som tekst uden runden."
_CHANGED = "Måske er runden eller dens inddeling af kommuner ændret, siden kladden blev skrevet."


def what_to_do(error: MissingRoundError) -> str:
    """Returns how to get the draft's round, and how to read the draft without it."""
    return " ".join((_ADD if error.round is None else _CHANGED, _LIST, _AS_TEXT))
