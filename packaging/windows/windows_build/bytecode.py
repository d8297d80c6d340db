"""Compiles the program and its pure-Python packages reproducibly.

Runs in a separate Python: the output of marshal depends on which constants the process already uses, and the order of a
set on the hash seed.
"""

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.python_line import PythonLine
from windows_build.tools import run

_COMPILE = """
import json, py_compile, sys
never_checked = py_compile.PycInvalidationMode.UNCHECKED_HASH
for source, target, shown in json.load(open(sys.argv[1], encoding="utf-8")):
    py_compile.compile(source, target, shown, doraise=True, optimize=0, invalidation_mode=never_checked)
"""


def compile_all(sources: Mapping[str, bytes], folder: Path, line: PythonLine) -> dict[str, bytes]:
    """Compiles sources; returns the bytecode by path below the program's folder.

    Args:
        sources: the text of each `.py`, by path below the program's folder.
        folder: an empty work folder.
        line: the delivered Python's, since bytecode is specific to it.

    Raises:
        BuildError: a source does not compile, or there is no Python of that line here.
    """
    interpreter = interpreter_of(line, folder)
    jobs = []
    for number, name in enumerate(sorted(sources)):
        source = folder / f"{number}.py"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(sources[name])
        jobs.append((str(source), str(folder / f"{number}.pyc"), name.removeprefix("lib.zip/")))
    order = folder / "order.json"
    order.write_text(json.dumps(jobs), encoding="utf-8")
    command: list[str | Path] = [interpreter, "-P", "-s", "-S", "-B", "-c", _COMPILE, order]
    run(command, cwd=folder, environment={"PYTHONHASHSEED": "0"})
    return {f"{shown_name}c": Path(job[1]).read_bytes() for job, shown_name in zip(jobs, sorted(sources), strict=True)}


def interpreter_of(line: PythonLine, folder: Path) -> str:
    """A Python of this line: the one that runs the build, or another one on this machine.

    Raises:
        BuildError: there is none.
    """
    if sys.version_info[:2] == line:
        return sys.executable
    found = shutil.which(f"python{line.name}")
    try:
        said = run([found, "-c", "import sys; print(*sys.version_info[:2])"], cwd=folder) if found else ""
    except BuildError:
        said = ""
    if found is None or said.split() != [str(line.major), str(line.minor)]:
        raise BuildError(f"the build needs a Python {line.name} on this machine, since that is what is delivered")
    return found
