"""The main tasks without a window: drafts are checked and printed, and a picture of each page is made.

`dev.py run` does this where there is no display: python -m tests.shots.without_display FOLDER DRAFT…
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from botilbud_desktop.documents.kind import DocumentKind
from tests.shots.sets import ROOT

DOCUMENTS = tuple(map(str, DocumentKind))
_ANSWERS = (0, 1)
"""Exit codes of `check` that are a result: 1 reports a problem that blocks approval of the draft."""


def run_module(name: str, *arguments: str, stdout: int | None = None) -> int:
    """Runs a module with this Python; returns its exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-P", "-m", name, *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment, stdout=stdout).returncode


def check_and_print(draft: Path, folder: Path) -> list[str]:
    """Checks one draft and prints its documents into `folder`; returns what failed."""
    failed = []
    with (folder / f"{draft.stem}-check.txt").open("wb") as report:
        if run_module("botilbud_desktop", "check", str(draft), stdout=report.fileno()) not in _ANSWERS:
            failed.append(f"check {draft.name}")
    for document in DOCUMENTS:
        options = ("--document", document, "-o", str(folder / f"{draft.stem}-{document}.pdf"))
        if run_module("botilbud_desktop", "print", str(draft), *options) != 0:
            failed.append(f"print {draft.name} --document {document}")
    return failed


def run_without_display(drafts: Sequence[Path], folder: Path) -> int:
    """Checks and prints the drafts and takes the pictures. Returns 0 when nothing failed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failed = [] if drafts else ["no draft was found"]
    failed += [step for draft in drafts for step in check_and_print(draft, folder)]
    if run_module("tests.shots", "--out", str(folder / "pages")) != 0:
        failed.append("the pictures of the pages")
    print("made " + ", ".join(sorted(path.name for path in folder.rglob("*.*"))), file=sys.stderr)
    if failed:
        print("FAILED: " + "; ".join(failed), file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(run_without_display([Path(name) for name in sys.argv[2:]], Path(sys.argv[1])))
