"""The deeds with rounds that touch files."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tests.added_rounds import NEXT, write_round
from tests.ui import drafts
from tests.ui.user import settle

if TYPE_CHECKING:
    from tests.ui.deeds import Scene


def add_round(scene: "Scene") -> Callable[[], object]:
    """Adds a round from a file."""
    path = write_round(scene.drive)
    scene.questions.will_answer("add")
    return lambda: scene.user.window.rounds.add(path)


def open_without_round(scene: "Scene") -> Callable[[], object]:
    """Opens a draft whose round is missing, saves it as text and tries again."""
    path = scene.draft()
    path.write_bytes(path.read_bytes().replace(drafts.ROUND.encode(), NEXT.encode()))
    scene.questions.will_answer(scene.file("kladde.txt"), None)

    def do() -> None:
        scene.user.window.drafts.open_path(path)
        settle()
        for name in ("missing.save", "missing.again", "missing.add", "missing.close"):
            button = scene.user.window.findChild(QPushButton, name)
            assert isinstance(button, QPushButton), name
            button.click()
            settle()

    return do


def look_for_rounds(scene: "Scene") -> Callable[[], object]:
    """Looks for rounds as the start page does."""
    rounds = scene.user.window.rounds

    def do() -> None:
        rounds.at_once()
        rounds.look()
        rounds.finish(10)

    return do
