"""Whom to ask about what, from the round's contacts."""

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.rules.whom_to_ask import where_the_password_is, whom_to_ask
from tests.other_rounds import OWN_CRITERIA, other_round
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


def test_a_contact_is_named_for_no_more_than_the_round_says() -> None:
    round_ = other_round(OWN_CRITERIA)
    assert whom_to_ask(ContactTopic.WEBSITE, round_) == (
        "Spørgsmål om www.puljeportal.dk: Support (support@puljeportal.dk, 33 92 00 00)."
    )
    assert whom_to_ask(ContactTopic.CRITERIA, round_) == "Spørgsmål om kriterierne: Jens Holm, fuldmægtig (jhol@sm.dk)."


def test_the_password_is_in_a_mail_only_where_the_ministry_says_so() -> None:
    assert where_the_password_is(ROUND) == "Kodeordet står i en e-mail til kommunen."
    assert where_the_password_is(other_round(OWN_CRITERIA)) == "Programmet kender ikke kodeordet."


@pytest.mark.parametrize("topic", list(ContactTopic))
def test_a_round_that_names_nobody_gives_no_sentence(topic: ContactTopic) -> None:
    assert whom_to_ask(topic, replace(ROUND, contacts=())) == ""
