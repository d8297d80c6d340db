"""The texts that make the Aalborg example ready for approval."""

from collections.abc import Mapping
from typing import Any

from botilbud_desktop.domain.application import Application

DESCRIPTION = """\
Aalborg Kommune søger om låneadgang til to projekter på i alt 43,6 mio. kr., heraf 22,9 mio. kr. i 2025 og \
20,7 mio. kr. i 2026. Projekterne giver tilsammen 28 nye pladser efter servicelovens §§ 107 og 108 til borgere med \
komplekst sammensatte støttebehov.

Det første projekt giver 19 nyetablerede botilbudspladser, som tages i brug i 4. kvartal 2025. Det andet giver 9 \
nyopførte fritliggende boliger til borgere med behov for afskærmning, som tages i brug i 3. kvartal 2026. \
Ingen eksisterende pladser bliver nedlagt, så kapaciteten \
udvides med alle 28 pladser.

Alle pladserne, altså 100 pct., stilles til rådighed for andre kommuner. Behovet er koordineret med kommunerne i \
regionen gennem KKR Nordjylland.

Kommunen køber i dag pladser i private tilbud til en højere takst. Taksten i de nye pladser ventes at blive lavere \
end i de nuværende tilbud."""

CONTACTS: Mapping[str, Any] = {
    "contacts.names": "Mette Ågesen, chefkonsulent",
    "contacts.phones": "99 31 00 00; 99 31 00 01",
    "contacts.emails": ("mette.aagesen@example.dk", "boligplan@example.dk"),
}
_SHORTER = (("mennesker med diagnosen ", "borgere med "), ("Generelt målrettes", "Målrettes"))
_SHORTER_SECOND = (("Fælles er behovet for fysiske rammer", "Fælles er behovet for rammer"),)


def mended_values(application: Application) -> dict[str, Any]:
    """The values to set, by path."""
    first, second = (project.description for project in application.projects)
    for long, short in _SHORTER:
        first = first.replace(long, short)
    for long, short in _SHORTER_SECOND:
        second = second.replace(long, short)
    texts = {"projects[0].description": first, "projects[1].description": second, "description": DESCRIPTION}
    return {**texts, **CONTACTS}
