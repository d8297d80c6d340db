"""An error put into each slot and each overridden method: the window stands, one message tells, nothing is lost."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.difference import differences
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft_file import draft_bytes
from botilbud_desktop.storage.instance import Instance
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.person import Person
from botilbud_desktop.storage.recent import remember_draft
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.garbage import GarbageCollection
from botilbud_desktop.ui.mishap import Mishaps
from botilbud_desktop.ui.one_instance import HandedOver
from botilbud_desktop.ui.standing_notices import Topic
from tests.storage.lock_holders import held_by
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.injected_errors import Point, alive, all_points, call_directly, injected, trigger
from tests.ui.user import User, settle


@pytest.fixture
def recent(folders: UserFolders, tmp_path: Path) -> Path:
    """A draft that the start page lists."""
    path = tmp_path / "nylig.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    remember_draft(folders.state, path)
    return path


class Watch:
    """Puts errors into a window and looks at what becomes of it."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.left = all_points()
        """The methods into which no error was put yet."""
        self.wrong: list[str] = []

    def inject_all(self, *modules: str) -> None:
        """Put an error into each method that has not had one and that something shown has; only of these modules."""
        here = alive()
        for point in list(self.left):
            if point.kind in here and (not modules or point.is_in(*modules)):
                self.left.remove(point)
                self.inject(here[point.kind], point)

    def expect_all_of(self, *modules: str) -> None:
        """Nothing went wrong, and of these modules (or packages) nothing was left out."""
        assert self.wrong == [], "\n".join(self.wrong)
        assert [str(point) for point in self.left if point.is_in(*modules)] == []

    def expect_all_but(self, *modules: str) -> None:
        """Nothing went wrong, and nothing was left out but of these modules, which have tests of their own."""
        assert self.wrong == [], "\n".join(self.wrong)
        assert [str(point) for point in self.left if not point.is_in(*modules)] == []

    def inject(self, one: object, point: Point) -> None:
        lines: list[int | None] = [None]
        if point.name == "closeEvent":
            lines = [*point.lines[1:-1]]
        elif not point.is_slot:
            lines += point.lines
        for line in lines:
            self._inject_at(one, point, line)

    def _inject_at(self, one: object, point: Point, line: int | None) -> None:
        before, shown = self._state(), self._shown()
        mishaps = Mishaps(self.user.window.notices, lambda: True, lambda: "Alt er gemt.")
        with injected(point.code, line) as shot:
            if trigger(one, point):
                settle()
            if not shot.fired and line is None:
                call_directly(one, point)
                settle()
        mishaps.close()
        where = f"{point}{'' if line is None else f':{line}'}"
        if not shot.fired:
            if line is None:
                self.wrong.append(f"{where}: was never called")
            return
        notices = self.user.window.notices
        if not notices.is_standing(Topic.ERROR_IN_PROGRAM) or not notices.bar.isVisible():
            self.wrong.append(f"{where}: nothing was told")
        if self._state() != before:
            self.wrong.append(f"{where}: the draft is another")
        if self._shown() != shown:
            self.wrong.append(f"{where}: {self._shown()} is shown instead of {shown}")
        notices.clear(Topic.ERROR_IN_PROGRAM)
        settle()

    def _state(self) -> object:
        session = self.user.window.session
        return None if session is None else (session.editor.application, dict(session.editor.unfinished))

    def _shown(self) -> list[str]:
        """The windows, menus and dialogs in view."""
        return sorted(type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible())


def test_on_the_start_page(open_window: OpenWindow, recent: Path) -> None:
    watch = Watch(open_window(None))
    watch.inject_all("start_page", "main_window")
    watch.expect_all_of("start_page", "main_window")


def test_on_every_page_of_a_draft(thisted: User, every_page: Callable[[], Iterator[str]]) -> None:
    watch = Watch(thisted)
    for _page in every_page():
        watch.inject_all()
    watch.expect_all_but("start_page", "one_instance", "garbage", "reading_only", "comparing", "merging", "versions")


def test_while_somebody_else_has_the_draft_open(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    with held_by(Person("Åse Ørsted", "AAK-1"), path):
        watch = Watch(open_window(path))
        watch.user.window.current.settle()
        watch.inject_all("reading_only")
    watch.expect_all_of("reading_only")


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python's own collection of garbage is on again afterwards."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_in_what_the_program_has_beside_its_window(aalborg: User, tmp_path: Path) -> None:
    instance = Instance(tmp_path / "program")
    assert instance.claim()
    watch = Watch(aalborg)
    beside = (HandedOver(instance, aalborg.window, lambda path: path), GarbageCollection(aalborg.window))
    watch.inject_all("one_instance", "garbage")
    for one in beside:
        one.deleteLater()
    instance.release()
    watch.expect_all_of("one_instance", "garbage")


def test_in_a_comparison(aalborg: User, form: Round) -> None:
    application = aalborg.application
    first, *others = application.projects
    longer = replace(first, name="Nyt", description=f"Først: {first.description}\nOg mere.")
    changed = replace(application, projects=(longer, *others))
    found = differences(application, changed, form)
    dialog = CompareDialog(aalborg.window, "Forskelle", "", "Før", "Nu", found, (("Hent", settle),))
    dialog.open()
    settle()
    watch = Watch(aalborg)
    watch.inject_all("comparing")
    dialog.close()
    watch.expect_all_of("comparing")


def test_an_error_while_a_key_is_dealt_with_costs_no_letter(aalborg: User) -> None:
    aalborg.click("projects.0.name")
    aalborg.press(Qt.Key.Key_End)
    before = aalborg.value("projects.0.name")
    changed = next(point for point in all_points() if str(point) == "session.Session._on_changed")
    mishaps = Mishaps(aalborg.window.notices, lambda: True, lambda: "Alt er gemt.")
    with injected(changed.code, None) as shot:
        QTimer.singleShot(0, aalborg.window, lambda: aalborg.keys("x"))
        settle()
    mishaps.close()
    assert shot.fired
    assert aalborg.value("projects.0.name") == f"{before}x"
    aalborg.keys("y")
    assert aalborg.value("projects.0.name") == f"{before}xy"


def test_a_window_that_failed_to_close_closes_the_next_time(aalborg: User) -> None:
    watch = Watch(aalborg)
    closing = next(point for point in watch.left if point.name == "closeEvent")
    watch.inject(aalborg.window, closing)
    assert watch.wrong == []
    assert aalborg.window.isVisible()
    assert aalborg.window.close()
