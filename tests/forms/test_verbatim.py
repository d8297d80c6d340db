"""The form quotes all of the ministry's text, word for word."""

import re
from pathlib import Path

import pytest

from botilbud_desktop.domain.model import json_values
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Section
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

HERE = Path(__file__).parent
PROJECT_SHEET_FIELD = "projects[].description"


def plain(text: str) -> str:
    """Returns the text without Markdown and with each run of white space as one space."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^#+ |^\d\. ", "", text, flags=re.MULTILINE)
    text = text.replace("**", "").replace("\\", "")
    return " ".join(re.sub(r"^\*(.+)\*$", r"\1", text, flags=re.MULTILINE).split())


MINISTRY = plain((HERE / "ministry_text.md").read_text("utf-8"))
SHEET = (HERE / "project_sheet_text.md").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def form() -> Round:
    library = FormLibrary(forms_folder())
    return library.round(library.ids()[0])


def sections(form: Round) -> list[Section]:
    return [*form.letter, *form.background, form.guide]


def quoted(form: Round) -> list[str]:
    """Yields every text in the form that is the ministry's own."""
    weighting = form.weighting
    return [
        form.id,
        form.title,
        form.website,
        form.login_prefix,
        form.applicant_wording,
        form.deadline,
        form.table_heading,
        form.row_wording,
        form.totals_wording,
        form.more_projects,
        form.description_introduction,
        form.documentation,
        form.documentation_email,
        form.privacy,
        form.contacts_heading,
        form.criteria_heading,
        *(criterion.text for criterion in form.criteria),
        *(content.text for content in form.required_contents),
        weighting.heading,
        weighting.introduction,
        weighting.coordination_heading,
        weighting.coordination,
        weighting.selection_heading,
        weighting.selection,
        *weighting.items,
        *(field.wording for field in form.fields if field.path != PROJECT_SHEET_FIELD),
        *(section.heading for section in sections(form)),
        *(paragraph for section in sections(form) for paragraph in section.paragraphs),
        *(part for contact in form.contacts for part in (contact.name, contact.email)),
    ]


def test_each_quotation_stands_in_the_ministrys_text(form: Round) -> None:
    for text in quoted(form):
        assert text in MINISTRY


def test_nothing_of_the_ministrys_text_is_left_out(form: Round) -> None:
    rest = MINISTRY
    for text in sorted(quoted(form), key=len, reverse=True):
        if len(text) > 3:
            rest = rest.replace(text, " ")
    # What remains are the table's labels and the blanks to write in.
    leftover = set(rest.replace("-", " ").split())
    assert leftover <= {
        "_____",
        "Projekt",
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
        "G",
        "1",
        "2",
        "3",
        "4",
        "5",
        "I",
        "alt",
        "[tekstfelt]",
    }


def test_typos_are_kept(form: Round) -> None:
    everything = " ".join(quoted(form))
    for word in ("afsøgning", "reovering", "står rådighed", "abl@im.dk", "albl@im.dk", "ansøgningskemaet"):
        assert word in everything


def test_phone_numbers_are_those_of_the_text(form: Round) -> None:
    digits = MINISTRY.replace(" ", "")
    for contact in form.contacts:
        assert contact.phone.replace(" ", "") in digits


def test_no_markdown_is_left(form: Round) -> None:
    for text in quoted(form):
        assert not re.search(r"\*\*\w|\]\(|\\", text)


def test_the_project_sheet(form: Round) -> None:
    sheet = form.project_sheet
    assert sheet is not None
    values = json_values(sheet)
    for name in ("format", "format_version", "id", "description_limit", "places_wording", "places_undecided_wording"):
        del values[name]
    assert sorted(text.replace("{year}", "2025") for text in values.values()) == sorted(SHEET)
    description = form.field(PROJECT_SHEET_FIELD)
    assert description is not None
    assert description.wording == sheet.description_wording
    assert description.limit == sheet.description_limit == 1000
