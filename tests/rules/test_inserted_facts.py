"""Sentences made from the table: what they say word for word, and that they never say more than the table."""

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Building, LegalBasis, PlaceGroup, Project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.inserted_facts.made import Made
from botilbud_desktop.rules.inserted_facts.making import sentences
from botilbud_desktop.rules.text_results import Coverage
from tests.any_round import drafts_for, rounds
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import ROUND, TODAY, application, converted, example, group, outside, preserved, project

SHARE, LOAN, COMPLETION, ORIGIN = 2, 4, 5, 6
SOLBO, SKOVBO = {"name": "Solbo", "id": f"{1:08}-0000-4000-8000-{1:012}"}, {"name": "Skovbo"}
BEHIND = "forventes stillet til rådighed for andre kommuner."


def made(content: int, *projects: Project, **half_typed: str) -> Made:
    fields = {path.replace("__", "."): text for path, text in half_typed.items()}
    return next(
        one.made
        for one in sentences(application(*projects), ROUND, {f"projects[0].{path}": fields[path] for path in fields})
        if one.content == content
    )


def text(content: int, *projects: Project) -> str:
    return made(content, *projects).text


def test_the_contents_that_the_table_can_tell() -> None:
    assert [(one.content, one.title) for one in sentences(application(), ROUND)] == [
        (content.number, content.title) for content in ROUND.required_contents if content.number in (2, 4, 5, 6)
    ]


@pytest.mark.parametrize(
    ("of_project", "expected"),
    [
        (
            project(places=(group(8),), share_for_others="25"),
            f"25 pct. af pladserne, svarende til 2 af 8 pladser, {BEHIND}",
        ),
        (project(), f"100 pct. af pladserne, svarende til alle 19 pladser, {BEHIND}"),
        (project(places=(group(1),)), f"100 pct. af pladserne, svarende til 1 plads, {BEHIND}"),
        (
            project(places=(group(9),), share_for_others="33.33"),
            f"33,33 pct. af pladserne, svarende til 3 af 9 pladser, {BEHIND}",
        ),
        (project(share_for_others="25"), f"25 pct. af pladserne {BEHIND}"),
        (project(share_for_others="0"), f"0 pct. af pladserne {BEHIND}"),
        (project(places=()), f"100 pct. af pladserne {BEHIND}"),
        (project(places=(group(-1), group(9))), f"100 pct. af pladserne {BEHIND}"),
        (project(places=(group(4), group(4, year=2024))), f"100 pct. af pladserne {BEHIND}"),
        (
            project(places=(group(8), outside(42)), share_for_others="50"),
            f"50 pct. af de nye pladser efter SEL §§ 107 og 108, svarende til 4 af 8 pladser, {BEHIND}",
        ),
        (
            project(places=(group(8), preserved(2), converted(3)), share_for_others="50"),
            f"50 pct. af de nye og bevarede pladser efter SEL §§ 107 og 108, svarende til 5 af 10 pladser, {BEHIND}",
        ),
        (
            project(places=(converted(4), outside(4)), share_for_others="50"),
            f"50 pct. af de omdannede pladser, svarende til 2 af 4 pladser, {BEHIND}",
        ),
    ],
)
def test_the_share(of_project: Project, expected: str) -> None:
    assert text(SHARE, of_project) == expected


def test_the_share_of_several_projects() -> None:
    one = project(places=(group(8),), share_for_others="25", **SOLBO)
    assert text(SHARE, one, project(**SKOVBO)) == (
        "25 pct. af pladserne i »Solbo«, svarende til 2 af 8 pladser, og 100 pct. af pladserne i »Skovbo«, svarende "
        f"til alle 19 pladser, {BEHIND} I alt svarer det til 21 af 27 pladser."
    )
    assert (
        text(SHARE, one, project(share_for_others="25", **SKOVBO))
        == f"25 pct. af pladserne i »Solbo« og »Skovbo« {BEHIND}"
    )
    assert text(SHARE, one, project(places=(group(4),), share_for_others="25", **SKOVBO)) == (
        f"25 pct. af pladserne i »Solbo« og »Skovbo«, svarende til 3 af 12 pladser i alt, {BEHIND}"
    )
    assert text(SHARE, one, project(share_for_others="30", **SKOVBO)) == (
        f"25 pct. af pladserne i »Solbo«, svarende til 2 af 8 pladser, og 30 pct. af pladserne i »Skovbo« {BEHIND}"
    )
    none, third = project(share_for_others="0", **SKOVBO), project(name="Ny")
    assert text(SHARE, none, one).startswith(
        "0 pct. af pladserne i »Skovbo« og 25 pct. af pladserne i »Solbo«, svarende"
    )
    assert text(SHARE, none, one, third).startswith(
        "0 pct. af pladserne i »Skovbo«, 25 pct. af pladserne i »Solbo«, svarende til 2 af 8 pladser, og 100 pct. af "
    )


