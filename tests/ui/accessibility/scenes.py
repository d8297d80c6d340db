"""Shows every page, dialog and panel of the program, in each state that looks or reads differently."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QToolButton, QWidget

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.fields.optional.section import OptionalSection
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import prepared
from tests.domain.for_colleagues import with_all_of_them
from tests.shots.earlier import earlier_dialogs
from tests.ui import attaching, commented, drafts, two_copies
from tests.ui.accessibility.text_scenes import TEXT_SCENES
from tests.ui.accessibility.world import Scene, World, above, close, opened_by, read_beside
from tests.ui.agenda_user import AgendaUser
from tests.ui.collector import Collector
from tests.ui.keeping import NOW
from tests.ui.merger import MINE, THEIRS
from tests.ui.proposals import QUOTES, two_projects
from tests.ui.user import User, settle, step_names


def _start(world: World) -> Iterator[QWidget]:
    yield world.open_window(None).window


def _start_with_drafts_and_a_message(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    user.use_menu("&Luk kladden")
    damaged = world.folder / "ødelagt.botilbud"
    damaged.write_bytes(b"")
    user.window.drafts.open_path(damaged)
    yield user.window


def _steps_with_everything_opened(world: World) -> Iterator[QWidget]:
    user = world.open_draft(with_all_of_them(drafts.example("thisted")))
    for page in ("page.applicant", "page.project.0"):
        user.go_to(page)
        for section in user.page.findChildren(OptionalSection):
            section.open()
    settle()
    user.click("projects.0.daily_rates.add")
    user.write_and_leave("projects.0.loan.2025", "22,9")
    user.write_and_leave("projects.0.places.0.count", "mange")
    for row in user.workspace.pane.criteria.rows:
        row.findChildren(QToolButton)[0].click()  # not by the mouse: in a small window the criteria are folded
    yield from _each_step(user)


def _steps_of_an_empty_draft(world: World) -> Iterator[QWidget]:
    yield from _each_step(world.open_draft(drafts.with_empty_project()))


def _steps_of_an_approved_draft(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    user.go_to("page.approve")
    user.write("approve.name", "Åse")
    world.questions.will_answer("approve")
    user.click("approve.approve")
    yield from _each_step(user)


def _earlier_receipts(world: World) -> Iterator[QWidget]:
    user = world.open_draft(replace(approved(drafts.complete(), "Åse", NOW), case_number="2"))
    user.go_to("page.approve")
    yield user.window
    user.click("approve.receipts")
    dialog = above(user)
    yield dialog
    close(dialog)


def _each_step(user: User) -> Iterator[QWidget]:
    user.controller.reveal_everything()
    for page in step_names(user.application):
        user.go_to(page)
        if page == "page.approve" and not user.view.read_only:
            user.click("approve.approve")
        yield user.window


def _attachments(world: World) -> Iterator[QWidget]:
    """A project with attached files, one of them changed, and the list for the whole application."""
    user = world.open_draft(attaching.coordinated(Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL))
    user.go_to("page.project.0")
    assert user.path is not None
    folder = user.path.with_name(f"{user.path.stem} bilag")
    for name, kind in (("Referat.pdf", "minutes"), ("Tegning.pdf", "other")):
        attaching.attach(user, world.questions, attaching.pdf(world.folder / "andet sted", name), kind)
    attaching.pdf(folder, "Tegning.pdf", attaching.PDF + b"noter")
    attaching.pdf(folder, "Løs.pdf")
    attaching.attach(user, world.questions, attaching.pdf(world.folder / "andet sted", "Mere.pdf"), "other")
    user.workspace.notice.clear()
    yield user.window
    user.go_to("page.transfer")
    yield user.window


def _comments(world: World) -> Iterator[QWidget]:
    """A field with comments, and the list on *Kontrol*."""
    user = world.open_draft(commented.draft())
    user.go_to("page.project.0")
    user.click(commented.LOAN)
    yield user.window
    user.go_to("page.check")
    yield user.window


def _five_projects_with_a_choice(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.with_projects(5))
    user.go_to("page.projects")
    user.press(Qt.Key.Key_Down)
    yield user.window


def _too_large(world: World) -> Iterator[QWidget]:
    user = world.open_draft(replace(drafts.with_projects(MOST_PROJECTS + 1), description="ord " * 20_000))
    yield user.window
    parts = user.window.findChild(QListWidget, "repair.parts")
    assert isinstance(parts, QListWidget)
    parts.setCurrentRow(1)
    settle()
    yield user.window


def _missing_round(world: World) -> Iterator[QWidget]:
    path = world.folder / "fremtid.botilbud"
    path.write_bytes(draft_bytes(replace(drafts.example("aalborg"), round="LanBotilbud_2028-29")))
    user = world.open_window(path)
    yield user.window
    world.questions.will_answer(world.folder / "fremtid.txt")
    save = user.window.findChild(QPushButton, "missing.save")
    assert isinstance(save, QPushButton)
    save.click()
    settle()
    yield user.window


def _letter(world: World) -> Iterator[QWidget]:
    yield from read_beside(world.open_draft(drafts.complete()), "Ministeriets &brev og vejledning", "kommuner")


def _about(world: World) -> Iterator[QWidget]:
    yield from opened_by(world.open_draft(drafts.complete()), "&Om Botilbud Desktop")


def _log(world: World) -> Iterator[QWidget]:
    yield from opened_by(world.open_draft(drafts.complete()), "&Log til it-afdelingen …")


def _settings(world: World) -> Iterator[QWidget]:
    yield from opened_by(world.open_draft(drafts.complete()), "&Indstillinger …")


def _transfer_panel(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    yield from opened_by(user, "&Overførselspanelet")


def _excel(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    user.go_to("page.projects")
    user.page.focus_first()
    user.paste("Projektets navn\tLån i 2025\tForventet afslutning\nNyt tilbud\t22,9\t31-02-2026\nEt til\t21.000\t")
    dialog = above(user)
    yield dialog
    close(dialog)


def _document(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    dialog = DocumentDialog(
        user.window,
        "fra udklipsholderen",
        two_projects(),
        QUOTES,
        user.controller.editor.snapshot,
        user.controller.round,
    )
    dialog.open()
    settle()
    yield dialog
    for field in ("projects[0].places[0]", "projects[0].description", "projects[0].completion_date"):
        found = next(row for row in dialog.choices.rows if row.found.field == field_path(field))
        dialog.values.setCurrentItem(dialog.values.item_of(found))
        settle()
        yield dialog
    close(dialog)


def _preview(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    user.go_to("page.approve")
    user.click("approve.preview")
    yield user.window
    user.press(Qt.Key.Key_Escape)


def _merging(world: World) -> Iterator[QWidget]:
    window = world.open_draft(drafts.complete()).window
    dialog = MergeDialog(window, prepared(two_copies.three_conflicts(), _form()), _form(), MINE, THEIRS)
    dialog.open()
    for _page in range(6):
        dialog.activateWindow()
        settle()
        yield dialog
        dialog.forward.click()
    close(dialog)


def _earlier_states(world: World) -> Iterator[QWidget]:
    window = world.open_draft(drafts.complete()).window
    folder = world.folder / "earlier"
    folder.mkdir()
    for _name, dialog in earlier_dialogs(window, drafts.example("aalborg"), _form(), folder):
        dialog.open()
        dialog.activateWindow()
        settle()
        yield dialog
        close(dialog)


def _carrying(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    world.questions.will_answer(user.path)
    yield from opened_by(user, "Ny kladde ud f&ra en tidligere …")


def _collection(world: World) -> Iterator[QWidget]:
    """Four drafts: one that cannot be read and two copies; as it opens, with everything shown, and empty."""
    folder = world.folder / "post"
    folder.mkdir()
    aalborg = drafts.example("aalborg")
    others = {"aalborg": aalborg, "kopi": replace(aalborg, case_number="2"), "thisted": drafts.example("thisted")}
    for name, draft in others.items():
        (folder / f"{name}.botilbud").write_bytes(draft_bytes(draft))
    (folder / "ødelagt.botilbud").write_bytes(b"{")
    user = world.open_window(None)
    world.questions.will_answer(folder)
    there = Collector(user, world.questions)
    yield there.window
    agenda = AgendaUser(there)
    agenda.type_remark(3, "Anbefales")
    agenda.type_number(1, "3a")
    yield there.window
    there.window.content.setCurrentIndex(0)
    there.choose(there.window.choices.grouping, "Region")
    there.window.choices.search.setText("borgere")
    there.window.summary.pictures.toggle.click()
    there.choose(there.window.choices.showing, "Ministeriets vægtning")
    settle()
    yield there.window
    there.close()
    world.questions.will_answer(None)
    there = Collector(user, world.questions)
    yield there.window
    there.close()


def _form() -> Round:
    return FormLibrary(forms_folder()).round(drafts.ROUND)


SCENES: Mapping[str, Scene] = {
    "start": _start,
    "start, with drafts and a message": _start_with_drafts_and_a_message,
    "steps, everything opened": _steps_with_everything_opened,
    "steps, empty": _steps_of_an_empty_draft,
    "steps, approved": _steps_of_an_approved_draft,
    "earlier receipts": _earlier_receipts,
    "attachments": _attachments,
    "comments": _comments,
    "five projects": _five_projects_with_a_choice,
    "too large": _too_large,
    "missing round": _missing_round,
    "letter": _letter,
    "about": _about,
    "log": _log,
    "settings": _settings,
    "transfer panel": _transfer_panel,
    "Excel": _excel,
    "document": _document,
    "preview": _preview,
    **TEXT_SCENES,
    "merging": _merging,
    "earlier states": _earlier_states,
    "carrying": _carrying,
    "collection": _collection,
}

SHOWN_IN: Mapping[str, str] = {
    "MainWindow": "start",
    "StartPage": "start",
    "RepairPage": "too large",
    "MissingRoundPage": "missing round",
    "ApplicantPage": "steps, empty",
    "ProjectsPage": "steps, empty",
    "ProjectPage": "steps, empty",
    "DescriptionPage": "steps, empty",
    "ContactsPage": "steps, empty",
    "CheckPage": "steps, empty",
    "ApprovePage": "steps, empty",
    "TransferPage": "steps, empty",
    "LetterWindow": "letter",
    "AboutDialog": "about",
    "LogDialog": "log",
    "SettingsDialog": "settings",
    "TransferPanel": "transfer panel",
    "ImportDialog": "Excel",
    "DocumentDialog": "document",
    "TextHelpDialog": "text help",
    "MergeDialog": "merging",
    "CarryDialog": "carrying",
    "CollectionWindow": "collection",
    "CompareDialog": "earlier states",
    "LostDraftsDialog": "earlier states",
    "VersionsDialog": "earlier states",
    "ReceiptsDialog": "earlier receipts",
}
"""Each class of window and page, and the scene that shows it."""
