"""Tells what a draft needs and a document does not say, so that nobody takes silence for an answer."""

from collections.abc import Iterator

from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import Round

_OF_APPLICATION = ("applicant.municipality_code", "description", "contacts.names", "contacts.phones", "contacts.emails")
_OF_PROJECT = (
    *("name", "places", "share_for_others", "completion_date", "gross_construction_cost"),
    *("places_closed_elsewhere", "building", "coordination", "description"),
)


def not_found(proposal: Proposal, round_: Round) -> tuple[FieldPath, ...]:
    """Returns the fields of the form that the proposal has no value for, those of the application first.

    Of the loans one is enough; without any, those of all years are returned. What the round does not ask is left out.
    """
    found = {value.field for value in proposal.values}
    return tuple(path for path in _needed(proposal, round_) if not any(each.starts_with(path) for each in found))


def _needed(proposal: Proposal, round_: Round) -> Iterator[FieldPath]:
    yield from map(field_path, _OF_APPLICATION)
    projects = {value.field.project for value in proposal.values if value.field.project is not None}
    for project in sorted(projects):
        path = project_path(project)
        has_loan = any(value.field.starts_with(path / "loan") for value in proposal.values)
        asked = [path / name for name in _OF_PROJECT]
        loans = [] if has_loan else [path / "loan" / year for year in round_.year_keys]
        yield from (each for each in (asked[0], *loans, *asked[1:]) if round_.field(each.form_path) is not None)
