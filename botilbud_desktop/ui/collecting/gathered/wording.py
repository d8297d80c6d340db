"""The sentences above the table."""

from botilbud_desktop.documents.collection.cells import fraction_text
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.collection.records import CollectionTotals
from botilbud_desktop.rules.collection.shared import Shared
from botilbud_desktop.rules.collection.wording import (
    MAY_BE_TWICE,
    doubted_said,
    pool_share_text,
    regions_said,
    without_loan_said,
)
from botilbud_desktop.rules.wording import new_places, places
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.collecting.gathered.gathering import Progress

TITLE = "Saml ansøgninger"
CHOOSE = "Vælg den mappe, hvor kladderne ligger. Mapper i den er med. Eller vælg selv filerne."
ONLY_READ = "Kladderne bliver kun læst. Der bliver ikke ændret noget i dem."
NO_DRAFTS = "Der er ingen kladder i mappen. Kladder hedder noget med .botilbud til sidst."
NONE_READ = "Ingen af kladderne kunne læses."
TWICE = f"{MAY_BE_TWICE} Fjern fluebenet ved den, der ikke skal tælle."
_LONGEST_PLACE = 200


def place_said(place: str) -> str:
    """Returns where the drafts are from, on one line."""
    return printable(place, _LONGEST_PLACE)


def counted_said(applications: int, projects: int, everyone: int) -> str:
    """Returns how many applications are counted; `everyone` is how many there are."""
    number = counted(applications, "ansøgning", "ansøgninger")
    of = f" af {format_number(everyone)}" if applications < everyone else ""
    return f"{number}{of} med {counted(projects, 'projekt', 'projekter')} er talt med."


def year_said(totals: CollectionTotals, year: str) -> str:
    """Returns the loan of a year against its pool, and the places."""
    loan, pool = format_number(totals.loan[year]), totals.pool[year]
    share = pool_share_text(totals.pool_share(year))
    against = (
        f"{loan} af puljens {format_number(pool)} (hele 1.000 kr.): {share}"
        if pool
        else f"{loan} (hele 1.000 kr.). Runden siger ikke, hvor stor puljen er."
    )
    return f"{year}: Der søges om {against} {new_places(totals.places[year])}."


def shared_said(totals: CollectionTotals, shared: Shared) -> str:
    """Returns how many places are for other municipalities, exactly summed, and what the sum lacks."""
    if not shared.of:
        return "Til andre kommuner: Andelen er ikke oplyst." if totals.without_share else ""
    said = f"Til andre kommuner: {fraction_text(totals.shared_places)} af {places(shared.of)}, hvor andelen er oplyst."
    parts = [said]
    if shared.silent:
        parts.append(f"{counted(shared.silent, 'projekt', 'projekter')} har ikke oplyst andelen.")
    without_places = totals.without_share - shared.silent
    if without_places > 0:
        parts.append(f"{counted(without_places, 'projekt', 'projekter')} har ingen pladser at dele.")
    if shared.negative:
        parts.append(f"{counted(shared.negative, 'negativ andel', 'negative andele')} er trukket fra.")
    return " ".join(parts)


def others_said(totals: CollectionTotals) -> list[str]:
    """Returns the sentences about regions and about what counts nothing."""
    return [*doubted_said(totals), regions_said(totals), *without_loan_said(totals)]


def shown_said(shown: int, everyone: int) -> str:
    """Returns how many of the projects are shown."""
    if shown == everyone:
        return f"{counted(everyone, 'projekt', 'projekter')}."
    return f"{format_number(shown)} af {counted(everyone, 'projekt', 'projekter')} er vist."


def progress_said(progress: Progress) -> str:
    """Returns how far the reading is."""
    if not progress.found:
        return "Leder efter kladder …"
    if progress.read < progress.found:
        return f"Læser kladde {format_number(progress.read + 1)} af {format_number(progress.found)} …"
    return f"Kontrollerer kladde {format_number(max(progress.assessed, 1))} …"
