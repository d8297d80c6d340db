"""Two copies of a draft being merged, from the first page to the summary."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from botilbud_desktop.domain.merging.merge import Merge
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import prepared
from tests.shots.camera import Camera
from tests.ui import two_copies

_MINE, _THEIRS = "Din kladde", "Filen fra den 23.11.2026 kl. 14.02"


def photograph_merging(window: QWidget, form: Round, camera: Camera) -> None:
    """Takes a picture of each kind of page."""
    dialog = _opened(window, form, two_copies.three_conflicts())
    camera.take("merge-opening")
    for number in range(3):
        dialog.forward.click()
        if number != 1:
            _choices(dialog)[number and 1].click()
        camera.take(f"merge-conflict-{number + 1}")
    dialog.forward.click()
    camera.take("merge-texts-undecided")
    dialog.forward.click()
    camera.take("merge-summary-undecided")
    dialog.forward.click()
    camera.take("merge-asked")
    _choices(dialog)[-1].click()
    dialog.forward.click()
    camera.take("merge-texts")
    dialog.forward.click()
    camera.take("merge-summary")
    dialog.reject()
    for name, merge in (
        ("removed-project", two_copies.removed_project()),
        ("not-known-what-both-grew-out-of", two_copies.two_way()),
        ("approved", two_copies.one_approved()),
        ("texts-without-conflicts", two_copies.texts_without_conflicts()),
    ):
        dialog = _opened(window, form, merge)
        camera.take(f"merge-{name}-opening")
        if merge.conflicts or merge.texts:
            dialog.forward.click()
            camera.take(f"merge-{name}")
        dialog.reject()


def _opened(window: QWidget, form: Round, merge: Merge) -> MergeDialog:
    dialog = MergeDialog(window, prepared(merge, form), form, _MINE, _THEIRS)
    dialog.open()
    dialog.activateWindow()
    return dialog


def _choices(dialog: MergeDialog) -> list[QAbstractButton]:
    page = dialog.page
    if not isinstance(page, ConflictPage):
        raise TypeError(page)
    return list(page.group.buttons.values())