@pytest.mark.parametrize(
    ("loan", "expected"),
    [
        ({"2025": 12_000, "2026": 7_700}, "12 mio. kr. i 2025 og 7,7 mio. kr. i 2026, i alt 19,7 mio. kr."),
        ({"2025": 19_704, "2026": None}, "19,704 mio. kr. i 2025. Der søges ikke om lån i 2026."),
        ({"2025": 0, "2026": 5}, "0,005 mio. kr. i 2026. Der søges ikke om lån i 2025."),
        ({"2025": 1_200_000, "2026": 0}, "1.200 mio. kr. i 2025. Der søges ikke om lån i 2026."),
    ],
)
def test_the_loan_is_exact(loan: dict[str, int | None], expected: str) -> None:
    assert text(LOAN, project(loan=loan)) == f"Der søges om låneadgang på {expected}"


def test_a_year_that_is_not_filled_in_is_told_to_be_taken_for_none() -> None:
    assert "Lånet i 2026 er ikke udfyldt" in made(LOAN, project(loan={"2025": 1, "2026": None})).doubt
    assert made(LOAN, project(loan={"2025": 1, "2026": 0})).doubt == ""


def test_the_loan_of_several_projects() -> None:
    both, later = {"2025": 10_000, "2026": 5_500}, {"2025": 0, "2026": 4_000}
    assert text(LOAN, project(loan=both, **SOLBO), project(loan=later, **SKOVBO)) == (
        "Der søges samlet om låneadgang på 10 mio. kr. i 2025 og 9,5 mio. kr. i 2026, i alt 19,5 mio. kr. Låneadgangen "
        "fordeler sig på 10 mio. kr. i 2025 og 5,5 mio. kr. i 2026 til »Solbo« samt 4 mio. kr. i 2026 til »Skovbo«."
    )


def test_the_completion_with_the_places_of_each_year() -> None:
    assert text(COMPLETION, project()) == (
        "Projektet giver 19 nye pladser i 2025 og forventes afsluttet den 30. november 2025."
    )
    assert text(COMPLETION, project(places=(group(1), group(8, year=2026)))) == (
        "Projektet giver 1 ny plads i 2025 og 8 i 2026 og forventes afsluttet den 30. november 2025."
    )
    assert text(COMPLETION, project(places=(group(8), outside(42)))) == (
        "Projektet giver 8 nye pladser efter SEL §§ 107 og 108 i 2025 og forventes afsluttet den 30. november 2025."
    )
    assert text(COMPLETION, project(places=(preserved(4),))) == "Projektet forventes afsluttet den 30. november 2025."
    assert text(COMPLETION, project(places=(group(-4),))) == "Projektet forventes afsluttet den 30. november 2025."
    later = project(completion_date=date(2026, 9, 1), places=(), name="")
    assert text(COMPLETION, project(**SOLBO), later, project(**SKOVBO)) == (
        "Projektet »Solbo« giver 19 nye pladser i 2025 og forventes afsluttet den 30. november 2025, projekt 2 "
        "forventes afsluttet den 1. september 2026, og projektet »Skovbo« giver 19 nye pladser i 2025 og forventes "
        "afsluttet den 30. november 2025."
    )


def test_the_day_of_taking_into_use_is_never_told_and_said_not_to_be() -> None:
    told = made(COMPLETION, project())
    assert "brug" not in told.text
    assert told.doubt.startswith("Tabellen siger ikke, hvornår pladserne tages i brug.")


