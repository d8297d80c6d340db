"""Measures start-up with a draft, until the window is painted and responds, against an empty window."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from botilbud_desktop.storage.paths import resources_folder
from tests.benchmarks.measures import Comparison
from tests.benchmarks.processes import compare_processes, environment_in, x_display

_EMPTY_WINDOW = str(Path(__file__).with_name("empty_window.py"))
_PROMISE = "≤ 2.0×, aim 1.5×"


def measure(*, quick: bool) -> list[Comparison]:
    """Measures on each platform that this machine has."""
    pairs = 5 if quick else 21
    with TemporaryDirectory() as work:
        draft = Path(work) / "aalborg.botilbud"
        shutil.copyfile(resources_folder() / "examples" / draft.name, draft)
        ours = ["-m", "botilbud_desktop", "--quit-when-ready", str(draft)]
        return [
            compare_processes(name, ours, [_EMPTY_WINDOW], environment, pairs, _PROMISE)
            for name, environment in _platforms(Path(work))
        ]


def _platforms(work: Path) -> Iterator[tuple[str, dict[str, str]]]:
    yield "with a draft, offscreen", environment_in(work, QT_QPA_PLATFORM="offscreen")
    with x_display() as display:
        if display is not None:
            yield "with a draft, Xvfb", environment_in(work, QT_QPA_PLATFORM="xcb", DISPLAY=display)
