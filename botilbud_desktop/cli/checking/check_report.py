"""The output of `check` for one draft, for people: aligned lines of text."""

from collections.abc import Sequence
from itertools import groupby

from botilbud_desktop.cli.checking.check_documentation import documentation_lines
from botilbud_desktop.cli.text_layout import WIDTH, columns, section, wrapped
from botilbud_desktop.cli.wording import finding_line, number_of_errors
from botilbud_desktop.documents.values import field_name, municipality_name, project_heading, round_name
from botilbud_desktop.domain.approval import control_code, status
from botilbud_desktop.domain.attachments.documentation import Documentation
from botilbud_desktop.domain.choice_wording import CONTENT_VERDICTS, status_words
from botilbud_desktop.domain.cost_plan import Allocation
from botilbud_desktop.domain.values.amounts import counted, format_millions, format_number
from botilbud_desktop.rules.approval_now import blocked_now
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, LimitedText, ProjectAllocation, Severity
from botilbud_desktop.rules.text_results import COVERAGE_WORDS, JudgedContent
from botilbud_desktop.rules.verdict import VerdictState, verdict_of
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.files.printable import printable

_HEADINGS = {
    Severity.ERROR: "Problemer, der skal løses, før kladden kan godkendes",
    Severity.WARNING: "Vær opmærksom på",
    Severity.INFO: "Godt at vide",
}
_OUTCOME_WIDTH = max(map(len, OUTCOMES.values())) + 2


def report(file: str, draft: OpenedDraft, assessment: Assessment, documentation: Documentation) -> list[str]:
    """Returns the whole report on the draft in `file`."""
    name = printable(file, WIDTH)
    lines = [
        name,
        "=" * len(name),
        *columns(
            [
                ("Runde", round_name(draft.round)),
                ("Kommune", municipality_name(draft.application, draft.round)),
                ("Status", status_words(status(draft.application), draft.application)),
                ("Kontrolkode", control_code(draft.application)),
            ]
        ),
        *section("I alt", _totals(assessment)),
        *section("Tegn", _texts(assessment.texts, draft)),
        *section(f"Kriterier: {OUTCOMES[assessment.outcome].lower()}", _criteria(draft, assessment)),
        *section("Den samlede beskrivelse", _contents(draft, assessment)),
        *section("Fordeling af udgifter (hele 1.000 kr.)", _allocations(draft, assessment)),
    ]
    for severity, heading in _HEADINGS.items():
        findings = [finding_line(finding, draft) for finding in assessment.findings if finding.severity is severity]
        lines += section(f"{heading} ({len(findings)})", [line for text in findings for line in _item(text)])
    lines += section("Dokumentation, der skal sendes", documentation_lines(documentation))
    changed = blocked_now(draft.application, assessment)
    return [*lines, *(["", *wrapped(changed)] if changed else []), "", *wrapped(_conclusion(assessment))]


def _totals(assessment: Assessment) -> list[str]:
    totals = assessment.totals
    return columns(
        [
            ("", *totals.loan),
            ("Lån (hele 1.000 kr.)", *map(format_number, totals.loan.values())),
            ("Nye pladser", *map(format_number, totals.places.values())),
        ],
        numbers=True,
    )


def _texts(texts: Sequence[LimitedText], draft: OpenedDraft) -> list[str]:
    if not texts:
        return []
    rows = [
        (
            field_name(text.field, draft.round, draft.application),
            *map(format_number, (text.limit, text.length.word, text.length.form, text.length.submitted)),
        )
        for text in texts
    ]
    table = columns([("", "Grænse", "Word", "Webformular", "Når du sender"), *rows], numbers=True)
    return [table[0], *(line + _judgement(text) for line, text in zip(table[1:], texts, strict=True))]


def _judgement(text: LimitedText) -> str:
    if text.length.form > text.limit:
        return "   for lang"
    return "   måske for lang" if text.length.submitted > text.limit else ""


def _criteria(draft: OpenedDraft, assessment: Assessment) -> list[str]:
    lines: list[str] = []
    for index, results in groupby(assessment.criteria, key=lambda result: result.project):
        lines += wrapped(_project(index, draft))
        for result in results:
            beginning = f"  {result.criterion}. {OUTCOMES[result.outcome]:{_OUTCOME_WIDTH}}"
            lines += wrapped(result.message, beginning)
    return lines


def _contents(draft: OpenedDraft, assessment: Assessment) -> list[str]:
    """Returns each required content with its state; why it is doubtful stands with the warnings."""
    titles = {content.number: content.title for content in draft.round.required_contents}
    return columns((f"{each.number}. {titles[each.number]}", _content_state(each)) for each in assessment.contents)


def _content_state(content: JudgedContent) -> str:
    if content.verdict is not None:
        return f"{CONTENT_VERDICTS[content.verdict]} (egen vurdering)"
    return COVERAGE_WORDS[content.coverage]


def _allocations(draft: OpenedDraft, assessment: Assessment) -> list[str]:
    return [line for allocated in assessment.allocations for line in _allocation(allocated, draft)]


def _allocation(allocated: ProjectAllocation, draft: OpenedDraft) -> list[str]:
    heading = wrapped(_project(allocated.project, draft))
    if allocated.allocation is None:
        return [*heading, "  Udgifterne kan ikke fordeles endnu."]
    return [*heading, *(f"  {line}" for line in _arithmetic(allocated.allocation))]


def _arithmetic(allocation: Allocation) -> list[str]:
    is_rounded_up = allocation.proposed_loan < allocation.eligible
    eligible = f"{format_number(allocation.eligible)} ({format_millions(allocation.eligible)})"
    return columns(
        [
            *((printable(line.line.label), line.arithmetic) for line in allocation.lines),
            ("Låneberettiget i alt", eligible),
            *(("Foreslået lån", format_number(allocation.proposed_loan)),) * is_rounded_up,
        ]
    )


def _conclusion(assessment: Assessment) -> str:
    """Returns the verdict, and whether the draft can be approved."""
    verdict = verdict_of(assessment)
    if verdict.state is VerdictState.PROBLEMS:
        number = len(assessment.not_met)
        also = f", og {counted(number, 'kriterium', 'kriterier')} er ikke opfyldt" if number else ""
        errors = number_of_errors(assessment)
        return f"{verdict.headline}. Kladden kan ikke godkendes endnu: {errors} skal løses{also}."
    decides = " Det er ministeriet, der afgør kriterierne." if assessment.not_met else ""
    return f"{verdict.headline} Kladden kan godkendes.{decides}"


def _project(index: int, draft: OpenedDraft) -> str:
    return project_heading(index, draft.application.projects[index], draft.round)


def _item(text: str) -> list[str]:
    return wrapped(text, "- ")
