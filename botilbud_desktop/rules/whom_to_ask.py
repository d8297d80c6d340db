"""Whom to ask about what, where the question arises: the round's contacts in a sentence."""

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.wording import person


def whom_to_ask(topic: ContactTopic, round_: Round) -> str:
    """Returns `Spørgsmål om …: navn (e-mail, telefon).`, or an empty text when the round does not say."""
    contact = round_.contact_for(topic)
    return "" if contact is None else f"{_question(topic, round_)}: {person(contact)}."


def _question(topic: ContactTopic, round_: Round) -> str:
    match topic:
        case ContactTopic.WEBSITE:
            return f"Spørgsmål om brugernavn, kodeord og {round_.website}"
        case ContactTopic.MORE_PROJECTS:
            return f"Spørgsmål om ansøgning til flere end {counted(round_.max_projects, 'projekt', 'projekter')}"
        case ContactTopic.CRITERIA:
            return "Socialfaglige spørgsmål og spørgsmål om kriterierne"
