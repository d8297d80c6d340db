"""Measures collecting many drafts: reading them against the whole job, and what the window does with the rows."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.application import Applicant, Application
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.collection.reading import Named, look_for, read_all
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered, Gathering, Places
from botilbud_desktop.ui.collecting.table.arranging import Grouping
from tests.benchmarks.measures import print_table
from tests.ui import drafts

_PROJECTS = 5
_DAY = date(2024, 5, 3)
_FRAMES = 30


def measure_and_print(*, quick: bool) -> None:
    """Measures the drafts of all municipalities, and ten times as many."""
    counts = (98,) if quick else (98, 980)
    for count in counts:
        with TemporaryDirectory() as folder:
            _write(Path(folder), count)
            rows = [("", "ms"), *_measured(Path(folder))]
            print_table(f"{count} drafts of {_PROJECTS} projects", rows)


def _measured(folder: Path) -> Iterator[tuple[str, str]]:
    """Yields the job by the clock, and each turn of the window by the time of its own thread."""
    library = FormLibrary(forms_folder())
    drafts_in_it = look_for([Named(folder, "mappe")]).drafts
    yield "reading alone", _ms(perf_counter, lambda: list(read_all(drafts_in_it, library)))
    gathering = Gathering(Places((Named(folder, "mappe"),)), library, _DAY)
    found: list[Gathered] = []
    yield "the whole job", _ms(perf_counter, lambda: found.append(gathering.run()))
    application = QApplication.instance() or QApplication(["bench"])
    parent = QWidget()  # it must outlive the window
    window = CollectionWindow(parent)
    window.resize(1280, 760)
    window.show()
    application.processEvents()
    table, choices = window.table, window.choices
    scroll = partial(_scroll, window)
    turns: dict[str, Callable[[], object]] = {
        "window: shown": partial(window.show_collection, found[0]),
        "window: sorted": partial(table.sortByColumn, 3, Qt.SortOrder.DescendingOrder),
        "window: searched": partial(choices.search.setText, "nummer 3"),
        "window: all again": choices.search.clear,
        "window: grouped": partial(choices.grouping.setCurrentIndex, list(Grouping).index(Grouping.REGION)),
        "window: a tick": partial(table.lines.toggle, 1),
        "window: a page scrolled": scroll,
        "window: all chosen": table.selectAll,
        "window: all copied": table.copy_rows,
    }
    for name, turn in turns.items():
        yield name, _ms(thread_time, partial(_turn, turn), _FRAMES if turn is scroll else 1)
    agenda = window.agenda
    key = agenda.drafts[0].key
    turns = {
        "agenda: shown": partial(window.content.setCurrentWidget, agenda),
        "agenda: kept one": partial(agenda.show_agenda, Agenda()),
        "agenda: moved": partial(agenda.move_line, key, len(agenda.drafts) // 2),
        "agenda: undone": agenda.undo_button.click,
        "agenda: a letter": partial(agenda.remark.typed.emit, "x"),
    }
    for name, turn in turns.items():
        yield name, _ms(thread_time, partial(_turn, turn))
    window.close()
    QApplication.clipboard().clear()  # its content must not outlive Qt


def _turn(work: Callable[[], object]) -> None:
    work()
    QApplication.processEvents()


def _scroll(window: CollectionWindow) -> None:
    bar = window.table.verticalScrollBar()
    for _frame in range(_FRAMES):
        bar.setValue(bar.value() + bar.pageStep())
        window.table.viewport().repaint()


def _ms(clock: Callable[[], float], work: Callable[[], object], parts: int = 1) -> str:
    start = clock()
    work()
    return f"{(clock() - start) * 1000 / parts:.1f}"


def _write(folder: Path, count: int) -> None:
    library = FormLibrary(forms_folder())
    codes = [each.code for each in library.round(drafts.ROUND).municipalities]
    for number in range(count):
        (folder / f"{number:04}.botilbud").write_bytes(draft_bytes(_draft(codes[number % len(codes)], number)))


def _draft(code: str, number: int) -> Application:
    return replace(
        drafts.with_projects(_PROJECTS), id=drafts.uuid(number + 1), applicant=Applicant(municipality_code=code)
    )
