"""The severity of every finding, according to the specification and the user's guide."""

from botilbud_desktop.rules.results import Severity

_ERRORS = """
    applicant.missing projects.none projects.too_many project.name_missing loan.missing loan.negative
    loan.exceeds_pool loan.exceeds_cost share.out_of_range text.too_long description.missing contacts.missing
    contacts.email_invalid field.not_understood cost_plan.total_not_positive cost_plan.eligible_negative
    cost_plan.eligible_exceeds_total cost_plan.amount_negative places.negative places.closed_negative
    places.year_outside_round gross_cost.negative completion.before_window
"""
_WARNINGS = """
    loan.differs_from_cost_plan loan.after_completion places.before_completion text.at_risk
    text.unsupported_characters text.contradicts description.content_missing description.fact_stale
    project.description_missing
    gross_cost.exceeds_pool text.markup_like text.no_break_spaces project.duplicate loan.unit_suspect
    gross_cost.unit_suspect loans.exceed_pool loan.per_place_unlikely places.after_completion
    places.closed_not_subtracted places.converted_to_same_law building.new_cannot_preserve
    cost_plan.basis_differs_from_places
    cost_plan.sum_differs_from_gross_cost cost_plan.nothing_separated share.too_few_whole_places
    daily_rate.reversed daily_rate.negative coordination.note_missing coordination.differs_from_note
    contacts.phone_doubtful approval.altered
"""
_INFOS = """
    coordination.document_to_send places.not_counted cost_plan.rounding_above_exact weighting.unanswered
    round.not_open round.closing round.closed
"""

SEVERITIES = (
    dict.fromkeys(_ERRORS.split(), Severity.ERROR)
    | dict.fromkeys(_WARNINGS.split(), Severity.WARNING)
    | dict.fromkeys(_INFOS.split(), Severity.INFO)
)
ALL_CODES = frozenset(SEVERITIES)
