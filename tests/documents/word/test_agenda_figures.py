"""The figures and words of an agenda's papers are those that `overview --json` gives, value by value."""

from decimal import Decimal
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import given

from botilbud_desktop.cli.collection.overview_json import collection_json
from botilbud_desktop.documents.agenda.criteria import SHORT, criterion_titles
from botilbud_desktop.documents.agenda.weighed import gap_said
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.collection_files import WRITERS, Making
from botilbud_desktop.domain.application import Application, Building, Coordination, LegalBasis
from botilbud_desktop.domain.attachments.attachment import AttachmentState
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import letters
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.agenda.paper import all_text, grids, texts
from tests.documents.agenda.samples import AALBORG, LOST, THREE, attached, collection, with_attachments
from tests.documents.samples import APPROVED, COMPLETE
from tests.documents.test_any_application import UNHURRIED, applications
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import TODAY

_BARE = ("Ikke angivet",)
AGENDA_FILES = pytest.mark.parametrize("ending", [ending for ending, writer in WRITERS.items() if writer.is_agenda])


def assert_same_figures(found: Collection, ending: str = ".docx") -> None:
    round_ = found.round
    assert round_ is not None
    document = WRITERS[ending].make(found, Agenda(), round_, Making(TODAY, resources_folder()))
    assert document is not None
    values = collection_json(found)
    _sums(document, values, round_)
    _regions(document, values)
    _laws(document, values, round_)
    _projects(document, values, round_)
    _shares(document, values)
    _documentation(document, values)
    _criteria(document, values, round_)
    _weighting(document, values)
    _rest(document, values, found)


def number(text: str) -> int | None:
    return None if text in _BARE else int(text.replace(".", ""))


def rows(document: bytes, title: str) -> list[tuple[str, ...]]:
    """Returns the rows of the tables of a title beside each other, without the leading columns and the head."""
    found = grids(document, title)
    # of tables beside each other only those with sums have a last row for them
    beside = zip_longest(*(table.rows for table in found), fillvalue=())
    return [tuple(cell for row in each for cell in row[3:]) for each in beside][1:]


def projects(values: Any) -> list[Any]:
    """Returns the projects in the order of the rows; None for an application without any."""
    return [project for application in values["applications"] for project in application["projects"] or [None]]


def _sums(document: bytes, values: Any, round_: Round) -> None:
    (table,) = grids(document, "Lån og puljen")
    totals = values["totals"]
    for row, year in zip(table.rows[1:-1], round_.year_keys, strict=True):
        assert row[0] == year
        assert number(row[1]) == totals["loan"][year]
        assert (number(row[2]) or 0) == totals["pool"][year]
        share = totals["pool_share"][year]
        if share is None:
            assert row[3] in _BARE
        else:
            shown = Decimal(row[3].removeprefix("ca. ").removesuffix(" pct.").replace(".", "").replace(",", "."))
            assert abs(shown - Decimal(share)) <= Decimal("0.05")
        assert number(row[4]) == totals["places"][year]
    assert number(table.rows[-1][1]) == sum(totals["loan"].values())
    assert number(table.rows[-1][4]) == sum(totals["places"].values())
    told = texts(document)
    for year in round_.year_keys:
        loan = next(text for text in told if text.startswith(f"For {year} søges der om lån på "))
        words = [word.rstrip(".,") for word in loan.split()]
        assert number(words[7]) == totals["loan"][year]
        if totals["pool_share"][year] is not None:
            assert number(words[-1]) == totals["pool"][year]
    assert (f"{totals['projects_without_loan']} projekt" in " ".join(told)) or not totals["projects_without_loan"]


def _regions(document: bytes, values: Any) -> None:
    (table,) = grids(document, "Regioner")
    expected = [tuple(region.values()) for region in values["regions"]]
    assert [(row[0], *map(number, row[1:])) for row in table.rows[1:]] == expected


def _laws(document: bytes, values: Any, round_: Round) -> None:
    (table,) = grids(document, "Pladser efter lovgrundlag")
    codes = {choice.label: choice.code for choice in round_.legal_bases}
    found = {codes[row[0]]: number(row[1]) for row in table.rows[1:] if row[0] in codes}
    expected = {LegalBasis(code): count for code, count in values["totals"]["places_by_legal_basis"].items()}
    assert found == expected


def _projects(document: bytes, values: Any, round_: Round) -> None:
    amounts = rows(document, "Lån og nye pladser")
    costs = rows(document, "Bruttoudgift og takster")
    built = rows(document, "Lovgrundlag, størrelse og bygning")
    told = rows(document, "Koordinering")
    years = len(round_.years)
    for place, project in enumerate(projects(values)):
        if project is None:
            continue
        assert [number(cell) for cell in amounts[place][:years]] == list(project["loan"].values())
        assert [number(cell) for cell in amounts[place][years:]] == list(project["places"].values())
        assert number(costs[place][0]) == project["gross_construction_cost"]
        assert number(built[place][1]) == sum(
            group["count"] for group in project["place_groups"] if group["year"] in round_.years
        )
        building = project["building"]
        assert built[place][2] == (_BARE[0] if building is None else BUILDINGS[Building(building)])
        chosen = project["coordination"]
        assert told[place][0] == (_BARE[0] if chosen is None else COORDINATIONS[Coordination(chosen)])
    totals = values["totals"]
    expected = [*totals["loan"].values(), *totals["places"].values()]
    filled = [any(number(row[column]) is not None for row in amounts[:-1]) for column in range(len(expected))]
    for shown, total, is_filled in zip(amounts[-1], expected, filled, strict=True):
        assert number(shown) == (total if is_filled else None)


