"""The deeds that print a draft's documents or save all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from tests.ui.deeds import Prepare, Scene


def save_papers(way: str) -> "Prepare":
    """Saves all documents; `way` is the key of the answer that says where."""

    def prepare(scene: "Scene") -> Callable[[], object]:
        scene.questions.will_answer(way, scene.drive if way == "folder" else scene.file("papirer.zip"))
        return lambda: scene.user.use_menu("Gem alle &papirer …")

    return prepare


def print_form(scene: "Scene") -> Callable[[], object]:
    """Prints the form."""
    return _print(scene, "&Udskriv …")


def print_papers(scene: "Scene") -> Callable[[], object]:
    """Prints all papers."""
    return _print(scene, "U&dskriv alle papirer …")


def _print(scene: "Scene", command: str) -> Callable[[], object]:
    """Prints to a file in the folder of the test, which Qt writes as it writes to a printer."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(scene.file("papir.pdf")))
    scene.questions.printers.append(printer)

    def do() -> None:
        scene.user.use_menu(command)
        QTest.qWait(300)

    return do
