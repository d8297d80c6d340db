"""The portable ZIP, which needs no installation."""

import shutil
import zipfile
from pathlib import Path

from tests.windows.hands import close, open_draft
from windows_build.product import read_product
from windows_rig.release import Release
from windows_rig.screen import Screen
from windows_rig.traces import traces
from windows_rig.wine import Wine


def test_it_runs_from_a_folder_with_spaces_and_danish_letters_and_writes_nothing_there(
    wine: Wine, shown: Screen, release: Release, draft: Path
) -> None:
    product = read_product()
    folder = wine.c / "Fælles mapper" / "Værktøj på Ærø"
    with zipfile.ZipFile(release.portable) as archive:
        archive.extractall(folder)
    before = traces(wine)
    (program,) = folder.glob(f"*/{product.window_program}")
    assert "Alt virker." in wine.must(program.with_name(product.console_program), "self-test", seconds=120)
    running = open_draft(wine, shown, program, draft)
    close(shown, running, draft)
    left = traces(wine).beyond(before)
    shutil.rmtree(folder.parent)
    assert [trace for trace in left if not trace.startswith(f"users/{wine.user.name}/AppData/Local/")] == []
