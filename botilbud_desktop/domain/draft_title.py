"""What people call a draft: its municipality and its round, for titles, lists and names of files."""

from botilbud_desktop.domain.round import Round

LONGEST_TITLE = 60
"""Characters; what is added to a title in a name of a file has room behind it."""
_NO_MUNICIPALITY = "Kladde"


def draft_title(round_: Round, municipality_code: str | None) -> str:
    """Returns the title of a municipality's draft: `Aalborg – Lånepulje til botilbud 2025-26`.

    A round's title that is too long ends in an ellipsis.
    """
    municipality = round_.municipality(municipality_code)
    title = f"{_NO_MUNICIPALITY if municipality is None else municipality.name} – {round_.short_title}"
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
