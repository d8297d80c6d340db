"""How the program is started once more: the installed one by its own file, else by a Python."""

import pytest

from botilbud_desktop.storage.this_program import is_installed_program, this_program


@pytest.mark.parametrize(("file", "is_it"), [("Botilbud Desktop.exe", True), ("python.exe", False), ("pythonw", False)])
def test_the_installed_program_is_told_from_a_python(file: str, is_it: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", file)
    assert is_installed_program() is is_it
    assert this_program() == ((file,) if is_it else (file, "-P", "-m", "botilbud_desktop"))
