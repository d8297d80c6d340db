"""Danish wording for the values that a draft stores as codes."""

from botilbud_desktop.domain.application import (
    Application,
    Building,
    Coordination,
    Origin,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.approval import Status, is_altered
from botilbud_desktop.domain.cost_plan import Treatment, Unit
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.domain.values.amounts import counted

NOT_CHOSEN = "Ikke valgt"
NOT_STATED = "Ikke angivet"

WHAT_APPROVAL_DOES = (
    "Når du godkender, bliver ansøgningen låst, og der dannes en kvittering. Ansøgningen bliver ikke sendt."
)

ORIGINS = {
    Origin.NEW: "Nye pladser",
    Origin.CONVERTED_FROM_ABL_105: "Omdannet fra ABL § 105",
    Origin.PRESERVED: "Eksisterende, bevares ved renovering",
}
BUILDINGS = {
    Building.NEW_BUILDING: "Nybyggeri",
    Building.EXISTING_BUILDING: "Eksisterende bygning",
}
COORDINATIONS = {
    Coordination.KKR: "I regi af KKR",
    Coordination.OTHER_INTERMUNICIPAL: "I andet tværkommunalt samarbejde",
    Coordination.NONE: "Ikke koordineret med andre kommuner",
}
STAYS = {
    Stay.FULL_TIME: "Faste pladser",
    Stay.RESPITE: "Aflastning",
}
RATE_TIMES = {
    RateTime.PRESENT: "Nuværende",
    RateTime.EXPECTED: "Forventet",
}
PROVIDERS = {
    Provider.MUNICIPAL: "Kommunalt",
    Provider.REGIONAL: "Regionalt",
    Provider.PRIVATE: "Privat",
}
CONTENT_VERDICTS = {
    ContentVerdict.COVERED: "Dækket",
    ContentVerdict.NOT_COVERED: "Ikke dækket",
}
UNITS = {
    Unit.PLACES: "pladser",
    Unit.AREA_M2: "m²",
    Unit.HOMES: "boliger",
    Unit.OTHER: "enheder",
}
_UNITS_OF_ONE = {
    Unit.PLACES: "plads",
    Unit.AREA_M2: "m²",
    Unit.HOMES: "bolig",
    Unit.OTHER: "enhed",
}
TREATMENTS = {
    Treatment.DIRECT: "Medregnes helt",
    Treatment.SHARED: "Deles forholdsmæssigt",
    Treatment.EXCLUDED: "Holdes uden for lånet",
}
ALTERED_APPROVAL = "Godkendelsen er ændret i filen"
WHY_ALTERED = "Godkendelsens navn, tidspunkt eller kontrolkode er ændret i filen"
"""What is known of an approval that is not as it was given; which of them it is cannot be told."""

STATUSES = {
    Status.DRAFT: "Kladde",
    Status.APPROVED: "Godkendt internt, ikke indsendt",
    Status.CHANGED_SINCE_APPROVAL: "Ændret, siden den blev godkendt",
}


def status_words(status: Status, application: Application) -> str:
    """Returns the status in words; an approval that was changed in the file is told apart from changed content."""
    return ALTERED_APPROVAL if is_altered(application) else STATUSES[status]


def counted_units(number: int, unit: Unit) -> str:
    """Returns `1 plads`, `1.240 m²`, `2 boliger`."""
    return counted(number, _UNITS_OF_ONE[unit], UNITS[unit])