@pytest.mark.parametrize(
    ("of_project", "expected"),
    [
        (project(building=None), "nyetablering af 19 pladser."),
        (project(places=(group(1),)), "nyetablering af 1 plads i nybyggeri."),
        (project(building=Building.EXISTING_BUILDING), "nyetablering af 19 pladser i en eksisterende bygning."),
        (project(places=(preserved(1),)), "bevarelse af 1 eksisterende plads ved renovering."),
        (project(places=(converted(4),)), "omdannelse af 4 eksisterende pladser fra ABL § 105."),
        (
            project(places=(group(8), preserved(6), converted(2))),
            (
                "nyetablering af 8 pladser, bevarelse af 6 eksisterende pladser ved renovering og omdannelse af 2 "
                "eksisterende pladser fra ABL § 105."
            ),
        ),
        (
            project(places=(group(8), group(2, LegalBasis.SEL_108), outside(42), group(0, year=1999)), building=None),
            "nyetablering af 10 pladser efter SEL §§ 107 og 108 samt 42 efter ABL § 105.",
        ),
    ],
)
def test_where_the_places_come_from(of_project: Project, expected: str) -> None:
    assert text(ORIGIN, of_project) == f"Projektet medfører {expected}"


def test_where_the_places_of_several_projects_come_from() -> None:
    assert text(ORIGIN, project(**SOLBO), project(places=(group(2),), building=None, **SKOVBO)) == (
        "Projektet »Solbo« medfører nyetablering af 19 pladser i nybyggeri, og projektet »Skovbo« medfører "
        "nyetablering af 2 pladser. I alt nyetableres 21 pladser."
    )
    assert "I alt" not in text(ORIGIN, project(**SOLBO), project(places=(preserved(2),), **SKOVBO))


@pytest.mark.parametrize(
    ("content", "of_project", "missing"),
    [
        (SHARE, project(share_for_others=None), "Andelen er ikke udfyldt endnu."),
        (SHARE, project(share_for_others="100.01"), "Andelen skal først rettes i tabellen."),
        (LOAN, project(loan={}), "Lånet er ikke udfyldt endnu."),
        (LOAN, project(loan={"2025": 0}), "Lånet er 0 kr. i alle år."),
        (LOAN, project(loan={"2025": 10, "2026": -1}), "Lånet er negativt."),
        (COMPLETION, project(completion_date=None), "Datoen for afslutning er ikke udfyldt endnu."),
        (ORIGIN, project(places=(group(0),)), "Pladserne er ikke udfyldt endnu."),
        (ORIGIN, project(places=(group(3), group(1, year=2024))), "Pladserne skal først rettes i tabellen."),
        (ORIGIN, project(places=(group(3), group(-1))), "Pladserne skal først rettes i tabellen."),
    ],
)
def test_what_is_missing_is_said_and_no_sentence_made(content: int, of_project: Project, missing: str) -> None:
    assert made(content, of_project) == Made(missing=missing)
    others = replace(of_project, name="Skovbo"), replace(of_project, name="")
    behind = f"{missing.removesuffix('.')} for »Skovbo« og projekt 2."
    assert made(content, *others) == Made(missing=behind)
    part = made(content, *others, project(**SOLBO))
    if missing.startswith("Lånet er 0"):
        assert part.text.startswith(
            "Der søges om låneadgang på 22,9 mio. kr. i 2025 til »Solbo«. Der søges ikke om lån til"
        )
    else:
        assert part.missing == behind
        assert "»Solbo«" in part.text
        assert "Skovbo" not in part.text
        assert "I alt" not in part.text


def test_a_part_of_the_projects_has_no_sums_and_no_year_without_a_loan() -> None:
    unknown = project(loan={}, places=(), name="Ny")
    both, later = {"2025": 10_000, "2026": 5_500}, {"2025": 0, "2026": 4_000}
    assert text(LOAN, project(loan=both, **SOLBO), project(loan=later, **SKOVBO), unknown) == (
        "Der søges om låneadgang på 10 mio. kr. i 2025 og 5,5 mio. kr. i 2026 til »Solbo« samt 4 mio. kr. i 2026 til "
        "»Skovbo«."
    )
    assert text(LOAN, project(loan={"2025": 7}, **SOLBO), unknown) == (
        "Der søges om låneadgang på 0,007 mio. kr. i 2025 til »Solbo«."
    )
    assert text(ORIGIN, project(**SOLBO), unknown) == (
        "Projektet »Solbo« medfører nyetablering af 19 pladser i nybyggeri."
    )


