"""The form of the round 2025-26: its figures, fields and help texts."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import get_args, get_origin

import pytest

from botilbud_desktop.domain.application import Application, LegalBasis
from botilbud_desktop.domain.model import Model, field_names, from_json_values, json_values
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.domain.own_fields import is_own, own_field
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ContactTopic, Plausibility
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

MINISTRYS_PATHS = [
    "applicant.municipality_code",
    "case_number",
    "projects[].name",
    "projects[].loan.2025",
    "projects[].loan.2026",
    "projects[].expansion.2025",
    "projects[].expansion.2026",
    "projects[].share_for_others",
    "projects[].completion_date",
    "description",
    "contacts.names",
    "contacts.phones",
    "contacts.emails",
]


@pytest.fixture(scope="module")
def form() -> Round:
    return FormLibrary(forms_folder()).round("LanBotilbud_2025-26")


def test_figures(form: Round) -> None:
    assert form.years == (2025, 2026)
    assert dict(form.pool) == {"2025": 600_000, "2026": 700_000}
    assert (form.window.opens, form.window.closes) == (date(2024, 5, 1), date(2024, 5, 15))
    assert form.window.answer_by == date(2024, 6, 30)
    assert form.thresholds.gross_cost_over == 20_000
    assert form.thresholds.last_completion_date == date(2026, 12, 31)
    assert form.thresholds.least_share == Decimal(25)
    assert form.max_projects == 5
    assert form.login("851") == "ansog851"
    assert form.eligible_bases == {LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108}
    assert form.capacity_bases == form.eligible_bases | {LegalBasis.ABL_105}
    assert {choice.code for choice in form.legal_bases} == set(LegalBasis)
    assert form.century == 2000


def test_what_is_asked_about_as_a_slip(form: Round) -> None:
    assert form.plausibility == Plausibility(
        least_amount=1_000, least_loan_per_place=100, most_loan_per_place=10_000, least_letters_of_reason=20
    )


def test_a_round_that_sets_no_such_limits_can_be_read(form: Round) -> None:
    values = json_values(form)
    for key in ("municipalities", "project_sheet"):
        del values[key]
    del values["plausibility"]
    values["contacts"] = [{**contact, "topics": []} for contact in values["contacts"]]
    older = from_json_values(RoundForm, values)
    assert older.plausibility == Plausibility()
    assert older.contact_for(ContactTopic.CRITERIA) is None


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        (ContactTopic.WEBSITE, "August Zillo Vous"),
        (ContactTopic.MORE_PROJECTS, "Tonny Pedersen"),
        (ContactTopic.CRITERIA, "Dorthe Skov Jeppesen"),
    ],
)
def test_whom_to_ask_about_what(form: Round, topic: ContactTopic, name: str) -> None:
    contact = form.contact_for(topic)
    assert contact is not None
    assert contact.name == name


@pytest.mark.parametrize(
    ("basis", "law"), [(LegalBasis.SEL_66, "barnets lov § 43"), (LegalBasis.OTHER, "andet lovgrundlag")]
)
def test_the_law_within_a_sentence(form: Round, basis: LegalBasis, law: str) -> None:
    assert next(choice.law for choice in form.legal_bases if choice.code is basis) == law


def test_the_ministrys_fields_stand_first_and_in_its_order(form: Round) -> None:
    assert [field.path for field in form.fields][: len(MINISTRYS_PATHS)] == MINISTRYS_PATHS
    assert "".join(field.column for field in form.fields) == "ABCDEFG"


def test_the_programs_own_fields_quote_nobody(form: Round) -> None:
    for field in form.fields[len(MINISTRYS_PATHS) :]:
        assert bool(field.wording) == (field.path == "projects[].description")


@pytest.mark.parametrize(("path", "limit"), [("description", 4000), ("projects[].description", 1000)])
def test_limits(path: str, limit: int, form: Round) -> None:
    field = form.field(path)
    assert field is not None
    assert field.limit == limit
    assert f"{limit // 1000}.000 tegn" in field.label


def test_every_field_has_a_short_label_and_one_or_two_sentences_of_help(form: Round) -> None:
    assert len({field.label for field in form.fields}) == len(form.fields)
    for field in form.fields:
        assert len(field.label) <= 60
        assert field.help.endswith(".")
        assert len(field.help) <= 260
        assert not re.search(r"\b(venligst|skal du venligst|please|Udfyld feltet|ugyldig)\b", field.help)


COMPUTED = {"projects[].expansion.2025", "projects[].expansion.2026"}
NO_INPUT = {
    "format",
    "format_version",
    "id",
    "round",
    "projects[].id",
    "approvals",
    "applicant",
    "contacts",
    "projects",
}
KEPT_BY_THE_PROGRAM = ("comments", "judged_contents", "inserted_facts")
WHOLES = {"projects[].loan", "projects[].cost_plan.basis"}


def paths_of(kind: type[Model], start: str = "") -> Iterator[str]:
    """Yields the path of each field of a model and of its nested models, in the form's notation."""
    for name, field in zip(field_names(kind), kind.model_fields.values(), strict=True):
        hint = field.annotation
        yield start + name
        for inner in (hint, *get_args(hint)):
            if isinstance(inner, type) and issubclass(inner, Model):
                is_list = get_origin(hint) is tuple
                yield from paths_of(inner, f"{start}{name}{'[]' if is_list else ''}.")


