"""The output of `overview` for people: the sums, the projects of each municipality, and what is doubtful."""

from collections.abc import Iterable, Sequence

from botilbud_desktop.cli.text_layout import columns, section, wrapped
from botilbud_desktop.documents.collection.attached_files import doubts_said
from botilbud_desktop.documents.collection.cells import NO_NUMBER, rates_cell
from botilbud_desktop.documents.collection.errors import TO_BE_MENDED, application_sentences, project_sentences
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.values import BLANK, loan_of, project_heading, round_name, share_in_places, share_of
from botilbud_desktop.domain.application import Project, RateTime
from botilbud_desktop.domain.approval import status
from botilbud_desktop.domain.attachments.documentation import ProjectDocumentation
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS, status_words
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.collection.records import (
    CollectedApplication,
    CollectedProject,
    Collection,
    CollectionTotals,
    Copies,
)
from botilbud_desktop.rules.collection.wording import (
    MAY_BE_TWICE,
    documentation_said,
    doubted_said,
    pool_share_text,
    regions_said,
    without_loan_said,
)
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.storage.files.printable import printable

_LONGEST_TITLE = 120
_LONGEST_NOTE = 300


def overview_report(collection: Collection) -> list[str]:
    """Returns the whole report."""
    round_, totals = collection.round, collection.totals
    if round_ is None or totals is None:
        return ["Ingen af kladderne kunne læses."]
    applications = counted(len(collection.applications), "ansøgning", "ansøgninger")
    lines = [round_name(round_), "=" * len(round_name(round_)), f"{applications} er talt med."]
    if not collection.is_counted_once:
        lines += wrapped(f"{MAY_BE_TWICE} Se »Kopier«.")
    lines += _other_rounds(collection, round_)
    lines += section("I alt (lån i hele 1.000 kr.)", _sums(totals))
    lines += section("Regioner", _regions(totals))
    for application in collection.applications:
        lines += ["", *_application(application, round_)]
    lines += section("Kopier", [line for copies in collection.copies for line in _copies(copies)])
    files = collection.files_left_out
    left_out = [line for each in files for line in wrapped(f"{printable(each.file)}: {each.why}", "- ")]
    doubts = (*collection.warnings, *(each.why for each in collection.folders_not_read))
    lines += section("Forbehold", [line for each in doubts for line in wrapped(printable(each, _LONGEST_NOTE), "- ")])
    return [*lines, *section(f"Ikke med ({len(files)})", left_out)]


def _other_rounds(collection: Collection, shown: Round) -> list[str]:
    """Returns how to see the drafts of the other rounds."""
    others = [found for found in collection.rounds if found.round.id != shown.id]
    return [
        line
        for found in others
        for line in wrapped(
            f"{counted(found.drafts, 'kladde', 'kladder')} hører til {round_name(found.round)}. Med --round "
            f"{found.round.id} vises den runde."
        )
    ]


def _sums(totals: CollectionTotals) -> list[str]:
    years = list(totals.loan)
    rows = [
        ("", *years),
        ("Lån, der søges om", *(format_number(totals.loan[year]) for year in years)),
        ("Puljen", *(format_number(totals.pool[year]) if totals.pool[year] else "–" for year in years)),
        ("Del af puljen", *(pool_share_text(totals.pool_share(year)) for year in years)),
        ("Nye pladser", *(format_number(totals.places[year]) for year in years)),
    ]
    doubted = [line for said in doubted_said(totals) for line in wrapped(said)]
    return [*columns(rows, numbers=True), *without_loan_said(totals), *doubted]


def _regions(totals: CollectionTotals) -> list[str]:
    rows = [
        (each.region, counted(each.projects, "projekt", "projekter"), format_number(each.loan))
        for each in totals.regions
    ]
    return [*columns(rows, numbers=True), *wrapped(regions_said(totals))]


def _application(application: CollectedApplication, round_: Round) -> list[str]:
    name = printable(f"{application.name} ({application.file})", _LONGEST_TITLE)
    state = status_words(status(application.application), application.application)
    heading = [name, "-" * len(name), f"{state}. Kriterier: {OUTCOMES[application.assessment.outcome].lower()}."]
    heading += _to_be_mended(application_sentences(application))
    if not application.projects:
        return [*heading, "Der er ingen projekter i ansøgningen."]
    documented = application.documentation.projects
    projects = zip(application.projects, documented, strict=True)
    doubts = doubts_said(application.documentation)
    return [
        *heading,
        *(line for said in doubts for line in wrapped(printable(said, _LONGEST_NOTE))),
        *(line for project, documentation in projects for line in _project(project, documentation, round_)),
    ]


def _project(collected: CollectedProject, documentation: ProjectDocumentation, round_: Round) -> list[str]:
    project = collected.project
    loans = ", ".join(f"{year}: {loan_of(project, year) or BLANK.lower()}" for year in round_.year_keys)
    places = ", ".join(f"{year}: {format_number(number)}" for year, number in collected.places.items())
    rows = [
        ("Lån (hele 1.000 kr.)", loans),
        ("Nye pladser", places),
        ("Andel til andre kommuner", _for_others(project, round_)),
    ]
    failing = [result for result in collected.criteria if result.outcome is not Outcome.MET]
    outcomes = [f"{result.criterion}. {OUTCOMES[result.outcome]}" for result in failing]
    rows += [
        ("Kriterier", ", ".join(outcomes) or "Alle er opfyldt"),
        *_weighed(project),
        ("Dokumentation", documentation_said(documentation)),
    ]
    title = printable(project_heading(collected.position, project, round_), _LONGEST_TITLE)
    reasons = [wrapped(neutral(result.message), f"{result.criterion}. ") for result in failing]
    note = printable(project.coordination_note.strip(), _LONGEST_NOTE)
    noted = wrapped(note, "Møde eller aftale: ") if note else []
    mended = _to_be_mended(project_sentences(collected))
    said = [*columns(rows), *noted, *(line for reason in reasons for line in reason), *mended]
    return [*wrapped(title), *(f"  {line}" for line in said)]


def _to_be_mended(sentences: Iterable[str]) -> list[str]:
    """Returns the errors that keep a draft from being approved, in the words of the window."""
    return [line for said in sentences for line in wrapped(printable(said, _LONGEST_NOTE), f"{TO_BE_MENDED}: ")]


def _weighed(project: Project) -> list[tuple[str, str]]:
    """Returns what the ministry weighs beside the loan and the share, in its order."""
    chosen = project.coordination
    rates = [(words, rates_cell(project.daily_rates, when).text) for when, words in _RATES]
    cost = project.gross_construction_cost
    return [
        ("Koordinering", BLANK if chosen is None else COORDINATIONS[chosen]),
        ("Bruttoanlægsudgift", BLANK if cost is None else f"{format_number(cost)} (hele 1.000 kr.)"),
        ("Bygning", BLANK if project.building is None else BUILDINGS[project.building]),
        *((words, f"{text} kr. pr. døgn") for words, text in rates if text != NO_NUMBER),
        *([("Takst", BLANK)] if all(text == NO_NUMBER for _, text in rates) else []),
    ]


_RATES = (
    (RateTime.PRESENT, "Nuværende takst"),
    (RateTime.EXPECTED, "Forventet takst"),
    (None, "Takst, ikke oplyst hvornår"),
)


def _for_others(project: Project, round_: Round) -> str:
    return BLANK if project.share is None else f"{share_of(project)} pct. {share_in_places(project, round_)}".rstrip()


def _copies(copies: Copies) -> Sequence[str]:
    return wrapped(copies.message, "- ")