def test_a_project_without_a_loan_beside_one_with() -> None:
    both, none = {"2025": 10_000, "2026": 5_500}, {"2025": 0, "2026": 0}
    assert text(LOAN, project(loan=both, **SOLBO), project(loan=none, **SKOVBO)) == (
        "Der søges om låneadgang på 10 mio. kr. i 2025 og 5,5 mio. kr. i 2026, i alt 15,5 mio. kr., til »Solbo«. Der "
        "søges ikke om lån til »Skovbo«."
    )
    assert made(LOAN, project(loan=none, **SOLBO), project(loan=none, **SKOVBO)) == Made(
        missing="Lånet er 0 kr. i alle år for »Solbo« og »Skovbo«."
    )


MIXED = (group(8), preserved(6), converted(2))


@pytest.mark.parametrize(
    "loan", [{"2025": 10_000, "2026": 5_500}, {"2025": 0, "2026": 5_500}, {"2025": 1, "2026": None}]
)
@pytest.mark.parametrize("share", ["100", "25", "33.33", "12.5"])
@pytest.mark.parametrize(
    "places", [(group(8),), (group(1),), (preserved(4),), (converted(4),), MIXED, (group(8), outside(42))]
)
@pytest.mark.parametrize(
    "names", [("Solbo",), ("Solbo", "Skovbo"), ("Solbo", "Åhuset [fase 2]"), ("Bo »Norden«\n<b>", "Skovbo", "Åhuset")]
)
def test_what_is_made_of_a_whole_table_is_judged_to_be_covered_and_to_contradict_nothing(
    loan: dict[str, int | None], share: str, places: tuple[PlaceGroup, ...], names: tuple[str, ...]
) -> None:
    made_of = [project(loan=loan, share_for_others=share, places=places, name=name) for name in names]
    draft = application(*made_of)
    offered = sentences(draft, ROUND)
    found = assess(replace(draft, description=" ".join(one.made.text for one in offered)), ROUND, TODAY)
    judged = {content.number: content.coverage for content in found.contents}
    assert {one.content: judged[one.content] for one in offered} == dict.fromkeys((2, 4, 5, 6), Coverage.COVERED)
    assert found.contradictions == ()


@pytest.mark.parametrize(
    ("content", "field", "missing"),
    [
        (SHARE, "share_for_others", "Andelen kan ikke læses endnu."),
        (LOAN, "loan__2026", "Lånet kan ikke læses endnu."),
        (COMPLETION, "completion_date", "Datoen for afslutning kan ikke læses endnu."),
        (ORIGIN, "places[0]__count", "Pladserne kan ikke læses endnu."),
    ],
)
def test_a_half_typed_value_is_no_value(content: int, field: str, missing: str) -> None:
    assert made(content, project(), **{field: "22,9"}) == Made(missing=missing, is_unread=True)


def test_half_typed_places_are_left_out_of_other_sentences() -> None:
    assert made(SHARE, project(), **{"places[0]__count": "x"}).text == f"100 pct. af pladserne {BEHIND}"
    assert "plads" not in made(COMPLETION, project(), **{"places[0]__count": "x"}).text


def test_without_projects_nothing_is_told() -> None:
    offered = sentences(replace(application(), projects=()), ROUND)
    assert {one.made for one in offered} == {Made(missing="Der er ingen projekter i tabellen endnu.")}


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Solbo", "Skovbo"), ("»Solbo«", "»Skovbo«")),
        (("", "Skovbo"), ("projekt 1", "»Skovbo«")),
        (("Solbo", "SOLBO"), ("projekt 1", "projekt 2")),
        (("Solbo. Fase 1", "Solbo. Fase 2"), ("projekt 1", "projekt 2")),
        (("»Solbo«\n\u200b", "Skovbo!"), ("»Solbo«", "»Skovbo«")),
        (
            ("19 botilbudspladser til borgere med komplekst sammensatte behov", "x" * 10_000),
            ("»19 botilbudspladser til borgere med…«", f"»{'x' * 40}…«"),
        ),
    ],
)
def test_short_names(names: tuple[str, str], shown: tuple[str, str]) -> None:
    told = text(SHARE, *(project(name=name) for name in names))
    assert told.startswith(f"100 pct. af pladserne i {shown[0]} og {shown[1]}, svarende til")


