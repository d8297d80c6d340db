"""The folded parts of the pages: what colleagues need besides the form, and nobody must fill in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from botilbud_desktop.domain.application import CapacityToday, LegalBasis, RateTime, Stay
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.fields.optional.growth_text import GrowthText
from botilbud_desktop.ui.fields.optional.section import OptionalSection
from tests.domain.for_colleagues import FOR_COLLEAGUES, WRITTEN_AT, with_all_of_them
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.user import User, said_in, settle

PLACES, RATES, NOTES = (f"projects.0.{name}.part.toggle" for name in ("capacity_today", "daily_rates", "milestones"))
COVER_NOTE = "cover_note.part.toggle"


def unfold(user: User, toggle: str) -> None:
    user.click(toggle)
    assert user.widget(toggle, QAbstractButton).isChecked()


def summary(user: User, toggle: str) -> str:
    return user.widget(toggle.replace("toggle", "summary"), QLabel).text()


def saved_again(user: User, open_window: OpenWindow) -> User:
    """Saves, and opens the file anew."""
    user.save()
    assert user.path is not None
    return open_window(user.path)


def test_the_parts_are_folded_and_made_when_they_are_opened(thisted: User) -> None:
    thisted.go_to("page.project.0")
    sections = thisted.page.findChildren(OptionalSection)
    assert [section.objectName() for section in sections] == [
        "projects.0.capacity_today.part",
        "projects.0.daily_rates.part",
        "projects.0.milestones.part",
    ]
    assert thisted.page.findChild(QWidget, "projects.0.purpose") is None
    unfold(thisted, NOTES)
    thisted.write("projects.0.purpose", "Ro")
    thisted.click(NOTES)
    purpose = thisted.page.findChild(QWidget, "projects.0.purpose")
    assert isinstance(purpose, QWidget)
    assert not purpose.isVisible()
    assert summary(thisted, NOTES) == "Udfyldt: formål"


def test_what_is_filled_in_is_told_while_it_is_folded(open_draft: OpenDraft) -> None:
    user = open_draft(with_all_of_them(drafts.example("thisted")))
    user.go_to("page.applicant")
    assert summary(user, COVER_NOTE) == "Udfyldt: notatet"
    user.go_to("page.project.0")
    assert summary(user, PLACES) == "Udfyldt: fast plads eller aflastning, pladser i dag"
    assert summary(user, RATES) == "Udfyldt: slags takst"
    assert summary(user, NOTES) == ("Udfyldt: formål, målgruppe, bemærkning om økonomi, milepæle, andre kommuner")


def test_numbers_and_note_are_typed_undone_saved_and_opened(thisted: User, open_window: OpenWindow) -> None:
    thisted.go_to("page.applicant")
    thisted.write("document_number", "2024-005657-15")
    unfold(thisted, COVER_NOTE)
    thisted.write("cover_note.from", "Job og Velfærd")
    thisted.write("cover_note.text", "Begge projekter")
    assert thisted.application.cover_note.from_ == "Job og Velfærd"
    thisted.controller.editor.undo()
    assert thisted.application.cover_note.text == ""
    thisted.controller.editor.redo()
    again = saved_again(thisted, open_window).application
    assert again == thisted.application
    assert (again.document_number, again.cover_note.text) == ("2024-005657-15", "Begge projekter")


def test_a_project_is_described_for_colleagues(thisted: User, open_window: OpenWindow) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, NOTES)
    thisted.write("projects.0.purpose", "Ro")
    thisted.write("projects.0.economy_note", "Overslag")
    thisted.click("projects.0.milestones.add")
    assert QApplication.focusWidget() is thisted.line("projects.0.milestones.0.label")
    thisted.keys("Første spadestik")
    thisted.press(Qt.Key.Key_Tab)
    thisted.keys("sommeren 2024")
    project = saved_again(thisted, open_window).application.projects[0]
    assert (project.purpose, project.economy_note) == ("Ro", "Overslag")
    assert [(one.label, one.when) for one in project.milestones] == [("Første spadestik", "sommeren 2024")]


def test_partners_are_added_one_by_one_in_danish_order_and_removed(thisted: User) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, NOTES)
    add = thisted.button("projects.0.partners.add")
    assert not add.isEnabled()
    for name in ("Aalborg Kommune", "Morsø Kommune"):
        thisted.choose("projects.0.partners", name)
        thisted.click("projects.0.partners.add")
    names = [thisted.controller.round.municipality(code) for code in thisted.application.projects[0].partners]
    assert [known.name for known in names if known] == ["Morsø", "Aalborg"]
    thisted.choose("projects.0.partners", "Aalborg Kommune")
    assert not add.isEnabled(), "it is there already"
    thisted.click("projects.0.partners.0.delete")
    assert thisted.application.projects[0].partners == ("851",)
    assert "Kommunen er fjernet." in thisted.notice_text()


def test_the_applicant_is_no_partner_and_one_that_a_file_has_twice_is_shown_once(open_draft: OpenDraft) -> None:
    draft = drafts.example("thisted")
    own = draft.applicant.municipality_code
    assert own is not None
    draft = replace(draft, projects=(replace(draft.projects[0], partners=("851", own, "851")), *draft.projects[1:]))
    user = open_draft(draft)
    user.go_to("page.project.0")
    unfold(user, NOTES)
    said = said_in(user.page)
    assert said.count("Aalborg Kommune") == 1
    assert "Thisted Kommune (ansøgeren selv)" in said
    user.click("projects.0.partners.0.delete")
    assert user.application.projects[0].partners == (own,)
    user.click("projects.0.partners.0.delete")
    user.choose("projects.0.partners", "Thisted Kommune")
    assert not user.button("projects.0.partners.add").isEnabled()
    user.choose("projects.0.partners", "Morsø Kommune")
    assert user.button("projects.0.partners.add").isEnabled()


def test_looking_through_the_municipalities_adds_none(thisted: User) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, NOTES)
    thisted.widget("projects.0.partners", QWidget).setFocus()
    for _ in range(3):
        thisted.press(Qt.Key.Key_Down)
    assert thisted.application.projects[0].partners == ()


def test_places_can_be_respite_and_rates_of_a_kind(thisted: User) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, PLACES)
    thisted.choose("projects.0.places.0.stay", "Aflastning")
    unfold(thisted, RATES)
    assert "Når du har tilføjet en takst, kan du her vælge, om den er nuværende eller forventet." in thisted.texts()
    thisted.click("projects.0.daily_rates.add")
    thisted.write("projects.0.daily_rates.0.label", "Nord")
    thisted.choose("projects.0.daily_rates.0.when", "Nuværende")
    project = thisted.application.projects[0]
    assert project.places[0].stay is Stay.RESPITE
    assert project.daily_rates[0].when is RateTime.PRESENT
    assert "Nord · 0–0 kr. pr. døgn" in thisted.texts()
    thisted.click("projects.0.places.0.delete")
    assert all(group.stay is None for group in thisted.application.projects[0].places)


def test_the_growth_follows_what_is_typed_and_is_silent_while_it_is_unknown(thisted: User) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, PLACES)
    growth = thisted.widget("projects.0.growth", GrowthText)
    assert growth.text() == ""
    thisted.click("projects.0.capacity_today.add")
    thisted.write("projects.0.capacity_today.0.area", "handicapområdet")
    thisted.write("projects.0.capacity_today.0.count", "11")
    assert growth.text() == (
        "Handicapområdet: 8 nye pladser på 11 i dag er ca. 73 pct.\n"
        "42 nye pladser efter andre regler er ikke regnet med."
    )
    thisted.write("projects.0.capacity_today.0.count", "11x")
    assert growth.text() == ""
    assert thisted.application.projects[0].capacity_today == (
        CapacityToday(legal_basis=LegalBasis.SEL_107, area="handicapområdet", count=0),
    )


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("cover_note.from", "page.applicant"),
        ("projects[0].target_group", "page.project.0"),
        ("projects[0].milestones[0].when", "page.project.0"),
        ("projects[0].places[0].stay", "page.project.0"),
        ("projects[0].daily_rates[0].provider", "page.project.0"),
        ("projects[0].capacity_today[0].count", "page.project.0"),
        ("projects[0].partners", "page.project.0"),
    ],
)
def test_going_to_a_field_in_a_folded_part_opens_it(field: str, step: str, open_draft: OpenDraft) -> None:
    user = open_draft(with_all_of_them(drafts.example("thisted")))
    path = field_path(field)
    user.workspace.show_field(path)
    settle()
    assert user.page.objectName() == step
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == path.object_name


def test_going_to_the_list_itself_leaves_the_part_folded(thisted: User) -> None:
    thisted.workspace.show_field(field_path("projects[0].places[0].count"))
    assert not thisted.widget(PLACES, QAbstractButton).isChecked()


def test_an_approved_draft_shows_the_parts_and_lets_nothing_be_changed(open_draft: OpenDraft) -> None:
    user = open_draft(approved(with_all_of_them(drafts.complete()), "Åse", WRITTEN_AT))
    user.go_to("page.project.0")
    for toggle in (PLACES, RATES, NOTES):
        unfold(user, toggle)
    assert user.area("projects.0.purpose").isReadOnly()
    assert not user.button("projects.0.milestones.add").isEnabled()
    assert not user.button("projects.0.partners.0.delete").isEnabled()
    before = user.application
    for name in ("projects.0.places.0.stay", "projects.0.daily_rates.0.when", "projects.0.partners"):
        user.widget(name, QWidget).setFocus()
        user.press(Qt.Key.Key_Down)
    assert user.application == before


def test_an_edit_keeps_what_another_program_wrote(open_draft: OpenDraft, open_window: OpenWindow) -> None:
    user = open_draft(with_all_of_them(drafts.example("aalborg")))
    user.go_to("page.project.0")
    user.write("projects.0.name", "Nyt navn")
    user.write("projects.0.places.0.count", "7")
    again = saved_again(user, open_window).application
    for path, value in FOR_COLLEAGUES.items():
        assert value_at(again, field_path(path)) == value, path


def test_a_deleted_row_that_held_something_can_be_brought_back(thisted: User) -> None:
    thisted.go_to("page.project.0")
    unfold(thisted, PLACES)
    thisted.click("projects.0.capacity_today.add")
    thisted.write("projects.0.capacity_today.0.area", "handicapområdet")
    thisted.click("projects.0.capacity_today.0.delete")
    assert "Pladserne i dag i rækken er slettet." in thisted.notice_text()
    thisted.click_notice("Fortryd")
    assert thisted.application.projects[0].capacity_today[0].area == "handicapområdet"
