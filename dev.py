#!/usr/bin/env python3
"""Set up, run and test Botilbud Desktop: python3 dev.py COMMAND.

Any Python from 3.8 on can start this file; it needs only the standard library. It finds a Python that can run the
program, creates .venv from the locked requirements, and uses that from then on.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Iterable, Iterator, Mapping, NamedTuple, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "stamp"
BUILD = ROOT / "build"
WITHOUT_DISPLAY = BUILD / "without-display"
EXAMPLES = ROOT / "resources" / "examples"
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
ARCHITECTURE = ("tests/test_architecture.py", "tests/test_rooms.py")

# PySide6 6.12 aborts on 3.11, so 3.12 is the oldest. The best tested version comes first.
MINORS = (13, 12, 14, 15)
BEST = f"3.{MINORS[0]}"
PROBE = """
import json, sys, sysconfig, venv, ensurepip
fit = (sys.implementation.name == "cpython" and sys.version_info.releaselevel == "final"
       and sys.maxsize > 2**32 and not sysconfig.get_config_var("Py_GIL_DISABLED"))
print(json.dumps([getattr(sys, "_base_executable", None) or sys.executable, sys.version_info[:3], fit]))
"""
NO_PYTHON = f"""No Python was found that can run the program: CPython 3.12 or newer, 64 bits, with venv.
Install Python {BEST}, then start this again. One of these does it:
  Debian 13, Ubuntu 24.04 or newer:  sudo apt-get install python3 python3-venv
  Windows:                           winget install Python.Python.{BEST}
  with pyenv, or with uv:            pyenv install {BEST}, or uv python install {BEST}"""

# The system libraries that PySide6's modules, its offscreen and xcb platforms and its printing load (as `ldd` lists
# them for Qt*.so, Qt/plugins/platforms/ and Qt/plugins/printsupport/), and their packages.
LIBRARIES = """
libEGL.so.1 libegl1                 libGL.so.1 libgl1                   libX11.so.6 libx11-6
libbrotlidec.so.1 libbrotli1        libcups.so.2 libcups2               libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1   libfreetype.so.6 libfreetype6       libgssapi_krb5.so.2 libgssapi-krb5-2
libglib-2.0.so.0 libglib2.0-0       libgthread-2.0.so.0 libglib2.0-0    libxkbcommon.so.0 libxkbcommon0
libX11-xcb.so.1 libx11-xcb1         libxcb.so.1 libxcb1                 libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0         libxcb-icccm.so.4 libxcb-icccm4     libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1 libxcb-randr.so.0 libxcb-randr0     libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0     libxcb-shm.so.0 libxcb-shm0         libxcb-xkb.so.1 libxcb-xkb1
libxcb-sync.so.1 libxcb-sync1       libxcb-util.so.1 libxcb-util1       libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-render-util.so.0 libxcb-render-util0                         libxkbcommon-x11.so.0 libxkbcommon-x11-0
"""
WAYLAND = "libwayland-client.so.0 libwayland-client0 libwayland-cursor.so.0 libwayland-cursor0"
TEST_PROGRAMS = """
Xvfb xvfb   xdotool xdotool   dbus-run-session dbus-daemon   /usr/libexec/at-spi-bus-launcher at-spi2-core
/usr/lib/python3/dist-packages/gi python3-gi   /usr/share/doc/gir1.2-atspi-2.0 gir1.2-atspi-2.0
"""
WINDOWS_PROGRAMS = """
wixl wixl   msibuild msitools   x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64   osslsigncode osslsigncode
faketime faketime   openssl openssl
"""
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# These slow the start of a child process or make it load something other than what .venv contains.
UNWANTED = ["PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "PYTHONOPTIMIZE", "QT_PLUGIN_PATH"]
UNWANTED += ["QT_QPA_PLATFORM_PLUGIN_PATH"]


class DevError(Exception):
    """An error that the user has to fix; its text says how."""


class Interpreter(NamedTuple):
    """A working Python."""

    path: str
    version: tuple[int, int, int]


def say(text: str) -> None:
    """Prints a message for the user, before the output of the next program."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def child_environment(base: Mapping[str, str], **extra: str) -> dict[str, str]:
    """Returns the environment for every child process."""
    kept = {name: value for name, value in base.items() if name not in UNWANTED}
    return {**kept, "PYTHONUTF8": "1", **extra}


