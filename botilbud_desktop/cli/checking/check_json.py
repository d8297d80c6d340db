"""The output of `check --json` for one draft. The keys and their order are a contract with other programs."""

from fractions import Fraction
from typing import Any

from botilbud_desktop.cli.checking.check_weighting import weighting_json
from botilbud_desktop.domain.approval import control_code, status
from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.rules.results import Assessment, CriterionResult, Finding, LimitedText, ProjectAllocation
from botilbud_desktop.rules.text_results import Contradiction, JudgedContent
from botilbud_desktop.storage.draft.draft_file import OpenedDraft

_MOST_DECIMALS = 6


def as_json(draft: OpenedDraft, assessment: Assessment) -> dict[str, Any]:
    """Returns everything about the draft but the name of its file."""
    return {
        "round": draft.round.id,
        "status": str(status(draft.application)),
        "control_code": control_code(draft.application),
        "totals": {"loan": assessment.totals.loan, "places": assessment.totals.places},
        "texts": [_text(text) for text in assessment.texts],
        "criteria": [criterion_json(result) for result in assessment.criteria],
        "outcome": str(assessment.outcome),
        "cost_plans": [_cost_plan(allocated) for allocated in assessment.allocations],
        "findings": [_finding(finding) for finding in assessment.findings],
        "contradictions": [_contradiction(each) for each in assessment.contradictions],
        "weighting": weighting_json(draft),
        "contents": [_content(content, draft.application.description) for content in assessment.contents],
    }


def _contradiction(found: Contradiction) -> dict[str, Any]:
    """Returns words of a text that do not agree with the form; the positions count characters, the end not included."""
    return {
        "field": found.field,
        "words": found.words,
        "start": found.span.start,
        "end": found.span.end,
        "other": found.other,
        "message": found.message,
    }


def _text(text: LimitedText) -> dict[str, Any]:
    return {
        "field": text.field,
        "limit": text.limit,
        "word": text.length.word,
        "form": text.length.form,
        "submitted": text.length.submitted,
    }


def criterion_json(result: CriterionResult) -> dict[str, Any]:
    """Returns the outcome of one criterion for one project."""
    return {
        "project": result.project,
        "criterion": result.criterion,
        "outcome": str(result.outcome),
        "message": result.message,
        "source": result.source,
    }


def _cost_plan(allocated: ProjectAllocation) -> dict[str, Any]:
    """Returns a plan; one that cannot be allocated has no eligible amount and no lines, and a finding says why."""
    allocation = allocated.allocation
    if allocation is None:
        return {"project": allocated.project, "eligible": None, "exact": None, "loan_proposed": None, "lines": []}
    return {
        "project": allocated.project,
        "eligible": allocation.eligible,
        "exact": decimal_text(allocation.exact),
        "loan_proposed": allocation.proposed_loan,
        "lines": [
            {"label": line.line.label, "eligible": line.eligible, "exact": _exact(line.exact)}
            for line in allocation.lines
        ],
    }


def _exact(value: Fraction) -> str:
    """Returns a whole number or a fraction in lowest terms: `5104`, `31900/3`."""
    return str(value)


def decimal_text(value: Fraction) -> str:
    """Returns an amount or a number of places as a decimal number: `19704`, `10633.5`.

    One without end is rounded to six decimals: of an amount in 1.000 kr., a tenth of an øre.
    """
    whole, rest = divmod(round_half_up(abs(value) * 10**_MOST_DECIMALS, 1), 10**_MOST_DECIMALS)
    decimals = f"{rest:0{_MOST_DECIMALS}}".rstrip("0")
    sign = "-" if value < 0 and (whole or rest) else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def _content(content: JudgedContent, description: str) -> dict[str, Any]:
    """Returns a required content with the program's judgement, the user's own or None, and the sentences it is of."""
    return {
        "number": content.number,
        "coverage": str(content.coverage),
        "verdict": None if content.verdict is None else str(content.verdict),
        "reason": content.reason,
        "sentences": [description[span.start : span.end] for span in content.spans],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = {
        "code": finding.code,
        "severity": str(finding.severity),
        "field": finding.field,
        "message": finding.message,
    }
    return values if finding.detail is None else {**values, "detail": finding.detail}
