"""The first page: what the papers are, how many applications they hold, and what is doubtful."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from botilbud_desktop.documents.agenda.annexes import Annex
from botilbud_desktop.documents.collection.neutral import neutral_reason
from botilbud_desktop.documents.notes.blocks import Block, Column, Heading, Listed, Pairs, Paragraphs, Table, texts_of
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.approval import status
from botilbud_desktop.domain.choice_wording import status_words
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.collection.records import Collection, Copies, CopyKind
from botilbud_desktop.rules.collection.wording import MAY_BE_TWICE, doubted_said
from botilbud_desktop.rules.wording import all_of

DOUBTS, LEFT_OUT = "Forbehold", "Ikke med"


def head_of(agenda: Agenda, round_: Round) -> str:
    """Returns what is repeated on each page: `3.5 Lånepulje til botilbud`; without a title that of the round.

    Nothing is cut off: who takes the agenda in keeps its title short.
    """
    title = one_line(agenda.title) or round_.short_title
    return " ".join(filter(None, (one_line(agenda.item), title)))


def cover(
    collection: Collection, agenda: Agenda, annexes: Sequence[Annex], round_: Round, today: date
) -> Iterator[Block]:
    """Yields the first page, without the contents."""
    yield Heading(0, head_of(agenda, round_))
    yield Pairs("Dagsordenspunkt", list(_about(collection, agenda, round_, today)))
    left_out = collection.files_left_out
    doubts = [*_copies(collection), *_errors(collection), *doubled_said(annexes), *_not_sure(collection)]
    if not doubts and not left_out:
        return
    yield Heading(2, DOUBTS)
    if doubts:
        yield Listed(tuple(doubts))
    if left_out:
        files = counted(len(left_out), "fil er ikke med", "filer er ikke med")
        yield Paragraphs(f"{files} i ansøgningerne og summerne:")
        columns = (Column("Kommune eller fil", texts_of(170)), Column("Hvorfor", texts_of(280)))
        rows = [(one_line(each.municipality or each.file), neutral_reason(each.brief or each.why)) for each in left_out]
        yield Table(LEFT_OUT, columns, rows)


def _about(collection: Collection, agenda: Agenda, round_: Round, today: date) -> Iterator[tuple[str, str]]:
    if one_line(agenda.item):
        yield "Dagsordenspunkt", one_line(agenda.item)
    yield "Ansøgningsrunde", round_.short_title
    yield from _where(collection)
    yield "Dato", format_long_date(today)
    applications = collection.applications
    projects = sum(len(each.projects) for each in applications)
    told = counted(len(applications), "ansøgning", "ansøgninger"), counted(projects, "projekt", "projekter")
    yield "Omfang", " med ".join(told)
    states = Counter(status_words(status(each.application), each.application) for each in applications)
    if states:
        yield "Status", "\n".join(f"{words}: {number}" for words, number in states.items())


def _where(collection: Collection) -> Iterator[tuple[str, str]]:
    """Yields the KKR where all are of the same, and the regions."""
    known = [each.municipality for each in collection.applications if each.municipality is not None]
    if not known:
        return
    kkrs, regions = {each.kkr for each in known}, sorted({each.region for each in known})
    if len(kkrs) == 1 and len(known) == len(collection.applications):
        yield "KKR", kkrs.pop()
    yield for_number(len(regions), "Region", "Regioner"), all_of(regions)


def _copies(collection: Collection) -> Iterator[str]:
    if not collection.is_counted_once:
        yield MAY_BE_TWICE
    names = {each.file: each.name for each in collection.applications if each.municipality is not None}
    yield from (_copy_said(copies, names) for copies in collection.copies if copies.is_doubtful)


def _copy_said(copies: Copies, names: Mapping[str, str]) -> str:
    """Returns what may be counted twice, with the municipality instead of the files where it is known."""
    counted_files = copies.files[: copies.counted]
    known = list(dict.fromkeys(names[file] for file in counted_files if file in names))
    if not all(file in names for file in counted_files):
        return copies.message
    if copies.kind is CopyKind.DIVERGED:
        told = "udgaver af kommunens ansøgning er talt med. De er forskellige, og det vides ikke, hvilken der er nyest."
        return f"{all_of(known)}: {copies.counted} {told}"
    if copies.kind is CopyKind.SAME_MUNICIPALITY:
        return f"{all_of(known)}: {copies.counted} ansøgninger fra samme kommune er talt med."
    return f"{all_of(known)}: Kopier af én kladde med samme projekt er talt med for flere kommuner."


def _errors(collection: Collection) -> Iterator[str]:
    """Yields what must be mended before the drafts can be approved."""
    if collection.totals is not None:
        yield from doubted_said(collection.totals)
    blocked = sum(bool(each.assessment.errors) for each in collection.applications)
    if blocked:
        applications = counted(blocked, "ansøgning", "ansøgninger")
        it = for_number(blocked, "den", "de")
        yield f"{applications} har problemer, der skal løses, før {it} kan godkendes."


def _not_sure(collection: Collection) -> Iterator[str]:
    """Yields what the reading was not sure of, and the folders that were not read."""
    yield from collection.warnings
    yield from (one_line(neutral_reason(each.why)) for each in collection.folders_not_read)


def doubled_said(annexes: Sequence[Annex]) -> Iterator[str]:
    """Yields a sentence where annexes have one number."""
    numbers = Counter(annex.number for annex in annexes if annex.number)
    doubled = [number for number, times in numbers.items() if times > 1]
    if doubled:
        yield f"Flere bilag har samme nummer: {all_of(doubled)}."
