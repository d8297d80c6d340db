"""Papers for a KKR address nobody: what the rules ask a caseworker for is told as not stated."""

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from botilbud_desktop.documents.collection.neutral import neutral, neutral_reason
from botilbud_desktop.domain.application import Application
from botilbud_desktop.rules import criteria, findings, weighting
from botilbud_desktop.rules.collection.blocking import FIGURES, message_of, of_project
from botilbud_desktop.storage.files.os_errors import reading_problem
from tests.documents.agenda.samples import AALBORG, THISTED, collection
from tests.documents.test_any_application import UNHURRIED, applications
from tests.rules.samples import EMPTY_APPLICATION

ADDRESSED = re.compile(
    r"\b(du|dig|din|dit|dine|I|jer|jeres)\b|\b(angiv|vurdér|begrund|ret|spørg|vælg|skriv|husk|(?<!i )brug|se|tjek)\b",
    re.IGNORECASE,
)
"""Words that address somebody; the preposition »i« is not one of them."""


def addressing(text: str) -> list[str]:
    return [found for match in ADDRESSED.finditer(text) if (found := match.group()) != "i" and found != "se"]


def messages(application: Application) -> Iterator[str]:
    for collected in collection(application).applications:
        for project in collected.projects:
            yield from (result.message for result in project.criteria)
            yield from map(message_of, of_project(project).figures)
            for item in project.weighting.items:
                yield from (gap.message for gap in item.answer.missing)
                yield item.answer.remark


def templates() -> Iterator[str]:
    """Yields every sentence, or piece of one, that the rules are written with and that addresses somebody."""
    for package in (criteria, weighting):
        for path in Path(package.__path__[0]).glob("*.py"):
            yield from (text for text in _strings(ast.parse(path.read_text("utf-8"))) if addressing(text))
    for path in Path(findings.__path__[0]).glob("*.py"):
        told = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if _is_told(node)]
        yield from (text for node in told for text in _strings(node) if addressing(text))


def _is_told(node: ast.AST) -> bool:
    """Whether code makes an error about figures, or the message of one."""
    if isinstance(node, ast.FunctionDef):
        return node.name == "_message" and any(isinstance(each, ast.Match) for each in node.body)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "error"):
        return False
    code = next(iter(_strings(node.args[0])), "")
    return code.startswith(FIGURES) and not code.endswith("missing")


def _strings(node: ast.AST) -> Iterator[str]:
    """Yields the strings of code, with X for what is put into them; no docstrings and no words of buttons."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not _is_left_out(node):
        for child in ast.iter_child_nodes(node):
            yield from _strings(child)


def _is_left_out(node: ast.AST) -> bool:
    is_button = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Suggestion"
    return is_button or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


@pytest.mark.parametrize("application", [AALBORG, THISTED, EMPTY_APPLICATION])
def test_no_message_of_the_examples_addresses_anybody(application: Application) -> None:
    for message in messages(application):
        assert addressing(neutral(message)) == []


@UNHURRIED
@given(applications())
def test_no_message_of_any_application_addresses_anybody(application: Application) -> None:
    for message in messages(application):
        assert addressing(neutral(message)) == []


def test_what_addresses_nobody_stays_as_it_is() -> None:
    for message in ("Projektet giver 19 nye pladser og bevarer ingen eksisterende.", ""):
        assert neutral(message) == message


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "Lånet: Har du skrevet beløbet i kroner? Skriv det i hele 1.000 kr.",
            "Lånet: Beløbet er måske skrevet i kroner. Det skal stå i hele 1.000 kr.",
        ),
        (
            "Andelen skal være mellem 0 og 100 pct. Der står 120 pct.",
            "Andelen skal være mellem 0 og 100 pct. Der står 120 pct.",
        ),
        (
            "Angiv, hvornår projektet afsluttes. Det skal være senest den 31.12.2026.",
            "Det er ikke angivet, hvornår projektet afsluttes. Det skal være senest den 31.12.2026.",
        ),
        (
            "Angiv bruttoanlægsudgiften i 2025 og 2026. Den skal være over 20 mio. kr.",
            "Bruttoanlægsudgiften i 2025 og 2026 er ikke angivet. Den skal være over 20 mio. kr.",
        ),
        (
            "3 nye pladser. Angiv, hvor mange andre pladser der lukkes på grund af projektet (0, hvis ingen lukkes).",
            "3 nye pladser. Det er ikke angivet, hvor mange andre pladser der lukkes på grund af projektet.",
        ),
        (
            "Ret beløbet i post 2 under »Fordeling af udgifter«.",
            "Beløbet i post 2 under »Fordeling af udgifter« skal rettes.",
        ),
        (
            "Projektet bevarer 3 pladser. Begrund, hvorfor de ellers vil bortfalde.",
            "Projektet bevarer 3 pladser. Det er ikke begrundet, hvorfor de ellers vil bortfalde.",
        ),
        (
            "Mindst 25 pct. til andre kommuner. Angiv først pladserne efter SEL §§ 107 og 108.",
            "Mindst 25 pct. til andre kommuner. Pladserne efter SEL §§ 107 og 108 er ikke angivet.",
        ),
        (
            "Programmet kan ikke kontrollere det ud fra kladden. Vurdér selv, om projektet opfylder kravet.",
            "Programmet kan ikke kontrollere det ud fra kladden. Det skal vurderes, om projektet opfylder kravet.",
        ),
        ("Angiv mødet i KKR og datoen.", "Mødet i KKR og datoen er ikke angivet."),
        (
            "Angiv, om I bygger nyt eller bruger en eksisterende bygning.",
            "Det er ikke angivet, om der bygges nyt eller bruges en eksisterende bygning.",
        ),
        (
            "Angiv den andel af pladserne, som andre kommuner kan bruge.",
            "Den andel af pladserne, som andre kommuner kan bruge, er ikke angivet.",
        ),
        (
            "Angiv takster fra nuværende tilbud, som projektet kan sammenlignes med.",
            "Takster fra nuværende tilbud, som projektet kan sammenlignes med, er ikke angivet.",
        ),
    ],
)
def test_the_sentence_is_whole_danish(message: str, said: str) -> None:
    assert neutral(message) == said


def test_every_sentence_of_the_rules_that_addresses_somebody_has_another_for_papers() -> None:
    found = set(templates())
    assert len(found) > 15
    assert {text for text in found if addressing(neutral(text))} == set()


def reasons() -> list[str]:
    """Returns every reason why a draft cannot be read that depends on the computer, and that of a newer program."""
    errors = (OSError(number, "x") for number in errno.errorcode)
    newer = "den er lavet med en nyere version af programmet, som it-afdelingen skal installere"
    return [*{reading_problem(error) for error in errors}, newer, "netværksdrevet godtager ikke dit login"]


def test_no_reason_why_a_file_is_left_out_addresses_anybody() -> None:
    assert any(addressing(reason) for reason in reasons())
    for reason in reasons():
        assert addressing(neutral_reason(f"Filen »a« kan ikke åbnes: {reason[0].upper()}{reason[1:]}.")) == []


def test_the_name_of_a_file_is_kept_whatever_it_is() -> None:
    why = "Filen »du har ikke adgang til at læse den« kan ikke åbnes: Du har ikke adgang til at læse den."
    assert neutral_reason(why) == (
        "Filen »du har ikke adgang til at læse den« kan ikke åbnes: Der er ikke adgang til at læse den."
    )
