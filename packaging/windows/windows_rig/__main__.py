"""The command line: `python3 dev.py windows test [PYTEST ARGUMENT...]`, from nothing to the last line of pytest.

What is missing is installed, this checkout is built, and the release before when it is not there. What has to be seen
by a person is kept in `build/windows/shots`.
"""

import sys
import time

from windows_build.build import Wanted, build
from windows_build.errors import BuildError
from windows_build.places import BUILD, ROOT
from windows_rig.calls import RigError
from windows_rig.packages import ensure_packages
from windows_rig.release import earlier_release

_OPTIONS = ("-o", "faulthandler_timeout=300", "-p", "no:cacheprovider", "-p", "no:xdist", "--durations=12")


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; the exit code."""
    wanted = [argument for argument in arguments if argument != "test"]
    began = time.monotonic()
    try:
        ensure_packages()
        build(Wanted())
        earlier_release()
    except (RigError, BuildError) as error:
        print(f"windows: {error}", file=sys.stderr)
        return 1
    import pytest

    chosen = wanted if any(not argument.startswith("-") for argument in wanted) else [*wanted, "tests/windows"]
    code = pytest.main(["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), *_OPTIONS, *chosen])
    print(f"windows: {time.monotonic() - began:.0f} s; pictures in {BUILD / 'shots'}", file=sys.stderr)
    return int(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
