"""Hypothesis strategies for rounds within the bounds of the model, and drafts for them."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Contacts,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.model import from_json_values
from botilbud_desktop.domain.own_texts.fields import with_own_fields
from botilbud_desktop.domain.own_texts.figures import own_texts_filled_in
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from tests.other_rounds import FOLDER, LARGER, other_round

_WORDS = st.sampled_from(
    [
        "Lån",
        "Nye pladser i alt",
        "Hvor meget udvider projektet botilbudskapaciteten?",
        "x" * 70,
        "Ansøgningsskemaets kolonneoverskrift med forklaring. " * 12,
        "Det, der søges om, " * 100,
        "<b>&amp; *fed* [x](y) {",
        "漢 → \u00ad\u200b",
    ]
)
_LETTERS = ["A", "B", "Æ", "1", "12", "K1", "AA", "a", "§", "IV", "C", "D", "E", "F", "G", "H", "I", "J", "L", "M", "N"]
_MORE_COLUMNS = (
    "projects[].gross_construction_cost",
    "projects[].places_closed_elsewhere",
    "projects[].building",
    "projects[].coordination",
    "projects[].coordination_note",
    "projects[].description",
)


_SOME = tuple(one for one in other_round(LARGER).municipalities if one.code in ("787", "851"))


def _values() -> dict[str, Any]:
    values: dict[str, Any] = json.loads((FOLDER / f"{LARGER}.json").read_bytes())
    return values


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Returns a round with other years, columns, letters, limits and words than any that the program has seen."""
    values = _values()
    first = draw(st.integers(2024, 2095))
    years = draw(st.sets(st.integers(first, first + 6), min_size=1, max_size=6).map(sorted))
    values["years"] = years
    values["pool"] = {str(year): draw(st.integers(1, 10**9)) for year in years}
    opens = date(years[0], 1, 1) - timedelta(days=draw(st.integers(0, 700)))
    values["window"] = {"opens": str(opens), "closes": str(opens), "answer_by": str(opens + timedelta(days=40))}
    values["max_projects"] = draw(st.sampled_from([1, 2, 5, 8, 30]))
    has_sheet = draw(st.booleans())
    if not has_sheet:
        del values["project_sheet_form"]
    values["thresholds"] = {
        "gross_cost_over": draw(st.integers(0, 10**7)),
        "last_completion_date": str(date(years[-1], draw(st.integers(1, 12)), 28)),
        "least_share_for_others": draw(st.sampled_from(["0", "100", "12.5", "33.33"])),
    }
    values["fields"] = _fields(draw, years, has_sheet=has_sheet)
    for name in ("title", "deadline", "table_heading", "row_wording", "totals_wording", "applicant_wording", "website"):
        values[name] = draw(st.one_of(st.just(values[name]), _WORDS))
    for criterion in values["criteria"]:
        criterion["title"] = draw(_WORDS)
        criterion["text"] = draw(_WORDS)
    form = from_json_values(RoundForm, values)
    form = form.model_copy(update={"fields": with_own_fields(form.fields, form.meanings)})
    sheet = other_round(LARGER).project_sheet if has_sheet else None
    parts = {name: getattr(form, name) for name in RoundForm.model_fields} | own_texts_filled_in(form)._asdict()
    return Round.model_construct(**parts, municipalities=_SOME, project_sheet=sheet)


def _fields(draw: st.DrawFn, years: list[int], *, has_sheet: bool) -> list[dict[str, Any]]:
    texts: dict[str, Any] = {field["path"]: field for field in _values()["fields"]}
    by_year = [f"projects[].{kind}.{year}" for kind in ("loan", "expansion") for year in years]
    columns = ["projects[].name", "projects[].share_for_others", "projects[].completion_date", *by_year]
    columns += draw(st.lists(st.sampled_from(_MORE_COLUMNS), unique=True, max_size=3))
    columns = draw(st.permutations(columns))
    letters = draw(st.permutations(_LETTERS))
    fields = [texts["applicant.municipality_code"], texts["description"] | {"limit": draw(st.integers(1, 50_000))}]
    for path, letter in zip(columns, letters, strict=False):
        field = {
            "path": path,
            "label": draw(st.sampled_from(["Navn", "Et langt navn på et felt (hele 1.000 kr.)", "y" * 60])),
            "wording": draw(_WORDS),
            "column": letter,
        }
        fields.append(field | ({"limit": 800} if path.endswith(".description") else {}))
    others = ["contacts.names", "contacts.phones", "contacts.emails"]
    fields += [texts[path] for path in draw(st.permutations(others))]
    stated = {field["path"] for field in fields}
    needed = [*columns, *(["projects[].description"] if has_sheet else [])]
    plain = {"label": "Felt", "column": ""}
    fields += [plain | texts.get(path, {"path": path}) | {"column": ""} for path in needed if path not in stated]
    return fields


@st.composite
def drafts_for(draw: st.DrawFn, round_: Round) -> Application:
    """Returns a draft for a round: projects with sensible and with wild values."""
    amounts = st.one_of(st.none(), st.integers(-5, 40_000), st.sampled_from([10**15 - 1, -(10**15) + 1]))
    groups = st.builds(
        PlaceGroup,
        year=st.sampled_from([*round_.years, 1999]),
        legal_basis=st.sampled_from(LegalBasis),
        origin=st.sampled_from(Origin),
        count=st.integers(-1, 900),
    )
    projects = st.builds(
        Project,
        id=st.uuids().map(str),
        name=st.sampled_from(["", "Solgården", "W" * 200, "Et botilbud til borgere med særlige behov " * 5]),
        loan=st.fixed_dictionaries(dict.fromkeys(round_.year_keys, amounts)),
        gross_construction_cost=amounts,
        places=st.lists(groups, max_size=4).map(tuple),
        share_for_others=st.sampled_from([None, "25", "33.33", "999999999.99"]),
        completion_date=st.one_of(st.none(), st.dates()),
        description=st.sampled_from(["", "Til unge med autisme.\n" * 60]),
    )
    number = draw(st.sampled_from([0, 1, 2, min(round_.max_projects + 1, 6)]))
    return Application(
        id="00000000-0000-4000-8000-000000000901",
        round=round_.id,
        applicant=Applicant(municipality_code=draw(st.sampled_from([None, "787"]))),
        projects=tuple(draw(st.lists(projects, min_size=number, max_size=number))),
        description="Kort.",
        contacts=Contacts(names="Ida", phones="97112233", emails=("ida@thisted.dk",)),
    )
