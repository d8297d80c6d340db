"""A person's name as an approval holds it."""

from botilbud_desktop.domain.text.sanitizing import sanitized


def person_name(text: str) -> str:
    """Returns the typed name on one line, without invisible characters and marks that turn the direction of a text.

    Returns "" when it has neither a letter nor a digit, so that nobody could read who it is.
    """
    shown = (character if character.isprintable() else " " * character.isspace() for character in sanitized(text))
    name = " ".join("".join(shown).split())
    return name if any(map(str.isalnum, name)) else ""
