"""Danish wording for the sums of a collection, as the command line and the window say them."""

from fractions import Fraction

from botilbud_desktop.domain.attachments.attachment import KINDS, AttachmentState
from botilbud_desktop.domain.attachments.documentation import ProjectDocumentation
from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.collection.records import CollectionTotals
from botilbud_desktop.rules.wording import all_of

MAY_BE_TWICE = "Summerne kan være for store. Måske er en ansøgning talt med mere end én gang."
"""What is said where an application may be counted twice; each place adds what can be done there."""


def pool_share_text(share: Fraction | None) -> str:
    """Returns per cent with one decimal, `ca.` where it is rounded; a dash without a pool."""
    if share is None:
        return "–"
    return f"{in_tenths(share * 100, shows_zero=True)} pct."


def in_tenths(number: Fraction, *, shows_zero: bool = False) -> str:
    """Returns a number with one decimal where it is no whole one: `5`, `ca. 4,7`; with `shows_zero` always: `5,0`."""
    tenths = round_half_up(abs(number) * 10, 1)
    about = "" if abs(number) * 10 == tenths else "ca. "
    whole, decimal = divmod(tenths, 10)
    sign = "-" if number < 0 and tenths else ""
    shown = f",{decimal}" if decimal or about or shows_zero else ""
    return f"{about}{sign}{format_number(whole)}{shown}"


def regions_said(totals: CollectionTotals) -> str:
    """Returns from which regions the counted drafts have no project, and how many of them are from none."""
    missing = [region.region for region in totals.regions if not region.is_covered]
    told = f"har intet projekt fra {all_of(missing)}" if missing else "har mindst ét projekt fra hver region"
    return " ".join([f"De kladder, der er talt med, {told}.", *_without_region(totals)])


def _without_region(totals: CollectionTotals) -> list[str]:
    number = totals.without_municipality
    if not number:
        return []
    return [f"{counted(number, 'ansøgning', 'ansøgninger')} har ingen kommune og hører ikke til nogen region."]


def without_loan_said(totals: CollectionTotals) -> list[str]:
    """Returns what the sums of loans do not include, as one sentence or none."""
    if not totals.without_loan:
        return []
    return [f"{counted(totals.without_loan, 'projekt', 'projekter')} har intet lånebeløb og tæller 0."]


def doubted_said(totals: CollectionTotals) -> list[str]:
    """Returns how many projects have figures that must be mended, as one sentence or none."""
    if not totals.doubted:
        return []
    projects = counted(totals.doubted, "projekt", "projekter")
    told = f"{projects} har tal, der ikke passer sammen eller ikke kan være rigtige."
    return [f"{told} Summerne er regnet med tallene, som de står."]


_DOCUMENTATION = {
    AttachmentState.ATTACHED: "Vedlagt",
    AttachmentState.CHANGED: "Vedlagt, men ændret siden",
    AttachmentState.MISSING: "Ikke vedlagt",
    AttachmentState.UNREADABLE: "Vedlagt, men kan ikke læses",
    AttachmentState.UNKNOWN: "Det vides ikke, om det er vedlagt",
}


def documentation_said(project: ProjectDocumentation) -> str:
    """Returns whether what is asked for is attached: `Ikke vedlagt: Referat af drøftelse i KKR`."""
    if not project.is_answered:
        return "Koordineringen er ikke angivet, så det vides ikke, hvad der skal vedlægges"
    if project.asked is None or project.state is None:
        return "Ingen, da projektet ikke er koordineret med andre kommuner"
    return f"{_DOCUMENTATION[project.state]}: {KINDS[project.asked]}"
