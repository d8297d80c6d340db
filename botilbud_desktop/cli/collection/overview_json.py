"""The output of `overview --json`. The keys and their order are a contract with other programs.

Amounts are in whole 1.000 kr.; shares are per cent, and places for others a number of places, as decimal texts.
"""

from typing import Any

from botilbud_desktop.cli.checking.check_documentation import documentation_json
from botilbud_desktop.cli.checking.check_json import criterion_json, decimal_text
from botilbud_desktop.cli.checking.check_weighting import weighting_item_json
from botilbud_desktop.domain.approval import control_code, status
from botilbud_desktop.domain.model import json_values
from botilbud_desktop.rules.collection.records import (
    CollectedApplication,
    CollectedProject,
    Collection,
    CollectionTotals,
    Copies,
    RegionTotals,
)

_PER_CENT = 100


def collection_json(collection: Collection) -> dict[str, Any]:
    """Returns everything that the collection shows."""
    totals = collection.totals
    return {
        "round": None if collection.round is None else collection.round.id,
        "applications": [_application(application) for application in collection.applications],
        "totals": None if totals is None else _totals(totals),
        "regions_covered": [] if totals is None else [each.region for each in totals.regions if each.is_covered],
        "regions": [] if totals is None else [_region(each) for each in totals.regions],
        "duplicates": [_copies(copies) for copies in collection.copies],
        "left_out": [
            *({"file": left_out.file, "why": left_out.why} for left_out in collection.left_out),
            *({"file": "", "why": warning} for warning in collection.warnings),
        ],
    }


def _application(collected: CollectedApplication) -> dict[str, Any]:
    application, municipality = collected.application, collected.municipality
    return {
        "file": collected.file,
        "municipality": application.applicant.municipality_code,
        "region": None if municipality is None else municipality.region,
        "status": str(status(application)),
        "control_code": control_code(application),
        "outcome": str(collected.assessment.outcome),
        "totals": {"loan": collected.assessment.totals.loan, "places": collected.assessment.totals.places},
        "projects": [_project(project) for project in collected.projects],
        "attachments": documentation_json(collected.documentation),
    }


def _project(collected: CollectedProject) -> dict[str, Any]:
    project, shared = collected.project, collected.shared_places
    values = json_values(project)
    copied = ("gross_construction_cost", "building", "completion_date", "coordination", "coordination_note")
    return {
        "project": collected.position,
        "name": project.name,
        "loan": {year: project.loan.get(year) for year in collected.quantities.loans},
        "places": dict(collected.places),
        **{key: values[key] for key in copied},
        "share_for_others": project.share_for_others,
        "shared_places": None if shared is None else decimal_text(shared),
        "place_groups": values["places"],
        "daily_rates": values["daily_rates"],
        "criteria": [criterion_json(result) for result in collected.criteria],
        "weighting": [weighting_item_json(item) for item in collected.weighting.items],
    }


def _totals(totals: CollectionTotals) -> dict[str, Any]:
    shares = {year: totals.pool_share(year) for year in totals.loan}
    return {
        "loan": dict(totals.loan),
        "pool": dict(totals.pool),
        "pool_share": {
            year: None if share is None else decimal_text(share * _PER_CENT) for year, share in shares.items()
        },
        "places": dict(totals.places),
        "places_by_legal_basis": {str(basis): count for basis, count in totals.by_basis.items()},
        "shared_places": decimal_text(totals.shared_places),
        "projects_without_loan": totals.without_loan,
        "projects_without_share": totals.without_share,
        "applications_without_municipality": totals.without_municipality,
    }


def _region(region: RegionTotals) -> dict[str, Any]:
    return {
        "region": region.region,
        "applications": region.applications,
        "projects": region.projects,
        "loan": region.loan,
        "places": region.places,
    }


def _copies(copies: Copies) -> dict[str, Any]:
    return {
        "kind": str(copies.kind),
        "files": list(copies.files),
        "counted": list(copies.files[: copies.counted]),
        "message": copies.message,
    }
