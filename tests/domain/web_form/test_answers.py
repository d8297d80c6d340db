"""The answers as the form shows them."""

from datetime import date

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.new_draft import new_application, new_project
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.answers import answers
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

LIBRARY = FormLibrary(forms_folder())


def test_the_answers_stand_in_the_forms_order_with_letters_and_counts() -> None:
    draft = read_draft(example_drafts()[0].path, LIBRARY)
    groups = answers(draft.application, draft.round)
    assert [group.title for group in groups] == [
        "Ansøger",
        "Projekt 1",
        "Projekt 2",
        "Samlet beskrivelse",
        "Kontaktoplysninger",
    ]
    assert [answer.label[0] for answer in groups[1].answers] == list("ABCDEFG")
    assert [answer.text for answer in groups[2].answers][1:] == [NOT_STATED, "20.700", "0", "9", "100", "01/09/2026"]
    assert "(0 af 4.000 tegn)" in groups[3].answers[0].label


def test_an_empty_draft_answers_not_stated_everywhere_but_where_places_are_counted() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = new_application(form, new_id)
    groups = answers(draft, form)
    assert {answer.text for group in groups for answer in group.answers} == {NOT_STATED}


def test_places_that_nobody_has_stated_are_not_stated() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = replace(new_application(form, new_id), projects=(new_project(form, new_id()),))
    assert {answer.text for group in answers(draft, form) for answer in group.answers} == {NOT_STATED}


def test_each_answer_leads_to_its_field() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = new_application(form, new_id)
    draft = type(draft)(id=draft.id, round=draft.round, projects=(new_project(form, new_id()),))
    paths = [str(answer.path) for group in answers(draft, form) for answer in group.answers]
    assert "projects[0].loan.2026" in paths
    assert paths.count("projects[0].places") == len(form.years)
    assert paths[-1] == "contacts.emails"


def test_white_space_alone_is_no_answer_and_around_one_it_is_left_out() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = replace(new_application(form, new_id), case_number="  2024-1 ", description=" \n ")
    shown = {str(answer.path): answer.text for group in answers(draft, form) for answer in group.answers}
    assert shown["case_number"] == "2024-1"
    assert shown["description"] == NOT_STATED


def test_the_label_of_a_limited_text_counts_as_the_web_form_submits_it() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = replace(new_application(form, new_id), description="En\nto")
    labels = {str(answer.path): answer.label for group in answers(draft, form) for answer in group.answers}
    assert labels["description"].endswith("(6 af 4.000 tegn)")
    assert "tegn" not in labels["case_number"]


def test_a_share_and_a_date_are_shown_as_in_the_form() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    project = replace(
        new_project(form, new_id()), name=" Hus ", share_for_others="33.33", completion_date=date(2025, 9, 5)
    )
    draft = replace(new_application(form, new_id), projects=(replace(project, loan={"2025": 0, "2026": 22900}),))
    texts = [answer.text for answer in answers(draft, form)[1].answers]
    assert texts == ["Hus", "0", "22.900", NOT_STATED, NOT_STATED, "33,33", "05/09/2025"]


def test_the_label_of_a_date_shows_the_notation_that_the_date_has_in_the_form() -> None:
    form = LIBRARY.round(LIBRARY.ids()[0])
    draft = replace(new_application(form, new_id), projects=(new_project(form, new_id()),))
    labels = [answer.label for answer in answers(draft, form)[1].answers]
    assert labels[-1].endswith("(dd/mm/åååå)")
    assert not any("dd.mm" in label for label in labels)
    assert not any("dd.mm" in f"{field.label}{field.wording}" for field in web_fields(draft, form))
