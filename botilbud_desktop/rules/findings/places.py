"""Findings about the places: impossible rows, years that contradict the date, and places that do not count."""

from collections.abc import Iterator

from botilbud_desktop.domain.application import Building, LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.findings.making import error, info, warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import all_of, new_places, places, places_of_kind


def places_findings(subject: Subject) -> Iterator[Finding]:
    """Yields the findings about each row of places and about all of them."""
    for index, group in enumerate(subject.project.places):
        row = subject.field(f"places[{index}]")
        if group.count < 0:
            yield error("places.negative", f"{row}.count", "Antallet af pladser må ikke være under 0.")
        if not group.is_empty:
            yield from _year_findings(subject, group, f"{row}.year")
        if group.legal_basis is LegalBasis.ABL_105 and group.origin is Origin.CONVERTED_FROM_ABL_105:
            yield warning(
                "places.converted_to_same_law",
                f"{row}.legal_basis",
                "Pladser kan ikke omdannes fra ABL § 105 til ABL § 105. "
                "Vælg den paragraf, de får, eller ret oprindelsen.",
            )
    yield from _uncounted_findings(subject)
    yield from _closed_findings(subject)
    yield from _building_findings(subject)


def _year_findings(subject: Subject, group: PlaceGroup, field: str) -> Iterator[Finding]:
    round_, completion = subject.round, subject.project.completion_date
    if group.year not in round_.years:
        yield error(
            "places.year_outside_round",
            field,
            f"Skemaet gælder kun {all_of(round_.year_keys)}. "
            f"Derfor kommer {places(group.count)} i {group.year} ikke med.",
        )
    elif completion is not None and group.count > 0 and group.year < completion.year:
        yield warning(
            "places.before_completion",
            field,
            f"Der er angivet {places(group.count)} i {group.year}, men projektet afsluttes først den "
            f"{format_date(completion)}.",
        )
    elif completion is not None and group.count > 0 and group.year > completion.year:
        yield warning(
            "places.after_completion",
            field,
            f"Der er angivet {places(group.count)} i {group.year}, men projektet afsluttes allerede den "
            f"{format_date(completion)}.",
        )


def _uncounted_findings(subject: Subject) -> Iterator[Finding]:
    if subject.uncounted:
        yield info(
            "places.not_counted",
            subject.field("places"),
            f"{all_of(subject.uncounted)} tæller ikke med i udvidelsen.",
        )


def _closed_findings(subject: Subject) -> Iterator[Finding]:
    closed, new = subject.quantities.closed, subject.quantities.expansion
    if closed is None:
        return
    field = subject.field("places_closed_elsewhere")
    if closed < 0:
        yield error(
            "places.closed_negative",
            field,
            f"Antallet af pladser, der lukkes, må ikke være under 0. Der står {format_number(closed)}.",
        )
    if closed > 0 and new > 0:
        yield warning(
            "places.closed_not_subtracted",
            field,
            f"Skemaet viser {new_places(new)}, uden at {places(closed)}, der lukkes, er trukket fra. "
            "Skriv nettoudvidelsen i den samlede beskrivelse.",
        )


def _building_findings(subject: Subject) -> Iterator[Finding]:
    preserved = subject.quantities.preserved
    if subject.project.building is Building.NEW_BUILDING and preserved > 0:
        kept = places_of_kind(preserved, "eksisterende", "eksisterende")
        yield warning(
            "building.new_cannot_preserve",
            subject.field("building"),
            f"Et nybyggeri kan ikke bevare {kept}. Ret bygningen eller pladsernes oprindelse.",
        )
