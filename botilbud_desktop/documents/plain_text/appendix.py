"""The program's own appendix (*bilag*): sums, criteria, remarks, the rest of the draft's values, and the file."""

from collections.abc import Iterable, Iterator, Sequence

from botilbud_desktop.documents.all_values import values_outside
from botilbud_desktop.documents.form_table import left_out_lines
from botilbud_desktop.documents.plain_text.blocks import Block, pair
from botilbud_desktop.documents.plain_text.projects import project_blocks
from botilbud_desktop.documents.remarks_words import LIMITS, kind_of_finding, lasting_findings
from botilbud_desktop.documents.values import BLANK, NO_PROJECTS, characters, field_name, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.document_import.structure.own_text import NOT_TO_SEND
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.values import AS_PRINTED, totals_row, written
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, CriterionResult, Finding, Outcome
from botilbud_desktop.rules.verdict import verdict_of
from botilbud_desktop.rules.weighting.by_criterion import WeighedCriterion, WeighedGroup, by_criterion
from botilbud_desktop.rules.weighting.weighing import weighting_of

TITLE = "Bilag: Programmets gennemgang"
_NOTHING_FOUND = "Programmet har ikke fundet noget at rette."
_NO_POINTS = "Programmet giver ikke point. Det viser, hvad ansøgningen siger til hvert punkt, og hvad der mangler."
_SAID, _MISSING = "Ansøgningen siger", "Mangler"
_NOTHING_SAID, _NOTHING_MISSING = "Ikke noget.", "Ikke noget, som programmet kan se."
_ALL_PROJECTS = "Alle projekter"


def appendix(application: Application, round_: Round, assessment: Assessment) -> Iterator[Block]:
    """Yields the appendix; its parts are numbered, so that one can be gone to."""
    parts: list[tuple[str, list[Block]]] = [
        ("Summer", _sums(application, round_, assessment)),
        ("Kriterier", [*_criteria(application, round_, assessment)]),
        ("Kontrol", _remarks(application, round_, assessment)),
        *(
            (project_heading(index, project, round_), project_blocks(project, index, round_))
            for index, project in enumerate(application.projects)
        ),
        ("Det lægger ministeriet vægt på", [*_weighting(application, round_)]),
        (
            "Ansøgningen og dens fil",
            [_flat(pair(label, text) for label, text in values_outside(application, round_))],
        ),
    ]
    filled = [(title, blocks) for title, blocks in parts if blocks]
    yield [TITLE, NOT_TO_SEND]
    for number, (title, blocks) in enumerate(filled, start=1):
        yield [f"Bilaget, del {number} af {len(filled)}: {title}"]
        yield from blocks


def _flat(lines: Iterable[Sequence[str]]) -> Block:
    return [line for each in lines for line in each]


def _sums(application: Application, round_: Round, assessment: Assessment) -> list[Block]:
    """Returns the sum below each column of years, which places no column counts, and how long the long texts are."""
    totals = totals_row(round_, assessment.totals.loan, assessment.totals.places)
    sums = [
        f"{column.lettered_label}, {round_.totals_wording.lower()}: {written(total, AS_PRINTED)}"
        for column, total in zip(round_.columns, totals, strict=True)
        if isinstance(total, int)
    ]
    lengths = [
        f"{label_with_unit(field_path(text.field), round_)}: {characters(text.length.submitted, text.limit)}"
        for text in assessment.texts
        if field_path(text.field).project is None
    ]
    return [block for block in (sums, left_out_lines(application, round_), lengths) if block]


def _criteria(application: Application, round_: Round, assessment: Assessment) -> Iterator[Block]:
    yield [LIMITS]
    if not application.projects:
        yield [NO_PROJECTS]
    titles = {criterion.number: criterion.title for criterion in round_.criteria}
    for index, project in enumerate(application.projects):
        yield [project_heading(index, project, round_)]
        yield from (
            _criterion(result, titles.get(result.criterion, ""))
            for result in assessment.criteria
            if result.project == index
        )


def _criterion(result: CriterionResult, title: str) -> Block:
    """Returns the outcome and its reason; the ministry's words as well unless the criterion is met."""
    words = [] if result.outcome is Outcome.MET else pair("Ministeriets ord", result.source)
    return [f"Kriterium {result.criterion}. {title}: {OUTCOMES[result.outcome]}", result.message, *words]


def _remarks(application: Application, round_: Round, assessment: Assessment) -> list[Block]:
    findings = lasting_findings(assessment)
    told = (_finding(finding, application, round_) for finding in findings)
    return [[verdict_of(assessment).headline], *(told if findings else [[_NOTHING_FOUND]])]


def _finding(finding: Finding, application: Application, round_: Round) -> Block:
    field = field_name(finding.field, round_, application) or BLANK
    return [f"{kind_of_finding(finding)}: {field}", finding.message]


def _weighting(application: Application, round_: Round) -> Iterator[Block]:
    criteria = by_criterion(weighting_of(application, round_, round_.max_projects))
    if criteria:
        yield [_NO_POINTS]
    for criterion in criteria:
        title = criterion.title if criterion.number is None else f"Punkt {criterion.number}. {criterion.title}"
        yield [title, *pair("Ministeriets ord", criterion.source)]
        for group in criterion.groups:
            yield _weighed(criterion, group, application, round_)
        if criterion.remarks:
            yield criterion.remarks


def _weighed(criterion: WeighedCriterion, group: WeighedGroup, application: Application, round_: Round) -> Block:
    said, missing = group.said, tuple(gap.message for gap in group.missing)
    if group is criterion.groups[-1]:
        said = said if criterion.said else (_NOTHING_SAID,)
        missing = missing if criterion.missing else (_NOTHING_MISSING,)
    whose = (
        _ALL_PROJECTS
        if group.project is None
        else project_heading(group.project, application.projects[group.project], round_)
    )
    told = (pair(label, "\n".join(texts)) for label, texts in ((_SAID, said), (_MISSING, missing)) if texts)
    return [whose, *_flat(told)]
