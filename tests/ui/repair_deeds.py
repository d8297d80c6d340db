"""The deeds with a draft that is too large for the form."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget

from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.repairer import find, page, press

if TYPE_CHECKING:
    from tests.ui.deeds import Prepare, Scene


def _large(scene: "Scene") -> Path:
    path = scene.file("for stor.botilbud")
    path.write_bytes(draft_bytes(drafts.with_projects(MOST_PROJECTS + 3)))
    return path


def _opened(scene: "Scene") -> Path:
    """Opens a draft that is too large, and chooses its first projects."""
    path = _large(scene)
    scene.user.window.drafts.open_path(path)
    projects = find(scene.user, "repair.projects", QListWidget)
    for row in range(4):
        projects.item(row).setSelected(True)
    return path


def open_large(scene: "Scene") -> Callable[[], object]:
    """Opens a draft that is too large."""
    path = _large(scene)
    return lambda: scene.user.window.drafts.open_path(path)


def split(scene: "Scene") -> Callable[[], object]:
    """Moves projects to a new draft."""
    _opened(scene)
    scene.questions.will_answer(scene.file("flyttet.botilbud"))
    return lambda: press(scene.user, "repair.projects.split")


def delete_and_go_to_the_form(scene: "Scene") -> Callable[[], object]:
    """Deletes projects, which saves, and shows the draft in its form."""
    _opened(scene)

    def do() -> None:
        press(scene.user, "repair.projects.delete")
        scene.user.save()
        press(scene.user, "repair.form")

    return do


def conflict(scene: "Scene") -> Callable[[], object]:
    """Saves over what somebody else wrote meanwhile."""
    path = _opened(scene)
    controller = scene.user.window.controller
    assert controller is not None
    path.write_bytes(draft_bytes(replace(controller.application, case_number="2024-77")))

    def do() -> None:
        press(scene.user, "repair.projects.delete")
        scene.user.save()

    return do


def show_versions(scene: "Scene") -> Callable[[], object]:
    """Shows the earlier versions."""
    _opened(scene)
    return lambda: press(scene.user, "repair.versions")


def buttons(press_all: Callable[..., None]) -> "Prepare":
    """Presses each button of the page; every question gets the safe answer."""

    def prepare(scene: "Scene") -> Callable[[], object]:
        _opened(scene)
        scene.questions.is_cautious = True
        return lambda: press_all(page(scene.user))

    return prepare


def repair_deeds(press_all: Callable[..., None]) -> "dict[str, Prepare]":
    """Returns the deeds by name; `press_all` presses each button below a widget."""
    return {
        "open a large draft": open_large,
        "move projects to a new draft": split,
        "repair and go to the form": delete_and_go_to_the_form,
        "repair over somebody else's": conflict,
        "versions of a large draft": show_versions,
        "repair and its buttons": buttons(press_all),
    }
