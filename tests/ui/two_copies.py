"""Copies of a draft to merge: three real conflicts, and changes on one side only."""

from datetime import datetime, timedelta, timezone
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.merge import Merge, merge
from botilbud_desktop.domain.model import replace
from tests.ui import drafts

LONG = (
    "Kommunen udvider den samlede kapacitet af botilbudspladser efter serviceloven §§ 107 og 108. "
    "De 19 nye pladser er til borgere med et komplekst støttebehov, som i dag bor i andre kommuner. "
    "Pladserne er klar i 4. kvartal 2025, og halvdelen af dem er til rådighed for andre kommuner. "
    "Taksten bliver lavere end i dag, fordi bygningen er kommunens egen og kan bruges, som den er. "
    "Naboerne er hørt, og der er ikke kommet indsigelser."
)
LONG_MINE = LONG.replace("19 nye", "20 nye").replace("Naboerne er hørt", "Naboerne er hørt i maj")
LONG_THEIRS = LONG.replace("komplekst støttebehov", "særligt komplekst støttebehov").replace("4. kvartal", "3. kvartal")
SENTENCE = "De 19 nye pladser er til borgere med et komplekst støttebehov, som i dag bor i andre kommuner."
SENTENCE_MINE, SENTENCE_THEIRS = SENTENCE.replace("19 nye", "20 nye"), SENTENCE.replace("et komp", "et særligt komp")
"""The sentence that both changed; each side changed another one alone."""


def changed(application: Application, **values: Any) -> Application:
    """Returns the application with these values by path; `__` stands for a dot and `projects1` for `projects[1]`."""
    for path, value in values.items():
        dotted = path.replace("__", ".").replace("projects0", "projects[0]").replace("projects1", "projects[1]")
        changed_one: Application = with_value(application, field_path(dotted), value)
        application = changed_one
    return application


def base() -> Application:
    """Returns the common base of both copies."""
    return changed(drafts.complete(), description=LONG, projects1__loan={"2025": 12_000, "2026": 8_900})


def mine() -> Application:
    """Returns my copy, with a new case number that is not in theirs."""
    return changed(
        base(),
        description=LONG_MINE,
        projects1__loan={"2025": 12_000, "2026": 9_400},
        contacts__names="Åse Ørsted, chefkonsulent",
        case_number="2024-009999",
    )


def theirs() -> Application:
    """Returns their copy, with two changes that are not in mine."""
    return changed(
        base(),
        description=LONG_THEIRS,
        projects1__loan={"2025": 12_000, "2026": 9_900},
        contacts__names="Bo Æbelø, økonomi",
        contacts__phones="99 31 00 00",
        projects0__description="Til borgere med særlige behov og autisme.",
    )


def three_conflicts() -> Merge:
    """Returns a merge with three conflicts, and three changes that are taken over, one of them in a text."""
    return merge(base(), mine(), theirs())


def texts_without_conflicts() -> Merge:
    """Returns a merge in which both changed different sentences of the same texts, and one removed a sentence."""
    original = changed(base(), projects0__description="Det er et hus. Det har en have.\nDer bor ti borgere.")
    my = changed(original, description=LONG_MINE, projects0__description="Det er et stort hus.\nDer bor ti borgere.")
    their_description = "Det er et hus. Det har en have.\nDer bor tolv borgere."
    other = LONG.replace("4. kvartal", "3. kvartal")
    return merge(original, my, changed(original, description=other, projects0__description=their_description))


def no_conflicts() -> Merge:
    """Returns a merge with two changes that are taken over."""
    return merge(base(), changed(base(), case_number="2024-009999"), changed(base(), contacts__phones="99 31 00 00"))


def two_way() -> Merge:
    """Returns a merge of the same two copies without a known base."""
    return merge(None, mine(), theirs())


def removed_project() -> Merge:
    """Returns a merge with a project that I removed and they changed."""
    original = base()
    return merge(original, replace(original, projects=original.projects[:1]), theirs())


def one_approved() -> Merge:
    """Returns a merge of my approved copy and their changed one."""
    original = base()
    at = datetime(2026, 11, 20, 9, 12, tzinfo=timezone(timedelta(hours=1)))
    return merge(original, approved(original, "Mette Ågesen", at), changed(original, contacts__phones="99 31 00 00"))


def many_differences(count: int) -> Merge:
    """Returns a merge of `count` projects whose names differ, without a known base."""
    original = drafts.with_projects(count)
    renamed = (replace(project, name=f"{project.name} (ny)") for project in original.projects)
    return merge(None, original, replace(original, projects=tuple(renamed)))
