"""Every document can be made, whatever the application contains."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import Applicant, Application, Contacts, Project
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.person_name import person_name
from tests.documents.plain import plain
from tests.documents.samples import APPROVED, printed
from tests.documents.test_user_text import HOSTILE
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, ROUND
from tests.rules.strategies import dates, groups, numbers, shares

pytestmark = pytest.mark.slow

_ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("<>&\"'/=\\\n\r\t \u00a0\u00ad\u200b\u202e\u2028\ufffd\u0301→漢😀Ѿ⸻ﷺ\x00"),
)
_LONG = st.builds(
    lambda text, times, between: between.join([text] * times),
    st.text(_ALPHABET, min_size=1, max_size=12),
    st.integers(1, 300),
    st.sampled_from(["", " ", "\n", "\u00ad", "\u00a0"]),
)
texts = st.one_of(st.sampled_from(["", " ", *HOSTILE]), st.text(_ALPHABET), _LONG)
plans = st.builds(
    CostPlan,
    basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=numbers, total=numbers),
    lines=st.lists(
        st.builds(CostLine, label=texts, amount=numbers, treatment=st.sampled_from(Treatment)), max_size=5
    ).map(tuple),
    round_to=st.sampled_from([1, 10, 100, 1000]),
)
usable_plans = st.builds(
    CostPlan,
    basis=st.builds(
        CostBasis, unit=st.sampled_from(Unit), eligible=st.integers(0, 60), total=st.integers(60, 999_999_999_999_999)
    ),
    lines=st.lists(
        st.builds(
            CostLine, label=texts, amount=st.integers(0, 999_999_999_999_999), treatment=st.sampled_from(Treatment)
        ),
        max_size=5,
    ).map(tuple),
    round_to=st.sampled_from([1, 10, 100, 1000]),
)
projects = st.builds(
    Project,
    id=st.just(EMPTY_PROJECT.id),
    name=texts,
    loan=st.dictionaries(st.sampled_from([*ROUND.year_keys, "1999"]), st.one_of(st.none(), numbers)),
    gross_construction_cost=st.one_of(st.none(), numbers),
    places=st.lists(groups, max_size=4).map(tuple),
    places_closed_elsewhere=st.one_of(st.none(), numbers),
    share_for_others=shares,
    completion_date=dates,
    description=texts,
    cost_plan=st.one_of(st.none(), plans, usable_plans),
)
drafts = st.builds(
    Application,
    id=st.just(EMPTY_APPLICATION.id),
    round=st.just(ROUND.id),
    case_number=texts,
    applicant=st.builds(Applicant, municipality_code=st.one_of(st.none(), st.just("851"), texts)),
    projects=st.lists(projects, max_size=7).map(tuple),
    description=texts,
    contacts=st.builds(Contacts, names=texts, phones=texts, emails=st.lists(texts, max_size=3).map(tuple)),
)
names = texts.filter(person_name)
UNHURRIED = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """Returns a draft, an approved application, or one changed after its approval."""
    draft = draw(drafts)
    kind = draw(st.sampled_from(["draft", "approved", "changed"]))
    if kind == "draft":
        return draft
    signed = approved(draft, draw(names), APPROVED.approvals[-1].approved_at)
    return signed if kind == "approved" else replace(signed, description=draft.description + "!")


@UNHURRIED
@given(applications())
def test_every_document_of_any_application_is_made(application: Application) -> None:
    for kind in DocumentKind:
        assert printed(kind, application).rstrip().endswith(b"%%EOF")


@UNHURRIED
@given(applications())
def test_the_plain_text_of_any_application_is_made(application: Application) -> None:
    text = plain(application, ROUND)
    assert text.endswith("\n")
    assert "\r" not in text
