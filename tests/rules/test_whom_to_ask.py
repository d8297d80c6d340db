"""Whom to ask about what, from the round's contacts."""

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from tests.rules.samples import ROUND


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        (
            ContactTopic.WEBSITE,
            "Spørgsmål om brugernavn, kodeord og www.indtast.dk: August Zillo Vous (azv@im.dk, 72 28 25 52).",
        ),
        (
            ContactTopic.MORE_PROJECTS,
            "Spørgsmål om ansøgning til flere end 5 projekter: Tonny Pedersen (top@im.dk, 72 28 25 82).",
        ),
        (
            ContactTopic.CRITERIA,
            "Socialfaglige spørgsmål og spørgsmål om kriterierne: Dorthe Skov Jeppesen (dos@sbst.dk, 41 93 25 12).",
        ),
    ],
)
def test_each_topic_has_its_contact(topic: ContactTopic, said: str) -> None:
    assert whom_to_ask(topic, ROUND) == said


@pytest.mark.parametrize("topic", list(ContactTopic))
def test_a_round_that_names_nobody_gives_no_sentence(topic: ContactTopic) -> None:
    assert whom_to_ask(topic, replace(ROUND, contacts=())) == ""
