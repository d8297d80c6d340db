"""The 98 municipalities (*kommuner*) with their region and KKR."""

from msgspec import Struct


class Municipality(Struct, frozen=True, forbid_unknown_fields=True):
    """One municipality, as `forms/` lists it for the time of a round (regions change on 1 January 2027)."""

    code: str
    """The three-digit municipality code, such as `851`."""
    name: str
    """The short name, such as `Aalborg`."""
    official_name: str
    """The name it signs with, such as `Aalborg Kommune` or `Bornholms Regionskommune`."""
    region_code: str
    region: str
    kkr: str
    """The *Kommunekontaktråd* of its region."""
