"""A draft as text without its form: all that was written, and nothing that only its form could tell."""

from botilbud_desktop.documents.without_round import as_text_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_order import PROJECTS, application_fields, project_fields
from botilbud_desktop.domain.field_path import value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.documents.samples import COMPLETE
from tests.rules.samples import plan

FORM = FormLibrary(forms_folder()).round("LanBotilbud_2025-26")
PROJECT = replace(COMPLETE.projects[0], loan={"2028": 11_000, "2030": 7}, description="En linje\nEn til")
DRAFT = replace(COMPLETE, round="LanBotilbud_2028-30", projects=(PROJECT, PROJECT), internal_notes="Husk <b>mødet</b>")


def test_every_text_of_the_draft_is_there() -> None:
    text = as_text_without_round(DRAFT, FORM)
    values = [value_at(DRAFT, path) for path in application_fields(FORM) if path != PROJECTS]
    fields = [field for field in project_fields(FORM, PROJECT.loan) if field[:1] != ("loan",)]
    values += [value_at(PROJECT, field) for field in fields]
    for value in values:
        if type(value) is str and len(value) > 3 and value != "851":
            assert value in text
    assert "Ansøgningsrunde: LanBotilbud_2028-30" in text
    assert "Lån i 2028 (hele 1.000 kr.): 11.000" in text
    assert "Lån i 2030 (hele 1.000 kr.): 7" in text
    assert text.count("Projektets navn: ") == 2


def test_one_empty_line_stands_between_two_parts() -> None:
    text = as_text_without_round(DRAFT, FORM)
    assert "\n\n\n" not in text
    assert "\n\nProjekt 2\n" in text
    assert "\n\nBeskrivelse af projektet:\nEn linje\nEn til\n\n" in text


def test_nothing_of_another_form_is_said() -> None:
    lines = as_text_without_round(DRAFT, FORM).splitlines()
    labels = [line.split(":")[0] for line in lines if ":" in line]
    assert not [label for label in labels if " tegn" in label or label[1:2] == "." or label.endswith("2025")]


def test_the_law_of_another_pool_is_not_named() -> None:
    planned = replace(PROJECT, places=(), cost_plan=plan(22_900))
    text = as_text_without_round(replace(DRAFT, projects=(planned,)), FORM)
    assert "Heraf efter puljens lovgrundlag: " in text
    assert "SEL §§ 107 og 108" not in text


def test_an_empty_draft_is_a_few_lines() -> None:
    empty = Application(id=DRAFT.id, round="Ukendt")
    assert as_text_without_round(empty, FORM).splitlines()[0] == "Ansøgningsrunde: Ukendt"
    assert len(as_text_without_round(empty, FORM).splitlines()) < 6


def test_a_loan_is_told_whatever_its_year_is_called() -> None:
    project = replace(PROJECT, loan={"": 31, "e": 32, "../": 33, "2031": 34})
    text = as_text_without_round(replace(DRAFT, projects=(project,)), FORM)
    for year, loan in project.loan.items():
        assert f"Lån i {year} (hele 1.000 kr.): {loan}" in text
