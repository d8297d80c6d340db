"""The program does not use the network: Python's network modules may be missing, as in the Windows build."""

import subprocess
import sys
from pathlib import Path

from tests.cli.test_process import environment

_WITHOUT_NETWORK = """
import sys
for name in ("_socket", "_ssl"):
    sys.modules[name] = None  # importing it raises ModuleNotFoundError
from botilbud_desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
_LOADED = "import sys, botilbud_desktop.storage.draft.draft_file; sys.exit('_socket' in sys.modules)"


def run_python(code: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment(folder), capture_output=True, text=True, check=False)


def test_everything_works_without_the_network_modules(tmp_path: Path) -> None:
    done = run_python(_WITHOUT_NETWORK, tmp_path, "self-test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Alt virker.\n")


def test_reading_a_draft_loads_no_network_module(tmp_path: Path) -> None:
    assert run_python(_LOADED, tmp_path).returncode == 0
