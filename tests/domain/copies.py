"""Hypothesis strategies for copies of one draft that several people edited independently.

The values are few and small, so that two people often change the same field, sometimes to the same value.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Approval,
    Building,
    CapacityToday,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
    Provider,
    Stay,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, CoverNote, InsertedFact, Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.strategies import ROUND

LIBRARY = FormLibrary(forms_folder())
FORM: Round = LIBRARY.round(ROUND)

Draw = Callable[[st.SearchStrategy[Any]], Any]


def project_id(number: int) -> str:
    """Returns an id that is easy to read in a failing test."""
    return f"00000000-0000-4000-8000-{number:012}"


def _rows(*rows: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(rows), max_size=4).map(tuple)


_text = st.sampled_from(["", "a", "b\nc", "æ"])
_amount = st.sampled_from([None, 0, 1, 2])
_place_group = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=1)
_line = CostLine(amount=1, treatment=Treatment.DIRECT)
_plans = st.builds(
    CostPlan,
    basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=st.integers(0, 2), total=st.integers(0, 2)),
    lines=_rows(_line, replace(_line, amount=2), replace(_line, label="a"), replace(_line, label="b")),
    round_to=st.sampled_from([1, 10, 100, 1000]),
)
OF_A_PROJECT: dict[str, st.SearchStrategy[Any]] = {
    "name": _text,
    "loan": st.fixed_dictionaries(dict.fromkeys(FORM.year_keys, _amount)),
    "gross_construction_cost": _amount,
    "places": _rows(
        _place_group,
        replace(_place_group, stay=Stay.RESPITE),
        *(replace(_place_group, count=count) for count in range(2, 6)),
    ),
    "places_closed_elsewhere": _amount,
    "share_for_others": st.sampled_from([None, "0", "25", "25.00"]),
    "completion_date": st.sampled_from([None, date(2025, 11, 30), date(1, 1, 1)]),
    "building": st.sampled_from([None, *Building]),
    "coordination": st.sampled_from([None, *Coordination]),
    "coordination_note": _text,
    "preservation_reason": _text,
    "daily_rates": _rows(DailyRate(), DailyRate(label="a"), DailyRate(lowest=1), DailyRate(provider=Provider.PRIVATE)),
    "description": _text,
    "cost_plan": st.none() | _plans,
    "purpose": _text,
    "target_group": _text,
    "economy_note": _text,
    "milestones": _rows(Milestone(), Milestone(label="a"), Milestone(label="a", when="b")),
    "partners": st.lists(st.sampled_from(["101", "787", "851"]), max_size=3, unique=True).map(tuple),
    "capacity_today": _rows(*(CapacityToday(legal_basis=LegalBasis.SEL_107, count=count) for count in (1, 2, 3))),
}
_approvals = st.builds(
    Approval,
    approved_at=st.integers(1, 9).map(lambda day: datetime(2024, 5, day, tzinfo=UTC)),
    approved_by=_text,
    fingerprint=st.sampled_from("abc").map(lambda digit: "sha256:" + digit * 64),
)
_comments = st.builds(
    Comment,
    id=st.sampled_from("abc"),
    text=_text,
    written_at=st.integers(1, 3).map(lambda day: datetime(2024, 5, day, tzinfo=UTC)),
    done=st.booleans(),
)
OF_AN_APPLICATION: dict[str, st.SearchStrategy[Any]] = {
    "case_number": _text,
    "applicant": st.builds(Applicant, municipality_code=st.sampled_from([None, "101", "851"])),
    "description": _text,
    "contacts": st.builds(Contacts, names=_text, phones=_text, emails=_rows("a@b.dk", "c@d.dk", "", "a\nb")),
    "internal_notes": _text,
    "approvals": st.lists(_approvals, max_size=2, unique=True).map(tuple),
    "document_number": _text,
    "cover_note": st.builds(lambda to, text: replace(CoverNote(), to=to, from_=to, text=text), _text, _text),
    "judged_contents": st.dictionaries(st.sampled_from("123"), st.sampled_from(ContentVerdict)),
    "inserted_facts": st.lists(
        st.builds(InsertedFact, content=st.integers(1, 3), text=st.just("a")), max_size=3, unique=True
    ).map(tuple),
    "comments": st.lists(_comments, max_size=3, unique_by=lambda comment: comment.id).map(tuple),
}
_projects = st.builds(Project, id=st.uuids().map(str), **OF_A_PROJECT)
_applications = st.builds(
    Application,
    id=st.just(project_id(0)),
    round=st.just(ROUND),
    projects=st.lists(_projects, max_size=3).map(tuple),
    **OF_AN_APPLICATION,
)


def _changed(draw: Draw, model: Any, fields: dict[str, st.SearchStrategy[Any]]) -> Any:
    """Returns the model with some values changed, or with some rows of a list added, removed or changed."""
    values = {}
    for name in draw(st.sets(st.sampled_from(sorted(fields)), max_size=5)):
        value, before = draw(fields[name]), getattr(model, name)
        if isinstance(before, tuple) and name not in ("approvals", "comments", "partners", "inserted_facts"):
            position = draw(st.integers(0, len(before)))
            value = (*before[:position], *value[:1], *before[position + draw(st.integers(0, 1)) :])
        values[name] = value
    return replace(model, **values)


@st.composite
def copies(draw: Draw, original: Application) -> Application:
    """Returns the application with some fields changed and some projects added, removed or moved."""
    kept: list[Project] = []
    for project in original.projects:
        fate = draw(st.sampled_from(["kept", "kept", "changed", "changed", "removed"]))
        if fate != "removed":
            kept.append(_changed(draw, project, OF_A_PROJECT) if fate == "changed" else project)
    if draw(st.integers(0, 3)) == 0:
        kept = list(draw(st.permutations(kept)))
    if draw(st.booleans()):
        kept.insert(draw(st.integers(0, len(kept))), draw(_projects))
    changed: Application = _changed(draw, original, OF_AN_APPLICATION)
    return replace(changed, projects=tuple(kept))


@st.composite
def histories(draw: Draw) -> tuple[Application, ...]:
    """Returns versions of a draft, oldest first."""
    versions = [draw(_applications)]
    for _ in range(draw(st.integers(0, 3))):
        versions.append(draw(copies(versions[-1])))
    return tuple(versions)


@st.composite
def two_copies(draw: Draw) -> tuple[Application, Application, Application]:
    """Returns an application and two independently edited copies of it."""
    original = draw(_applications)
    return original, draw(copies(original)), draw(copies(original))


def fields_of(application: Application) -> dict[tuple[str, ...], Any]:
    """Returns each field's value by project id and field name; a list of rows or a cost plan is one field."""
    contacts = application.contacts
    fields: dict[tuple[str, ...], Any] = {
        ("case_number",): application.case_number,
        ("applicant",): application.applicant.municipality_code,
        ("description",): application.description,
        ("names",): contacts.names,
        ("phones",): contacts.phones,
        ("emails",): contacts.emails,
        ("internal_notes",): application.internal_notes,
        ("document_number",): application.document_number,
        ("to",): application.cover_note.to,
        ("copy_to",): application.cover_note.copy_to,
        ("from",): application.cover_note.from_,
        ("text",): application.cover_note.text,
        ("inserted_facts",): application.inserted_facts,
    }
    for project in application.projects:
        for name in OF_A_PROJECT:
            if name == "loan":
                fields.update({(project.id, name, year): project.loan.get(year) for year in FORM.year_keys})
            else:
                fields[project.id, name] = getattr(project, name)
    return fields
