"""Which modules load before the first paint of the window, and which right after it."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.cli.test_process import start
from tests.ui import drafts
from tests.ui.user import User

RIGHT_AFTER = ("criteria_pane", "field_guide", "link_button")
"""Modules of the parts that are filled in right after the first paint."""
WHEN_ASKED_FOR = (
    "calendar_popup",
    "cost_lines_rows",
    "cost_plan_section",
    "rates_rows",
    "text_field",
    "finding_list",
    "disclosure",
    "start_page",
    "recent_row",
    "recent_watch",
    "comparisons",
    "collecting",
    "gathering",
    "collection_window",
    "writing_mode",
    "finder",
    "approving",
    "document_saving",
    "documents",
)
WITHOUT_A_WINDOW = (
    "changed_by",
    "character_names",
    "examples",
    "expectations",
    "new_draft",
    "policies",
    "recent",
    "verdict",
)
"""Modules of the other parts that a whole draft without half-typed values does not need to be shown."""
MOST_MODULES = 216
"""So many modules of the program are loaded at the first paint. Each more costs each start about 0.1 ms."""
MOST_MODELS = 37
"""So many models are made until then. Each more costs about 0.3 ms."""
CHECKED = {"Application", "LineagePart", "LockInfo", "ProjectSheet", "RoundForm", "_Register"}
"""The models of which a validator is built until then: what is read or written, and no more."""
NOT_NEEDED = ("_hashlib", "_socket", "_ssl", "reportlab", "QtPdf", "QtNetwork")
"""Modules that the window's start must not load: OpenSSL, the network, documents."""
_PACKAGE = Path(__file__).parents[2] / "botilbud_desktop"
WATCHED = """
import json, linecache, sys
from pathlib import Path
from botilbud_desktop.ui import app
from PySide6.QtCore import QTimer

def below(model):
    return [each for one in model.__subclasses__() for each in (one, *below(one))]

class WatchedWindow(app.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.first_painted.connect(self.note)

    def loaded(self):
        return sorted(name for name, module in sys.modules.items() if module)

    def note(self):
        from botilbud_desktop.domain.model import Model

        models = below(Model)
        self.at_first_paint = self.loaded()
        self.models = [len(models), [model.__name__ for model in models if model.__pydantic_complete__]]
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self.tell))

    def tell(self):
        sys.stdout.write(json.dumps([self.at_first_paint, self.loaded(), self.models, list(linecache.cache)]))
        self.close()

app.MainWindow = WatchedWindow
app._report_ready = lambda window: None
app.run_window(Path(sys.argv[1]), quit_when_ready=True)
"""

ENDED_AT_ONCE = """
import sys
from pathlib import Path
from botilbud_desktop.ui import app

app.run_window(Path(sys.argv[1]), quit_when_ready=True)
sys.stdout.write(" ".join(sys.modules))
"""

GOING_TO_VIS = """
import sys
from pathlib import Path
from threading import current_thread, main_thread
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui import app
from PySide6.QtCore import QTimer

loading = []

def note(event, arguments):
    if event == "import" and arguments[0] == "reportlab":
        loading.append(current_thread() is main_thread())

sys.addaudithook(note)

class WatchedWindow(app.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.first_painted.connect(lambda: QTimer.singleShot(0, self, self.go))

    def go(self):
        if sys.argv[2] == "page":
            self.workbench.workspace.show_step(Step(StepKind.APPROVE))
        else:
            self.workbench.show_preview()
        self.look()

    def look(self):
        if loading:
            sys.stdout.write("the window's" if any(loading) else "another")
            self.close()
        else:
            QTimer.singleShot(20, self, self.look)

app.MainWindow = WatchedWindow
app._report_ready = lambda window: None
app.run_window(Path(sys.argv[1]), quit_when_ready=True)
"""


