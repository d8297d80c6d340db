"""The web form's fields as plain text."""

from botilbud_desktop.documents.plain_text import as_text
from botilbud_desktop.domain.model import replace
from tests.documents.samples import AALBORG, COMPLETE, DESCRIPTION, in_order
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, project


def test_the_fields_stand_in_the_forms_order_with_values_to_type_over() -> None:
    assert in_order(
        as_text(COMPLETE, ROUND),
        "LanBotilbud_2025-26\n",
        "Ansøger:\nAalborg Kommune\n",
        "Projekt 1, A. Anfør konkret(e) projektnavn(e)",
        "\n19 botilbudspladser til borgere med komplekst sammensatte støttebehov\n",
        "(i hele 1.000 kr.)\n22900\n",
        "botilbudskapaciteten i 2025?\n19\n",
        "botilbudskapaciteten i 2026?\n0\n",
        "rådighed for andre kommuner?\n100\n",
        "dd/mm/åååå)\n30/11/2025\n",
        "Projekt 2, A.",
        "\n20700\n",
        f"\nSamlet beskrivelse (højst 4.000 tegn)\n{DESCRIPTION}\n",
        "Navn(e) og titel\nÅse Ørsted, konsulent\n",
        "(adskil flere med semikolon)\naase@aalborg.dk; anlaeg@aalborg.dk\n",
    )


def test_a_field_that_is_not_filled_in_is_an_empty_line() -> None:
    assert "Projekt 1, C. Ansøgt lånebeløb for 2026 (i hele 1.000 kr.)\n\n" in as_text(AALBORG, ROUND)
    assert "Ikke angivet" not in as_text(EMPTY_APPLICATION, ROUND)


def test_text_is_left_as_typed() -> None:
    typed = '<b>fed & "skæv"</b>\n\n  indrykket'
    assert f"\n{typed}\n" in as_text(replace(COMPLETE, description=typed), ROUND)


def test_a_share_is_a_number_with_a_comma() -> None:
    assert "kommuner?\n33,33\n" in as_text(application(project(share_for_others="33.33")), ROUND)


def test_lines_end_with_lf_and_the_text_with_a_line_break() -> None:
    text = as_text(replace(COMPLETE, description="a\r\nb\rc"), ROUND)
    assert "\r" not in text
    assert "a\nb\nc\n" in text
    assert text.endswith("\n")


def test_internal_notes_are_left_out() -> None:
    assert "HEMMELIGT" not in as_text(COMPLETE, ROUND)