def call(command: Sequence[str], *, cwd: Path = ROOT, stdout: int | None = None, **extra: str) -> int:
    """Runs a program and returns its exit code."""
    environment = child_environment(os.environ, **extra)
    return subprocess.run(command, check=False, cwd=cwd, env=environment, stdout=stdout).returncode


def answer(command: Sequence[str]) -> str:
    """Returns what a program prints; "" when it fails, hangs or is missing."""
    environment, null = child_environment(os.environ), subprocess.DEVNULL
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        printed = subprocess.check_output(command, env=environment, stdin=null, stderr=null, timeout=60)
        return printed.decode().strip()
    return ""


def probe(command: Sequence[str]) -> Interpreter | None:
    """Runs a candidate; returns it if it is suitable, else None."""
    with contextlib.suppress(ValueError):
        path, version, fit = json.loads(answer([*command, "-c", PROBE]))
        return Interpreter(path, tuple(version)) if fit and version >= [3, 12] else None
    return None


def pyenv_pythons(minor: int, environment: Mapping[str, str]) -> list[str]:
    """The pythons of one minor version installed by pyenv, newest first."""
    root = Path(environment.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = sorted(root.glob(f"versions/3.{minor}.*"), key=lambda folder: (len(folder.name), folder.name))
    pythons = [folder / name for folder in reversed(folders) for name in ("bin/python", "python.exe")]
    return [str(python) for python in pythons if python.exists()]


def candidates() -> Iterator[list[str]]:
    """Commands that may start a Python, in order of preference."""
    for minor in MINORS:
        yield [f"python3.{minor}"]
        yield from ([python] for python in pyenv_pythons(minor, os.environ))
        yield ["py", f"-3.{minor}"]
        yield [answer(["uv", "python", "find", "--system", "--no-python-downloads", f"3.{minor}"])]
    yield from ([sys.executable], ["python3"], ["python"])


def find_python(commands: Iterable[Sequence[str]]) -> Interpreter:
    """Returns the first suitable candidate."""
    found = next(filter(None, map(probe, commands)), None)
    if found is None:
        raise DevError(NO_PYTHON)
    return found


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    with contextlib.suppress(OSError):
        return ctypes.CDLL(library) is not None
    return False


def has_font(folders: Iterable[str]) -> bool:
    """Whether there is any font that Qt can use."""
    files = (path for folder in folders for path in Path(folder).expanduser().rglob("*"))
    return any(path.suffix.lower() in {".ttf", ".otf", ".ttc"} for path in files)


def missing_packages(libraries: str, present: Callable[[str], bool]) -> list[str]:
    """The Debian packages of the libraries that are not `present`, from a table of `library package` pairs."""
    words = libraries.split()
    return sorted({package for library, package in zip(words[::2], words[1::2]) if not present(library)})


def ensure_system(*, tests: bool) -> None:
    """Installs what Qt needs of a Linux system if that is allowed; otherwise reports what is missing and continues."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(LIBRARIES + (WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ""), loads)
    missing += [] if has_font(FONT_FOLDERS) else ["fonts-dejavu-core"]
    missing += missing_packages(TEST_PROGRAMS, has_program) if tests else []
    install_packages(missing)


def has_program(name: str) -> bool:
    """Whether a program is in PATH, or a path is there."""
    return shutil.which(name) is not None or (Path(name).is_absolute() and Path(name).exists())


def install_packages(missing: Sequence[str]) -> None:
    """Installs Debian packages if that is allowed; otherwise reports what is missing and continues."""
    if not missing:
        return
    say("the system lacks " + " ".join(missing) + "; trying to install that")
    install = ["install", "--yes", "--no-install-recommends", *missing]
    front = [] if os.geteuid() == 0 else ["sudo", "-n"]  # -n: fail instead of asking for a password
    if all(map(shutil.which, ["apt-get", *front[:1]])):
        apt_get = [*front, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        call([*apt_get, "update"])
        if call([*apt_get, *install], stdout=subprocess.DEVNULL) == 0:
            return
    say("that could not be installed; going on without. On Debian and its like this installs it:")
    say("  sudo apt-get update && sudo apt-get " + " ".join(install))


def wanted_stamp(version: Sequence[int], requirements: bytes, place: Path = VENV) -> str:
    """Hash of what an environment is made from, and of its location, since it cannot be moved."""
    parts = [requirements.replace(b"\r\n", b"\n"), repr(tuple(version)).encode(), os.fsencode(str(place))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def environment_is_current(requirements: bytes) -> bool:
    """Whether the environment was completed, still runs, and was made from these requirements."""
    python = probe([str(VENV_PYTHON)])
    wanted = python and wanted_stamp(python.version, requirements)
    return STAMP.is_file() and STAMP.read_text() == wanted


def remove(path: Path) -> None:
    """Removes a folder if it exists."""
    shutil.rmtree(str(path), ignore_errors=True)
    if path.exists():
        raise DevError(f"{path} cannot be removed. Close what uses it, then start this again.")


def make_environment(python: Interpreter, requirements: bytes) -> None:
    """Creates the environment again. The stamp is written last, so an interrupted set-up is repeated."""
    say(f"setting up .venv with Python {'.'.join(map(str, python.version))} (a minute or two)")
    remove(VENV)
    options = "-qq --no-compile --disable-pip-version-check --require-hashes --only-binary :all:"
    venv = [python.path, "-m", "venv", str(VENV)]
    for step in (venv, module("pip", "install", *options.split(), "-r", DEVELOPMENT)):
        if call(step) != 0:
            raise DevError("the set-up failed at: " + " ".join(map(shlex.quote, step)))
    packages = answer([str(VENV_PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    Path(packages, "checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    # Without bytecode PySide6 starts three times slower. (A file that does not compile is no error.)
    call(module("compileall", "-qq", "-j", "0", packages))
    STAMP.write_text(wanted_stamp(python.version, requirements))


def set_up(*, window: bool = True, tests: bool = False) -> None:
    """Sets up what is missing; a second dev.py waits for the first (not on Windows)."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "set-up.lock").open("w") as guard:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(guard, fcntl.LOCK_EX)
        if window:
            ensure_system(tests=tests)
        requirements = (ROOT / DEVELOPMENT).read_bytes()
        if not environment_is_current(requirements):
            make_environment(find_python(candidates()), requirements)


def module(name: str, *arguments: str) -> list[str]:
    """The command that runs a module of the checkout or of the environment, from any folder."""
    return [str(VENV_PYTHON), "-P", "-m", name, *arguments]


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown."""
    named = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(named) or not platform.startswith("linux")


def run(arguments: Sequence[str]) -> int:
    """[FILE...] Open the program; without a display, check and print the examples."""
    set_up()
    if has_display(sys.platform, os.environ):
        return call(module("botilbud_desktop", *arguments), cwd=Path.cwd())
    say("there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    say(f"Doing the main job without one; the results go to {WITHOUT_DISPLAY}")
    drafts = [Path(name).resolve() for name in arguments] or sorted(EXAMPLES.glob("*.botilbud"))
    return call(module("tests.shots.without_display", str(WITHOUT_DISPLAY), *map(str, drafts)))


def failed_checks() -> list[str]:
    """Runs the linter, the formatter and the type checker; returns those that failed."""
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    return [" ".join(check) for check in checks if call(module(*check)) != 0]


def check(arguments: Sequence[str]) -> int:
    """[PYTEST ARGUMENT...] Run the quick checks before a commit: ruff, mypy and the tests of the architecture."""
    set_up()
    failed = failed_checks()
    code = call(module("pytest", "-q", *(arguments or ARCHITECTURE)), QT_QPA_PLATFORM="offscreen")
    if failed:
        say("FAILED: " + ", ".join(failed))
    return code or int(bool(failed))


def test(arguments: Sequence[str]) -> int:
    """[--fast] [PYTEST ARGUMENT...] Run ruff, mypy and pytest; --fast skips the tests marked slow."""
    set_up(tests=True)
    if "--fast" in arguments:
        arguments = [
            "-m",
            "not slow",
            "-n",
            "2",
            "--hypothesis-profile=fast",
            *(argument for argument in arguments if argument != "--fast"),
        ]
    failed = failed_checks()
    code = call(module("pytest", *(arguments or ["-n", "2"])), QT_QPA_PLATFORM="offscreen")
    if failed:  # on standard error: the last line on standard output is pytest's summary
        say("FAILED before the tests: " + ", ".join(failed))
    return code or int(bool(failed))


def bench(arguments: Sequence[str]) -> int:
    """[--quick] [PART...] Measure start-up, typing and printing beside the bare libraries, and how words are judged."""
    set_up()
    return call(module("tests.benchmarks", *arguments), QT_QPA_PLATFORM="offscreen")


def shots(arguments: Sequence[str]) -> int:
    """[--golden|--native] Make pictures of all pages in build/shots, natively too, or renew those the tests hold."""
    set_up()
    wanted = ("--golden",) if "--golden" in arguments else ("--all", "--out", str(BUILD / "shots"), *arguments)
    command = module("tests.shots", *wanted)
    return call(command, QT_QPA_PLATFORM="offscreen")


def mutants(arguments: Sequence[str]) -> int:
    """[ROOM...] [--count N] [--seed S] [--jobs J] Change the program at random and see whether a test notices."""
    set_up(tests=True)
    return call(module("tests.mutants", *arguments), QT_QPA_PLATFORM="offscreen")


def faults(arguments: Sequence[str]) -> int:
    """[PART...] [--quick] Kill the program, fail its calls, damage its files; exit code 0 if all promises hold."""
    set_up()
    return call(module("tests.faults", *arguments), QT_QPA_PLATFORM="offscreen")


def lock(arguments: Sequence[str]) -> int:
    """[--upgrade] Update requirements*.txt from pyproject.toml."""
    set_up(window=False)
    options = "--quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url"
    command = module("uv", "pip", "compile", "pyproject.toml", *options.split(), *arguments)
    command += ["--custom-compile-command", "python3 dev.py lock"]
    code = call([*command, "-o", RUNTIME])
    return code or call([*command, "--group", "dev", "--constraints", RUNTIME, "-o", DEVELOPMENT])


def wheel(arguments: Sequence[str]) -> int:
    """Build the wheel in dist."""
    set_up(window=False)
    options = "-qq --no-deps --no-build-isolation --disable-pip-version-check --wheel-dir dist"
    return call(module("pip", "wheel", *options.split(), *arguments, "."))


def windows(arguments: Sequence[str]) -> int:
    """build|test|looks|try|sign|icons [OPTION...] Build for Windows, test it or all its looks under Wine, or try it."""
    set_up()
    if sys.platform.startswith("linux"):
        install_packages(missing_packages(WINDOWS_PROGRAMS, has_program))
    packages = {"test": "windows_rig", "looks": "windows_rig", "try": "windows_runner"}
    package = packages.get("".join(arguments[:1]), "windows_build")
    return call(module(package, *arguments), PYTHONPATH=str(ROOT / "packaging" / "windows"))


def release(arguments: Sequence[str]) -> int:
    """X.Y.Z [OPTION...] Set version and changelog, and build the Windows release in dist."""
    return windows(["release", *arguments])


def clean(arguments: Sequence[str]) -> int:
    """[--all] Remove build results and caches; with --all the environment too."""
    names = ["build", "dist", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__"]
    bytecode = [
        path for name in ("botilbud_desktop", "tests", "packaging") for path in (ROOT / name).rglob("__pycache__")
    ]
    for path in [*(ROOT / name for name in names), *bytecode, *([VENV] if "--all" in arguments else [])]:
        remove(path)
    return 0


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    command.__name__: command
    for command in (run, test, check, bench, shots, faults, mutants, lock, wheel, windows, release, clean)
}


def main(arguments: list[str]) -> int:
    """Runs the command on the command line; returns the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        helped = arguments[:1] in (["-h"], ["--help"])
        lines = [f"  {name:7} {command.__doc__}" for name, command in COMMANDS.items()]
        usage = ["usage: python3 dev.py COMMAND [ARGUMENTS]", "", *lines]
        print("\n".join(usage), file=sys.stdout if helped else sys.stderr)
        return 0 if helped else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except DevError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
