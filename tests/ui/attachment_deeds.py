"""The deeds with attached PDF files."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.ui.attaching import PART, PDF

if TYPE_CHECKING:
    from tests.ui.deeds import Scene


def attach_file(scene: "Scene") -> Callable[[], object]:
    """Attaches a PDF to the first project."""
    source = scene.file("referat.pdf")
    source.write_bytes(PDF)
    scene.user.go_to("page.project.0")
    scene.questions.will_answer(source, "minutes")
    return lambda: scene.user.click(f"{PART}.attach")


def remove_file(scene: "Scene") -> Callable[[], object]:
    """Takes the PDF away again."""
    attach_file(scene)()
    scene.questions.will_answer("remove")
    return lambda: scene.user.click(f"{PART}.files.0.remove")


def pack(scene: "Scene") -> Callable[[], object]:
    """Packs the draft with a PDF."""
    attach_file(scene)()
    scene.questions.will_answer(scene.file("til KKR.zip"))
    return lambda: scene.user.use_menu("Pak &til KKR …")
