"""What users do with documents: fetched by the menu, and dropped on the window."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.deeds import Prepare, Scene

_NOTE = "Skovhuset, 19 pladser\n\nLånebeløb kommunen ansøger om for 2025\t22.900\n"
_TABLE = "Projekt;Lån 2025\nSkovhuset;22.900\n"


def fetch(scene: "Scene") -> Callable[[], object]:
    """Fetches from a note by the menu."""
    path = scene.file("notat.txt")
    path.write_text(_NOTE, encoding="utf-8")
    scene.questions.will_answer(path)
    return lambda: scene.user.use_menu("H&ent fra dokument …")


def drop_note(scene: "Scene") -> Callable[[], object]:
    """Drops a note on the window."""
    return _dropped(scene, "notat.txt", _NOTE)


def drop_table(scene: "Scene") -> Callable[[], object]:
    """Drops a table on the window, which might be a register of municipalities."""
    return _dropped(scene, "tabel.csv", _TABLE)


def drop_draft(scene: "Scene") -> Callable[[], object]:
    """Drops another draft on the window."""
    return partial(scene.user.window.dropping.take, (scene.draft(),))


def _dropped(scene: "Scene", name: str, text: str) -> Callable[[], object]:
    path = scene.file(name)
    path.write_text(text, encoding="utf-8")
    return partial(scene.user.window.dropping.take, (path,))


FETCHING: Mapping[str, "Prepare"] = {
    "fetch from a document": fetch,
    "drop a note": drop_note,
    "drop a table": drop_table,
    "drop a draft": drop_draft,
}
