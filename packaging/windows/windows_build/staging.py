"""Assembles the program's folder in memory: file content by path."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from windows_build.archive import zip_bytes
from windows_build.bytecode import compile_all
from windows_build.contents import Contents, selected
from windows_build.errors import BuildError
from windows_build.program import program_files, program_sources
from windows_build.python_line import PythonLine, line_of

_PTH = "{}.zip\n.\nlib\nlib.zip\n"
"""The only paths that Python searches for modules: with this file it ignores environment variables and the registry.
Without it Python would run foreign code found there, so it is never left out.
"""


def stage(
    python: Mapping[str, bytes], wheels: Mapping[str, Path], contents: Contents, version: str, moment: int, work: Path
) -> dict[str, bytes]:
    """All files except the launchers.

    Args:
        python: the files of the embeddable Python.
        wheels: the wheels by package name.
        contents: what is delivered of them.
        version: the program's version.
        moment: the time of the files.
        work: an empty folder.
    """
    line = line_of(python)
    files = {f"lib.zip/{name}": data for name, data in program_sources(version).items()}
    files |= program_files()
    files |= _python_files(python, contents, line)
    for wheel in contents.wheels:
        if wheel.name not in wheels:
            raise BuildError(f"{wheel.name} of contents.toml is not in the locked requirements")
        with zipfile.ZipFile(wheels[wheel.name]) as package:
            places = selected(wheel, package.namelist())
            files |= {place: package.read(name) for name, place in places.items()}
    forgotten = set(wheels) - {wheel.name for wheel in contents.wheels}
    if forgotten:
        raise BuildError(f"contents.toml does not say what is delivered of {', '.join(sorted(forgotten))}")
    files[line.path_file] = _PTH.format(line.stem).encode()
    return _zipped(_compiled(_recorded(_without_descriptions(files)), work, line), moment)


def write_stage(files: Mapping[str, bytes], folder: Path, moment: int) -> None:
    """Writes the program's folder; all files get the same time."""
    import os

    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (moment, moment))


def _python_files(python: Mapping[str, bytes], contents: Contents, line: PythonLine) -> dict[str, bytes]:
    wanted = contents.python.names(line)
    missing = [name for name in wanted if name not in python]
    if missing:
        raise BuildError(f"the embeddable Python has no {', '.join(missing)}")
    return {name: python[name] for name in wanted}


def _without_descriptions(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keeps of each package's metadata what the program shows: its description is written for developers."""
    return {
        name: re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0] + b"\n" if name.endswith(".dist-info/METADATA") else data
        for name, data in files.items()
    }


def _recorded(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Adds each package's RECORD with its licences, where Python looks for them, since the program shows them."""
    records: dict[str, list[str]] = {}
    for name in files:
        parts = PurePosixPath(name).parts
        if len(parts) > 2 and parts[1].endswith(".dist-info"):
            records.setdefault("/".join(parts[:2]), []).append("/".join(parts[1:]) + ",,\n")
    lists = {f"{folder}/RECORD": "".join(sorted(lines)).encode() for folder, lines in records.items()}
    return {**files, **lists}


def _compiled(files: Mapping[str, bytes], work: Path, line: PythonLine) -> dict[str, bytes]:
    """Replaces sources by bytecode: nothing is compiled or left behind on the user's machine."""
    sources = {name: data for name, data in files.items() if name.endswith(".py")}
    others = {name: data for name, data in files.items() if name not in sources}
    return {**others, **compile_all(sources, work, line)}


def _zipped(files: Mapping[str, bytes], moment: int) -> dict[str, bytes]:
    inside = {name.removeprefix("lib.zip/"): data for name, data in files.items() if name.startswith("lib.zip/")}
    beside = {name: data for name, data in files.items() if not name.startswith("lib.zip/")}
    return {**beside, "lib.zip": zip_bytes(inside, moment, compressed=False)}
