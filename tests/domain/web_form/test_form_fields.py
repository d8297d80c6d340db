"""The web form's fields: their order, and each value exactly as the form accepts it."""

from datetime import date

from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.form_fields import fits, web_fields
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, example, project

A_TO_G = ("name", "loan.2025", "loan.2026", "expansion.2025", "expansion.2026", "share_for_others", "completion_date")


def test_the_fields_stand_in_the_order_of_the_form() -> None:
    paths = [str(field.path) for field in web_fields(example("aalborg"), ROUND)]
    rows = [f"projects[{row}].{column}" for row in (0, 1) for column in A_TO_G]
    after = ["description", "contacts.names", "contacts.phones", "contacts.emails"]
    assert paths == ["applicant.municipality_code", *rows, *after]


def test_each_column_has_its_letter_and_its_row() -> None:
    fields = [field for field in web_fields(example("aalborg"), ROUND) if field.project == 1]
    assert "".join(field.column for field in fields) == "ABCDEFG"


def test_the_values_of_aalborg_are_those_that_the_form_takes() -> None:
    values = [field.value for field in web_fields(example("aalborg"), ROUND)]
    assert values[:8] == [
        "Aalborg Kommune",
        "19 botilbudspladser til borgere med komplekst sammensatte støttebehov",
        "22900",
        "",
        "19",
        "0",
        "100",
        "30/11/2025",
    ]


def test_texts_are_as_typed_and_addresses_have_semicolons() -> None:
    typed = '  indrykket\n\n<b>\u00a0"fed"  '
    contacts = Contacts(names="Åse\u00a0Ørsted ", phones="1; 2", emails=("a@b.dk", " ", "c@d.dk"))
    fields = web_fields(application(description=typed, contacts=contacts), ROUND)
    assert [field.value for field in fields[-4:]] == [typed, "Åse\u00a0Ørsted ", "1; 2", "a@b.dk; c@d.dk"]


def test_dates_amounts_and_shares_have_the_notation_of_the_form() -> None:
    draft = application(
        project(loan={"2025": 1234567, "2026": 0}, share_for_others="33.33", completion_date=date(2026, 9, 5))
    )
    values = {field.column: field.value for field in web_fields(draft, ROUND)}
    assert (values["B"], values["C"], values["F"], values["G"]) == ("1234567", "0", "33,33", "05/09/2026")


def test_nothing_is_stated_of_an_empty_draft() -> None:
    assert not any(field.is_stated for field in web_fields(EMPTY_APPLICATION, ROUND))


def test_a_new_place_is_edited_among_the_places() -> None:
    fields = {str(field.path): field for field in web_fields(example("aalborg"), ROUND)}
    assert str(fields["projects[0].expansion.2025"].edited_at) == "projects[0].places"


def test_a_sixth_project_has_no_row_in_the_form() -> None:
    fields = web_fields(application(*[project()] * 6), ROUND)
    assert {field.project for field in fields if not fits(field, ROUND)} == {5}


def test_only_the_description_has_a_limit() -> None:
    draft = replace(example("aalborg"), description="x")
    assert [(str(field.path), field.limit) for field in web_fields(draft, ROUND) if field.limit] == [
        ("description", 4000)
    ]
