"""Whom to ask about what, where the question arises: the round's contacts in a sentence."""

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.wording import person


def whom_to_ask(topic: ContactTopic, round_: Round) -> str:
    """Returns `Spørgsmål om …: navn (e-mail, telefon).`, or an empty text when the round does not say."""
    contact = round_.contact_for(topic)
    return "" if contact is None else f"{_question(topic, contact.about, round_)}: {person(contact)}."


def where_the_password_is(round_: Round) -> str:
    """Returns that the password is in a mail where the ministry's letter tells so, else that the program has none."""
    told = (text.casefold() for section in (*round_.letter, round_.guide) for text in section.paragraphs)
    is_mailed = any("kodeord" in text and "mail" in text for text in told)
    return "Kodeordet står i en e-mail til kommunen." if is_mailed else "Programmet kender ikke kodeordet."


def _question(topic: ContactTopic, about: str, round_: Round) -> str:
    """Returns what the contact is asked about, and no more than the round says of it."""
    match topic:
        case ContactTopic.WEBSITE:
            login = "brugernavn, kodeord og " if "kodeord" in about.casefold() else ""
            return f"Spørgsmål om {login}{round_.website}"
        case ContactTopic.MORE_PROJECTS:
            return f"Spørgsmål om ansøgning til flere end {counted(round_.max_projects, 'projekt', 'projekter')}"
        case ContactTopic.CRITERIA:
            is_social = "socialfaglig" in about.casefold()
            return "Socialfaglige spørgsmål og spørgsmål om kriterierne" if is_social else "Spørgsmål om kriterierne"
