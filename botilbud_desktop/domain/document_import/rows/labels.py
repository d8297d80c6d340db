"""Finds the field that a label names: by the form's words, by the program's own, or by what people write instead."""

import re
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.domain.document_import.structure.dividing import Spot
from botilbud_desktop.domain.document_import.structure.sections import Section, section_of
from botilbud_desktop.domain.own_fields import own_paths
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import meaning_of, plain_words
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT

_HINT = re.compile(r" ?\([^()]*\)\s*\Z")
_SYNONYMS = (
    (
        "projects[].gross_construction_cost",
        (
            r"(?:samlet |samlede |forventet |forventede )?(?:brutto)?anlægs(?:udgift(?:er)?|sum|økonomi|"
            r"ramme)(?: i alt)?|projektsum|byggesum"
        ),
    ),
    (
        "projects[].completion_date",
        (
            r"(?:forventet |planlagt )?(?:ibrugtagning(?:sdato|stidspunkt)?|afslutning|færdiggørelse|"
            r"aflevering(?:sdato)?|"
            r"indflytning|færdig)(?: af projektet| af byggeriet)?"
        ),
    ),
    (
        "projects[].share_for_others",
        (
            r"andel (?:til |for )?(?:rådighed for )?(?:andre|øvrige) kommuner|andel til rådighed for (?:andre|"
            r"øvrige) kommuner"
        ),
    ),
    ("projects[].name", r"projekt|projektnavn|projektets navn|navn på projekt(?:et)?|projekttitel"),
    ("applicant.municipality_code", r"kommune|ansøger|ansøgende kommune"),
    ("contacts.names", r"kontaktperson(?:er)?|sagsbehandler(?:e)?"),
    ("contacts.phones", r"telefon(?:nummer|nr\.?)?|tlf\.?|telefonnumre"),
    ("contacts.emails", r"e-?mail(?:adresse(?:r)?)?|mail(?:adresse)?"),
)
_PATTERNS = tuple((path, re.compile(pattern)) for path, pattern in _SYNONYMS)
_TEXTS = {
    Section.PURPOSE: "projects[].purpose",
    Section.TARGET_GROUP: "projects[].target_group",
    Section.DESCRIPTION: "projects[].description",
    Section.COORDINATION: "projects[].coordination_note",
}


class LabelledField(NamedTuple):
    """The field of a label."""

    path: str
    """The path of the form: `projects[].loan.2025`."""
    is_own: bool
    """Whether the words are the form's or the program's, and not only like them."""


def field_of_label(label: str, value: str, spot: Spot, round_: Round) -> LabelledField | None:
    """Returns the field that a label names where it stands, or None."""
    label = label.strip(" :")
    path = _path_of(label, spot, round_)
    if path is not None:
        return LabelledField(path, is_own=True)
    words = tidy(_HINT.sub("", label)).rstrip(" :")
    for synonym, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return LabelledField(synonym, is_own=False)
    section = section_of(label, round_)
    if section in _TEXTS and not is_figure(value):
        return LabelledField(_TEXTS[section], is_own=False)
    meant = meaning_of(label, round_) if is_figure(value) else None
    return None if meant is None else LabelledField(meant[0], is_own=False)


def labelled_field(label: str, value: str, round_: Round) -> LabelledField | None:
    """Returns the field that a label names wherever it stands, or None."""
    return field_of_label(label, value, Spot(), round_)


def _path_of(label: str, spot: Spot, round_: Round) -> str | None:
    """Returns the path of the field that a label names where it stands, or None."""
    labels = _labels(round_)
    paths = labels.get(plain_words(label)) or labels.get(plain_words(_HINT.sub("", label))) or ()
    if spot.section is Section.CONTACTS:
        paths = tuple(path for path in paths if path.startswith("contacts.")) or paths
    elif spot.project is not None:
        paths = tuple(path for path in paths if path.startswith(IN_A_PROJECT)) or paths
    return paths[0] if paths else None


@lru_cache(maxsize=8)
def _labels_of(labelled: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for label, path in labelled:
        for words in dict.fromkeys((plain_words(label), plain_words(_HINT.sub("", label)))):
            if words:
                found[words] = (*found.get(words, ()), path)
    return found


def _labels(round_: Round) -> dict[str, tuple[str, ...]]:
    """Returns the paths of the form's fields by their labels and wordings, without rows of lists."""
    labelled = [(text, field.path) for field in round_.fields for text in (field.label, field.wording) if text]
    labelled += [(field.label, path) for path in own_paths() if (field := round_.field(path)) is not None]
    single = [(text, path) for text, path in labelled if path.count("[]") <= 1 and not path.endswith("[]")]
    lists = {
        "places",
        "daily_rates",
        "milestones",
        "capacity_today",
        "cost_plan",
        "cost_plan.lines",
        "cost_plan.round_to",
    }
    kept = [
        (text, path)
        for text, path in single
        if path.removeprefix(IN_A_PROJECT) not in lists and "cost_plan" not in path
    ]
    return _labels_of(tuple((text, path) for text, path in kept if ".expansion." not in path))
