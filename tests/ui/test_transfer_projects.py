"""The panel while projects are added, removed and moved in the draft (requirement 24)."""

from botilbud_desktop.domain.field_path import field_path
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle


def test_a_project_that_was_deleted_after_its_transfer_is_to_be_emptied_in_the_web_form(aalborg: User) -> None:
    there = PanelUser(aalborg)
    while "Alle felter er overført" not in there.message:
        there.enter()
    aalborg.controller.editor.remove(field_path("projects"), 1)
    settle()
    assert not there.counted.startswith(there.counted.split(" af ")[1].split()[0])
    there.show("projects[1].name")
    assert "Slet teksten i webformularen" in there.panel.field.note.text()
    aalborg.go_to("page.transfer")
    assert any("felter er ændret, siden de blev overført" in text for text in aalborg.texts())
    while there.panel.copy_button.text() == "Feltet er tø&mt i webformularen":
        there.enter()
    assert "projects[1].name" not in [str(item.field.path) for item in there.panel.items]
    assert "Alle felter er overført" in there.message


def test_the_field_that_is_shown_stays_when_projects_come_and_go(aalborg: User) -> None:
    there = PanelUser(aalborg)
    there.show("contacts.names")
    label = there.label
    editor = aalborg.controller.editor
    editor.remove(field_path("projects"), 0)
    settle()
    assert there.label == label
    editor.undo()
    settle()
    assert there.label == label
