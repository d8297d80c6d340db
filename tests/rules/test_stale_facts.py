"""Sentences in the description that the table no longer bears: when they are told of, and when they are left alone."""

from datetime import date

import pytest
from hypothesis import given

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.inserted_sentence import inserted, renewed, with_sentence
from botilbud_desktop.domain.field_path import with_value
from botilbud_desktop.domain.merging.merge import merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.rules.assessment import Assessor, assess
from botilbud_desktop.rules.inserted_facts.making import sentences
from botilbud_desktop.rules.inserted_facts.stale import stale_facts, standing
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.rules.text_results import Span, StaleFact
from tests.rules.samples import ROUND, TODAY, application, group, project
from tests.strategies import applications

OTHER_LOAN = {"2025": 23_000, "2026": None}


def with_all(draft: Application) -> Application:
    """Returns the draft with every sentence that the table gives at the end of its description."""
    for one in sentences(draft, ROUND):
        if one.made.text:
            put = with_sentence(draft.description, len(draft.description), one.made.text)
            for path, value in inserted(draft, put, InsertedFact(content=one.content, text=one.made.text)).items():
                draft = with_value(draft, path, value)
    return draft


def with_projects(draft: Application, *projects: Project) -> Application:
    return replace(draft, projects=projects)


def stale(draft: Application) -> list[int]:
    return [fact.entry.content for fact in stale_facts(draft, ROUND)]


WHOLE = with_all(application(description="Vi bygger."))
LOAN = WHOLE.inserted_facts[1]


def test_nothing_is_told_of_while_the_table_gives_the_same_sentences() -> None:
    assert [fact.content for fact in WHOLE.inserted_facts] == [2, 4, 5, 6]
    assert stale(WHOLE) == []
    assert stale(with_projects(WHOLE, project(coordination_note="KKR", gross_construction_cost=30_000))) == []


@pytest.mark.parametrize(
    ("of_project", "contents"),
    [
        (project(loan=OTHER_LOAN), [4]),
        (project(share_for_others="50"), [2]),
        (project(share_for_others=None), [2]),
        (project(completion_date=date(2025, 12, 1)), [5]),
        (project(places=(group(20),)), [2, 5, 6]),
        (project(building=None), [6]),
    ],
)
def test_each_sentence_is_told_of_when_its_part_of_the_table_changes(of_project: Project, contents: list[int]) -> None:
    assert stale(with_projects(WHOLE, of_project)) == contents


def test_what_is_told_of_as_stale_is_not_told_again_as_a_contradiction() -> None:
    changed = with_projects(WHOLE, project(loan=OTHER_LOAN))
    assessment = assess(changed, ROUND, TODAY)
    (fact,) = assessment.stale_facts
    inside = [each for each in assessment.contradictions if fact.span.start <= each.span.start < fact.span.end]
    assert inside == []
    by_hand = assess(replace(changed, inserted_facts=()), ROUND, TODAY)
    assert len(by_hand.contradictions) > len(assessment.contradictions)


def test_the_place_the_new_sentence_and_what_is_missing() -> None:
    start = WHOLE.description.index(LOAN.text)
    (found,) = stale_facts(with_projects(WHOLE, project(loan=OTHER_LOAN)), ROUND)
    new = "Der søges om låneadgang på 23 mio. kr. i 2025. Der søges ikke om lån i 2026."
    assert found == StaleFact(LOAN, 1, "lånet", Span(start, start + len(LOAN.text)), new, "")
    (found,) = stale_facts(with_projects(WHOLE, project(loan={})), ROUND)
    assert (found.made, found.missing) == ("", "Lånet er ikke udfyldt endnu.")


@pytest.mark.parametrize("edited", ["Vi søger om", "Der søges nu om", "Der søges  om", "Der søges\nom"])
def test_a_sentence_that_was_edited_is_the_users_own(edited: str) -> None:
    draft = with_projects(WHOLE, project(loan=OTHER_LOAN))
    assert stale(replace(draft, description=draft.description.replace("Der søges om", edited))) == []
    assert stale(replace(draft, description="")) == []


def test_words_within_other_words_are_no_place() -> None:
    fact = InsertedFact(content=4, text="søges om låneadgang på 1 mio. kr. i 2025")
    glued = replace(application(), description=f"x{fact.text}5 {fact.text}", inserted_facts=(fact,))
    assert [span.start for _fact, span in standing(glued)] == [len(fact.text) + 3]


