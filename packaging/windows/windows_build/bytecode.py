"""Compiles the program and its pure-Python packages reproducibly.

Runs in a separate Python: the output of marshal depends on which constants the process already uses, and the order of a
set on the hash seed.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.tools import run

MINOR = (3, 13)
"""Bytecode is specific to a minor version of Python: the delivered one."""

_COMPILE = """
import json, py_compile, sys
never_checked = py_compile.PycInvalidationMode.UNCHECKED_HASH
for source, target, shown in json.load(open(sys.argv[1], encoding="utf-8")):
    py_compile.compile(source, target, shown, doraise=True, optimize=0, invalidation_mode=never_checked)
"""


def compile_all(sources: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Compiles sources; returns the bytecode by path below the program's folder.

    Args:
        sources: the text of each `.py`, by path below the program's folder.
        folder: an empty work folder.

    Raises:
        BuildError: a source does not compile, or this Python has another minor version.
    """
    if sys.version_info[:2] != MINOR:
        raise BuildError("the build needs Python {}.{}, which is what is delivered".format(*MINOR))
    jobs = []
    for number, name in enumerate(sorted(sources)):
        source = folder / f"{number}.py"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(sources[name])
        jobs.append((str(source), str(folder / f"{number}.pyc"), name.removeprefix("lib.zip/")))
    order = folder / "order.json"
    order.write_text(json.dumps(jobs), encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-P", "-s", "-S", "-B", "-c", _COMPILE, order]
    run(command, cwd=folder, environment={"PYTHONHASHSEED": "0"})
    return {f"{shown_name}c": Path(job[1]).read_bytes() for job, shown_name in zip(jobs, sorted(sources), strict=True)}
