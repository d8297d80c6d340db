"""The window and the Windows system: dark mode, printers, foreground rights, and folders."""

import subprocess
import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.instance.foreground import allow_foreground
from botilbud_desktop.storage.paths import UserFolders, forms_folder, resources_folder
from botilbud_desktop.storage.user.person import person_here

DARK = r"""
import sys, winreg
key = winreg.CreateKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize")
winreg.SetValueEx(key, "AppsUseLightTheme", 0, winreg.REG_DWORD, int(sys.argv[1]))
from botilbud_desktop.ui.app import make_application
application = make_application(["x"])
print(application.styleHints().colorScheme().name)
winreg.DeleteValue(key, "AppsUseLightTheme")
"""


@pytest.mark.parametrize(("light", "expected"), [("1", "Light"), ("0", "Dark")])
def test_the_program_knows_whether_windows_is_dark(light: str, expected: str) -> None:
    ran = subprocess.run([sys.executable, "-c", DARK, light], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == expected


def test_a_later_start_lets_the_first_come_to_the_front() -> None:
    allow_foreground()


def test_what_the_program_keeps_lies_in_the_users_own_local_folder() -> None:
    folders = UserFolders.of_this_user()
    own = Path.home() / "AppData" / "Local" / "Botilbud Desktop"
    assert {folders.state, folders.config, folders.data} == {own}


def test_what_was_installed_with_the_program_is_found() -> None:
    assert (forms_folder() / "municipalities-2024.csv").is_file()
    assert (resources_folder() / "examples" / "aalborg.botilbud").is_file()


def test_who_sits_here_is_known() -> None:
    person = person_here()
    assert person.name != "en anden bruger"
    assert person.machine != "en anden computer"


RESTART = r"""
import ctypes, sys
from pathlib import Path
from botilbud_desktop.storage.instance.restart import WindowsRestarts, restart_arguments
kernel = ctypes.windll.kernel32
kernel.GetCurrentProcess.restype = ctypes.c_void_p
def kept():
    text, size, flags = ctypes.create_unicode_buffer(1024), ctypes.c_uint32(1024), ctypes.c_uint32()
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    code = kernel.GetApplicationRestartSettings(process, text, ctypes.byref(size), ctypes.byref(flags))
    return text.value if code == 0 else None
WindowsRestarts().ask(restart_arguments(Path(sys.argv[1])))
asked = kept()
WindowsRestarts().take_back()
on_wine = hasattr(ctypes.windll.ntdll, "wine_get_version")  # it takes the calls, and keeps and tells nothing
print(asked in ([None] if on_wine else [f'"{sys.argv[1]}"']) and kept() is None)
"""


def test_windows_takes_and_forgets_what_it_is_to_start_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RESTART, r"C:\Mine sager\sag æøå.botilbud"], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, b"True"), done.stderr