def _shares(document: bytes, values: Any) -> None:
    for row, project in zip(rows(document, "Andel til andre kommuner"), projects(values), strict=False):
        share = project and project["share_for_others"]
        assert (
            row[0] in _BARE if share is None else Decimal(row[0].replace(".", "").replace(",", ".")) == Decimal(share)
        )
        places = project and project["shared_places"]
        if places is None:
            assert row[1] in _BARE
        else:
            shown = row[1].removeprefix("mindst ").removeprefix("ca. ").split()[0]
            _, has_all, of = row[1].partition(" af ")
            # a share has two decimals, so whole places are told as far as half of the last one allows
            close = 1 + (Decimal(of.split()[0].replace(".", "")) * Decimal("0.00005") if has_all else 0)
            assert abs(Decimal(shown.replace(".", "").replace(",", ".")) - Decimal(places)) <= close
    (shared,) = (grid for grid in grids(document, "Pladser til andre kommuner"))
    total = shared.rows[0][1].removeprefix("ca. ").replace(".", "").replace(",", ".")
    assert abs(Decimal(total) - Decimal(values["totals"]["shared_places"])) <= Decimal("0.05")


def _documentation(document: bytes, values: Any) -> None:
    said = {
        "attached": "Vedlagt: ",
        "changed": "Vedlagt, men ændret siden: ",
        "missing": "Ikke vedlagt: ",
        "unknown": "Koordineringen er ikke angivet",
        None: "Ingen, da",
    }
    told_of = [application["attachments"] for application in values["applications"]]
    asked = [each for documentation in told_of for each in documentation["asked"] or [None]]
    for row, each in zip(rows(document, "Dokumentation"), asked, strict=True):
        if each is not None:
            assert row[0].startswith(said[each["state"]])
            assert (each["kind"] is None) == (each["state"] in ("unknown", None))
    files = [each["file"] for documentation in told_of for each in documentation["files"]]
    told = all_text(document)
    assert all(file in told for file in files)


def _criteria(document: bytes, values: Any, round_: Round) -> None:
    for row, project in zip(rows(document, "Resultat"), projects(values), strict=True):
        outcomes = [Outcome(result["outcome"]) for result in (project or {"criteria": ()})["criteria"]]
        assert [cell for cell in row if cell.strip()] == [SHORT[outcome] for outcome in outcomes]
    own = list(zip(numbers(values), projects(values), strict=True))
    for number, title in criterion_titles(round_).items():
        told = [row for table in grids(document, f"Kriterium: {title}") for row in table.rows[1:]]
        expected = [
            (OUTCOMES[Outcome(result["outcome"])], place, neutral(result["message"]))
            for place, project in own
            for result in (project or {"criteria": ()})["criteria"]
            if result["criterion"] == number
        ]
        assert sorted((row[0], place, row[2]) for row in told for place in row[1].split(", ")) == sorted(expected)


def _weighting(document: bytes, values: Any) -> None:
    own = [(number, each) for number, each in zip(numbers(values), projects(values), strict=True) if each is not None]
    text = " ".join(all_text(document).split())
    for place in range(len(own[0][1]["weighting"]) if own else 0):
        items = [(number, project["weighting"][place]) for number, project in own]
        title = items[0][1]["title"] if items[0][1]["number"] is None else "{number}. {title}".format(**items[0][1])
        told = [row for table in grids(document, f"Vægtning: {title}") for row in table.rows[1:]]
        expected = {(number, line) for number, item in items for line in item["said"]}
        assert {(number, row[1]) for row in told for number in row[0].split(", ")} == expected
        lacking: dict[str, list[str]] = {}
        for number, item in items:
            for message in dict.fromkeys(gap_said(gap["message"]) for gap in item["missing"]):
                lacking.setdefault(message, []).append(number)
        for message, who in lacking.items():
            assert " ".join(f"Mangler ({', '.join(who)}): {message}".split()) in text


def numbers(values: Any) -> list[str]:
    """Returns the numbers of the rows."""
    found: list[str] = []
    for place, application in enumerate(values["applications"], start=1):
        many = len(application["projects"])
        found += [f"{place}{letters(index)}" if many > 1 else str(place) for index in range(many or 1)]
    return found


def _rest(document: bytes, values: Any, found: Collection) -> None:
    text = all_text(document)
    for application in values["applications"]:
        assert f"Kontrolkode {application['control_code']}" in text
    left_out = [row for table in grids(document, "Ikke med") for row in table.rows[1:]]
    told = [(each.municipality or each.file, each.brief or each.why) for each in found.left_out]
    assert left_out == told
    assert [(each.file, each.why) for each in found.left_out] == [tuple(each.values()) for each in values["left_out"]]


@pytest.mark.parametrize(
    "found",
    [
        THREE,
        collection(AALBORG),
        collection(APPROVED, COMPLETE, left_out=[LOST]),
        collection(AALBORG, replace(AALBORG, description="En anden."), AALBORG),
        with_attachments(attached(), attached("kort.pdf", None), attached("plan.pdf", state=AttachmentState.CHANGED)),
    ],
    ids=["three", "one", "approved", "copies", "attached"],
)
@AGENDA_FILES
def test_the_figures_are_those_of_overview(found: Collection, ending: str) -> None:
    assert_same_figures(found, ending)


@pytest.mark.parametrize("round_id", OTHERS)
@AGENDA_FILES
def test_the_figures_of_other_rounds_are_those_of_overview(round_id: str, ending: str) -> None:
    assert_same_figures(collect([Source("a.botilbud", draft_of(round_id), other_round(round_id))], (), TODAY), ending)


@pytest.mark.slow
@UNHURRIED
@given(applications(), applications())
def test_the_figures_of_any_applications_are_those_of_overview(first: Application, second: Application) -> None:
    assert_same_figures(collection(first, second))
