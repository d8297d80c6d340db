"""What every draft has room for whatever its form asks: what colleagues need beside the application.

No form lists these fields. They have no column and no limit, so they reach neither the form nor its papers. A form that
does ask for one of them lists it like any other field, and then its own words hold.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from botilbud_desktop.domain.round_parts import FormField

FOLLOWS: Mapping[str, str] = MappingProxyType({"document_number": "case_number"})
"""The field that each of these follows in the order of the form; the others come last."""

_LABELS_AND_HELP = {
    "document_number": (
        "Dokumentnummer (frivilligt)",
        "Skriv dokumentets nummer i kommunens journal. Det står ved siden af journalnummeret og kun i kladden.",
    ),
    "cover_note": ("Notat til KKR (frivilligt)", "Skriv det, der er fælles for projekterne, til jeres notat til KKR."),
    "cover_note.to": ("Til (frivilligt)", "Skriv, hvem notatet er til."),
    "cover_note.copy_to": ("Kopi til (frivilligt)", "Skriv, hvem der får en kopi af notatet."),
    "cover_note.from": ("Fra (frivilligt)", "Skriv, hvilken forvaltning eller hvem notatet er fra."),
    "cover_note.text": (
        "Notatets tekst (frivilligt)",
        "Skriv det, der er fælles for projekterne, fx hvorfor I udvider. Ministeriets skema spørger ikke om notatet.",
    ),
    "judged_contents": ("Egen vurdering af de krævede oplysninger", ""),
    "inserted_facts": ("Sætninger sat ind i den samlede beskrivelse", ""),
    "inserted_facts[].content": ("Krævet oplysning", ""),
    "inserted_facts[].text": ("Sætning", ""),
    "comments": ("Kommentarer", ""),
    "comments[].field": ("Felt", ""),
    "comments[].text": ("Tekst", ""),
    "comments[].author": ("Navn", ""),
    "comments[].written_at": ("Skrevet", ""),
    "comments[].done": ("Afsluttet", ""),
    "projects[].places[].stay": (
        "Fast plads eller aflastning (frivilligt)",
        "Vælg, om pladserne er faste eller til aflastning. Er det kun nogle af dem, så del rækken i to.",
    ),
    "projects[].daily_rates[].when": (
        "Nuværende eller forventet (frivilligt)",
        "Vælg, om taksten er den, I betaler i dag, eller den, som projektet ventes at give.",
    ),
    "projects[].daily_rates[].provider": (
        "Hvem driver tilbuddet (frivilligt)",
        "Vælg, om tilbuddet er kommunalt, regionalt eller privat.",
    ),
    "projects[].purpose": ("Formål (frivilligt)", "Skriv, hvad projektet skal opnå, til jeres egne notater."),
    "projects[].target_group": (
        "Målgruppe (frivilligt)",
        "Skriv, hvem pladserne er til, til jeres egne notater. Projektets beskrivelse skal også nævne målgruppen.",
    ),
    "projects[].economy_note": (
        "Bemærkning om økonomi (frivilligt)",
        "Skriv det, som en kollega skal vide om beløbene, fx hvad et overslag bygger på.",
    ),
    "projects[].milestones": ("Milepæle (frivilligt)", "Skriv en række for hvert skridt på vejen til ibrugtagning."),
    "projects[].milestones[].label": ("Milepæl", "Skriv, hvad der skal ske, fx første spadestik."),
    "projects[].milestones[].when": (
        "Hvornår (dato eller ord)",
        "Skriv en dato eller det, I ved, fx et kvartal og et år.",
    ),
    "projects[].partners": (
        "Andre kommuner i projektet (frivilligt)",
        "Vælg de kommuner, som er fælles med jer om projektet.",
    ),
    "projects[].capacity_today": (
        "Pladser i dag (frivilligt)",
        "Skriv, hvor mange pladser kommunen har før projektet. Så ses det, hvor meget projektet udvider dem.",
    ),
    "projects[].capacity_today[].legal_basis": ("Lovgrundlag i dag", "Vælg, hvilken paragraf pladserne er efter."),
    "projects[].capacity_today[].area": (
        "Område (frivilligt)",
        "Skriv området, fx handicapområdet. Rækker med samme område regnes sammen.",
    ),
    "projects[].capacity_today[].count": ("Pladser i dag (antal)", "Skriv antallet før projektet som et helt tal."),
}


@lru_cache(maxsize=256)
def own_field(path: str) -> FormField | None:
    """Returns the field at a path such as `projects[].purpose`, or None."""
    found = _LABELS_AND_HELP.get(path)
    return None if found is None else FormField.model_construct(path=path, label=found[0], help=found[1])


def own_paths() -> tuple[str, ...]:
    """Returns the paths of all these fields."""
    return tuple(_LABELS_AND_HELP)


def is_own(path: str) -> bool:
    """Whether the path, such as `projects[].milestones[].when`, is one of these fields."""
    return path in _LABELS_AND_HELP
