"""Compiles the program and its pure packages, the same bytes each time.

In a Python of its own: what marshal writes depends on which constants the process has in use already, and a set's
order on the hash seed.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.tools import run

MINOR = (3, 13)
"""Bytecode is that of one minor version of Python: the one that is delivered."""

_COMPILE = """
import json, py_compile, sys
never_checked = py_compile.PycInvalidationMode.UNCHECKED_HASH
for source, target, shown in json.load(open(sys.argv[1], encoding="utf-8")):
    py_compile.compile(source, target, shown, doraise=True, optimize=0, invalidation_mode=never_checked)
"""


def compile_all(sources: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Compile sources, which are named by their place below the program's folder; the bytecode by its place.

    Args:
        sources: the text of each `.py` by its name.
        folder: an empty folder to work in.

    Raises:
        BuildError: a source does not compile, or this is not the Python whose bytecode is wanted.
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