def test_rounds_of_other_years_and_contents() -> None:
    told = {name: sentences(draft_of(name), other_round(name)) for name in OTHERS}
    assert {name: [one.content for one in offered] for name, offered in told.items()} == dict(
        zip(OTHERS, ([3, 4], [2], [3, 4]), strict=True)
    )
    assert told[OTHERS[0]][0].made.text.startswith(
        "Der søges samlet om låneadgang på 42,9 mio. kr. i 2027, 43,2 mio. kr. i 2028 og 28,7 mio. kr. i 2029, i alt "
    )


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_what_is_made_for_the_examples_agrees_with_them(name: str) -> None:
    draft = example(name)
    for one in sentences(draft, ROUND):
        if one.made.text:
            described = replace(draft, description=one.made.text)
            contents = {content.number: content for content in assess(described, ROUND, TODAY).contents}
            assert contents[one.content].is_settled


def figures(told: str) -> set[Fraction]:
    """Returns the numbers of a sentence without the names in it."""
    plain = re.sub("»[^«]*«|projekt [0-9]+", "", told, flags=re.IGNORECASE)
    found = re.findall(r"[0-9][0-9.]*(?:,[0-9]+)?", re.sub(r"§§? [0-9]+( og [0-9]+)*", "", plain))
    return {Fraction(each.rstrip(".").replace(".", "").replace(",", ".")) for each in found}


def table(draft: Application, round_: Round) -> set[Fraction]:
    """Returns every number that the table holds or adds up to, and the parts of its shares."""
    ways: set[Fraction] = {Fraction(year) for year in round_.years} | {Fraction(100)}
    for one in draft.projects:
        if one.completion_date is not None:
            ways |= {Fraction(one.completion_date.day), Fraction(one.completion_date.year)}
        if one.share is not None:
            ways.add(Fraction(one.share))
        ways |= {Fraction(amount or 0, 1000) for amount in one.loan.values()}
    return ways


@st.composite
def drafts_of_any_round(draw: st.DrawFn) -> tuple[Application, Round]:
    round_ = draw(rounds())
    return draw(drafts_for(round_)), round_


@given(drafts_of_any_round())
def test_a_sentence_is_plain_and_names_every_project(drawn: tuple[Application, Round]) -> None:
    draft, round_ = drawn
    for one in sentences(draft, round_):
        told, missing = one.made.text, one.made.missing
        assert told or missing
        assert len(draft.projects) > 1 or not (told and missing)
        assert all(words.endswith(".") for words in (told, missing) if words)
        assert ".." not in told
        assert told == sanitized(told)
        assert "\n" not in told
        assert "  " not in told
        assert told[:1] == told[:1].upper()
        if told and not missing and len(draft.projects) > 1:
            assert told.count("»") + len(re.findall(r"[Pp]rojekt [0-9]", told)) == len(draft.projects)


@given(drafts_of_any_round())
def test_a_sentence_about_one_project_has_no_figure_that_the_table_lacks(drawn: tuple[Application, Round]) -> None:
    draft, round_ = drawn
    one = replace(draft, projects=draft.projects[:1])
    if not one.projects:
        return
    counts = [group.count for group in one.projects[0].places]
    sums = {0}
    for count in counts:
        sums |= {count + other for other in sums}
    parts = {Fraction(part) for whole in sums for part in range(min(whole, 1000) + 1)} | set(map(Fraction, sums))
    total = Fraction(one.projects[0].total_loan, 1000)
    for offered in sentences(one, round_):
        assert figures(offered.made.text) <= table(one, round_) | parts | {total}