def test_every_input_of_a_draft_has_its_field_in_the_form_or_is_for_colleagues(form: Round) -> None:
    inputs = {path for path in paths_of(Application) if not path.startswith(("approvals", *KEPT_BY_THE_PROGRAM))}
    inputs |= {f"projects[].loan.{year}" for year in form.year_keys}
    for_colleagues = {path for path in inputs if is_own(path)}
    assert all(own is not None and own.help for own in map(own_field, for_colleagues))
    assert len(for_colleagues) > len(ADDED_IN_VERSION_2) - len(KEPT_BY_THE_PROGRAM)
    inputs -= for_colleagues
    assert {field.path for field in form.fields} == (inputs | COMPUTED) - NO_INPUT - WHOLES


def test_amounts_name_their_unit(form: Round) -> None:
    for path in ("projects[].loan.2025", "projects[].loan.2026", "projects[].gross_construction_cost"):
        field = form.field(path)
        assert field is not None
        assert "(hele 1.000 kr.)" in field.label


def test_every_criterion_has_a_field_to_look_at(form: Round) -> None:
    assert {number for field in form.fields for number in field.criteria} == {1, 2, 3, 4, 5, 6}
    assert all(len(criterion.title) <= 40 for criterion in form.criteria)


def test_both_addresses_of_one_person_stand_with_their_source(form: Round) -> None:
    addresses = {contact.email: contact.about for contact in form.contacts}
    assert "brevet" in addresses["abl@im.dk"]
    assert "skemaet" in addresses["albl@im.dk"]
    assert {contact.name for contact in form.contacts} == {
        "August Zillo Vous",
        "Alexander Blankholm",
        "Tonny Pedersen",
        "Dorthe Skov Jeppesen",
    }


def recognised(text: str, form: Round) -> set[int]:
    """Returns the numbers of the required contents found in `text`, using the form's `recognised_by`."""

    def stands(word: str) -> bool:
        return re.search(re.escape(word.lower()).replace(r"\#", "[0-9]"), text.lower()) is not None

    return {
        content.number
        for content in form.required_contents
        if all(any(stands(word) for word in group) for group in content.recognised_by)
    }


WHOLE = """Projektet udvider kapaciteten med 19 pladser for borgere med komplekse behov.
25 pct. af pladserne stilles til rådighed for andre kommuner. Vi forventer en takst på 3.200 kr. pr. døgn.
Der søges om 22,9 mio. kr. i 2025 og 0 kr. i 2026. Pladserne tages i brug den 1. december 2025.
Der er tale om nyetablering af pladser."""

THISTED = """Målgruppen for det nye bosted i Thisted er borgere med udviklingshæmning. En forøgelse med 8 pladser
betyder en forøgelse af kapaciteten på handicapområdet med 73%. Der er tale om tilbud, hvor andre kommuner har
mulighed for at købe pladser. Efter tidsplanen er ibrugtagen i første kvartal 2026. Kommunen ansøger om adgang til
lånerammen for samlet set 19,7 mio. kr. til de nye pladser."""

AALBORG = """Målgruppen er mennesker med et komplekst sammensat støttebehov. 4 pladser etableres som
aflastningsboliger. Tilbuddet etableres i tidligere rammer for botilbud. Forudsætningen herfor er en grundig
renovering. Alternativet til en udvidelse af kapaciteten vil være brugen af dyrere (private) eksterne tilbud."""


def test_the_required_contents_are_recognised_in_a_whole_description(form: Round) -> None:
    assert recognised(WHOLE, form) == {1, 2, 3, 4, 5, 6}
    assert recognised("", form) == set()


def test_what_real_drafts_lacked_is_missed(form: Round) -> None:
    assert recognised(THISTED, form) == {1, 5, 6}
    assert recognised(AALBORG, form) == {1, 3, 6}


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Det øger kapaciteten med 9 boliger til unge med autisme.", 1),
        ("Andre kommuner kan købe 10 ud af 19 pladser.", 2),
        ("Fem af de 19 pladser er til andre kommuner.", 2),
        ("Halvdelen af pladserne forventes at være til rådighed for regionens øvrige kommuner.", 2),
        ("Mindst 25% af kapaciteten reserveres til borgere fra andre kommuner.", 2),
        ("Alle 19 pladser kan bruges af andre kommuner.", 2),
        ("Projektet giver lavere udgifter end de private tilbud.", 3),
        ("Lånet fordeler sig med 10.000 t.kr. i 2025 og 5.000 t.kr. i 2026.", 4),
        ("Vi søger 20.700 (1.000 kr.) i 2026 og intet i 2025.", 4),
        ("Byggeriet er færdigt i november 2025.", 5),
        ("Tilbuddet åbner 1. marts 2026.", 5),
        ("Botilbuddet bygges fra grunden som nybyggeri.", 6),
        ("Vi renoverer 12 pladser.", 6),
    ],
)
def test_sentences_that_a_caseworker_writes(sentence: str, number: int, form: Round) -> None:
    assert number in recognised(sentence, form)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Andre kommuner har vist interesse for projektet.", 2),
        ("Der er taget højde for prisudviklingen.", 3),
        ("Der søges om 19,7 mio. kr. i lån.", 4),
        ("Byggeriet begynder i 2025.", 5),
        ("Projektet udvider kapaciteten.", 6),
    ],
)
def test_sentences_that_say_too_little(sentence: str, number: int, form: Round) -> None:
    assert number not in recognised(sentence, form)
