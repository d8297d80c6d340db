"""A copy of the project with its own environment, in which changes are tried."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.mutants.mutant import Mutant
from tests.mutants.project import Project
from tests.mutants.recorder import Settings

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache"
)
PLUGINS = {"mutants_recorder": "recorder.py", "mutants_trial": "trial_plugin.py"}
NOT_PASSED_ON = ("XDG_", "PYTEST_CURRENT_TEST", "PYTEST_XDIST")
START = 'import os; "PYTEST_CURRENT_TEST" in os.environ and __import__("mutants_recorder").start()\n'


class WorkingCopy:
    """The copy. Processes in it import the copied package, not the project's own."""

    def __init__(self, project: Project, name: str) -> None:
        """Creates it again below the project's build folder."""
        self.folder = project.work / name
        self._home = project.work / f"{name}-home"
        self._package = project.package
        for folder in (self.folder, self._home):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(project.root, self.folder, ignore=NOT_COPIED)
        self._home.mkdir()
        self._make_environment()

    @property
    def recorded(self) -> Path:
        """The folder that the recorder writes to."""
        return self._home / "recorded"

    def _make_environment(self) -> None:
        place = self.folder / ".venv"
        venv.create(place, symlinks=os.name != "nt", with_pip=False)
        scheme = {"base": str(place), "platbase": str(place)}
        self._packages = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
        self._python = Path(sysconfig.get_path("scripts", "venv", vars=scheme), Path(sys.executable).name)
        # A path line adds the folder without reading the .pth files in it, which lead to the project itself.
        paths = f"{self.folder}\n{sysconfig.get_path('purelib')}\n"
        (self._packages / "copy.pth").write_text(paths, encoding="utf-8")
        for name, plugin in PLUGINS.items():
            shutil.copyfile(Path(__file__).with_name(plugin), self._packages / f"{name}.py")

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Runs the recorder in each process of this copy."""
        self.recorded.mkdir()
        told = Settings(str(self.folder / self._package), str(self.recorded))
        (self._packages / "mutants_recorder.json").write_text(json.dumps(told._asdict()), encoding="utf-8")
        start = self._packages / "recorder.pth"
        start.write_text(START, encoding="utf-8")
        yield
        start.unlink()

    @contextmanager
    def changed(self, mutant: Mutant) -> Iterator[None]:
        """Replaces the module by the changed one within the block."""
        path = self.folder / mutant.source.path
        try:
            self._write(path, mutant.text)
            yield
        finally:
            self._write(path, mutant.source.text)

    def _write(self, path: Path, text: str) -> None:
        """Writes a module and removes its bytecode, whose age Python checks only by whole seconds and size."""
        path.write_text(text, encoding="utf-8", newline="")
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()

    def pytest(self, arguments: Sequence[str], *, seconds: float | None = None, **extra: str) -> int | None:
        """Runs pytest in the copy; returns its exit code, or None if it took longer than `seconds`.

        A changed program cannot reach the user's own files.
        """
        command = [str(self._python), "-P", "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        with (self._home / "output").open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env={**self._environment(os.environ), **extra},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
            try:
                return process.wait(seconds)
            except subprocess.TimeoutExpired:
                return None
            finally:
                _end_all(process)

    @property
    def output(self) -> str:
        """The output of the last pytest run."""
        return (self._home / "output").read_text(encoding="utf-8", errors="replace")

    def _environment(self, base: Mapping[str, str]) -> dict[str, str]:
        homes = {name: str(self._home) for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP")}
        kept = {name: value for name, value in base.items() if not name.startswith(NOT_PASSED_ON)}
        return {**kept, **homes, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def _end_all(process: "subprocess.Popen[bytes]") -> None:
    """Ends what the run left behind, such as the processes of a test that was ended."""
    if sys.platform != "win32":
        import signal
        from contextlib import suppress

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
