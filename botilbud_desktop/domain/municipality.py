"""The 98 municipalities (*kommuner*) with their region and KKR."""

from typing import Annotated

from pydantic import Field

from botilbud_desktop.domain.model import Model

Text = Annotated[str, Field(min_length=1)]


class Municipality(Model):
    """One municipality, as listed in `forms/` for the time of a round (regions change on 1 January 2027)."""

    code: Annotated[str, Field(pattern=r"^[0-9]{3}$")]
    """The three-digit municipality code, such as `851`."""
    name: Text
    """The short name, such as `Aalborg`."""
    official_name: Text
    """The name it signs with, such as `Aalborg Kommune` or `Bornholms Regionskommune`."""
    region_code: Text
    region: Text
    kkr: Text
    """The *Kommunekontaktråd* of its region."""
