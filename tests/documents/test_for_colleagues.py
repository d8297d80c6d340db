"""What a draft holds for colleagues is on no paper, in no text for the web form, and in no transfer."""

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.all_values import FOR_COLLEAGUES as SENTENCE
from botilbud_desktop.documents.all_values import values_of_project
from botilbud_desktop.domain.application import Application, DailyRate
from botilbud_desktop.domain.approval import control_code, fingerprint
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.form_fields import web_fields
from tests.documents.plain import plain
from tests.documents.samples import COMPLETE, text_of
from tests.domain.for_colleagues import FOR_COLLEAGUES, with_all_of_them
from tests.rules.samples import ROUND

RATES = field_path("projects[0].daily_rates")


def _without_them(full: Application) -> Application:
    """Returns the draft with the one daily rate as the first version of the file had it, and nothing else of them."""
    rate = full.projects[0].daily_rates[0]
    told = DailyRate(label=rate.label, lowest=rate.lowest, highest=rate.highest)
    first, *others = COMPLETE.projects
    return replace(COMPLETE, projects=(replace(first, daily_rates=(told,)), *others))


@pytest.mark.parametrize("kind", DocumentKind)
def test_no_paper_shows_it(kind: DocumentKind) -> None:
    full = with_all_of_them(COMPLETE)
    without = _without_them(full)
    text = text_of(kind, full)
    assert "HEMMELIG" not in text
    same = text.replace(control_code(full), control_code(without))
    if kind is DocumentKind.RECEIPT:
        line = f"Oplysninger til kolleger: {SENTENCE}"
        assert line in text
        assert line not in text_of(kind, without)
        same = " ".join(same.replace(line, "").split())
    assert same == " ".join(text_of(kind, without).split()) or same == text_of(kind, without)


@pytest.mark.parametrize("path", FOR_COLLEAGUES)
def test_the_receipt_tells_that_the_code_covers_more_where_it_does(path: str) -> None:
    changed = with_value(COMPLETE, field_path(path), FOR_COLLEAGUES[path])
    is_covered = fingerprint(changed) != fingerprint(COMPLETE)
    assert (SENTENCE in text_of(DocumentKind.RECEIPT, changed)) is is_covered


def test_neither_the_text_nor_the_transfer_has_it() -> None:
    full = with_all_of_them(COMPLETE)
    without = _without_them(full)
    text = plain(full)
    assert "HEMMELIG" not in text
    line = f"Oplysninger til kolleger: {SENTENCE}\n"
    assert line in text
    assert text.replace(control_code(full), control_code(without)).replace(line, "") == plain(without)
    assert web_fields(full, ROUND) == web_fields(COMPLETE, ROUND)


def test_what_a_form_asks_for_is_shown_like_any_other_field() -> None:
    project = with_all_of_them(COMPLETE).projects[0]
    purpose = FormField(path="projects[].purpose", label="Formål med projektet", column="H", wording="Formål")
    asking = replace(ROUND, fields=(*ROUND.fields, purpose))
    labels = {value.label for value in values_of_project(project, 0, asking).values}
    assert "H. Formål med projektet" in labels
    assert not any("Målgruppe" in label for label in labels)
    assert not any("Formål" in value.label for value in values_of_project(project, 0, ROUND).values)
