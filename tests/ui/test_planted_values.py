"""What was changed or planted beside the program: an approval in the file, half-typed text in the user's folder."""

from pathlib import Path

from botilbud_desktop.domain.approval import Status, approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes
from botilbud_desktop.storage.draft.half_typed import keep_half_typed
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.fields.inputs import LineInput
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.keeping import NOW

NAME = "Åse Ørsted, direktør"


def test_an_approval_that_was_changed_in_the_file_has_lapsed_and_every_page_says_why(
    open_draft: OpenDraft,
) -> None:
    done = approved(drafts.complete(), NAME, NOW)
    again = open_draft(replace(done, approvals=(replace(done.approvals[-1], approved_by="Bo Bedrager"),)))
    why = "Godkendelsens navn, tidspunkt eller kontrolkode er ændret i filen"
    assert again.view.status is Status.CHANGED_SINCE_APPROVAL
    assert not again.view.read_only
    for page in ("page.check", "page.approve", "page.transfer"):
        again.go_to(page)
        said = "\n".join(again.texts() + [link.accessibleName() for link in again.links()])
        assert why in said, page
        assert "Bo Bedrager" not in said


def test_planted_half_typed_text_is_not_shown_in_a_frozen_draft(
    folders: UserFolders, open_window: OpenWindow, tmp_path: Path
) -> None:
    done = approved(drafts.complete(), NAME, NOW)
    path = tmp_path / "godkendt.botilbud"
    path.write_bytes(draft_bytes(done))
    planted = {"projects[0].loan.2025": "99.999,9", "projects[0].completion_date": "i morgen"}
    keep_half_typed(folders.state, done.id, digest_of(path.read_bytes()), planted)
    again = open_window(path)
    again.go_to("page.project.0")
    assert again.view.read_only
    assert not again.view.is_held
    assert again.view.half_typed == {}
    assert "99.999,9" not in {widget.text() for widget in again.page.findChildren(LineInput)}
    assert again.view.assessment.errors == ()
