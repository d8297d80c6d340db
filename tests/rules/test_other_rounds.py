"""Criteria, findings and weighting speak of the round of the draft, whatever the draft holds."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.model import from_json_values, json_values, replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic, WeightingTopic
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.findings.window import window_sentences
from botilbud_desktop.rules.weighting.weighing import weighting_of
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from tests.other_rounds import LARGER, OPEN_DAY, OTHERS, SMALLER, draft_of, other_round
from tests.rules.samples import ROUND, TODAY, application, project
from tests.rules.sentences import HALF_TYPED, PROJECTS
from tests.shipped_figures import shipped_in

WITH_FIGURES_OF_ITS_OWN = {
    "plan under the limit",
    "cost at the limit",
    "cost over the limit",
    "groups of other years and none",
    "cost unknown, loan at the limit",
    "cost and loan in kroner",
}
"""Projects that hold the figures of the shipped round themselves."""


def said(draft: Application, round_: Round, today: date) -> list[str]:
    """Returns each sentence of the rules about a draft."""
    found = assess(draft, round_, today, HALF_TYPED)
    sentences = [result.message for result in found.criteria]
    sentences += [finding.message for finding in found.findings]
    sentences += [suggestion.words for finding in found.findings for suggestion in finding.suggestions]
    for weighed in weighting_of(draft, round_):
        for item in weighed.items:
            sentences += [item.title, *item.answer.said, item.answer.remark]
            sentences += [gap.message for gap in item.answer.missing]
    return [*sentences, window_sentences(round_, today)]


@pytest.mark.parametrize("name", sorted(PROJECTS.keys() - WITH_FIGURES_OF_ITS_OWN))
@pytest.mark.parametrize("round_id", OTHERS)
def test_no_sentence_names_a_figure_of_the_shipped_round(name: str, round_id: str) -> None:
    round_ = other_round(round_id)
    moved = _moved(PROJECTS[name], round_)
    draft = replace(application(), round=round_id, projects=(moved,) * (round_.max_projects + 1), description="Kort.")
    for sentence in said(draft, round_, OPEN_DAY[round_id]):
        assert shipped_in(sentence) == [], sentence


def _moved(one: Project, round_: Round) -> Project:
    """Returns a project of the shipped round with the years of another, and without the shipped round's limits."""
    values = json_values(one)
    years = dict(zip(("2025", "2026"), (*round_.year_keys, "2032"), strict=False))
    values["loan"] = {years.get(year, year): amount for year, amount in values["loan"].items()}
    for group in values["places"]:
        group["year"] = int(years.get(str(group["year"]), group["year"]))
    if values["completion_date"]:
        year = values["completion_date"][:4]
        values["completion_date"] = f"{years.get(year, '2034')}{values['completion_date'][4:-2]}11"
    if values["gross_construction_cost"] in (20_000, 20_001):
        values["gross_construction_cost"] += 700
    if values["share_for_others"] == "25":
        values["share_for_others"] = "26"
    return from_json_values(Project, values)


def test_what_the_ministry_does_not_weigh_is_not_asked_for() -> None:
    draft = replace(draft_of(SMALLER), projects=(Project(id=draft_of(SMALLER).projects[0].id),))
    found = assess(draft, other_round(SMALLER), OPEN_DAY[SMALLER])
    unanswered = [finding.field for finding in found.findings if finding.code == "weighting.unanswered"]
    assert unanswered == ["projects[0].coordination"]
    assert other_round(SMALLER).weighed_topics == {WeightingTopic.COORDINATION}
    shipped = assess(application(replace(draft.projects[0])), ROUND, TODAY)
    assert sum(finding.code == "weighting.unanswered" for finding in shipped.findings) == 3


@pytest.mark.parametrize(("round_", "is_said"), [(ROUND, True), (other_round(LARGER), False)])
def test_that_criterion_4_may_mean_all_projects_together_is_said_only_of_such_words(
    round_: Round, is_said: bool
) -> None:
    low = project(loan={}, gross_construction_cost=round_.thresholds.gross_cost.amount - 1_000)
    draft = replace(application(low, low), round=round_.id)
    messages = [result.message for result in assess(draft, round_, TODAY).criteria if result.criterion == 4]
    assert ["samlet … i alt" in message for message in messages] == [is_said, is_said]


def test_a_column_of_the_form_is_never_said_to_be_missing_in_it() -> None:
    form = other_round(LARGER)
    columns = tuple(
        replace(field, column="T") if field.path == "projects[].gross_construction_cost" else field
        for field in form.fields
    )
    sized = replace(form.weighting, topics=(replace(ROUND.weighting.topics[1], item=2),))
    draft = draft_of(LARGER)
    without_it, with_it = replace(form, weighting=sized), replace(form, weighting=sized, fields=columns)
    for round_, is_said in ((without_it, True), (with_it, False)):
        sentences = " ".join(said(draft, round_, OPEN_DAY[LARGER]))
        assert ("har ikke fundet bruttoanlægsudgiften" in sentences) is is_said


def test_a_form_for_a_single_project_speaks_of_one() -> None:
    round_ = replace(other_round(SMALLER), max_projects=1, contacts=ROUND.contacts)
    sentences = said(draft_of(SMALLER), round_, OPEN_DAY[SMALLER])
    assert any("plads til 1 projekt, og kladden har 2" in sentence for sentence in sentences)
    assert whom_to_ask(ContactTopic.MORE_PROJECTS, round_).startswith("Spørgsmål om ansøgning til flere end 1 projekt:")
    assert not any("1 projekter" in sentence for sentence in sentences)


def test_three_years_are_a_list_with_one_conjunction() -> None:
    form = other_round(LARGER)
    sized = replace(form.weighting, topics=(replace(ROUND.weighting.topics[1], item=2),))
    empty = replace(draft_of(LARGER), projects=(Project(id=draft_of(LARGER).projects[0].id),))
    sentences = said(empty, replace(form, weighting=sized), OPEN_DAY[LARGER])
    assert "Angiv det lånebeløb, I søger om i 2027, 2028 eller 2029." in sentences


def test_the_length_of_every_text_that_the_form_limits_is_held() -> None:
    fields = tuple(
        replace(field, limit=20) if field.path in ("projects[].name", "contacts.names") else field
        for field in ROUND.fields
    )
    draft = application(project(name="Et navn på over tyve tegn"))
    draft = replace(draft, contacts=replace(draft.contacts, names="Også et navn på over tyve tegn"))
    found = assess(draft, replace(ROUND, fields=fields), TODAY)
    assert {finding.field for finding in found.findings if finding.code == "text.too_long"} == {
        "projects[0].name",
        "contacts.names",
    }
    assert {text.field for text in found.texts} >= {"projects[0].name", "contacts.names"}
