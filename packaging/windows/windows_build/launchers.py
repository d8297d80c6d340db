"""Builds the two launchers, for the window and for the command line, from one C source."""

from pathlib import Path

from windows_build.places import WINDOWS
from windows_build.product import Product
from windows_build.python_line import PythonLine
from windows_build.tools import run

_TARGET = "x86_64-w64-mingw32"
# No time stamp, for reproducible builds; memory protections are on.
_LINKER_OPTIONS = "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"
_COMPILER_OPTIONS = "-std=c11 -Os -s -static -municode -Wall -Wextra -Werror -finput-charset=UTF-8 -fno-ident"

DOCUMENT_ICON = 2
"""Resource number of the drafts' icon in the program."""


def launchers(product: Product, version: str, line: PythonLine, work: Path) -> dict[str, bytes]:
    """Builds the programs; returns them by name."""
    (work / "program.manifest").write_text(_manifest(version), encoding="utf-8")
    source, icons = WINDOWS / "launcher" / "launcher.c", WINDOWS / "icons"
    made = {}
    for program, options in ((product.window_program, ["-mwindows"]), (product.console_program, ["-DCONSOLE"])):
        resources = work / "resources.rc"
        resources.write_text(resource_script(product, version, program, icons), encoding="utf-8")
        run([f"{_TARGET}-windres", "-c", "65001", resources, "-O", "coff", "-o", work / "resources.o"], cwd=work)
        output = work / "launcher.exe"
        compiler = [f"{_TARGET}-gcc", *_COMPILER_OPTIONS.split(), _LINKER_OPTIONS, *options, *_names(product, line)]
        run([*compiler, source, work / "resources.o", "-o", output, "-lshell32"], cwd=work)
        made[program] = output.read_bytes()
    return made


def _names(product: Product, line: PythonLine) -> list[str]:
    names = {
        "NAME": product.name,
        "MODULE": product.module,
        "PYTHON": line.stem,
        "APP_USER_MODEL_ID": product.app_user_model_id,
        "CONSOLE_PROGRAM": product.console_program,
    }
    return [f'-D{name}=L"{value}"' for name, value in names.items()]


def _manifest(version: str) -> str:
    text = (WINDOWS / "launcher" / "program.manifest").read_text(encoding="utf-8")
    return text.replace("@VERSION@", f"{version}.0")


def resource_script(product: Product, version: str, program: str, icons: Path) -> str:
    """The resource script: the icons, the manifest and what Explorer shows under Details.

    The icon has the name that Qt looks up for the window and the taskbar; the first icon of a program is also its file
    icon.
    """
    numbers = f"{version}.0".replace(".", ",")
    told = {
        "CompanyName": product.publisher,
        "FileDescription": product.name,
        "FileVersion": version,
        "InternalName": product.module,
        "LegalCopyright": product.copyright,
        "OriginalFilename": program,
        "ProductName": product.name,
        "ProductVersion": version,
    }
    lines = [f'      VALUE "{name}", "{text}"' for name, text in told.items()]
    return "\n".join(
        [
            "#include <windows.h>",
            f'IDI_ICON1 ICON "{(icons / "program.ico").as_posix()}"',
            f'{DOCUMENT_ICON} ICON "{(icons / "document.ico").as_posix()}"',
            '1 RT_MANIFEST "program.manifest"',
            "1 VERSIONINFO",
            f"FILEVERSION {numbers}",
            f"PRODUCTVERSION {numbers}",
            "FILEFLAGSMASK VS_FFI_FILEFLAGSMASK",
            "FILEOS VOS_NT_WINDOWS32",
            "FILETYPE VFT_APP",
            "BEGIN",
            '  BLOCK "StringFileInfo"',
            "  BEGIN",
            '    BLOCK "040604B0"',
            "    BEGIN",
            *lines,
            "    END",
            "  END",
            '  BLOCK "VarFileInfo"',
            "  BEGIN",
            '    VALUE "Translation", 0x0406, 1200',
            "  END",
            "END",
            "",
        ]
    )
