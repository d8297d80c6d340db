"""Findings about the caseworkers that the ministry may contact."""

from collections.abc import Iterator

from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.rules.email_address import is_email_address
from botilbud_desktop.rules.findings.making import error, warning
from botilbud_desktop.rules.findings.texts import character_findings
from botilbud_desktop.rules.phone_number import doubtful_numbers
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.wording import quoted

_NAMES, _PHONES, _EMAILS = "contacts.names", "contacts.phones", "contacts.emails"


def contacts_findings(contacts: Contacts) -> Iterator[Finding]:
    """Yields an error for a missing name, telephone number or e-mail address, and for each invalid address.

    A character that the form cannot store makes an address invalid, so it gets no second finding.
    """
    if not contacts.names.strip():
        yield error("contacts.missing", _NAMES, "Angiv navn og titel på mindst én sagsbehandler.")
    yield from character_findings(_NAMES, contacts.names)
    if not contacts.phones.strip():
        yield error("contacts.missing", _PHONES, "Angiv mindst ét telefonnummer.")
    yield from character_findings(_PHONES, contacts.phones)
    for number in doubtful_numbers(contacts.phones):
        yield warning("contacts.phone_doubtful", _PHONES, f"{quoted(number)} har kun 7 cifre. Mangler der et?")
    emails = [email.strip() for email in contacts.emails if email.strip()]
    if not emails:
        yield error("contacts.missing", _EMAILS, "Angiv mindst én e-mailadresse.")
    for email in emails:
        if not is_email_address(email):
            yield error("contacts.email_invalid", _EMAILS, _not_an_address(email))


def _not_an_address(email: str) -> str:
    if email.count("@") > 1:
        return f"{quoted(email)} er flere e-mailadresser. Adskil dem med semikolon."
    return f"{quoted(email)} er ikke en e-mailadresse. Skriv den som fx social@kommunen.dk."
