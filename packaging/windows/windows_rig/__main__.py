"""The commands `python3 dev.py windows test [PYTEST ARGUMENT...]` and `looks`: prepare everything and run pytest.

They install missing packages, build this checkout, and the earlier release if it is missing. `looks` shows every page
in every theme, scale and style. Pictures for review are in `build/windows/shots`.
"""

import sys
import time

from windows_build.build import Wanted, build
from windows_build.errors import BuildError
from windows_build.places import BUILD, ROOT
from windows_rig.calls import RigError
from windows_rig.packages import ensure_packages
from windows_rig.release import earlier_release

_TESTS = {"test": "tests/windows", "looks": "tests/windows/all_looks.py"}
_OPTIONS = ("-o", "faulthandler_timeout=300", "-p", "no:cacheprovider", "-p", "no:xdist", "--durations=12")


def main(arguments: list[str]) -> int:
    """Runs the tests that the command line asks for; returns the exit code."""
    command, wanted = arguments[0], arguments[1:]
    began = time.monotonic()
    try:
        ensure_packages()
        build(Wanted())
        earlier_release()
    except (RigError, BuildError) as error:
        print(f"windows: {error}", file=sys.stderr)
        return 1
    import pytest

    is_chosen = command == "test" and any(not argument.startswith("-") for argument in wanted)
    chosen = wanted if is_chosen else [*wanted, _TESTS[command]]
    code = pytest.main(["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), *_OPTIONS, *chosen])
    print(f"windows: {time.monotonic() - began:.0f} s; pictures in {BUILD / 'shots'}", file=sys.stderr)
    return int(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