class Loaded(NamedTuple):
    """The last parts of the names of modules, and the files of which the source was read."""

    first: set[str]
    """Loaded at the first paint."""
    later: set[str]
    """Loaded right after it."""
    own: int
    """How many modules of the program are loaded at the first paint."""
    models: int
    """How many models are made until then."""
    checked: set[str]
    """The models of which a validator is built until then."""
    sources: list[str]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """What the program loads with a draft."""
    folder = tmp_path_factory.mktemp("first-paint")
    draft = folder / "kladde.botilbud"
    draft.write_bytes(draft_bytes(drafts.example("aalborg")))
    ran = start(folder, str(draft), code=WATCHED, QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 0, ran.stderr.decode()
    *modules, (models, checked), sources = json.loads(ran.stdout)
    own = sum(name.startswith("botilbud_desktop") for name in modules[0])
    first, later = ({name.rpartition(".")[2] for name in names} for names in modules)
    return Loaded(first, later, own, models, set(checked), sources)


def test_the_first_paint_does_not_wait_for_what_comes_after_it(loaded: Loaded) -> None:
    assert not loaded.first.intersection(RIGHT_AFTER)
    assert loaded.later.issuperset(RIGHT_AFTER)


def test_what_is_not_seen_at_first_is_loaded_when_it_is_asked_for(loaded: Loaded) -> None:
    assert not loaded.first.intersection(WHEN_ASKED_FOR)


def test_the_first_paint_loads_nothing_that_a_whole_draft_does_not_need(loaded: Loaded) -> None:
    assert not loaded.first.intersection(WITHOUT_A_WINDOW)


def test_the_first_paint_waits_for_no_more_modules_and_models_than_it_did(loaded: Loaded) -> None:
    assert (loaded.own <= MOST_MODULES, loaded.models <= MOST_MODELS) == (True, True), (loaded.own, loaded.models)


def test_the_first_paint_builds_validators_for_what_it_reads_alone(loaded: Loaded) -> None:
    assert loaded.checked == CHECKED


def test_the_start_loads_no_openssl_no_network_and_no_documents(loaded: Loaded) -> None:
    assert not loaded.later.intersection(NOT_NEEDED)


def test_a_program_that_ends_as_soon_as_it_is_ready_fills_and_judges_nothing_more(tmp_path: Path) -> None:
    draft = tmp_path / "kladde.botilbud"
    draft.write_bytes(draft_bytes(drafts.example("aalborg")))
    ran = start(tmp_path, str(draft), code=ENDED_AT_ONCE, QT_QPA_PLATFORM="offscreen")
    names = {name.rpartition(".")[2] for name in ran.stdout.decode().split()}
    assert (ran.returncode, "guidance_pane" in names) == (0, True), ran.stderr.decode()
    assert not names.intersection((*RIGHT_AFTER, "checking"))


@pytest.mark.parametrize("where", ["page", "preview"])
def test_going_to_vis_loads_the_pdf_library_in_another_thread_than_the_windows(tmp_path: Path, where: str) -> None:
    draft = tmp_path / "kladde.botilbud"
    draft.write_bytes(draft_bytes(drafts.example("aalborg")))
    ran = start(tmp_path, str(draft), where, code=GOING_TO_VIS, QT_QPA_PLATFORM="offscreen")
    assert (ran.returncode, ran.stdout.decode()) == (0, "another"), ran.stderr.decode()


def test_pyside6_reads_no_source_of_what_is_imported_after_it(loaded: Loaded) -> None:
    assert not [source for source in loaded.sources if Path(source).is_relative_to(_PACKAGE)]


@pytest.mark.parametrize("name", WHEN_ASKED_FOR)
def test_what_is_watched_here_is_a_module_of_the_window(name: str) -> None:
    assert any(path.stem == name for path in (_PACKAGE / "ui").rglob("*.py"))


@pytest.mark.parametrize("name", WITHOUT_A_WINDOW)
def test_what_is_watched_of_the_other_parts_is_a_module_of_them(name: str) -> None:
    parts = ("domain", "rules", "storage")
    assert any(path.stem == name for part in parts for path in (_PACKAGE / part).rglob("*.py"))


def test_tab_leads_through_what_came_later_in_its_order(aalborg: User) -> None:
    aalborg.go_to("page.project.0")
    aalborg.widget("projects.0.completion_date", QWidget).setFocus()
    met: list[str] = []
    for _step in range(120):
        aalborg.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        if met[-1] == "criterion.6.wording":
            break
    below = [f"projects.0.{name}" for name in ("gross_construction_cost", "building", "description", "daily_rates.add")]
    wanted = [*below, *(f"criterion.{number}.wording" for number in range(1, 7))]
    assert [name for name in met if name in wanted] == wanted


def test_the_pane_keeps_its_width_when_it_is_filled(aalborg: User) -> None:
    pane = aalborg.workspace.pane
    left = pane.mapTo(aalborg.window, pane.rect().topLeft()).x()
    assert pane.minimumWidth() == pane.maximumWidth() == pane.width()
    assert left + pane.width() == aalborg.window.width()
