"""With everything applied that is ticked from the start, a text is judged as before."""

from functools import partial

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.shortening.finding import LongText, shortening
from botilbud_desktop.rules.shortening.judged_alike import LONGEST_JUDGED, UNASKED, judged_alike, what_is_said
from botilbud_desktop.rules.shortening.ministry_words import ministry_sentences
from botilbud_desktop.rules.shortening.saving import Saving, shortened
from tests.rules.samples import ROUND, TODAY
from tests.rules.shortening.table import found, table
from tests.words.labelled import OPEN, labelled_texts

_TEXTS = labelled_texts(OPEN)


def said(application: Application, text: str) -> object:
    return what_is_said(assess(replace(application, description=text), ROUND, TODAY))


def offered(application: Application) -> list[Saving]:
    """Returns what is found of the kinds that are ticked from the start, also what changes a judgement."""
    names = (*(project.name for project in application.projects), *ministry_sentences(ROUND))
    savings = shortening(LongText("description", application.description, names=names), table()).savings
    return [one for one in savings if one.kind not in UNASKED]


@pytest.mark.parametrize("name", [one.name for one in _TEXTS])
def test_what_is_judged_stays(name: str) -> None:
    (application,) = (one.application for one in _TEXTS if one.name == name)
    text = application.description
    savings = judged_alike(text, offered(application), partial(said, application))
    after = shortened(text, savings)
    assert said(application, after) == said(application, text)
    saved = count_characters(text).submitted - count_characters(after).submitted
    assert saved == sum(one.saved for one in savings)


def test_next_to_nothing_is_left_out_for_that() -> None:
    of_texts = [(one.application, offered(one.application)) for one in _TEXTS]
    every = sum(len(savings) for _application, savings in of_texts)
    alike = sum(
        len(judged_alike(application.description, savings, partial(said, application)))
        for application, savings in of_texts
    )
    assert every > 60
    assert every - alike <= every // 20


def test_what_changes_a_judgement_is_left_out_and_the_rest_stays() -> None:
    text = "Såfremt lånet opnås, anvendes grunden. Procenten er 30 procent, såfremt det lykkes."
    savings = found(text).savings
    assert len(savings) == 4
    alike = judged_alike(text, savings, lambda words: "anvendes" in words)
    assert alike == tuple(one for one in savings if one.replacement != "bruges")


def test_a_text_that_is_judged_otherwise_whatever_is_changed_gets_no_offers_after_a_few_tries() -> None:
    text = "Der anvendes 8. " * 300
    judged: list[str] = []

    def judge(words: str) -> object:
        judged.append(words)
        return words

    assert judged_alike(text, found(text).savings, judge) == ()
    assert len(judged) < 70


def test_a_far_too_long_text_is_not_judged_again() -> None:
    text = "Der anvendes 8. " * (LONGEST_JUDGED // 10)
    savings = found(text).savings
    assert judged_alike(text, savings, lambda _words: pytest.fail("judged")) == savings