def test_the_same_sentence_twice_is_told_of_at_both_places_with_one_finding() -> None:
    twice = replace(WHOLE, description=f"{LOAN.text} {LOAN.text}", inserted_facts=(LOAN, LOAN))
    changed = with_projects(twice, project(loan=OTHER_LOAN))
    assert [fact.span.start for fact in stale_facts(changed, ROUND)] == [0, len(LOAN.text) + 1]
    findings = [one for one in assess(changed, ROUND, TODAY).findings if one.code == "description.fact_stale"]
    assert [(one.field, one.severity) for one in findings] == [("inserted_facts[0]", Severity.WARNING)]


def test_a_sentence_within_a_longer_one_is_not_told_of() -> None:
    first = InsertedFact(content=4, text=LOAN.text.split(". Der")[0] + ".")
    both = replace(WHOLE, inserted_facts=(first, *WHOLE.inserted_facts))
    assert stale(both) == []
    assert stale(replace(both, description=f"{first.text} Ja. {both.description}")) == [4]


def test_while_a_value_is_half_typed_its_sentence_is_left_alone() -> None:
    draft = with_projects(WHOLE, project(loan={}))
    assert stale_facts(draft, ROUND, {"projects[0].loan.2025": "22,9"}) == ()
    assert [fact.entry.content for fact in stale_facts(draft, ROUND, {"projects[0].share_for_others": "x"})] == [4]


def test_a_further_project_makes_what_was_said_of_one_a_part() -> None:
    half = replace(project(share_for_others=None), name="Skovbo")
    (found,) = [
        one for one in stale_facts(with_projects(WHOLE, project(name="Solbo"), half), ROUND) if one.about[0] == "a"
    ]
    assert found.made.startswith("100 pct. af pladserne i »Solbo«, svarende til alle 19 pladser,")
    assert found.missing == "Andelen er ikke udfyldt endnu for »Skovbo«."
    unread = {"projects[1].share_for_others": "x"}
    told = stale_facts(with_projects(WHOLE, project(name="Solbo"), half), ROUND, unread)
    assert 2 not in [one.entry.content for one in told]


def test_entries_of_other_contents_and_of_none_are_left_alone() -> None:
    texts = ("", " ", "Vi", "En helt anden sætning om målgruppen.")
    facts = tuple(InsertedFact(content=number, text=text) for number in (0, 1, 3, 99, -1) for text in texts)
    assert stale(replace(WHOLE, description=" ".join(texts), inserted_facts=facts)) == []


@given(applications())
def test_what_was_just_put_in_is_never_told_of(draft: Application) -> None:
    assert not stale_facts(with_all(replace(draft, inserted_facts=())), ROUND)


@given(applications())
def test_any_draft_of_a_file_can_be_looked_at(draft: Application) -> None:
    for fact in stale_facts(draft, ROUND):
        assert draft.description[fact.span.start : fact.span.end] == fact.entry.text


def test_of_hostile_entries_only_some_places_are_looked_at() -> None:
    words = "a." * 20_000
    facts = tuple(InsertedFact(content=4, text="a." * number) for number in range(1, 101))
    draft = replace(WHOLE, description=words, inserted_facts=facts)
    assert len(standing(draft)) < 2_000


def test_the_assessor_follows_the_table_and_the_text() -> None:
    assessor = Assessor(ROUND)
    changed = with_projects(WHOLE, project(loan=OTHER_LOAN))
    assert [len(assessor.assess(each, TODAY).stale_facts) for each in (WHOLE, changed, WHOLE)] == [0, 1, 0]
    own = replace(changed, description="Eget.")
    assert [len(assessor.assess(each, TODAY).stale_facts) for each in (own, changed)] == [0, 1]


def test_in_a_merge_a_renewed_sentence_is_taken_over_and_one_that_the_other_table_left_is_told_of() -> None:
    changed = with_projects(WHOLE, project(loan=OTHER_LOAN))
    (found,) = stale_facts(changed, ROUND)
    entry = InsertedFact(content=4, text=found.made)
    mine = changed
    for path, value in renewed(changed, *found.span, entry).items():
        mine = with_value(mine, path, value)
    theirs = replace(WHOLE, case_number="24/1")
    both = merge(WHOLE, mine, theirs)
    assert both.conflicts == ()
    assert both.merged.description == mine.description
    assert stale(both.merged) == []
    before = application(description="Vi bygger.")
    put_in, table_changed = with_all(before), with_projects(before, project(loan=OTHER_LOAN))
    merged = merge(before, put_in, table_changed).merged
    assert stale(merged) == [4]
