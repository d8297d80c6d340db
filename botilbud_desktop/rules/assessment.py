"""The assessment: all results of the rules for an application, updated on each keystroke.

The models are frozen and share what has not changed, so an `Assessor` reuses the results of a project as long
as the same object has the same index, and likewise for the description and the contacts.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.application import Application, Contacts, Project
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import TextCount, count_characters
from botilbud_desktop.domain.totals import eligible_places, sum_by_year
from botilbud_desktop.rules.criteria import criteria_of
from botilbud_desktop.rules.criteria.joint_cost import with_joint_cost
from botilbud_desktop.rules.findings.across_projects import duplicate_findings, folded_name, pool_findings
from botilbud_desktop.rules.findings.application import (
    applicant_findings,
    approval_findings,
    description_findings,
    project_count_findings,
)
from botilbud_desktop.rules.findings.contacts import contacts_findings
from botilbud_desktop.rules.findings.project import project_findings
from botilbud_desktop.rules.findings.texts import length_findings, limited_text
from botilbud_desktop.rules.findings.window import window_findings
from botilbud_desktop.rules.results import (
    Assessment,
    CriterionResult,
    Finding,
    LimitedText,
    Outcome,
    ProjectAllocation,
    Totals,
)
from botilbud_desktop.rules.subject import subject_of

if TYPE_CHECKING:
    from botilbud_desktop.domain.notes.records import ContentVerdict
    from botilbud_desktop.rules.contradictions.checking import TextChecker
    from botilbud_desktop.rules.description.judging import DescriptionJudge
    from botilbud_desktop.rules.text_results import Contradiction, JudgedContent, StaleFact

_NOTHING_HALF_TYPED: Mapping[str, str] = {}
_WORST_FIRST = {outcome: position for position, outcome in enumerate(Outcome)}


class _ProjectResults(NamedTuple):
    project: Project
    loans: dict[str, int]
    places: dict[str, int]
    quantities: Quantities
    name: str
    """Folded, to find the same project twice."""
    texts: tuple[LimitedText, ...]
    criteria: tuple[CriterionResult, ...]
    allocation: ProjectAllocation | None
    findings: tuple[Finding, ...]


class _DescriptionResults(NamedTuple):
    read: "_Read"
    texts: tuple[LimitedText, ...]
    contents: "tuple[JudgedContent, ...]"
    findings: tuple[Finding, ...]


class _Read(NamedTuple):
    """What the results of the description depend on."""

    description: str
    projects: tuple[tuple[str, Mapping[str, int | None]], ...]
    """The name and the loans of each project: a text is read with the table beside it."""
    verdicts: "Mapping[str, ContentVerdict]"
    applicant: str | None
    """The code of the municipality that applies: what another does is not its project."""


class _ContactsResults(NamedTuple):
    contacts: Contacts
    texts: tuple[LimitedText, ...]
    findings: tuple[Finding, ...]


class Assessor:
    """Assesses one draft repeatedly, and computes only what has changed since the last time."""

    def __init__(self, round_: Round, count: Callable[[str], TextCount] = count_characters) -> None:
        """`count` returns the length of a text; a caller that has counted the texts already passes its own."""
        self._round = round_
        self._count = count
        self._judge: DescriptionJudge | None = None
        self._checker: TextChecker | None = None
        self._projects: tuple[_ProjectResults, ...] = ()
        self._description: _DescriptionResults | None = None
        self._contacts: _ContactsResults | None = None

    def assess(
        self,
        application: Application,
        today: date,
        half_typed: Mapping[str, str] = _NOTHING_HALF_TYPED,
        *,
        compares_texts: bool = True,
    ) -> Assessment:
        """Returns the assessment of `application` on `today`; `half_typed` holds half-typed text by path.

        Without `compares_texts` no text is compared with the form's values: there is no time for it before the window
        is painted.
        """
        projects = self._projects_of(application)
        description = self._description_of(application)
        contacts = self._contacts_of(application)
        criteria = with_joint_cost(
            tuple(result for project in projects for result in project.criteria), application.projects, self._round
        )
        totals = Totals(
            loan=sum_by_year((project.loans for project in projects), self._round),
            places=sum_by_year((project.places for project in projects), self._round),
        )
        stale = _stale_facts(application, self._round, half_typed) if application.inserted_facts else ()
        contradictions = _told_once(self._contradictions_of(application) if compares_texts else (), stale)
        findings = (
            *applicant_findings(application.applicant),
            *project_count_findings(application, self._round),
            *pool_findings(totals.loan, self._round),
            *duplicate_findings([project.name for project in projects], application.projects, self._round),
            *(finding for project in projects for finding in project.findings),
            *description.findings,
            *(_stale_findings(stale) if stale else ()),
            *_findings_of(contradictions),
            *contacts.findings,
            *approval_findings(application),
            *window_findings(self._round, today),
        )
        if half_typed:
            findings = _with_half_typed(findings, application, half_typed, self._round)
        return Assessment(
            totals=totals,
            texts=(*(text for project in projects for text in project.texts), *description.texts, *contacts.texts),
            criteria=criteria,
            outcome=worst_outcome(criteria),
            allocations=tuple(project.allocation for project in projects if project.allocation is not None),
            quantities=tuple(project.quantities for project in projects),
            findings=findings,
            contents=description.contents,
            contradictions=contradictions,
            stale_facts=stale,
        )

    def _projects_of(self, application: Application) -> tuple[_ProjectResults, ...]:
        known = self._projects
        self._projects = tuple(
            known[index]
            if index < len(known) and known[index].project is project
            else _assess_project(project, index, self._round, self._count)
            for index, project in enumerate(application.projects)
        )
        return self._projects

    def _description_of(self, application: Application) -> _DescriptionResults:
        known = self._description
        projects = tuple((project.name, project.loan) for project in application.projects)
        read = _Read(
            application.description, projects, application.judged_contents, application.applicant.municipality_code
        )
        if known is None or known.read != read:
            known = self._assess_description(read)
            self._description = known
        return known

    def _contradictions_of(self, application: Application) -> "tuple[Contradiction, ...]":
        if not has_texts(application):
            return ()
        if self._checker is None:
            from botilbud_desktop.rules.contradictions.checking import TextChecker

            self._checker = TextChecker(self._round)
        return self._checker.contradictions(application)

    def _contacts_of(self, application: Application) -> _ContactsResults:
        known = self._contacts
        if known is None or known.contacts is not application.contacts:
            contacts = application.contacts
            texts = tuple(_limited_texts(contacts, "contacts.{}".format, "contacts.", self._round, self._count))
            too_long = chain.from_iterable(length_findings(text) for text in texts)
            known = _ContactsResults(contacts, texts, (*contacts_findings(contacts), *too_long))
            self._contacts = known
        return known

    def _assess_description(self, read: _Read) -> _DescriptionResults:
        counts = _counted("description", read.description, self._round, self._count)
        contents = self._judged_contents(read) if read.description.strip() else ()
        findings = description_findings(read.description, counts, contents)
        return _DescriptionResults(read, () if counts is None else (counts,), contents, tuple(findings))

    def _judged_contents(self, read: _Read) -> "tuple[JudgedContent, ...]":
        if self._judge is None:
            from botilbud_desktop.rules.description.judging import DescriptionJudge

            self._judge = DescriptionJudge(self._round)
        names = [name for name, _loans in read.projects]
        judged = self._judge.judged(read.description, names, [loans for _name, loans in read.projects], read.applicant)
        return tuple(content._replace(verdict=read.verdicts.get(str(content.number))) for content in judged)


def assess(
    application: Application, round_: Round, today: date, half_typed: Mapping[str, str] = _NOTHING_HALF_TYPED
) -> Assessment:
    """Returns the assessment of `application` on `today`; use `Assessor` for repeated assessments."""
    return Assessor(round_).assess(application, today, half_typed)


def load_text_rules() -> None:
    """Load the rules that compare texts with the form; any thread may call it before an `Assessor` needs them."""
    import_module("botilbud_desktop.rules.contradictions.checking")


def has_texts(application: Application) -> bool:
    """Whether there is any text to compare with the form; until then nothing is loaded that reads texts."""
    return bool(
        application.description
        or application.cover_note.text
        or any(
            project.description
            or project.purpose
            or project.target_group
            or project.economy_note
            or project.preservation_reason
            for project in application.projects
        )
    )


def worst_outcome(criteria: tuple[CriterionResult, ...]) -> Outcome:
    """Returns the application's outcome, the worst of its projects'; without projects, missing information."""
    return min(
        (result.outcome for result in criteria),
        key=_WORST_FIRST.__getitem__,
        default=Outcome.MISSING_INFORMATION,
    )


def _stale_facts(application: Application, round_: Round, half_typed: Mapping[str, str]) -> "tuple[StaleFact, ...]":
    from botilbud_desktop.rules.inserted_facts.stale import stale_facts

    return stale_facts(application, round_, half_typed)


def _told_once(
    contradictions: "tuple[Contradiction, ...]", stale: "tuple[StaleFact, ...]"
) -> "tuple[Contradiction, ...]":
    """Returns the contradictions but those within an inserted sentence that is told of as stale: once is enough."""
    if not stale:
        return contradictions
    spans = [fact.span for fact in stale]
    return tuple(
        each
        for each in contradictions
        if each.field != "description"
        or not any(span.start <= each.span.start and each.span.end <= span.end for span in spans)
    )


def _stale_findings(stale: "tuple[StaleFact, ...]") -> Iterator[Finding]:
    from botilbud_desktop.rules.findings.inserted_facts import stale_findings

    return stale_findings(stale)


def _assess_project(project: Project, index: int, round_: Round, count: Callable[[str], TextCount]) -> _ProjectResults:
    subject = subject_of(project, index, round_)
    texts = tuple(_limited_texts(project, subject.field, "projects[].", round_, count))
    return _ProjectResults(
        project=project,
        loans=subject.quantities.loans,
        places=eligible_places(project, round_),
        quantities=subject.quantities,
        name=folded_name(project),
        texts=texts,
        criteria=criteria_of(subject),
        allocation=ProjectAllocation(index, subject.quantities.allocation) if subject.has_plan else None,
        findings=project_findings(subject, texts),
    )


def _limited_texts(
    values: Project | Contacts,
    path: Callable[[str], str],
    prefix: str,
    round_: Round,
    count: Callable[[str], TextCount],
) -> Iterator[LimitedText]:
    """Yields the counts of the texts whose length the form limits, in its order; `path` returns a field's path."""
    for field in round_.fields:
        if field.limit is not None and field.path.startswith(prefix):
            name = field.path.removeprefix(prefix)
            text = getattr(values, name, None)
            if isinstance(text, str):
                yield LimitedText(path(name), field.limit, count(text))


def _counted(field: str, text: str, round_: Round, count: Callable[[str], TextCount]) -> LimitedText | None:
    form_field = round_.field(field_path(field).form_path)
    return limited_text(field, text, None if form_field is None else form_field.limit, count)


def _findings_of(contradictions: "tuple[Contradiction, ...]") -> "Iterator[Finding]":
    if contradictions:
        from botilbud_desktop.rules.findings.contradictions import contradiction_findings

        yield from contradiction_findings(contradictions)


def _with_half_typed(
    findings: tuple[Finding, ...], application: Application, half_typed: Mapping[str, str], round_: Round
) -> tuple[Finding, ...]:
    from botilbud_desktop.rules.findings.half_typed import half_typed_findings, without_empty_values

    found = half_typed_findings(application, half_typed, round_)
    return (*without_empty_values(findings, found), *found)
